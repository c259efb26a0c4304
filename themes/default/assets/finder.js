// Joins place, topic, audience and legal circle into one answer. All it knows stands in the page: the choices with what they lie in, the
// offices with what they answer for. What is chosen is written behind the #, which no server sees.
//
// It ranks as generator/facts/responsible.go does: of the rows that cover the question first those that name the topic, among them the
// nearest place, then those that name the circle, then those that name the audience, then the order of the offices.
(() => {
  "use strict";

  const form = /** @type {HTMLFormElement|null} */ (document.querySelector("[data-asking]"));
  if (!form) return;
  const names = ["place", "topic", "audience", "circle"];
  /** @param {string} name @returns {HTMLSelectElement} */
  const field = (name) => form.querySelector("[name=" + name + "]");
  const [status, best, others, pool, more] = ["[role=status]", "[data-best]", "[data-others]", "[data-offices]", "[data-others-heading]"]
    .map((selector) => /** @type {HTMLElement} */ (form.querySelector(selector)));

  const offices = [...pool.children].map((item) => ({
    item,
    rows: item.getAttribute("data-rows").split(";").map((row) => row.split("|").map((ids) => ids.split(" ").filter(Boolean))),
  }));
  const county = (() => {
    const chains = [...field("place").options].map((o) => (o.dataset.within || "").split(" ")).filter((chain) => chain[0]);
    const last = chains.map((chain) => chain[chain.length - 1]);
    return last.sort((a, b) => last.filter((x) => x === b).length - last.filter((x) => x === a).length)[0];
  })();

  /** @param {string} name @returns {string[]} what is chosen and what it lies in, none where nothing is */
  const chosen = (name) => {
    const option = field(name).selectedOptions[0];
    return option && option.value ? option.dataset.within.split(" ") : [];
  };
  /** @param {string[]} list @param {string[]} asked */
  const covers = (list, asked) => !asked.length || !list.length || list.some((id) => asked.includes(id));
  /** @param {string[]} list @param {string[]} asked */
  const rank = (list, asked) => (list.length > 0) === (asked.length > 0) ? 0 : 1;

  const who = () => {
    const [place, topic, audience, circle] = names.map(chosen);
    const chain = place.length ? place : [county];
    let found = [];
    offices.forEach((office, number) => office.rows.forEach(([places, topics, audiences, circles]) => {
      const ups = places.map((id) => chain.indexOf(id)).filter((up) => up >= 0);
      if (!ups.length || !covers(topics, topic) || !covers(audiences, audience) || !covers(circles, circle)) return;
      found.push({
        item: office.item, general: !topics.length,
        key: [rank(topics, topic), Math.min(...ups), rank(circles, circle), rank(audiences, audience), number],
      });
    }));
    if (topic.length && found.some((f) => !f.general)) found = found.filter((f) => !f.general);
    found.sort((a, b) => a.key.map((part, i) => part - b.key[i]).find((difference) => difference) || 0);
    return [...new Set(found.map((f) => f.item))];
  };

  const show = () => {
    const asked = names.filter((name) => field(name).value);
    const answer = asked.length ? who() : [];
    pool.append(...offices.map((office) => office.item));
    best.append(...answer.slice(0, 1));
    others.append(...answer.slice(1, 4));
    more.hidden = answer.length < 2;
    status.textContent = !asked.length ? "" : answer.length ? status.dataset.answer : status.dataset.none;
    history.replaceState(null, "", "#" + asked.map((name) => name + "=" + encodeURIComponent(field(name).value)).join("&"));
  };

  const read = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const name of names) field(name).value = state.get(name) || "";
    for (const name of names) if (field(name).selectedIndex < 0) field(name).value = "";
    return names.some((name) => field(name).value);
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("hashchange", () => { if (read()) show(); });
  form.hidden = false;
  if (read()) show();
})();
