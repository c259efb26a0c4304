// Every line of text that a reader can get to see: what is folded away is unfolded. What only scripts can do (copying, printing) has
// buttons and forms that only scripts show.
for (const button of document.querySelectorAll("button, form")) button.hidden = true;
for (const today of document.querySelectorAll(".today th")) today.lastChild.remove(); // which day it is only a script knows
for (const fold of document.querySelectorAll("details")) fold.open = true;
return document.body.innerText.split("\n").map((line) => line.trim()).filter(Boolean);
