// Narrows what the search found by how long one is on the way by bus and train, there and home again. The search loads it when its part of the page is
// opened, or an address asks for it; for each place one small file has a byte for each document (generator/reach/column.go says which).
// Behind the # stand from (the place), within (minutes, or any) and also (what else is shown: booked, none, unknown).
(() => {
  "use strict";

  const longest = 120, booked = 120, none = 255;

  /** @param {{engine: any, go: (hash: string, step?: boolean) => void, after: (change: (to: URLSearchParams) => void) => string, make: (tag: string, text: string, to?: string) => any, number: (n: number) => string}} page */
  self.mappeParts.reach = async ({ engine, go, after, make, number }) => {
    const { load, reading, trouble } = self.mappeBytes, { inflate } = document.getElementById("search").dataset;
    const box = document.getElementById("reach"), told = document.getElementById("reach-told"), select = box.querySelector("select");
    const within = document.getElementById("within"), also = document.getElementById("also"), { from, minutes, left, show } = box.dataset;
    if (box.hidden) throw trouble("unsupported"); // its timetable has ended
    const limits = [...within.querySelectorAll("input")], extras = [...also.querySelectorAll("input")], label = (input) => input.nextElementSibling.textContent;

    /** @type {[string, string, string][]} id, name and file of each place */
    const places = (await load(box.dataset.places, inflate)).json();
    const known = (id) => places.find((place) => place[0] === id);
    select.length = 1; // a second try begins anew
    for (const [id, name] of places) {
      const option = make("option", name);
      option.value = id;
      select.append(option);
    }

    const columns = {};
    /** @param {string} id @returns {Promise<Uint8Array>} of each document how long one is on the way */
    const columnOf = (id) => {
      if (!columns[id]) {
        columns[id] = load(box.dataset.places.replace(/[^/]*$/, known(id)[2]), inflate).then((file) => reading(() => {
          const column = file.block();
          if (column.length !== engine.size) throw trouble("damaged");
          return column;
        }));
        columns[id].catch(() => { delete columns[id]; });
      }
      return columns[id];
    };
    let column = null, place = "";

    /** Whether a document is shown, by its byte. */
    const fits = (byte, limit, extra) => byte === 0 ? extra.includes("unknown") : byte === none ? extra.includes("none")
      : byte > booked ? extra.includes("booked") && byte - booked <= limit : byte <= limit;
    const limitOf = (value) => value === "any" ? longest : Number(value);

    select.onchange = () => go(after((to) => {
      to.delete("from");
      if (select.value) to.set("from", select.value);
      else for (const name of ["within", "also"]) to.delete(name);
    }), true);
    for (const input of limits) input.onchange = () => {
      const first = !new URLSearchParams(location.hash.slice(1)).has("within");
      go(after((to) => {
        if (input.value) to.set("within", input.value);
        else for (const name of ["within", "also"]) to.delete(name);
      }), first);
    };
    for (const input of extras) input.onchange = () => go(after((to) => {
      to.delete("also");
      for (const one of extras) if (one.checked) to.append("also", one.value);
    }), true);

    return {
      /** Loads what an address asks for; what is shown is what every mask is set for. */
      masks: async (to) => {
        const id = to.get("from"), limit = limitOf(to.get("within")), extra = to.getAll("also");
        if (id && !known(id)) throw trouble("damaged");
        place = id || "";
        column = id ? await columnOf(id) : null;
        return column && limit > 0 ? [Uint8Array.from(column, (byte) => fits(byte, limit, extra) ? 1 : 0)] : [];
      },

      /** What is chosen, in words; empty where nothing is. */
      says: (to) => {
        const input = limits.find((one) => one.value && one.value === to.get("within"));
        return column && input ? from.replace("{place}", known(place)[1]) + " · " + label(input) : "";
      },

      /** Shows what is chosen and how much each choice would bring. */
      paint: async (to, query, total) => {
        const chosen = to.get("within") || "", extra = to.getAll("also"), shown = column;
        told.textContent = "";
        select.value = place;
        within.hidden = !column;
        also.hidden = !column || !chosen;
        if (!shown) return;
        const { hits } = query.masks.length ? await engine.query({ ...query, masks: [] }) : await engine.query(query);
        if (shown !== column) return;
        const count = (fit) => hits.reduce((n, doc) => n + (fit(shown[doc]) ? 1 : 0), 0);
        for (const input of limits) {
          input.checked = input.value === chosen;
          input.parentNode.lastChild.textContent = number(!input.value ? hits.length : input.checked ? total : count((byte) => fits(byte, limitOf(input.value), extra)));
        }
        for (const input of extras) {
          input.checked = extra.includes(input.value);
          const only = (byte) => fits(byte, limitOf(chosen), [input.value]) && !fits(byte, limitOf(chosen), []);
          input.parentNode.lastChild.textContent = number(count(only));
        }
        const missing = ["none", "unknown"].filter((name) => !extra.includes(name));
        const n = chosen ? count((byte) => fits(byte, 0, missing)) : 0;
        if (!n) return;
        told.append(left.replace("{n}", number(n)), " ", make("a", show, after((address) => missing.forEach((name) => address.append("also", name)))));
      },

      /** Tells beside each result how long one is on the way; its page then begins with the place. */
      tell: (docs, items) => docs.forEach((doc, i) => {
        const byte = column ? column[doc] : 0, facts = items[i].querySelector("dl"), link = items[i].querySelector("a");
        if (place && !link.rel) link.setAttribute("href", link.getAttribute("href") + "#from-" + place);
        if (byte < 2) return;
        const long = byte > booked ? byte - booked : byte, words = minutes.replace("{n}", number(long) + (long === longest ? "+" : ""));
        const line = make("div", "");
        line.className = "fact-way";
        line.append(make("dt", from.replace("{place}", known(place)[1])), make("dd", byte === none ? label(extras[1]) : byte > booked ? words + " · " + label(extras[0]) : words));
        facts.append(line);
      }),
    };
  };
})();
