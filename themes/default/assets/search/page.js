// The search page: what is typed and chosen becomes results as one goes. What it finds with is engine.js; this is the page around it.
//
// All that is chosen stands behind the #, which no server sees: q, one parameter a facet, sort, keep (the shortlist), full (the long texts too),
// and what reach.js and handout.js say. So the address can be shared and Back works. From a file a page may read no other file: there, the plain lists stay.
(() => {
  "use strict";

  /** @param {string} id @returns {any} */
  const $ = (id) => document.getElementById(id);
  const form = $("search");
  if (!form || location.protocol === "file:" || !form.dataset.head) return;

  const input = $("q"), list = $("results"), count = $("result-count"), none = $("none"), more = $("more"), texts = $("texts"), sort = $("sort");
  const lang = document.documentElement.lang, collator = new Intl.Collator(lang), number = (n) => n.toLocaleString(lang + "-u-nu-latn");
  /** @type {Map<string, {box: HTMLElement, terms: {id: string, label: string, up: number, line: HTMLElement, tick: HTMLInputElement, count: HTMLElement}[]}>} */
  const facets = new Map();
  let engine, found, ways, turn = 0, shown = 0, typing, saying;

  // What only some readers want is loaded when they do: reach.js (how long one is on the way), handout.js (the shortlist), loosen.js.
  const parts = self.mappeParts = {}, reach = $("reach");
  /** @type {any} what the script of data-<name> makes */
  const wanted = (name) => wanted[name] || (wanted[name] = self.mappeBytes.script(form.dataset[name]).then(() => parts[name]({ engine, go, after, make, number, choices, card, keeps })));
  /** @param {URLSearchParams} from @returns {Promise<Uint8Array[]>} masks of what is near enough */
  const near = async (from) => {
    if (reach && (reach.open || from.has("from"))) try {
      ways = await wanted("reach");
      return await ways.masks(from);
    } catch (error) {
      ways = wanted.reach = null;
      $("reach-told").textContent = reach.dataset.failed;
    }
    return [];
  };

  // When what had the focus has gone, the same thing of the same record gets it, else the count.
  const holding = () => {
    const held = /** @type {any} */ (document.activeElement), record = (held.closest("li") || form).dataset.record;
    return () => {
      if (held !== document.body && !held.offsetParent) (list.querySelector("[data-record='" + record + "'] " + held.localName) || (count.textContent ? count : input)).focus();
    };
  };

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
  const put = (name, value) => after((to) => value ? to.set(name, value) : to.delete(name));
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
      const own = from.getAll(id), numbers = new Set(terms.keys());
      terms.forEach((t, i) => own.includes(t.id) || numbers.delete(i));
      for (const i of [...numbers]) for (let up = terms[i].up; up >= 0; up = terms[up].up) numbers.delete(up);
      if (numbers.size) chosen[id] = [...numbers];
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
        const line = make("label", ""), tick = make("input", ""), count = make("small", ""), up = flat ? -1 : parents[i];
        tick.type = "checkbox";
        tick.onchange = () => go(tick.checked ? after((to) => to.append(id, key)) : without(id, key), true);
        line.append(tick, make("span", label), count);
        if (up >= 0) line.className = "below";
        return { id: key, label, up, line, tick, count };
      });
      const below = (up, all) => all.forEach((line) => {
        if (line.up !== up) return;
        box.querySelector("div").append(line.line);
        if (!flat) below(lines.indexOf(line), all);
      });
      below(-1, flat ? [...lines].sort((a, b) => collator.compare(a.label, b.label)) : lines);
      facets.set(id, { box, terms: lines });
    }
  };

  const paint = (from, counts, total) => {
    facets.forEach(({ box, terms }, id) => {
      const own = from.getAll(id);
      let narrows = own.length > 0;
      terms.forEach((term, i) => {
        const n = counts[id] && counts[id][i] || 0;
        term.tick.checked = own.includes(term.id);
        term.count.textContent = number(n);
        term.line.hidden = !term.tick.checked && !(n && (term.up < 0 || own.includes(terms[term.up].id)));
        narrows = narrows || n > 0 && n < total;
      });
      box.hidden = !narrows;
    });
  };

  const chips = (from) => {
    const ul = $("chosen");
    ul.textContent = "";
    const chip = (label, to) => {
      const link = make("a", label, to), li = make("li", "");
      link.setAttribute("aria-label", ul.dataset.without.replace("{term}", label));
      li.append(link);
      ul.append(li);
    };
    facets.forEach(({ terms }, id) => from.getAll(id).forEach((key) => chip((terms.find((t) => t.id === key) || { label: key }).label, without(id, key))));
    const way = ways && ways.says(from);
    if (way) chip(way, after((to) => ["within", "also"].forEach((name) => to.delete(name))));
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
  const shortlist = () => { if (keeps().length || !$("kept").hidden) wanted("handout").then((it) => it.shortlist()); };
  const card = (strings, mark) => {
    const [key, title, titleLang, type, summary, summaryLang, badges, said, href] = strings;
    const li = $("hit").content.firstElementChild.cloneNode(true), part = (selector) => li.querySelector(selector), link = part("a"), button = part("button");
    li.dataset.record = key;
    link.href = href || key + ".html";
    if (href) link.className = link.rel = "external";
    fill(link, title, titleLang, mark);
    part(".type").textContent = type;
    fill(part(".summary"), summary, summaryLang, mark);
    const pairs = (text, each) => (text || "").replace(/([^\x1f]*)\x1f([^\x1f]*)\x1f/g, (all, name, words) => each(name, words));
    pairs(badges, (name, words) => {
      const badge = make("li", words);
      badge.className = "badge badge-" + name;
      part(".badges").append(badge);
    });
    pairs(said, (name, words) => part(".fact-" + name + " dd").append(words));
    for (const empty of li.querySelectorAll("dd:empty")) empty.parentNode.remove();
    for (const empty of li.querySelectorAll(".badges:empty, .summary:empty, .type:empty")) empty.remove();
    button.setAttribute("aria-pressed", keeps().includes(key));
    button.onclick = () => {
      history.replaceState(null, "", location.pathname + (keeps().includes(key) ? without("keep", key) : after((to) => to.append("keep", key))));
      shortlist();
    };
    return li;
  };

  /** Shows the next results. */
  const next = async (n) => {
    const mine = turn, first = !shown, docs = found.hits.slice(shown, shown += n), cards = await engine.cards(docs);
    if (mine !== turn) return;
    const items = cards.map((strings) => card(strings, found.mark));
    if (ways) ways.tell(docs, items);
    if (first) list.textContent = "";
    list.append(...items);
    if (!first) items[0].querySelector("a").focus();
    more.hidden = shown >= found.hits.length;
  };

  const say = (total) => {
    count.dataset.count = total;
    count.textContent = total ? count.dataset.countWords.replace("{n}", number(total)) : count.dataset.none;
    clearTimeout(saying);
    saying = setTimeout(() => { $("said").textContent = count.textContent; }, 1000);
  };

  const tell = () => {
    const p = $("told"), corrected = found.corrected.map((c) => c.found), parts = [];
    if (corrected[0]) parts.push(p.dataset.corrected.replace("{words}", corrected.join(", ")));
    if (found.ignored[0]) parts.push(p.dataset.ignored.replace("{words}", found.ignored.join(", ")));
    if (found.relaxed) parts.push(p.dataset.relaxed);
    p.textContent = parts.join(" ");
  };

  /** @param {string} [how] "typing" while the last word may be unfinished, "deep" in the long texts too */
  const answer = async (how) => {
    const mine = ++turn, from = state(), masks = await near(from);
    if (mine !== turn) return;
    const query = { text: from.get("q") || "", choices: choices(from), masks, sort: from.get("sort") || "", typing: how === "typing" };
    const deep = how === "deep" || from.has("full");
    if (document.activeElement !== input) input.value = query.text;
    sort.value = query.sort;
    const refocus = holding();
    chips(from);
    const asked = query.text || Object.keys(query.choices).length + masks.length;
    const hits = await engine.query(query);
    if (mine !== turn) return;
    found = hits;
    paint(from, found.counts, found.total);
    if (ways) ways.paint(from, query, found.total);
    $("lists").hidden = asked;
    more.hidden = none.hidden = true;
    sort.parentNode.hidden = !asked || found.total < 2;
    texts.hidden = deep || !query.text;
    $("told").textContent = "";
    shown = 0;
    if (!asked) {
      list.textContent = count.textContent = $("said").textContent = "";
      delete count.dataset.count;
      return refocus();
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
    refocus();
    none.hidden = found.total > 0;
    if (!found.total) wanted("loosen").then((loosen) => loosen(query, near));
    if (query.typing || found.total < 3 && !texts.hidden) setTimeout(() => mine === turn && run(query.typing ? "" : "deep"), 500);
  };

  /** @param {string} [how] */
  const typed = (how) => go(put("q", input.value.trim() && input.value), false, how);
  const failed = () => {
    $("plain").textContent = form.dataset.failed;
    $("plain").hidden = $("lists").hidden = false;
    $("found").hidden = true;
  };
  /** @param {string} [how] */
  const run = (how) => answer(how).catch(failed);

  input.value = state().get("q") || "";
  form.hidden = false;
  $("plain").hidden = true;
  form.onsubmit = (event) => {
    event.preventDefault();
    if (engine) typed();
  };
  self.mappeSearch.open(form.dataset.folder, form.dataset.head, form.dataset).then((opened) => {
    engine = opened;
    build();
    $("found").hidden = false;
    input.oninput = () => {
      clearTimeout(typing);
      typing = setTimeout(() => typed("typing"), 120);
    };
    sort.onchange = () => go(put("sort", sort.value), true);
    more.onclick = () => next(20).catch(failed);
    $("hand").onclick = () => wanted("handout").then((it) => it.print(list));
    texts.onclick = () => go(put("full", "1"), true);
    $("folded").ontoggle = () => engine.load().then(() => run(), failed);
    if (reach) reach.ontoggle = () => run();
    addEventListener("hashchange", () => {
      run();
      shortlist();
    });
    shortlist();
    typed();
  }).catch(failed);
})();
