// Links in our own HTML, followed without loading the app anew. A link that only sets something in the address
// ("?kilde=3-14") keeps what else stands there; one that names a place on the page (#unknown-light) opens what it lies in.
(() => {
  "use strict";

  const plain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(".stHtml a[href^='?']") : null;
    if (link === null || !plain(event) || event.defaultPrevented) return;
    event.preventDefault();
    const asked = new URLSearchParams(location.search);
    new URLSearchParams(link.getAttribute("href")).forEach((value, key) => asked.set(key, value));
    history.pushState(history.state, "", `${location.pathname}?${asked}`);
    dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  });

  const PATIENCE = 15000;
  let waiting = null;

  // The page is drawn after the address is known, so the place is waited for.
  const show = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const place = name === "" ? null : document.getElementById(name);
    if (place === null || place.closest(".stHtml") === null) return false;
    for (let around = place; around !== null; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) around.open = true;
    }
    place.scrollIntoView({ block: "start" });
    return true;
  };

  const seek = () => {
    waiting?.disconnect();
    if (location.hash === "" || show()) return;
    waiting = new MutationObserver(() => {
      if (show()) waiting.disconnect();
    });
    waiting.observe(document.documentElement, { subtree: true, childList: true });
    setTimeout(() => waiting?.disconnect(), PATIENCE);
  };

  addEventListener("hashchange", seek);
  seek();
})();
