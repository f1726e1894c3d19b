// The name that somebody gave where nobody signs in is remembered in their browser, and asked for once.
(() => {
  "use strict";
  setInterval(() => {
    const said = document.querySelector(".person-name")?.dataset.name;
    if (said === undefined) return;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    const kept = `navn=${encodeURIComponent(said)}`;
    if (!document.cookie.split("; ").includes(kept)) document.cookie = `${kept}; Path=/; Max-Age=31536000; SameSite=Strict${secure}`;
  }, 1000);
})();
