// What is typed is kept here until the server says that it has it. A box that saves by itself sends its text at every
// pause or when it is left, and again after a break; what was never confirmed is offered when the page is opened again.
// Only what was typed is sent: a box that says something else than the server is perhaps not drawn yet.
(() => {
  "use strict";

  const PAUSE = 900, AGAIN = 4000, TRIES = 4, SILENCE = 7000, LOOK = 250;
  const KEEPS = 7 * 24 * 3600 * 1000;
  const sent = new Map(); // by name: when it was sent first and last, and how many times
  let taking = null; // a draft that goes on with an earlier record, while the page opens that
  let isOurs = false;
  let wasConnected = true;
  let left = null; // the box that a break took the keyboard from

  const isConnected = () => document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState === "CONNECTED";
  const boxOf = (mark) => mark.dataset.field === "" ? null : document.querySelector(`.st-key-${CSS.escape(mark.dataset.field)} :is(textarea, input)`);
  const marks = () => [...document.querySelectorAll(".kept")];
  const placeOf = (mark) => "draft:" + mark.dataset.name;
  const draftOf = (mark) => JSON.parse(localStorage.getItem(placeOf(mark)) ?? "null");
  const isSavedIn = (mark, text) => text === mark.dataset.saved || (text !== "" && JSON.parse(mark.dataset.known).includes(text));

  const goes = (sends, box) => sends === "pauses" || (sends === "left" && document.activeElement !== box);

  const put = (box, text) => {
    const { selectionStart, selectionEnd } = box;
    const kind = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    if (document.activeElement === box) box.setSelectionRange(selectionStart, selectionEnd);
  };
  const commit = (box) => box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", ctrlKey: box instanceof HTMLTextAreaElement, bubbles: true }));

  document.addEventListener("input", (event) => {
    const mark = isOurs ? undefined : marks().find((each) => boxOf(each) === event.target);
    if (mark === undefined) return;
    localStorage.setItem(placeOf(mark), JSON.stringify({ text: event.target.value, at: Date.now(), over: mark.dataset.over }));
    sent.delete(mark.dataset.name);
    left = event.target;
    sign(mark);
  });

  // Streamlit sends a text once. When that was lost, only another text is sent: the same with a space at its end, or without.
  const send = (mark, box) => {
    const last = sent.get(mark.dataset.name) ?? { first: Date.now(), at: 0, tries: 0 };
    if (Date.now() - last.at < AGAIN || last.tries >= TRIES) return;
    sent.set(mark.dataset.name, { ...last, at: Date.now(), tries: last.tries + 1 });
    if (last.tries > 0) {
      isOurs = true;
      put(box, box.value.endsWith(" ") ? box.value.trimEnd() : `${box.value} `);
      isOurs = false;
    }
    setTimeout(() => commit(box), 50); // React has taken the text by then
  };

  // A text that was written over a record goes on with that, also when the server has forgotten that it did.
  const take = (mark, draft) => {
    const open = draft.over === "" || draft.over === mark.dataset.over ? null : document.querySelector(`.st-key-ret_${draft.over} button`);
    if (open === null) return false;
    taking = { name: mark.dataset.name, ...draft };
    open.click();
    return true;
  };

  const offer = (mark, box, draft) => {
    const shown = mark.nextElementSibling?.matches(".draft-offer") ? mark.nextElementSibling : null;
    const said = draft?.text.trim() ?? "";
    if (box === null || said === "" || said === box.value.trim() || Date.now() - draft.at < 3 * PAUSE) return shown?.remove();
    if (shown !== null) return undefined;
    const made = Object.assign(document.createElement("div"), { className: "draft-offer" });
    const [use, drop] = ["Brug den", "Kassér den"].map((textContent) => Object.assign(document.createElement("button"), { textContent, type: "button" }));
    made.append(`Ikke gemt sidst: »${said}«`, use, drop);
    use.addEventListener("click", () => {
      if (!take(mark, draft)) put(box, draft.text);
      made.remove();
    });
    drop.addEventListener("click", () => {
      localStorage.removeItem(placeOf(mark));
      made.remove();
    });
    mark.after(made);
    return undefined;
  };

  const sign = (mark) => {
    const box = boxOf(mark);
    const text = box?.value.trim() ?? "";
    const last = sent.get(mark.dataset.name);
    const isSilent = !isConnected() || (last !== undefined && Date.now() - last.first > SILENCE);
    mark.dataset.state = box === null || isSavedIn(mark, text) ? (text === "" ? "empty" : "saved") : isSilent ? "silent" : "waits";
  };

  const look = (mark) => {
    const { name, over, sends } = mark.dataset;
    const box = boxOf(mark);
    let draft = draftOf(mark);
    if (draft !== null && (JSON.parse(mark.dataset.known).includes(draft.text.trim()) || draft.text.trim() === mark.dataset.saved || Date.now() - draft.at > KEEPS)) {
      localStorage.removeItem(placeOf(mark));
      draft = null;
    }
    sign(mark);
    if (taking?.name === name && taking.over === over && box !== null) {
      put(box, taking.text);
      box.focus();
      taking = null;
    } else if (box === null || isSavedIn(mark, box.value.trim())) {
      sent.delete(name);
      offer(mark, box, draft);
    } else if (draft !== null && goes(sends, box) && taking === null && isConnected() && !box.disabled && Date.now() - draft.at > PAUSE) {
      if (over !== "" || !take(mark, draft)) send(mark, box);
    }
  };

  setInterval(() => {
    const here = isConnected();
    if (here && !wasConnected) sent.forEach((last) => Object.assign(last, { first: Date.now(), at: 0, tries: 1 }));
    wasConnected = here;
    marks().forEach(look);
    if (left?.isConnected && !left.disabled && left.dataset.broken === "ja" && document.activeElement === document.body) left.focus();
    if (left !== null) left.dataset.broken = left.disabled ? "ja" : "";
  }, LOOK);

  const leave = () => marks().forEach((mark) => {
    const box = boxOf(mark);
    if (box !== null && draftOf(mark) !== null && mark.dataset.sends !== "never" && !isSavedIn(mark, box.value.trim())) commit(box);
  });
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => document.hidden && leave());
})();
