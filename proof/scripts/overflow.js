// WCAG 2.2, 1.4.10 and 1.4.12: nothing lies outside the window or is cut off. Tables may scroll within themselves.
const width = document.documentElement.clientWidth;
const scrolls = (e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX);
const inScroller = (e) => {
  for (let up = e.parentElement; up && up !== document.documentElement; up = up.parentElement) if (scrolls(up)) return true;
  return false;
};
if (document.scrollingElement.scrollWidth > width) problems.push(`the page is ${document.scrollingElement.scrollWidth} pixels wide in a window of ${width}`);
for (const e of document.body.querySelectorAll("*")) {
  if (!seen(e) || (e.closest("svg") && e.localName !== "svg") || inScroller(e)) continue;
  const box = e.getBoundingClientRect();
  if (box.width <= 1 && box.height <= 1) continue; // words for screen readers alone
  if (box.right > width + 1 || box.left < -1) problems.push(`outside the window (${Math.round(box.left)} to ${Math.round(box.right)} of ${width}): ${told(e)}`);
  const style = getComputedStyle(e);
  const cut = (overflow) => ["hidden", "clip"].includes(overflow);
  if (cut(style.overflowX) && e.scrollWidth > e.clientWidth + 1) problems.push(`cut off at the side: ${told(e)}`);
  if (cut(style.overflowY) && e.scrollHeight > e.clientHeight + 1) problems.push(`cut off below: ${told(e)}`);
}
return problems.slice(0, 5);
