// Streamlit tells only the page itself whether it is light or dark; what opens over the page is told so here.
(() => {
  "use strict";

  // before Streamlit has started: what was chosen in its menu, else what the computer says
  let chosen = "";
  try { chosen = localStorage.getItem(`stActiveTheme-${location.pathname}-v2`) ?? ""; } catch {} // where a browser keeps nothing of a page
  const isDark = chosen.includes("Dark") || (!chosen.includes("Light") && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";

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
