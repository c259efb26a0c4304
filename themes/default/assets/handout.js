// The shortlist of the search, and the handout printed of it or of the results. The search loads this when something is kept, or a handout is asked
// for. Both are read from the records' own pages: an address that somebody was sent knows their keys alone, and nothing is told twice.
(() => {
  "use strict";

  /** @param {{card: (strings: string[]) => HTMLElement, keeps: () => string[], make: (tag: string, text: string, to?: string) => any}} page */
  self.mappeParts.handout = ({ card, keeps, make }) => {
    const kept = document.getElementById("kept");
    const pages = {};
    /** @param {string} key @returns {Promise<Document>} */
    const read = (key) => {
      if (!pages[key]) {
        pages[key] = fetch(key + ".html").then((r) => r.ok ? r.text() : "").then((page) => new DOMParser().parseFromString(page, "text/html"));
        pages[key].catch(() => { delete pages[key]; });
      }
      return pages[key];
    };

    const shortlist = () => {
      const keys = keeps(), ol = kept.querySelector("ol"), mine = kept.dataset.turn = String(keys);
      kept.hidden = !keys.length;
      for (const button of document.querySelectorAll("[data-record] button")) {
        button.setAttribute("aria-pressed", String(keys.includes(/** @type {HTMLElement} */ (button.closest("[data-record]")).dataset.record)));
      }
      return Promise.all(keys.map((key) => read(key).then((page) => {
        const text = (s) => (page.querySelector("main " + s) || { textContent: "" }).textContent.trim();
        return card([key, text("h1") || key, "", text(".type"), text(".summary"), "", "", "", ""]);
      }))).then((cards) => {
        if (kept.dataset.turn !== mine) return;
        const held = ol.contains(document.activeElement);
        ol.textContent = "";
        ol.append(...cards);
        if (held) (ol.querySelector("button") || document.getElementById("result-count")).focus();
      }, () => {});
    };

    // The handout: of each record what its own page says in short and in facts, and the code that leads there.

    const now = new Date(), today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    /** Takes a part of another page as it is printed: without what is pressed, hidden or past, its addresses whole. */
    const taken = (part, address) => {
      for (const one of part.querySelectorAll("button, svg, [hidden], [data-until]")) if (!one.dataset.until || one.dataset.until < today) one.remove();
      for (const link of part.querySelectorAll("a[href*='/reach/']")) link.closest("dd").remove(); // on paper it leads nowhere
      for (const link of part.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address).href;
      for (const image of part.querySelectorAll("img")) {
        image.loading = "eager";
        image.src = new URL(image.getAttribute("src"), address).href;
      }
      return part;
    };

    const sheet = (page, li) => {
      const article = make("article", ""), record = li.dataset.record, address = new URL(record + ".html", location.href);
      const title = page.querySelector("main h1"), heading = make("h3", title ? title.textContent : record);
      if (title) for (const { name, value } of title.attributes) if (name === "lang" || name === "dir") heading.setAttribute(name, value);
      const parts = (selector) => [...page.querySelectorAll(selector)].map((part) => taken(part, address));
      const facts = make("dl", ""), lines = parts("main > article > .facts > div"), run = [...page.querySelectorAll(".run:not(.past)")].find((one) => !(one.dataset.until < today));
      const said = [...lines.map((line) => line.className), "fact-times"], unsaid = (line) => !said.includes(line.className); // times are told in when
      facts.append(...parts(".glance > div").filter(unsaid), ...lines, ...(run ? [...taken(run, address).querySelectorAll(".facts > div")].filter(unsaid) : []));
      for (const empty of [...facts.children].filter((line) => !line.querySelector("dd"))) empty.remove();
      article.append(...parts(".sheet"), ...parts(".title > .type"), heading, ...parts(".title > .badges"), ...parts(".title .summary"), facts);
      return article;
    };

    const styled = new Promise((done) => {
      const link = make("link", "", /** @type {HTMLElement} */ (document.getElementById("search")).dataset.handoutStyle);
      link.rel = "stylesheet";
      link.media = "print";
      link.onload = link.onerror = done;
      document.head.append(link);
    });

    /** Prints what a list shows. */
    const printed = async (list) => {
      const section = list.closest("section"), items = [...list.querySelectorAll("[data-record]")], hand = make("section", "");
      section.setAttribute("aria-busy", "true");
      try {
        hand.id = "handout";
        hand.append(make("h2", section.querySelector("h2").textContent), ...await Promise.all(items.map((li) => read(li.dataset.record).then((page) => sheet(page.cloneNode(true), li)))));
        document.querySelector("main").append(hand);
        await Promise.all([styled, ...[...hand.querySelectorAll("img")].map((image) => image.decode().catch(() => {}))]);
        document.body.classList.add("handing");
      } catch (error) {
        hand.remove(); // without a connection: the list as it is
      }
      section.removeAttribute("aria-busy");
      addEventListener("afterprint", () => {
        document.body.classList.remove("handing");
        hand.remove();
      }, { once: true });
      print();
    };

    document.getElementById("hand-kept").onclick = () => printed(kept.querySelector("ol"));
    return { shortlist, print: printed };
  };
})();
