// The meeting on the big screen: arrow keys and the keys of a presenter lead on, and Esc comes back.
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
})();
