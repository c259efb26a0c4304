// When the search found nothing: which choice to take back, with what that would bring.
(() => {
  "use strict";

  /** @param {{engine: any, choices: (from: URLSearchParams) => any, make: (tag: string, text: string, to?: string) => any, number: (n: number) => string}} page */
  self.mappeParts.loosen = ({ engine, choices, make, number }) => {
    let turn = 0;
    /** @param {any} query @param {(from: URLSearchParams) => Promise<Uint8Array[]>} near */
    return async (query, near) => {
      const ul = document.querySelector("#none ul"), mine = ++turn;
      ul.textContent = "";
      for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("#chosen a"))) {
        const to = new URLSearchParams(link.hash.slice(1)), { total } = await engine.query({ ...query, choices: choices(to), masks: await near(to) });
        if (mine !== turn) return;
        if (!total) continue;
        const li = make("li", "");
        li.append(make("a", link.getAttribute("aria-label") + " (" + number(total) + ")", link.hash));
        ul.append(li);
      }
    };
  };
})();
