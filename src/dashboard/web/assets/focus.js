// Where the keyboard is. What had the focus is often drawn anew: it is given back to the same thing, or else to the title of
// the page, so that it is never at the beginning of everything. A list can be skipped.
(() => {
  "use strict";

  const shown = () => `${location.pathname} ${new URLSearchParams(location.search).get("indsats")}`; // a card is a page, too
  let left = null; // what had the focus, and the page that it was on

  document.addEventListener("focusin", ({ target }) => (left = { element: target, page: shown() }));
  // What is still seen when the pointer was pressed was let go of on purpose; all else lost the focus by itself, also what is
  // taken out a moment later.
  let pressed = -Infinity;
  document.addEventListener("pointerdown", () => (pressed = performance.now()), true);
  const isSeen = (element) => element.isConnected && element.checkVisibility();
  document.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget !== null || left === null) return;
    const leaving = (left = { ...left, isLeaving: true });
    setTimeout(() => {
      if (left === leaving) left = performance.now() - pressed < 500 && isSeen(left.element) && document.activeElement === document.body ? null : { ...left, isLeaving: false };
    });
  });

  const again = ({ element, page }) => {
    if (page !== shown()) return null;
    const within = element.dataset.focusWithin;
    const box = within ? document.querySelector(`.${CSS.escape(within)}`) : document;
    const alike = [...(box ?? document).querySelectorAll(element.tagName)].filter((each) => each.checkVisibility() && each.tabIndex >= 0);
    const href = element.getAttribute("href");
    const same = (name) => element.getAttribute(name) !== null && alike.find((each) => each.getAttribute(name) === element.getAttribute(name));
    if (href !== null && href !== "#" && same("href")) return same("href");
    return same("aria-label") || (within ? alike[0] : null) || (element.className !== "" && same("class")) || null;
  };
  // Once it is out of the page it has no surroundings: those that Streamlit names are written down while it has.
  document.addEventListener("focusin", ({ target }) => {
    const named = [...(target.closest("[class*='st-key-']")?.classList ?? [])].find((name) => name.startsWith("st-key-"));
    if (named !== undefined) target.dataset.focusWithin = named;
  });

  // What scrolls by itself and holds nothing that the keyboard comes to is come to itself.
  const SCROLLS = ".st-key-fortaeller, .st-key-beslutninger, .walk-list, .scroll, .drawn-figure, .udvalg-matrix-frame, [data-testid=stPopoverBody], [data-testid=stVerticalBlock]:has(> .st-key-maaneder)";
  const reach = () => {
    for (const each of document.querySelectorAll(SCROLLS)) {
      const hides = each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1;
      const isAlone = hides && each.querySelector("a[href]:not([tabindex='-1']), button, input, textarea, summary") === null;
      if (isAlone !== (each.tabIndex === 0)) each.tabIndex = isAlone ? 0 : -1;
    }
  };

  let page = shown(); // the one that the keyboard was on last
  setInterval(() => {
    reach();
    if (document.activeElement !== document.body) page = shown();
    else if (left === null ? page !== shown() : !left.isLeaving) giveBack();
  }, 150);
  const giveBack = () => {
    const opened = [...document.querySelectorAll("[role=dialog]")].some((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
    if (opened || document.querySelector("[data-test-script-state=running]") !== null) return;
    const title = document.querySelector(".stMain h1, .stMain h2");
    const found = left === null ? title : isSeen(left.element) ? left.element : (again(left) ?? title);
    if (found === null) return;
    if (found === title) title.tabIndex = -1;
    found.focus({ preventScroll: found === title });
  };

  document.addEventListener("click", (event) => {
    const skip = event.target instanceof Element ? event.target.closest("a.skip") : null;
    if (skip === null) return;
    event.preventDefault();
    [...document.querySelectorAll(".skip-end")].find((end) => skip.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING)?.focus();
  });
})();
