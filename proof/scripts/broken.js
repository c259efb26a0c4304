// A word is one piece: what one scans a page by, headings, headings of tables and links in lists, ends on the line it begins on.
for (const e of [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, th, li > a)")].filter(seen)) {
  const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode()); ) {
    for (const word of text.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
      if (lines.size > 1) problems.push(`“${word[0]}” is broken: ${told(e)}`);
    }
  }
}
return problems.slice(0, 5);
