// Streamlit tells only the page itself whether it is light or dark; what opens over the page is told so here.
(() => {
  "use strict";

  let app = null;
  const tell = () => (document.documentElement.dataset.theme = getComputedStyle(app).colorScheme);
  const changes = new MutationObserver(tell);

  new MutationObserver(() => {
    const found = document.querySelector(".stApp");
    if (found === null || found === app) return;
    app = found;
    changes.observe(app, { attributeFilter: ["class"] });
    tell();
  }).observe(document.documentElement, { subtree: true, childList: true });
})();
