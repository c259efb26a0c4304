// WCAG 2.2, 1.4.10 and 1.4.12: nothing lies outside the window or is cut off. Tables may scroll within themselves.
const width = document.documentElement.clientWidth;
if (document.scrollingElement.scrollWidth > width) problems.push(`the page is ${document.scrollingElement.scrollWidth} pixels wide in a window of ${width}`);
const cut = (overflow) => ["hidden", "clip"].includes(overflow);
const look = (e) => {
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  if (seen(e) && (box.width > 1 || box.height > 1)) { // smaller are words for screen readers alone
    if (box.right > width + 1 || box.left < -1) problems.push(`outside the window (${Math.round(box.left)} to ${Math.round(box.right)} of ${width}): ${told(e)}`);
    if (cut(style.overflowX) && e.scrollWidth > e.clientWidth + 1) problems.push(`cut off at the side: ${told(e)}`);
    if (cut(style.overflowY) && e.scrollHeight > e.clientHeight + 1) problems.push(`cut off below: ${told(e)}`);
  }
  if (e.localName !== "svg" && !["auto", "scroll"].includes(style.overflowX)) for (const child of e.children) look(child);
};
for (const e of document.body.children) look(e);
return problems.slice(0, 5);
