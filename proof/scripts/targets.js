// Every target is at least 44 by 44 pixels: WCAG 2.2, 2.5.5. Its exception for links in a text is taken as 2.5.8 words it: the size
// of such a link is constrained by the line it stands in. A link that is alone in its block is not in a text.
const least = 44;

/** @param {Element} e @returns {boolean} the link stands on a line together with words that are no link */
const inText = (e) => {
  if (getComputedStyle(e).display !== "inline") return false;
  let block = e.parentElement;
  while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  const others = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (others.nextNode()) {
    const text = others.currentNode;
    if (/[\p{L}\p{N}]/u.test(text.data) && !text.parentElement.closest("a[href], button, summary") && seen(text.parentElement)) return true;
  }
  return false;
};

/** @param {Element} e @returns {DOMRect} what answers to a tap: a link may spread over the card or row around it, a field over its label */
const area = (e) => {
  if (e.matches("input") && e.closest("label")) return e.closest("label").getBoundingClientRect();
  const spread = getComputedStyle(e, "::after");
  const box = e.getBoundingClientRect();
  if (spread.content === "none" || spread.position !== "absolute") return box;
  return (e.offsetParent || e).getBoundingClientRect();
};

for (const e of reachable()) {
  if (!e.matches("a, button, input, select, textarea, summary") || e.matches(".skip") || inText(e)) continue;
  const box = area(e);
  if (box.width < least - 0.5 || box.height < least - 0.5) problems.push(`a target of ${Math.round(box.width)} by ${Math.round(box.height)}: ${told(e)}`);
}
return problems.slice(0, 8);
