// What all questions share. A question returns a list of sentences: what is wrong.
const problems = [];

/** @param {Element} e @returns {string} the element in a few words */
const told = (e) => {
  const name = e.id ? `#${e.id}` : e.classList.length ? `.${[...e.classList].join(".")}` : "";
  const parent = e.parentElement && e.parentElement !== document.body ? `${e.parentElement.localName}${e.parentElement.className ? "." + e.parentElement.className : ""} > ` : "";
  return `<${parent}${e.localName}${name}> “${(e.textContent || "").replace(/\s+/g, " ").trim().slice(0, 40)}”`;
};

/** @param {Element} e @returns {boolean} */
const seen = (e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && e.getClientRects().length > 0;

/** @returns {HTMLElement[]} everything that the keyboard reaches, in the document's order */
const reachable = () =>
  [...document.querySelectorAll("a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]")].filter(
    (e) => e.tabIndex >= 0 && !e.disabled && seen(e) && (e.localName !== "summary" || e === e.parentElement.querySelector(":scope > summary")),
  );
