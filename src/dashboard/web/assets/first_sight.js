// What is seen before the framework has started goes when the framework has drawn the same, or shows something else.
(() => {
  "use strict";

  const THERE = "#root :is(.changes-head, .empty, [data-testid=stAlert])";
  const DONE = "#root [data-test-script-state=notRunning] .stMain .stHtml";
  try {
    const side = Number.parseInt(localStorage.getItem("sidebarWidth") ?? "", 10);
    if (side > 0) document.documentElement.style.setProperty("--first-side", `${side}px`);
  } catch {} // where a browser keeps nothing of a page

  new MutationObserver((_, observer) => {
    if (document.querySelector(`${THERE}, ${DONE}`) !== null) {
      document.getElementById("first-sight")?.remove(); // which is there on Overblik alone, and when it was made in time
      observer.disconnect();
      // what draws figures is read when the page has long been still, so that the next page has it
      setTimeout(() => requestIdleCallback(() => import(document.querySelector("link[rel=prefetch]").href)), 2000);
    }
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"] });
})();
