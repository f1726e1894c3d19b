// The meeting on the big screen: arrow keys and the keys of a presenter lead on, Esc comes back, what is typed is saved at
// every pause, and what the server never confirmed is offered again.
(() => {
  "use strict";

  const PAUSE = 900;
  const KEEPS = 7 * 24 * 3600 * 1000;
  const writing = (element) => element instanceof Element && element.closest("input, textarea, select, [contenteditable], [role=combobox]") !== null;
  // A key pressed before the last one was answered waits for the link that the answer brings.
  const follow = (selector, tries = 20) => {
    const link = document.querySelector(selector);
    if (link === null) return false;
    if (link.href === location.href && tries > 0) setTimeout(() => follow(selector, tries - 1), 100);
    else link.click();
    return true;
  };
  const WAYS = { ArrowRight: ".walk-step.next[href]", PageDown: ".walk-step.next[href]", ArrowLeft: ".walk-step.previous[href]", PageUp: ".walk-step.previous[href]", Escape: ".walk-bare.leave" };

  document.addEventListener("keydown", (event) => {
    const way = WAYS[event.key];
    if (way === undefined || event.ctrlKey || event.metaKey || event.altKey || document.querySelector(".walk-steps") === null) return;
    if (event.key === "Escape" && writing(event.target)) return event.target.blur();
    if (writing(event.target)) return;
    if (follow(way)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(".walk-bare") : null;
    if (link?.classList.contains("enter")) document.documentElement.requestFullscreen?.().catch(() => {});
    if (link?.classList.contains("leave") && document.fullscreenElement) document.exitFullscreen();
  });
  // The browser keeps Esc for itself while it shows a page alone; when it is let go of, so is the bare screen.
  document.addEventListener("fullscreenchange", () => {
    if (document.fullscreenElement === null) follow(".walk-bare.leave");
  });

  // ---- saved as typed: Streamlit takes a text at Ctrl+Enter, so a pause presses it
  const field = (element) => (element instanceof HTMLTextAreaElement ? element.closest("[class*=st-key-beslutning_text_]") : null);
  const name = (place) => "draft:" + location.host + ":" + [...place.classList].find((css) => css.startsWith("st-key-beslutning_text_")).split("_")[2];
  let pause = 0;
  document.addEventListener("input", (event) => {
    const place = field(event.target);
    if (place === null) return;
    const area = event.target;
    localStorage.setItem(name(place), JSON.stringify({ text: area.value, at: Date.now() }));
    clearTimeout(pause);
    pause = setTimeout(() => area.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true })), PAUSE);
  });

  // ---- what was typed and never confirmed: kept here until the page shows it as decided
  const put = (area, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(area, text);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const offer = () => {
    const area = document.querySelector("[class*=st-key-beslutning_text_] textarea");
    const place = area && field(area);
    if (!place) return;
    const kept = JSON.parse(localStorage.getItem(name(place)) ?? "null");
    const shown = place.parentElement.querySelector(".draft-offer");
    const said = kept?.text.trim() ?? "";
    const decided = [...document.querySelectorAll("[data-decision] .walk-decided")].some((each) => each.textContent.trim() === said);
    const confirmed = document.querySelector(".saved-at")?.dataset.text === said;
    if (said === "" || decided || confirmed || Date.now() - kept.at > KEEPS) {
      if (decided || confirmed) localStorage.removeItem(name(place));
      shown?.remove();
      return;
    }
    if (area.value.trim() !== "" || shown !== null || Date.now() - kept.at < 3 * PAUSE) return;
    const box = Object.assign(document.createElement("div"), { className: "draft-offer" });
    const use = Object.assign(document.createElement("button"), { textContent: "Brug den", type: "button" });
    box.append(`Ikke gemt sidst: »${said}«`, use);
    use.addEventListener("click", () => {
      put(area, kept.text);
      box.remove();
    });
    place.after(box);
  };
  setInterval(offer, 1000);
})();
