// Whatever has the focus shows it: an outline of 3 pixels or more that stands out from what is around it by 3:1 (WCAG 2.2, 1.4.11
// and 2.4.13), by itself or by the ring below it; its text can still be read (1.4.3), and nothing lies over it (2.4.11).
const channel = (c) => (c <= 10.31475 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4);
const numbers = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
const opaque = (colour) => /^rgb/.test(colour) && numbers(colour)[3] !== 0;
const brightness = (colour) => {
  const [r, g, b] = numbers(colour).map(channel);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [low, high] = [brightness(a), brightness(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const around = (e) => {
  for (let up = e.parentElement; up; up = up.parentElement) {
    const ground = getComputedStyle(up).backgroundColor;
    if (opaque(ground)) return ground;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)";
};
for (const e of reachable()) {
  e.focus();
  const style = getComputedStyle(e);
  const ground = around(e);
  const ring = (style.boxShadow.match(/^rgba?\([^)]*\)/) || [])[0];
  const best = Math.max(contrast(style.outlineColor, ground), ring ? contrast(ring, ground) : 0);
  if (!e.matches(":focus-visible")) problems.push(`takes no focus: ${told(e)}`);
  else if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 3) problems.push(`an outline of ${style.outlineWidth} ${style.outlineStyle}: ${told(e)}`);
  else if (!opaque(style.outlineColor) || best < 3) problems.push(`an outline with a contrast of ${best.toFixed(1)}: ${told(e)}`);
  else if (opaque(style.backgroundColor) && contrast(style.color, style.backgroundColor) < 4.5) problems.push(`a text with a contrast of ${contrast(style.color, style.backgroundColor).toFixed(1)} under the focus: ${told(e)}`);
  else {
    const box = [...e.getClientRects()].find((r) => r.width > 0 && r.height > 0);
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (top && top !== e && !e.contains(top) && !top.contains(e)) problems.push(`covered by ${told(top)}: ${told(e)}`);
  }
}
return problems.slice(0, 5);
