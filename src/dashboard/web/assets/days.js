// A date that does not exist, such as 31.02.2026, is told, and nothing is sent until it is written anew. Streamlit would make
// it the 28th when the field is left, at Enter, or at a press outside of it: none of these reaches it before the date exists.
(() => {
  "use strict";

  const FIELD = ".react-aria-DateField";
  const written = (field) => {
    const [day, month, year] = ["day", "month", "year"].map((type) => Number(field.querySelector(`[data-type=${type}]`)?.textContent.trim()));
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return day > last ? [day, month].map((part) => String(part).padStart(2, "0")).join(".") + `.${year}` : "";
  };
  const tell = (field, wrong) => {
    const place = field.closest("[data-testid=stDateInput]");
    const told = place.querySelector(".wrong-day");
    if (wrong === null) return undefined;
    if (wrong === "") return told?.remove();
    const note = told ?? place.appendChild(Object.assign(document.createElement("div"), { className: "wrong-day" }));
    note.setAttribute("role", "alert");
    note.textContent = `${wrong} findes ikke. Skriv en anden dato.`;
    return undefined;
  };
  // The day is taken out, so that the field holds no date that anybody could make another of; what is typed meanwhile stays.
  let emptying;
  const empty = (field, tries = 4) => {
    const day = field.querySelector("[data-type=day]");
    if (tries === 0 || !/^\d/.test(day.textContent)) return;
    day.focus();
    day.dispatchEvent(new KeyboardEvent("keydown", { key: "Backspace", code: "Backspace", bubbles: true, cancelable: true }));
    emptying = setTimeout(() => empty(field, tries - 1), 30);
  };
  const stop = (event) => {
    if (event.type === "keydown" && event.isTrusted) clearTimeout(emptying);
    const field = event.target instanceof Element ? event.target.closest(FIELD) : null;
    if (field === null || (event.type === "keydown" && event.key !== "Enter")) return;
    if (event.type === "focusout" && field.contains(event.relatedTarget)) return;
    const wrong = written(field);
    if (wrong === "") return tell(field, /^\d/.test(field.querySelector("[data-type=day]").textContent) ? "" : null);
    event.stopImmediatePropagation();
    tell(field, wrong);
    emptying = setTimeout(() => empty(field));
  };
  const press = (event) => {
    const field = document.activeElement?.closest(FIELD);
    if (field && !field.contains(event.target) && written(field) !== "") event.stopImmediatePropagation();
  };
  addEventListener("focusout", stop, true);
  addEventListener("keydown", stop, true);
  addEventListener("pointerdown", press, true);
  addEventListener("mousedown", press, true);
})();
