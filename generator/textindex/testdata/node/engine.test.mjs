// Runs the engine on indexes that the Go tests have written: node --test engine.test.mjs, with INDEXES naming their folder.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

globalThis.self = globalThis;
let broken = null; // file name -> bytes in place of its own
const fetched = [];
globalThis.fetch = async (address) => {
  const path = address.slice("http://index/".length);
  fetched.push(path.replace(/^.*\//, "").split(".")[0]);
  if (broken && path in broken) {
    if (broken[path] === null) return new Response("", { status: 404 });
    return new Response(broken[path]);
  }
  return new Response(readFileSync(join(process.env.INDEXES, path)));
};
for (const script of ["search/bytes.js", "search/engine.js", "guess.js", "inflate.js"]) await import(pathToFileURL(join(process.env.ASSETS, script)));

const open = (lang, head) => self.mappeSearch.open("http://index/" + lang + "/", head);

for (const lang of readdirSync(process.env.INDEXES)) {
  const cases = JSON.parse(readFileSync(join(process.env.INDEXES, lang, "cases.json"), "utf8"));

  test(`${lang}: texts are cut and folded as in Go`, async () => {
    const engine = await open(lang, cases.head);
    for (const { text, words } of cases.words || []) assert.deepEqual(engine.words(text), words || [], JSON.stringify(text));
  });

  test(`${lang}: every document is found by its exact title`, async () => {
    const engine = await open(lang, cases.head);
    for (const { title, same } of cases.titles || []) {
      const { hits } = await engine.query({ text: title });
      const first = hits.slice(0, Math.max(3, same.length)); // several may be called the same
      assert.ok(same.some((doc) => first.includes(doc)), `${title}: ${hits.slice(0, 5)} and not ${same}`);
      const cards = await engine.cards(same);
      assert.ok(cards.some((card) => card[0] === title), title);
    }
  });

  test(`${lang}: questions`, async () => {
    const engine = await open(lang, cases.head);
    for (const q of cases.questions || []) {
      const result = await engine.query(q.query);
      const cards = (await engine.cards(result.hits)).map((card) => card[0]);
      const about = JSON.stringify(q.query) + " finds " + JSON.stringify(cards.slice(0, 12)) + " " + JSON.stringify({ ...result, hits: 0, counts: 0 });
      if (q.finds) assert.deepEqual(cards, q.finds, about);
      if (q.first) assert.deepEqual(cards.slice(0, q.first.length), q.first, about);
      if (q.lacks) for (const title of q.lacks) assert.ok(!cards.includes(title), about);
      if (q.ignored) assert.deepEqual(result.ignored, q.ignored, about);
      if (q.corrected) assert.deepEqual(result.corrected, q.corrected, about);
      if (q.relaxed !== undefined) assert.equal(result.relaxed, q.relaxed, about);
      if (q.nothing !== undefined) assert.equal(result.nothing, q.nothing, about);
      if (q.more) assert.deepEqual((await engine.cards((await engine.more(q.query)).hits)).map((card) => card[0]), q.more, about);
      if (q.marks) assert.deepEqual(result.mark(q.marks.text).map(([from, to]) => q.marks.text.slice(from, to)), q.marks.words, about);
      if (q.counts) assert.deepEqual(result.counts, q.counts, about);
    }
  });

  test(`${lang}: a question loads few files`, async () => {
    for (const { text, hits, kinds } of cases.loads || []) {
      const engine = await open(lang, cases.head);
      fetched.length = 0;
      const result = await engine.query({ text });
      const docs = result.hits.slice(0, 10), cards = await engine.cards(docs);
      assert.deepEqual(fetched.sort(), kinds, text);
      assert.equal(result.hits.length, hits, text);
      const plain = await open(lang, cases.head); // has no word to load cards with
      assert.deepEqual(cards, await plain.cards(docs), text);
      assert.equal(fetched.includes("guess"), false);
    }
  });

  test(`${lang}: every count is what one gets who chooses it`, async () => {
    const engine = await open(lang, cases.head);
    await engine.load();
    for (const { query } of cases.questions || []) {
      const all = await engine.query(query);
      for (const facet of engine.facets) {
        if ((query.choices || {})[facet.id]) continue;
        for (let term = 0; term < facet.terms.length; term++) {
          const n = all.counts[facet.id][term];
          if (!n) continue;
          const one = await engine.query({ ...query, choices: { ...query.choices, [facet.id]: [term] } });
          assert.equal(one.total, n, `${JSON.stringify(query)} ${facet.id} ${facet.terms[term]}`);
        }
      }
    }
  });

  test(`${lang}: an old browser unpacks the same`, async () => {
    const modern = globalThis.DecompressionStream;
    delete globalThis.DecompressionStream;
    try {
      const engine = await open(lang, cases.head);
      const { hits } = await engine.query({});
      assert.equal(hits.length, engine.size);
      assert.equal((await engine.cards(hits)).length, engine.size);
      await engine.load();
    } finally {
      globalThis.DecompressionStream = modern;
    }
  });

  test(`${lang}: damaged files are refused and nothing else happens`, async () => {
    for (const { name, data } of cases.damaged || []) {
      broken = { [lang + "/" + name]: data === null ? null : Buffer.from(data, "base64") };
      try {
        const engine = await open(lang, cases.head);
        await engine.load();
        const { hits } = await engine.query({ text: cases.titles[0].title, sort: "start" });
        await engine.more({ text: "xqzjk " + cases.titles[0].title });
        await engine.cards(hits);
        await engine.cards((await engine.query({})).hits);
      } catch (error) {
        assert.ok(["damaged", "version", "network"].includes(error.kind), `${name}: ${error.stack}`);
      } finally {
        broken = null;
      }
    }
  });
}
