// The headings that are shown, once scripts have run: one first, none empty, none skipping a level.
let before = 0;
const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(seen);
for (const heading of headings) {
  const level = Number(heading.localName[1]);
  if (level > before + 1) problems.push(`a heading of level ${level} after one of level ${before}: ${told(heading)}`);
  if (!heading.textContent.trim()) problems.push(`an empty heading: ${told(heading)}`);
  before = level;
}
const first = headings.filter((h) => h.localName === "h1").length;
if (first !== 1) problems.push(`${first} first headings`);
return problems;
