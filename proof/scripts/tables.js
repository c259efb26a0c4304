// What stands in two columns has room beside each other: a telephone number or an arrival at the far end is not overlooked. Only wider tables scroll.
for (const table of document.querySelectorAll("main table")) {
  const box = table.closest(".scroll") || table;
  const columns = Math.max(...[...table.rows].map((row) => row.cells.length));
  if (seen(table) && columns < 3 && box.scrollWidth > box.clientWidth + 1) problems.push(`a table of ${columns} columns scrolls by ${box.scrollWidth - box.clientWidth} pixels: ${told(table)}`);
}
return problems.slice(0, 5);
