// In forced colours browsers lay a plate in the ground's colour behind every text: a text in that colour itself cannot be seen, unless its element
// says that its colours are its own (CSS Color Adjustment 1, 3).
const probe = document.createElement("i");
probe.style.color = "Canvas";
document.body.append(probe);
const ground = getComputedStyle(probe).color;
probe.remove();
for (const e of document.body.querySelectorAll("*")) {
  if (e.namespaceURI !== document.body.namespaceURI || ![...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim()) || !seen(e)) continue;
  const style = getComputedStyle(e);
  if (style.color === ground && style.forcedColorAdjust !== "none") problems.push(`a text in the colour of the ground: ${told(e)}`);
}
return problems;
