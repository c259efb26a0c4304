// What a record's script does beside its buttons: node --test share.test.mjs, with ASSETS naming the theme's assets.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { Element, show } from "./dom.mjs";

const script = new Function(readFileSync(join(process.env.ASSETS, "site/share.js"), "utf8"));

/** How the code for paper is to be loaded in a browser that knows the rule of style that Safari alone knows, or not. */
function loading(safari) {
  const code = new Element("img", { loading: "lazy" });
  show(new Element("div", { class: "sheet" }, code));
  Object.defineProperty(self, "navigator", { value: {}, configurable: true });
  self.CSS = { supports: (name, value) => safari && name === "hanging-punctuation" && value === "first" };
  script();
  return code.getAttribute("loading");
}

test("Safari, which would print without it, loads the code with the page", () => assert.equal(loading(true), "eager"));

test("every other browser loads the code when it prints", () => assert.equal(loading(false), "lazy"));
