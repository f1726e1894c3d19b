// What the page is made of, told on <html> before it is drawn, for the styles: html[data-shows~=walk]. Said with :has(), it would
// be worked out anew at every change within the page, which took a fifth of the time of a page change.
(() => {
  "use strict";

  const SHOWS = {
    "first-sight": "#first-sight",
    bare: ".bare.leave",
    walk: ".walk-steps",
    meeting: ".meeting-head",
    case: ".st-key-hele_sagen, .st-key-skriv_hele_sagen",
    head: ".st-key-sidehoved, .st-key-moedehoved",
    content: ".stMain :is(.stHtml, [data-testid=stAlert])",
    sidebar: "[data-testid=stSidebar]",
    "open-sidebar": "[data-testid=stSidebar][data-collapsed=false]",
    "open-search": ".st-key-soegning [aria-expanded=true]",
  };
  const html = document.documentElement;
  const tell = () => {
    const shown = Object.keys(SHOWS).filter((name) => document.querySelector(SHOWS[name]) !== null).join(" ");
    if (html.dataset.shows !== shown) html.dataset.shows = shown;
  };
  const attributeFilter = ["class", "data-collapsed", "aria-expanded", "data-testid"];
  new MutationObserver(tell).observe(html, { subtree: true, childList: true, attributes: true, attributeFilter });
})();
