// The first visit, in three sentences over the page: shown until it is closed, which this browser remembers.
(() => {
  "use strict";
  const KEY = "velkommen";
  const SENTENCES = [
    "Her ser du trafiklyset for hver indsats i planen, hvad der er ændret siden sidst, og hvad der er besluttet.",
    "Alt kan åbnes: et tal viser de indsatser, det tæller, og et navn viser indsatsens eget kort.",
    "Øverst på hver side fortæller »Hvordan læses siden?«, hvad du ser og hvad farverne betyder.",
  ];

  addEventListener("DOMContentLoaded", () => {
    if (localStorage.getItem(KEY) !== null) return;
    const box = document.createElement("aside");
    box.className = "welcome";
    box.setAttribute("aria-label", "Velkommen");
    box.append(
      ...SENTENCES.map((sentence) => Object.assign(document.createElement("p"), { textContent: sentence })),
      Object.assign(document.createElement("button"), { type: "button", textContent: "Forstået" }),
    );
    box.lastElementChild.addEventListener("click", () => {
      localStorage.setItem(KEY, "set");
      box.remove();
    });
    document.body.prepend(box);
  });
})();
