// Puts questions to the finder's script in a page that is no more than what the script asks a page for. Standard input holds the script, its choices,
// offices and questions; standard output gets the offices it shows for each question, in order.
import vm from "node:vm";
import { readFileSync } from "node:fs";

const { script, choices, offices, questions } = JSON.parse(readFileSync(0, "utf8"));

class Element {
  children = [];
  dataset = {};
  append(...elements) {
    for (const element of elements) {
      if (element.parent) element.parent.children.splice(element.parent.children.indexOf(element), 1);
      element.parent = this;
      this.children.push(element);
    }
  }
}

class Select {
  constructor(list) { this.options = [{ value: "", dataset: {} }, ...list.map(({ id, within }) => ({ value: id, dataset: { within } }))]; }
  get value() { return this.options[this.selectedIndex]?.value ?? ""; }
  set value(id) { this.selectedIndex = this.options.findIndex((option) => option.value === id); }
  get selectedOptions() { return this.options.slice(this.selectedIndex, this.selectedIndex + 1); }
  selectedIndex = 0;
}

const parts = Object.fromEntries(["[role=status]", "[data-best]", "[data-others]", "[data-offices]", "[data-others-heading]"].map((selector) => [selector, new Element()]));
for (const { id, rows } of offices) parts["[data-offices]"].append(Object.assign(new Element(), { id, getAttribute: () => rows }));
for (const [name, list] of Object.entries(choices)) parts[`[name=${name}]`] = new Select(list);

const heard = {};
const form = { querySelector: (selector) => parts[selector], addEventListener: (event, act) => { heard[event] = act; } };
vm.runInNewContext(script, {
  document: { querySelector: () => form }, location: { hash: "" }, history: { replaceState() {} }, addEventListener() {}, setTimeout, URLSearchParams,
});

const answers = questions.map((question) => {
  Object.keys(choices).forEach((name, i) => { parts[`[name=${name}]`].value = question[i]; });
  heard.change();
  return [...parts["[data-best]"].children, ...parts["[data-others]"].children].map((office) => office.id);
});
console.log(JSON.stringify(answers));
