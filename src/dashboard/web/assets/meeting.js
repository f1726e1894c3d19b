// The meeting on the big screen: arrow keys and the keys of a presenter lead on, Esc comes back, / looks a line up. It is
// opened where it was left, and can show how long each point takes.
(() => {
  "use strict";

  const writing = (element) => element instanceof Element && element.closest("input, textarea, select, [contenteditable], [role=combobox]") !== null;
  // A key pressed before the last one was answered waits for the link that the answer brings.
  const follow = (selector, tries = 20) => {
    const link = document.querySelector(selector);
    if (link === null) return false;
    if (link.href === location.href && tries > 0) setTimeout(() => follow(selector, tries - 1), 100);
    else link.click();
    return true;
  };
  // Nobody writes any more: the keyboard goes to the way on, or back, or it would be given back to the field (focus.js).
  const WAY_ON = [".called-up .walk-step.previous", ".walk-step.next[href]", ".walk-step.previous"];
  const leaveField = () => WAY_ON.map((way) => document.querySelector(way)).find((link) => link !== null)?.focus({ preventScroll: true });
  const WAYS = { ArrowRight: ".walk-step.next[href]", PageDown: ".walk-step.next[href]", ArrowLeft: ".walk-step.previous[href]", PageUp: ".walk-step.previous[href]", Escape: ".called-up .walk-step.previous, .bare.leave" };

  document.addEventListener("keydown", (event) => {
    const search = event.key === "/" && !writing(event.target) ? document.querySelector(".st-key-gennemgang_soeg input") : null;
    if (search !== null) {
      event.preventDefault();
      return search.focus();
    }
    const way = WAYS[event.key];
    if (way === undefined || event.ctrlKey || event.metaKey || event.altKey || document.querySelector(".walk-steps") === null) return;
    if (event.key === "Escape" && writing(event.target)) return leaveField();
    if (writing(event.target)) return;
    if (follow(way)) event.preventDefault();
  });

  // ---- where it was left: an address of the walk-through that names no point leads there
  const stationOf = (meeting) => "walk:" + meeting;
  const resumed = (href) => {
    const address = new URL(href, location.href);
    const asked = address.searchParams;
    const left = asked.has("punkt") || asked.get("del") !== "gennemgang" ? null : localStorage.getItem(stationOf(asked.get("moede")));
    if (left === null) return null;
    asked.set("punkt", left);
    return address.href;
  };
  const opened = resumed(location.href);
  if (opened !== null) history.replaceState(history.state, "", opened);
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest(".stHtml a[href*='del=gennemgang']") : null;
      const there = link === null ? null : resumed(link.href);
      if (there !== null) link.setAttribute("href", "./" + there.slice(there.lastIndexOf("/") + 1));
    },
    true,
  );

  // A line that was looked up lets go of the keyboard, so that the arrow leads back.
  let shownLine = null;
  setInterval(() => {
    const line = new URLSearchParams(location.search).get("linje");
    if (line === shownLine || (line !== null && document.querySelector(".called-up") === null)) return; // not drawn yet
    if (document.activeElement?.closest(".st-key-gennemgang_soeg")) leaveField();
    shownLine = line;
  }, 200);

  // ---- time per point, by meeting and point, while the chair wants it
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const read = (key) => JSON.parse(localStorage.getItem(key) ?? "{}");
  document.addEventListener("click", (event) => {
    const choice = event.target instanceof Element ? event.target.closest("[data-minutes]") : null;
    if (choice === null) return;
    event.preventDefault();
    localStorage.setItem("time:limit", choice.dataset.minutes);
    if (choice.dataset.minutes === "") Object.keys(localStorage).filter((key) => key.startsWith("time:spent:")).forEach((key) => localStorage.removeItem(key));
    choice.closest("details").open = false;
    show();
  });
  const show = (seconds = 0) => {
    const steps = document.querySelector(".walk-steps");
    if (steps === null) return;
    const { meeting, station } = steps.dataset;
    localStorage.setItem(stationOf(meeting), station);
    const place = steps.querySelector(".walk-clock");
    const limit = localStorage.getItem("time:limit") ?? "";
    const isPoint = /^\d+$/.test(station);
    if (limit === "" || !isPoint) {
      place.textContent = "";
      return;
    }
    const spent = read("time:spent:" + meeting);
    spent[station] = (spent[station] ?? 0) + seconds;
    localStorage.setItem("time:spent:" + meeting, JSON.stringify(spent));
    const most = Number(limit) * 60;
    place.textContent = clock(spent[station]) + (most > 0 ? ` af ${clock(most)}` : "");
    place.classList.toggle("over", most > 0 && spent[station] > most);
  };
  setInterval(() => show(document.hidden ? 0 : 1), 1000);
})();
