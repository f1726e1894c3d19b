// Links in our own HTML, followed without loading the app anew: to another page ("./indsats?…"), to this one with something
// set in its address ("?kilde=3-14") or taken from it ("?kilde="), or to a place on it (#unknown-light), which opens what it lies in.
(() => {
  "use strict";

  const plain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  const go = (address) => {
    history.pushState(history.state, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  };

  // "./indsats?…" names a page with all its filters; "?…" only sets something on this one.
  const address = (link) => {
    const given = link.getAttribute("href");
    if (!given.startsWith("?")) return link.href;
    const asked = new URLSearchParams(location.search);
    const set = new URLSearchParams(given);
    [...set.keys()].forEach((key) => asked.delete(key));
    set.forEach((value, key) => value !== "" && asked.append(key, value));
    return `${location.pathname}?${asked}`;
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(".stHtml a[href^='?'], .stHtml a[href^='./']") : null;
    if (link === null || !plain(event) || event.defaultPrevented) return;
    event.preventDefault();
    go(address(link));
  });

  // The navigation takes the filters along. Streamlit would drop them, and the way back would lead through the bare address.
  const FILTERS = ["plan", "maaned", "sammenlign", "omfang", "udvalg", "tema", "art", "ansvarlig", "behandling", "lys", "kendetegn", "tvaergaaende", "uden_afsluttede", "tekst"];

  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("[data-testid=stTopNavLink], [data-testid=stSidebarNavLink]") : null;
      if (link === null || !plain(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const kept = [...new URLSearchParams(location.search)].filter(([key]) => FILTERS.includes(key));
      go(`${new URL(link.href).pathname}${kept.length ? `?${new URLSearchParams(kept)}` : ""}`);
    },
    true,
  );

  // The clipboard of the browser exists only over https and on this machine; the old way works everywhere.
  const copied = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
    document.execCommand("copy");
    field.remove();
  };

  document.addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest(".stHtml a.copy-link") : null;
    if (link === null || !plain(event)) return;
    event.preventDefault();
    await copied(link.dataset.copies ?? location.href); // minutes are copied as text, a page as its address
    const before = link.textContent;
    link.textContent = link.dataset.said;
    setTimeout(() => (link.textContent = before), 2000);
  });

  // ---- a page alone on the screen: without the browser's frame, too; Esc comes back
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.bare") : null;
    if (link?.classList.contains("enter")) document.documentElement.requestFullscreen?.().catch(() => {});
    if (link?.classList.contains("leave") && document.fullscreenElement) document.exitFullscreen();
  });
  const comeBack = () => new URLSearchParams(location.search).has("skaerm") && document.querySelector("a.bare.leave")?.click();
  // The browser keeps Esc for itself while it shows a page alone; when it is let go of, so is the bare screen.
  document.addEventListener("fullscreenchange", () => document.fullscreenElement === null && comeBack());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.querySelector(".walk-steps") === null && !event.target.closest("input, textarea, [role=dialog], [role=listbox]")) comeBack();
  });

  const PATIENCE = 60000; // a busy machine draws a page after half a minute
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
