// What the search page makes of an engine's answers: node --test page.test.mjs, with ASSETS naming the theme's assets.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { Element, show } from "./dom.mjs";

const e = (name, attributes, ...children) => new Element(name, attributes, ...children);
const script = new Function(readFileSync(join(process.env.ASSETS, "search/page.js"), "utf8"));
const settled = async () => { for (let i = 0; i < 50; i++) await new Promise((done) => setImmediate(done)); };

// Thirty courses: every second of level a1, every third below it of a1.1, the others b1; the word typed must be in the title.
const courses = Array.from({ length: 30 }, (_, i) => ({ title: i < 15 ? "Deutsch " + i : "Malen " + i, levels: i % 3 === 0 ? [0, 1] : i % 2 === 0 ? [0] : [2] }));
const engine = {
  facets: [{ id: "level", terms: ["a1\tA1", "a1.1\tA1.1", "b1\tB1"], parents: [-1, 0, -1] }],
  size: courses.length, asked: [],
  async query(q) {
    this.asked.push(q);
    const found = courses.map((_, i) => i).filter((i) => courses[i].title.includes(q.text) && (q.masks || []).every((mask) => mask[i]));
    const chosen = q.choices.level || [];
    const hits = found.filter((i) => !chosen.length || courses[i].levels.some((level) => chosen.includes(level)));
    return { hits, total: hits.length, counts: { level: [0, 1, 2].map((level) => found.filter((i) => courses[i].levels.includes(level)).length) }, corrected: [], ignored: [], relaxed: false };
  },
  async more() { return { hits: [] }; },
  async cards(docs) {
    if (this.broken) throw new Error("damaged");
    return docs.map((i) => ["courses/c" + i, courses[i].title, "", "Kurs", "", "", "", "", ""]);
  },
  async load() {},
};

/** Opens the search page at an address. */
async function open(hash) {
  engine.asked = [];
  engine.broken = false;
  const kept = e("section", { id: "kept", hidden: "" }, e("ol"), e("button", { id: "hand-kept" }));
  show(
    e("form", { id: "search", "data-head": "head.x.bin", "data-folder": "../search/de/", "data-failed": "kaputt", hidden: "" }, e("input", { id: "q" })), e("p", { id: "plain" }, "Listen"),
    e("div", { id: "found", hidden: "" },
      e("fieldset", { "data-facet": "level" }, e("div")), e("details", { id: "folded" }),
      e("output", { id: "result-count", "data-count-words": "Ergebnisse: {n}", "data-none": "nichts" }), e("p", { id: "said" }), e("ul", { id: "chosen", "data-without": "Ohne {term}" }),
      e("p", { id: "told" }), e("p", {}, e("select", { id: "sort" }), e("button", { id: "hand" })), e("div", { id: "none", hidden: "" }, e("ul")),
      e("ol", { id: "results" }), e("button", { id: "more" }), e("button", { id: "texts" }), kept),
    e("div", { id: "lists" }),
    e("template", { id: "hit" }, e("li", {}, e("p", { class: "type" }), e("a"), e("ul", { class: "badges" }), e("p", { class: "summary" }), e("dl"), e("button"))));
  location.hash = hash;
  self.mappeSearch = { open: async () => engine };
  // What is loaded on demand says that it was.
  self.mappeBytes = { script: async () => Object.assign(self.mappeParts, { handout: () => ({ shortlist: () => { kept.hidden = false; kept.dataset.asked = new URLSearchParams(location.hash.slice(1)).getAll("keep").join(); } }), loosen: () => () => {} }) };
  script();
  await settled();
}
const $ = (selector) => document.querySelector(selector);
const all = (selector) => document.querySelectorAll(selector);
const ticks = () => all("[data-facet=level] input").filter((input) => input.checked).length;
const counts = () => all("[data-facet=level] label").map((label) => label.hidden ? "-" : label.querySelector("small").textContent).join(" ");
const count = () => $("#result-count").dataset.count;

test("before anything is asked nothing is counted, and the lists stay", async () => {
  await open("");
  assert.equal(count(), undefined);
  assert.equal($("#lists").hidden, 0);
  assert.equal(all("#results li").length, 0);
});

