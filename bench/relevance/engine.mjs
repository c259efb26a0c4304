// Asks the real engine in Node: reads {scripts, folders: {lang: [folder, head]}, queries: [{lang, text}]} from standard input and writes
// the keys of the best hits of each query.
import { readFileSync } from "node:fs";

const { scripts, folders, queries, most } = JSON.parse(readFileSync(0, "utf8"));
globalThis.self = globalThis;
globalThis.location = { href: "file:///" };
globalThis.fetch = async (name) => new Response(readFileSync(String(name)));
for (const script of scripts) (0, eval)(readFileSync(script, "utf8"));

const opened = {};
const answers = [];
for (const { lang, text } of queries) {
  opened[lang] = opened[lang] || await self.mappeSearch.open(...folders[lang]);
  const e = opened[lang];
  const query = { text, choices: {}, sort: "" };
  let hits = [...(await e.query(query)).hits];
  if (hits.length < most) hits = hits.concat((await e.more(query)).hits); // what a reader sees who asks for more
  answers.push((await e.cards(hits.slice(0, most))).map((card) => card[0]));
}
process.stdout.write(JSON.stringify(answers));
