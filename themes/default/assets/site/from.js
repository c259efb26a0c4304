// Keeps the place a reader sets out from: it stands after # in the address, is carried on to the links of the site, and comes first
// wherever places are listed.
(() => {
  "use strict";

  const keep = () => {
    const from = location.hash;
    if (!/^#from-[a-z0-9-]+$/.test(from)) return;
    for (const row of document.querySelectorAll("[data-from='" + from.slice(1) + "']")) {
      row.classList.add("mine");
      row.querySelector("details")?.setAttribute("open", "");
      /** @type {HTMLTableElement} */ (row.parentElement).tHead.after(row);
    }
    if (document.getElementById("search")) history.replaceState(null, "", "#from=" + from.slice(6)); // which says so in its own way
    document.getElementById(from.slice(1))?.scrollIntoView({ block: "center" });
    for (const link of document.links) {
      const inside = link.host === location.host && link.protocol === location.protocol && /\.html$/.test(link.pathname);
      if (inside && link.pathname !== location.pathname && (!link.hash || /^#from-/.test(link.hash))) link.hash = from;
    }
  };

  addEventListener("hashchange", () => {
    for (const row of document.querySelectorAll(".mine")) row.classList.remove("mine");
    keep();
  });
  keep();
})();