test("an address is a question: what is typed, chosen and sorted by", async () => {
  await open("#q=Deutsch&level=a1&sort=start");
  assert.deepEqual([$("#q").value, $("#sort").value, ticks(), count()], ["Deutsch", "start", 1, 10]);
  const { text, choices, sort } = engine.asked[0];
  assert.deepEqual({ text, choices, sort }, { text: "Deutsch", choices: { level: [0] }, sort: "start" });
  assert.equal(all("#results li").length, 10);
});

test("a choice below another one narrows it; both can be taken back", async () => {
  await open("#q=Deutsch&level=a1&level=a1.1");
  assert.deepEqual(engine.asked[0].choices, { level: [1] });
  assert.deepEqual(all("#chosen a").map((link) => link.getAttribute("aria-label") + " " + decodeURIComponent(link.hash)), ["Ohne A1 #q=Deutsch&level=a1.1", "Ohne A1.1 #q=Deutsch&level=a1"]);
});

test("each choice says how much it brings, and a term opens those below it", async () => {
  await open("#q=Deutsch");
  assert.equal(counts(), "10 - 5");
  all("[data-facet=level] input")[0].click();
  await settled();
  assert.deepEqual([counts(), count(), location.hash], ["10 5 5", 10, "#q=Deutsch&level=a1"]);
});

test("Back leads to what was chosen before", async () => {
  await open("#q=Deutsch");
  all("[data-facet=level] input")[2].click();
  await settled();
  assert.equal(count(), 5);
  history.back();
  await settled();
  assert.deepEqual([count(), ticks(), location.hash], [15, 0, "#q=Deutsch"]);
});

test("what is typed replaces the address, so that Back does not lead through every letter", async () => {
  await open("#q=Deutsch");
  $("#q").value = "Malen";
  $("#search").onsubmit({ preventDefault() {} });
  await settled();
  assert.deepEqual([count(), location.hash], [15, "#q=Malen"]);
  history.back();
  assert.equal(location.hash, "");
});

test("what is kept stands in the address, with everything else", async () => {
  await open("#q=Deutsch&level=b1");
  const button = $("#results li button");
  assert.equal(button.getAttribute("aria-pressed"), "false");
  button.click();
  await settled();
  assert.deepEqual([location.hash, $("#kept").dataset.asked], ["#q=Deutsch&level=b1&keep=courses%2Fc1", "courses/c1"]);
  button.click();
  await settled();
  assert.equal(location.hash, "#q=Deutsch&level=b1");
});

test("an address that somebody was sent brings its shortlist", async () => {
  await open("#keep=courses/c2&keep=courses/c3");
  assert.equal($("#kept").dataset.asked, "courses/c2,courses/c3");
});

test("more results are added, and the focus goes to the first of them", async () => {
  await open("#q=Deutsch");
  assert.equal(all("#results li").length, 10);
  $("#more").focus();
  $("#more").click();
  await settled();
  assert.deepEqual([all("#results li").length, $("#more").hidden, document.activeElement === all("#results a")[10]], [15, true, true]);
});

test("the focus stays with the record when results are drawn anew, else it goes to the count", async () => {
  await open("#q=Deutsch");
  const record = all("#results li")[1].dataset.record;
  all("#results li")[1].querySelector("button").focus();
  dispatchEvent(new Event("hashchange"));
  await settled();
  assert.deepEqual([document.activeElement.localName, document.activeElement.closest("li").dataset.record], ["button", record]);
  all("[data-facet=level] input")[2].click();
  await settled();
  $("#chosen a").focus();
  $("#chosen a").click();
  await settled();
  assert.equal(document.activeElement.id, "result-count");
});

test("a damaged file ends in a message and the lists", async () => {
  await open("#q=Deutsch");
  engine.broken = true;
  dispatchEvent(new Event("hashchange"));
  await settled();
  assert.deepEqual([$("#plain").textContent, $("#plain").hidden, $("#lists").hidden, $("#found").hidden], ["kaputt", false, false, true]);
});
