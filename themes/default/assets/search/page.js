// The search page: what is typed and chosen becomes results as one goes. What it finds with is engine.js; this is the page around it.
//
// All that is chosen stands behind the #, which no server sees: q, one parameter a facet, sort, keep (the shortlist) and full (the long
// texts too). So the address can be shared and Back works. From a file a page may read no other file: there, the plain lists stay.
(() => {
  "use strict";

  /** @param {string} id @returns {any} */
  const $ = (id) => document.getElementById(id);
  const form = $("search");
  if (!form || location.protocol === "file:" || !form.dataset.head) return;

  const input = $("q"), list = $("results"), count = $("result-count"), none = $("none"), more = $("more"), texts = $("texts"), kept = $("kept"), sort = $("sort");
  const collator = new Intl.Collator(document.documentElement.lang);
  const number = (n) => n.toLocaleString(document.documentElement.lang + "-u-nu-latn");
  /** @type {Map<string, {box: HTMLElement, terms: {id: string, label: string, up: number, line: HTMLElement, tick: HTMLInputElement, count: HTMLElement}[]}>} */
  const facets = new Map();
  let engine, found, turn = 0, shown = 0, typing, saying;

  const state = () => new URLSearchParams(location.hash.slice(1));
  /** @param {(to: URLSearchParams) => void} change @returns {string} the address after a change */
  const after = (change) => {
    const to = state();
    change(to);
    return "#" + to;
  };
  /** @param {string} hash @param {boolean} [step] @param {string} [how] */
  const go = (hash, step, how) => {
    history[step ? "pushState" : "replaceState"](null, "", location.pathname + hash);
    run(how);
  };
  const without = (name, value) => after((to) => {
    const rest = to.getAll(name).filter((v) => v !== value);
    to.delete(name);
    rest.forEach((v) => to.append(name, v));
  });
  const make = (tag, text, to) => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (to) element.href = to;
    return element;
  };

  // Choices: what is chosen below a term narrows it, so that the term itself counts no more.
  const choices = (from) => {
    const chosen = {};
    facets.forEach(({ terms }, id) => {
      const own = from.getAll(id);
      let numbers = terms.flatMap((t, i) => own.includes(t.id) ? [i] : []);
      const above = (i) => terms[i].up < 0 ? [] : [terms[i].up, ...above(terms[i].up)];
      const covered = numbers.flatMap(above);
      numbers = numbers.filter((i) => !covered.includes(i));
      if (numbers.length) chosen[id] = numbers;
    });
    return chosen;
  };

  const build = () => {
    for (const { id, terms, parents } of engine.facets) {
      const box = /** @type {any} */ (document.querySelector("[data-facet=" + id + "]"));
      if (!box) continue;
      const flat = "sorted" in box.dataset;
      const lines = terms.map((term, i) => {
        const [key, label] = term.split("\t");
        const line = document.createElement("label"), tick = document.createElement("input"), small = make("small", "");
        tick.type = "checkbox";
        tick.onchange = () => go(tick.checked ? after((to) => to.append(id, key)) : without(id, key), true);
        line.append(tick, make("span", label), small);
        if (!flat && parents[i] >= 0) line.className = "below";
        return { id: key, label, up: flat ? -1 : parents[i], line, tick, count: small };
      });
      const below = (up) => lines.forEach((line, i) => {
        if (line.up === up) {
          box.querySelector("div").append(line.line);
          below(i);
        }
      });
      if (flat) [...lines].sort((a, b) => collator.compare(a.label, b.label)).forEach((l) => box.querySelector("div").append(l.line));
      else below(-1);
      facets.set(id, { box, terms: lines });
    }
  };

  const paint = (from, counts, total) => {
    facets.forEach(({ box, terms }, id) => {
      const own = from.getAll(id);
      let narrows = own.length > 0;
      terms.forEach((term, i) => {
        const n = counts[id] && counts[id][i] || 0;
        const on = term.tick.checked = own.includes(term.id);
        const open = term.up < 0 || own.includes(terms[term.up].id);
        term.count.textContent = number(n);
        term.line.hidden = !on && !(n && open);
        narrows = narrows || n > 0 && n < total;
      });
      box.hidden = !narrows;
    });
  };

  const chips = (from) => {
    const ul = $("chosen");
    if (ul.contains(document.activeElement)) count.focus();
    ul.textContent = "";
    facets.forEach(({ terms }, id) => from.getAll(id).forEach((key) => {
      const term = terms.find((t) => t.id === key), link = make("a", term ? term.label : key, without(id, key)), li = make("li", "");
      link.setAttribute("aria-label", ul.dataset.without.replace("{term}", link.textContent));
      li.append(link);
      ul.append(li);
    }));
  };

  /** Puts a text into an element, what was found in it marked. */
  const fill = (element, text, lang, mark) => {
    if (lang) {
      element.lang = lang;
      element.dir = "auto";
    }
    let at = 0;
    element.textContent = "";
    for (const [start, end] of mark ? mark(text) : []) {
      element.append(text.slice(at, start), make("mark", text.slice(start, end)));
      at = end;
    }
    element.append(text.slice(at));
  };

  const keeps = () => state().getAll("keep");
  const card = (strings, mark) => {
    const [key, title, titleLang, type, summary, summaryLang, badges, said, href] = strings;
    const li = $("hit").content.firstElementChild.cloneNode(true);
    const part = (selector) => li.querySelector(selector);
    li.dataset.record = key;
    const link = part("a");
    link.href = href || key + ".html";
    if (href) link.className = link.rel = "external";
    fill(link, title, titleLang, mark);
    part(".type").textContent = type;
    fill(part(".summary"), summary, summaryLang, mark);
    const pairs = (text, each) => {
      const parts = (text || "").split("\x1f");
      for (let i = 0; i + 1 < parts.length; i += 2) each(parts[i], parts[i + 1]);
    };
    pairs(badges, (name, words) => {
      const badge = make("li", words);
      badge.className = "badge badge-" + name;
      part(".badges").append(badge);
    });
    pairs(said, (name, words) => part(".fact-" + name + " dd").append(words));
    for (const empty of li.querySelectorAll("dd:empty")) empty.parentNode.remove();
    for (const empty of li.querySelectorAll(".badges:empty, .summary:empty, .type:empty")) empty.remove();
    const button = part("button");
    const press = () => button.setAttribute("aria-pressed", String(keeps().includes(key)));
    press();
    button.onclick = () => {
      history.replaceState(null, "", location.pathname + (keeps().includes(key) ? without("keep", key) : after((to) => to.append("keep", key))));
      press();
      shortlist();
    };
    return li;
  };

  // The shortlist is read from the records' own pages: an address that somebody was sent knows their keys alone.
  const shortlist = () => {
    const keys = keeps(), ol = kept.querySelector("ol"), mine = kept.dataset.turn = String(keys);
    kept.hidden = !keys.length;
    Promise.all(keys.map((key) => fetch(key + ".html").then((r) => r.ok ? r.text() : "").then((page) => {
      const dom = new DOMParser().parseFromString(page, "text/html"), text = (s) => (dom.querySelector("main " + s) || { textContent: "" }).textContent.trim();
      return card([key, text("h1") || key, "", text(".type"), text(".summary"), "", "", "", ""]);
    }))).then((cards) => {
      if (kept.dataset.turn !== mine) return;
      ol.textContent = "";
      ol.append(...cards);
    }, () => {});
  };

  /** Shows the next results. */
  const next = async (n) => {
    const mine = turn, docs = found.hits.slice(shown, shown + n), cards = await engine.cards(docs);
    if (mine !== turn) return;
    if (!shown) list.textContent = "";
    list.append(...cards.map((strings) => card(strings, found.mark)));
    shown += docs.length;
    more.hidden = shown >= found.hits.length;
  };

  const say = (total) => {
    count.dataset.count = total;
    count.textContent = total ? count.dataset.countWords.replace("{n}", number(total)) : count.dataset.none;
    clearTimeout(saying);
    saying = setTimeout(() => { $("said").textContent = count.textContent; }, 1000);
  };

  const tell = () => {
    const p = $("told"), parts = [];
    if (found.corrected.length) parts.push(p.dataset.corrected.replace("{words}", found.corrected.map((c) => c.found).join(", ")));
    if (found.ignored.length) parts.push(p.dataset.ignored.replace("{words}", found.ignored.join(", ")));
    if (found.relaxed) parts.push(p.dataset.relaxed);
    p.textContent = parts.join(" ");
  };

  // Nothing found: which choice to take back, with what it would bring.
  const loosen = async (query) => {
    const ul = none.querySelector("ul"), mine = turn;
    ul.textContent = "";
    none.hidden = found.total > 0;
    if (found.total) return;
    for (const link of $("chosen").querySelectorAll("a")) {
      const { total } = await engine.query({ ...query, choices: choices(new URLSearchParams(link.hash.slice(1))) });
      if (mine !== turn) return;
      if (!total) continue;
      const li = make("li", "");
      li.append(make("a", link.getAttribute("aria-label") + " (" + number(total) + ")", link.hash));
      ul.append(li);
    }
  };

  /** @param {string} [how] "typing" while the last word may be unfinished, "deep" in the long texts too */
  const run = async (how) => {
    const mine = ++turn, from = state(), query = { text: from.get("q") || "", choices: choices(from), sort: from.get("sort") || "", typing: how === "typing" };
    const deep = how === "deep" || from.has("full");
    if (document.activeElement !== input) input.value = query.text;
    sort.value = query.sort;
    chips(from);
    const asked = query.text.trim() || Object.keys(query.choices).length;
    const answer = await engine.query(query);
    if (mine !== turn) return;
    found = answer;
    paint(from, found.counts, found.total);
    $("lists").hidden = asked;
    more.hidden = none.hidden = true;
    sort.parentNode.hidden = !asked || found.total < 2;
    texts.hidden = deep || !query.text.trim();
    $("told").textContent = "";
    shown = 0;
    if (!asked) {
      list.textContent = count.textContent = $("said").textContent = "";
      delete count.dataset.count;
      return;
    }
    if (deep) {
      const beyond = await engine.more(query);
      if (mine !== turn) return;
      found = { ...found, hits: [...found.hits, ...beyond.hits], total: found.total + beyond.hits.length };
    }
    say(found.total);
    tell();
    await next(10);
    if (mine !== turn) return;
    loosen(query);
    if (query.typing || found.total < 3 && !texts.hidden) setTimeout(() => mine === turn && run(query.typing ? "" : "deep"), 500);
  };

  /** @param {string} [how] */
  const typed = (how) => go(after((to) => input.value.trim() ? to.set("q", input.value) : to.delete("q")), false, how);
  const failed = () => {
    $("plain").textContent = form.dataset.failed;
    $("plain").hidden = $("lists").hidden = false;
    $("found").hidden = true;
  };

  // From a plain form what was typed stands in the query; from the pages about ways, the place behind the # alone.
  const asked = new URLSearchParams(location.search).get("q"), home = /^#from-([\w-]+)$/.exec(location.hash);
  if (asked !== null || home) {
    history.replaceState(null, "", location.pathname + after((to) => {
      if (home) {
        to.delete("from-" + home[1]);
        to.set("place", home[1]);
      }
      if (asked) to.set("q", asked);
    }));
  }
  input.value = state().get("q") || "";
  form.hidden = false;
  $("plain").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (engine) typed();
  });
  self.mappeSearch.open(form.dataset.folder, form.dataset.head, form.dataset).then((opened) => {
    engine = opened;
    build();
    $("found").hidden = false;
    input.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(() => typed("typing"), 120);
    });
    sort.onchange = () => go(after((to) => sort.value ? to.set("sort", sort.value) : to.delete("sort")), true);
    more.onclick = () => next(20);
    texts.onclick = () => go(after((to) => to.set("full", "1")), true);
    document.querySelector(".folded").addEventListener("toggle", async () => {
      await engine.load();
      run();
    });
    addEventListener("hashchange", () => run());
    shortlist();
    return input.value === (state().get("q") || "") ? run() : typed();
  }).catch(failed);
})();
