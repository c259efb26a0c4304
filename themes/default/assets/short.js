// Follows a code on paper to its page in the language that the code names after #. Without this script the page is a list of languages.
(() => {
  "use strict";

  const lang = location.hash.slice(1);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("main a[hreflang]"))) {
    if (link.hreflang === lang) return location.replace(link.href);
  }
})();
