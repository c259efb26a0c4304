// A page is made once a day at best. This script hides what has passed since: whatever has a day in data-until. It marks
// today among opening hours, and says when the site itself has not been made anew for long. Without it everything stays visible, with its dates.
(() => {
  "use strict";

  /** @param {Date} date @returns {string} the day where the reader is, as 2027-02-15 */
  const dayOf = (date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");

  const today = dayOf(new Date());

  for (const element of document.querySelectorAll("[data-until]")) {
    if (element.getAttribute("data-until") < today) element.setAttribute("hidden", "");
  }

  // A fact whose values have all passed goes too, and a list without entries says so.
  for (const term of document.querySelectorAll("dl > div")) {
    const values = term.querySelectorAll("dd");
    if (values.length && !term.querySelector("dd:not([hidden])")) term.setAttribute("hidden", "");
  }
  for (const list of document.querySelectorAll("[data-list]")) {
    if (list.querySelector(":scope > li:not([hidden])")) continue;
    const empty = document.createElement("p");
    empty.className = "empty";
    empty.textContent = list.getAttribute("data-list");
    list.after(empty);
  }
  const weekday = String(new Date().getDay() || 7);
  for (const row of document.querySelectorAll("[data-weekday='" + weekday + "']")) {
    row.className = "today";
    row.querySelector("th").append(" (" + row.closest("table").dataset.today + ")");
  }

  const banner = document.querySelector("[data-site-days]");
  /** @type {string|undefined} the day the site was made, set by built.js or told by the page itself */
  const built = self.mappeBuilt || document.querySelector("main")?.dataset.built;
  if (!banner || !built) return;
  const days = Number(banner.getAttribute("data-site-days"));
  const made = new Date(built + "T12:00:00");
  if (!(days > 0) || !(Date.now() - made.getTime() > (days + 1) * 864e5)) return;
  banner.querySelector("bdi").textContent = made.toLocaleDateString(document.documentElement.lang + "-u-ca-gregory-nu-latn", { dateStyle: "long" });
  banner.removeAttribute("hidden");
})();
