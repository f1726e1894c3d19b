// Where the keyboard is. What had the focus is often drawn anew: it is given back to the same thing, or else to the title of
// the page, so that it is never at the beginning of everything. A list can be skipped.
(() => {
  "use strict";

  const shown = () => `${location.pathname} ${new URLSearchParams(location.search).get("indsats")}`; // a card is a page, too
  let left = null; // what had the focus, and the page that it was on

  document.addEventListener("focusin", ({ target }) => (left = { element: target, page: shown() }));
  document.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget === null) setTimeout(() => left?.element.isConnected && document.activeElement === document.body && (left = null));
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

  setInterval(() => {
    if (left === null || left.element.isConnected || document.activeElement !== document.body) return;
    if (document.querySelector("[data-test-script-state=running], [role=dialog]") !== null) return;
    const title = document.querySelector(".stMain h1, .stMain h2");
    const found = again(left) ?? title;
    if (found === null) return;
    if (found === title) title.tabIndex = -1;
    found.focus({ preventScroll: found === title });
  }, 150);

  document.addEventListener("click", (event) => {
    const skip = event.target instanceof Element ? event.target.closest("a.skip") : null;
    if (skip === null) return;
    event.preventDefault();
    [...document.querySelectorAll(".skip-end")].find((end) => skip.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING)?.focus();
  });
})();
