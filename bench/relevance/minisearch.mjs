// Asks MiniSearch as its documentation advises for searching as one types: prefixes, fuzziness 0.2, titles boosted. Reads
// {documents: {lang: [{id, title, keywords, summary, organization, place, body, synonyms}]}, queries, most, synonyms}.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";


const { documents, queries, most, synonyms } = JSON.parse(readFileSync(0, "utf8"));
const fields = ["title", "keywords", "summary", "organization", "place", "body", ...(synonyms ? ["synonyms"] : [])];
const indexes = {};
for (const [lang, list] of Object.entries(documents)) {
  indexes[lang] = new MiniSearch({ fields, searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 4, keywords: 3, synonyms: 2, summary: 2 } } });
  indexes[lang].addAll(list);
}
process.stdout.write(JSON.stringify(queries.map(({ lang, text }) => indexes[lang].search(text).slice(0, most).map((hit) => hit.id))));
