// Makes Pagefind's index of the same documents: reads {documents, folder, synonyms} and writes one bundle a language. Titles are the
// headings, which Pagefind weighs by itself; keywords weigh as much as a heading.
import { readFileSync } from "node:fs";
import { close, createIndex } from "pagefind";

const { documents, folder, synonyms } = JSON.parse(readFileSync(0, "utf8"));
const safe = (text) => (text || "").replace(/&/g, "&amp;").replace(/</g, "&lt;");
for (const [lang, list] of Object.entries(documents)) {
  const { index } = await createIndex({ forceLanguage: lang });
  for (const d of list) {
    const content = `<!doctype html><html lang="${lang}"><head><title>${safe(d.title)}</title></head><body><main data-pagefind-body><h1>${safe(d.title)}</h1>
<p data-pagefind-weight="7">${safe(d.keywords)}</p><p data-pagefind-weight="2">${safe(d.summary)}</p><p>${safe(d.organization)} ${safe(d.place)}</p>
${synonyms ? `<p data-pagefind-weight="2">${safe(d.synonyms)}</p>` : ""}<div>${safe(d.body)}</div></main></body></html>`;
    const { errors } = await index.addHTMLFile({ url: "/" + d.id + ".html", content });
    if (errors.length) throw new Error(errors.join("\n"));
  }
  await index.writeFiles({ outputPath: folder + "/" + lang });
}
await close();
