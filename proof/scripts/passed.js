// What is over is not shown, what is not over is, and a banner says how old the site is.
const day = new Date().toISOString().slice(0, 10);
let over = 0;
for (const e of document.querySelectorAll("[data-until]")) {
  const passed = e.getAttribute("data-until") < day;
  if (passed) over++;
  if (passed === seen(e) && (passed || !e.closest("[hidden]"))) problems.push(`until ${e.getAttribute("data-until")}, ${passed ? "shown" : "hidden"}: ${told(e)}`);
}
if (!over) problems.push("nothing here is ever over");
const banner = document.querySelector("[data-site-days]");
if (!banner || !seen(banner) || !/\d{4}/.test(banner.textContent)) problems.push("no banner says how old the site is");
return problems;
