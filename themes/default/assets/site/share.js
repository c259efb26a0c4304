// Shows the buttons of a record that this browser has something for: to pass the page on, to copy its address or a postal one, to print.
(() => {
  "use strict";

  const canonical = /** @type {HTMLLinkElement|null} */ (document.querySelector("link[rel=canonical]"));
  const address = canonical ? canonical.href : location.href;

  /** @param {string} mark @param {(button: HTMLElement) => void} act */
  const offer = (mark, act) => {
    for (const button of document.querySelectorAll("[" + mark + "]")) {
      button.removeAttribute("hidden");
      button.addEventListener("click", () => act(/** @type {HTMLElement} */ (button)));
    }
  };

  /** @param {HTMLElement} button @param {string} text */
  const copy = (button, text) => {
    navigator.clipboard.writeText(text).then(() => {
      const words = button.querySelector("span");
      const before = words.textContent;
      button.setAttribute("role", "status");
      words.textContent = button.dataset.done;
      setTimeout(() => {
        words.textContent = before;
        button.removeAttribute("role");
      }, 3000);
    }, () => {});
  };

  if (navigator.share) {
    offer("data-share", () => navigator.share({ title: document.title, url: address }).catch(() => {}));
  }
  if (navigator.clipboard) {
    offer("data-copy", (button) => copy(button, address));
    offer("data-copy-text", (button) => {
      const lines = [...button.parentElement.children].filter((line) => line !== button).map((line) => line.textContent.trim());
      copy(button, lines.join("\n"));
    });
  }
  offer("data-print", () => print());
  // Safari does not wait for what is shown on paper alone: there the code is loaded with the page.
  if (CSS.supports("hanging-punctuation", "first")) {
    for (const code of document.querySelectorAll(".sheet img")) code.setAttribute("loading", "eager");
  }
})();
