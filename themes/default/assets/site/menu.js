// What folds out of the header closes again: with Escape, which leads back to its button, and with a tap anywhere else. Without it one
// closes each by its button. What is typed into a search field is kept from servers.
(() => {
  "use strict";

  /** @type {NodeListOf<HTMLDetailsElement>} */
  const all = document.querySelectorAll("header.site details");
  const wide = matchMedia("(min-width: 48rem)");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const details of all) {
      if (!details.open || !details.contains(document.activeElement)) continue;
      details.open = false;
      details.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const details of all) {
      if (!details.contains(/** @type {Node} */ (event.target)) && !(wide.matches && details.parentElement.className === "menu")) details.open = false;
    }
  });

  // What is searched for goes behind the #, which no server sees.
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.className !== "seek" || event.defaultPrevented) return;
    event.preventDefault();
    location.href = form.action + "#" + new URLSearchParams(/** @type {any} */ (new FormData(form)));
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked !== null && document.getElementById("search")) history.replaceState(null, "", location.pathname + (asked ? "#" + new URLSearchParams({ q: asked }) : location.hash));

  // What wide windows have room for is open there. Most style sheets show it as open before; the menu, whose button they hide, is theirs alone.
  const roomy = [...document.querySelectorAll(CSS.supports("selector(::details-content)") ? ".visitors details" : ".visitors details, .menu > details")];
  const fit = () => { for (const details of roomy) /** @type {HTMLDetailsElement} */ (details).open = wide.matches; };
  fit();
  if (wide.addEventListener) wide.addEventListener("change", fit);
})();
