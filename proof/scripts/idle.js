// Without scripts, nothing offers what it cannot do.
for (const e of document.querySelectorAll("button, input, select, textarea")) {
  if (seen(e) && !e.closest("form[action]")) problems.push(`does nothing: ${told(e)}`);
}
return problems;
