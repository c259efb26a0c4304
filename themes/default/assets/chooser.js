// Offers the reader's languages first on the choice of language: those the browser is set to. Nothing is kept, and nobody is led on unasked.
(() => {
  "use strict";

  /** Two names of one language become the same: kmr and ku, prs and fa-AF. */
  const plain = (/** @type {string} */ code) => {
    try { return Intl.getCanonicalLocales(code)[0].toLowerCase(); } catch (e) { return code.toLowerCase(); }
  };
  const wanted = (navigator.languages || [navigator.language]).map(plain);
  /** How late an entry comes: by the first of the reader's languages it is in, and in that as written before others of its kind. */
  const rank = (/** @type {Element} */ entry) => {
    const code = plain(/** @type {HTMLAnchorElement} */ (entry.querySelector("a")).hreflang);
    const i = wanted.findIndex((one) => one.split("-")[0] === code.split("-")[0]);
    return i < 0 ? Infinity : 2 * i + (wanted.some((one) => (one + "-").startsWith(code + "-")) ? 0 : 1);
  };
  const list = /** @type {Element} */ (document.querySelector(".welcome"));
  const own = [...list.children].filter((entry) => rank(entry) < Infinity).sort((a, b) => rank(a) - rank(b));
  own.forEach((entry) => entry.classList.add("own"));
  list.prepend(...own);
})();
