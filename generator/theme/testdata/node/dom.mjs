// As much of a browser's document as the script of the search page needs, for node's own test runner.

const simple = /^([a-z0-9]+)?((?:[#.][\w-]+|\[[^\]]+\]|:empty)*)$/;

/** Whether an element is what a selector without combinators describes. */
function fits(element, selector) {
  const [, tag, rest] = simple.exec(selector) || [];
  if (rest === undefined) throw new Error("the test's document does not know the selector " + selector);
  if (tag && element.localName !== tag) return false;
  return (rest.match(/[#.][\w-]+|\[[^\]]+\]|:empty/g) || []).every((part) => {
    if (part[0] === "#") return element.id === part.slice(1);
    if (part[0] === ".") return element.className.split(" ").includes(part.slice(1));
    if (part === ":empty") return element.textContent === "";
    const [name, value] = part.slice(1, -1).split("=");
    const has = element.getAttribute(name);
    return has !== null && (value === undefined || has === value.replace(/^['"]|['"]$/g, ""));
  });
}

/** Whether an element is what a list of selectors with descendants describes. */
const matches = (element, selectors) => selectors.split(",").some((selector) => {
  const parts = selector.trim().split(" ");
  if (!fits(element, parts.pop())) return false;
  for (let above = element.parentNode; parts.length && above; above = above.parentNode) if (fits(above, parts[parts.length - 1])) parts.pop();
  return !parts.length;
});

const camel = (name) => name.slice(5).replace(/-./g, (letter) => letter[1].toUpperCase());

export class Element {
  constructor(localName, attributes = {}, ...children) {
    Object.assign(this, { localName, childNodes: [], parentNode: null, dataset: {}, attributes: {}, hidden: false, id: "", className: "", value: "", checked: false });
    for (const [name, value] of Object.entries(attributes)) this.setAttribute(name, value);
    this.append(...children);
  }
  get children() { return this.childNodes.filter((node) => node instanceof Element); }
  get firstElementChild() { return this.children[0]; }
  get textContent() { return this.childNodes.map((node) => node instanceof Element ? node.textContent : node).join(""); }
  set textContent(text) {
    for (const child of this.children) child.parentNode = null;
    this.childNodes = text === "" ? [] : [String(text)];
  }
  get content() { return this; }
  get isConnected() { return this.localName === "html" || !!this.parentNode && this.parentNode.isConnected; }
  get offsetParent() { return this.isConnected && !this.isHidden() ? this.parentNode : null; }
  isHidden() { return this.hidden || !!this.parentNode && this.parentNode.isHidden(); }
  get hash() { return "#" + (this.getAttribute("href") || "").split("#").slice(1).join("#"); }
  get href() { return this.getAttribute("href"); }
  set href(value) { this.setAttribute("href", value); }
  setAttribute(name, value) {
    if (name === "class") this.className = value;
    else if (name === "id" || name === "value") this[name] = value;
    else if (name === "hidden") this.hidden = true;
    else if (name.startsWith("data-")) this.dataset[camel(name)] = value;
    else this.attributes[name] = String(value);
  }
  getAttribute(name) {
    const value = name === "class" ? this.className : name === "id" ? this.id : name.startsWith("data-") ? this.dataset[camel(name)] : this.attributes[name];
    return value === undefined ? null : value;
  }
  append(...nodes) {
    for (const node of nodes) {
      if (node instanceof Element) {
        node.remove();
        node.parentNode = this;
      }
      this.childNodes.push(node instanceof Element ? node : String(node));
    }
  }
  remove() {
    if (!this.parentNode) return;
    this.parentNode.childNodes = this.parentNode.childNodes.filter((node) => node !== this);
    this.parentNode = null;
  }
  contains(other) { return other === this || !!other.parentNode && this.contains(other.parentNode); }
  closest(selectors) { return matches(this, selectors) ? this : this.parentNode ? this.parentNode.closest(selectors) : null; }
  querySelectorAll(selectors) { return this.children.flatMap((child) => [...(matches(child, selectors) ? [child] : []), ...child.querySelectorAll(selectors)]); }
  querySelector(selectors) { return this.querySelectorAll(selectors)[0] || null; }
  cloneNode() {
    const copy = new Element(this.localName, this.attributes);
    Object.assign(copy, { id: this.id, className: this.className, hidden: this.hidden, dataset: { ...this.dataset } });
    copy.append(...this.childNodes.map((node) => node instanceof Element ? node.cloneNode() : node));
    return copy;
  }
  focus() { if (this.offsetParent) document.activeElement = this; }
  click() {
    if (this.type === "checkbox") this.checked = !this.checked;
    if (this.type === "checkbox" && this.onchange) this.onchange();
    if (this.onclick) this.onclick();
    if (this.localName === "a" && this.hash !== "#") {
      location.hash = this.hash;
      dispatchEvent(new Event("hashchange"));
    }
  }
}

/** Puts a document with a body's elements, a location and a history into the global scope. */
export function show(...body) {
  const html = new Element("html", { lang: "de" }, new Element("head"), new Element("body", {}, ...body));
  html.lang = "de";
  const visits = [""], bus = new EventTarget();
  const visit = (address, step) => {
    const hash = address.includes("#") ? address.slice(address.indexOf("#")) : "";
    if (step) visits.push(hash);
    else visits[visits.length - 1] = hash;
  };
  Object.assign(globalThis, {
    self: globalThis,
    document: {
      documentElement: html, head: html.children[0], body: html.children[1], activeElement: html.children[1],
      createElement: (name) => new Element(name), getElementById: (id) => html.querySelector("#" + id),
      querySelector: (selectors) => html.querySelector(selectors), querySelectorAll: (selectors) => html.querySelectorAll(selectors),
    },
    location: { protocol: "http:", pathname: "/de/search.html", search: "", get hash() { return visits[visits.length - 1]; }, set hash(to) { visit(to, true); } },
    history: {
      pushState: (_, __, address) => visit(address, true), replaceState: (_, __, address) => visit(address, false),
      back() {
        visits.pop();
        dispatchEvent(new Event("hashchange"));
      },
    },
    addEventListener: (...given) => bus.addEventListener(...given), dispatchEvent: (event) => bus.dispatchEvent(event),
  });
}
