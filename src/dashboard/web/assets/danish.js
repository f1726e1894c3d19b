// Streamlit has no setting for the language of its own texts. This script, loaded before it, says them in Danish:
// Plotly through its locale, everything else by replacing known texts where they appear. What we write ourselves is left alone.
(() => {
  "use strict";

  // Calendars, their first day of the week, and numbers follow the language of the browser: it is Danish here, whatever it is.
  Object.defineProperty(navigator, "language", { get: () => "da-DK" });
  Object.defineProperty(navigator, "languages", { get: () => ["da-DK", "da"] });

  window.PlotlyLocales = [
    {
      moduleType: "locale",
      name: "da",
      dictionary: {
        Autoscale: "Tilpas akserne",
        "Box Select": "Vælg område",
        "Download plot": "Hent som billede",
        "Download plot as a PNG": "Hent som PNG",
        "Lasso Select": "Vælg frit",
        Pan: "Flyt",
        Reset: "Nulstil",
        "Reset axes": "Nulstil akserne",
        "Toggle Spike Lines": "Vis hjælpelinjer",
        Zoom: "Zoom",
        "Zoom in": "Zoom ind",
        "Zoom out": "Zoom ud",
        "Double-click to zoom back out": "Dobbeltklik for at zoome ud",
        "Click to enter X axis title": "",
        "Click to enter Y axis title": "",
        "Click to enter Plot title": "",
      },
      format: {
        days: ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"],
        shortDays: ["søn", "man", "tir", "ons", "tor", "fre", "lør"],
        months: ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"],
        shortMonths: ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        date: "%d-%m-%Y",
        decimal: ",",
        thousands: ".",
      },
    },
  ];

  const TEXTS = {
    // the frame around the page
    "Skip to main content": "Gå til indholdet",
    "App pages": "Sider",
    "Collapse sidebar": "Skjul filtre",
    "Expand sidebar": "Vis filtre",
    Sidebar: "Filtre",
    "Main menu": "Menu",
    "Navigate to home page": "Til forsiden",
    Notifications: "Beskeder",
    Print: "Udskriv",
    "Record screen": "Optag skærmen",
    "Record a screencast": "Optag skærmen",
    "Stop recording": "Stop optagelsen",
    About: "Om",
    Theme: "Udseende",
    System: "Som computeren",
    Light: "Lyst",
    Dark: "Mørkt",
    Rerun: "Opdatér",
    "Always rerun": "Opdatér altid",
    "Running...": "Arbejder …",
    RUNNING: "ARBEJDER",
    "Stopping...": "Stopper …",
    CONNECTING: "FORBINDER",
    Connecting: "Forbinder",
    Close: "Luk",
    Cancel: "Fortryd",
    Copy: "Kopiér",
    Copied: "Kopieret",
    "Copy to clipboard": "Kopiér",
    "Copy version to clipboard": "Kopiér versionens nummer",
    "Try again": "Prøv igen",
    Retry: "Prøv igen",
    Help: "Hjælp",
    "Link to heading": "Link til overskriften",
    Fullscreen: "Fuld skærm",
    "App Logo": "Planens navn",
    "Stop script": "Stop",
    "Button action menu": "Menu",
    "Scroll tabs left": "Rul faner til venstre",
    "Scroll tabs right": "Rul faner til højre",
    "Scrollable table": "Tabel, der kan rulles",
    Pagination: "Sider",
    Increment: "Én op",
    Decrement: "Én ned",
    "Close fullscreen": "Luk fuld skærm",
    // lists to choose from
    Open: "Åbn listen",
    "Clear value": "Ryd",
    "Clear all": "Ryd alle",
    "Select all": "Vælg alle",
    "Selected values": "Valgte",
    Suggestions: "Forslag",
    "Show suggestions": "Vis forslag",
    Dismiss: "Luk",
    "No results": "Intet passer",
    "No options to select": "Intet at vælge",
    "Choose an option": "Vælg",
    "Choose options": "Vælg",
    "Choose or add an option": "Vælg eller tilføj",
    "Choose or add options": "Vælg eller tilføj",
    // dates
    yyyy: "åååå",
    "Choose date": "Vælg dato",
    "Clear date": "Ryd dato",
    "Previous month": "Forrige måned",
    "Next month": "Næste måned",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": "Piletasterne flytter, Enter vælger, Esc lukker.",
    // files
    Upload: "Vælg filer",
    "Add files": "Tilføj filer",
    "Browse files": "Vælg filer",
    "Drag and drop file here": "Træk filen hertil",
    "Drag and drop files here": "Træk filerne hertil",
    "Drag and drop a file here": "Træk en fil hertil",
    "file upload": "Vælg filer",
    "Error:": "",
    "Previous page": "Forrige side",
    "Next page": "Næste side",
    "Previous files": "Forrige filer",
    "Next files": "Næste filer",
    "add icon": "",
    "Download failed": "Hentningen mislykkedes",
    // tables
    Search: "Søg",
    "Close Search": "Luk søgning",
    "Next Result": "Næste",
    "Previous Result": "Forrige",
    "Download as CSV": "Hent som CSV",
    "Show/hide columns": "Vis eller skjul kolonner",
    "Clear selection": "Ryd valget",
    "Sort ascending": "Sortér stigende",
    "Sort descending": "Sortér faldende",
    "Pin column": "Fastgør kolonne",
    "Unpin column": "Frigør kolonne",
    "Hide column": "Skjul kolonne",
    Autosize: "Tilpas bredden",
    Format: "Format",
    "No data": "Ingen data",
    // when something is wrong
    "Connection error": "Ingen forbindelse",
    "Connection timed out.": "Der er ingen forbindelse til appen.",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "Kører appen stadig? Er den blevet lukket, så start den igen: siden kommer selv tilbage, hvor den var.",
    "streamlit run yourscript.py": "python start.py",
    "Streamlit server is not responding. Are you connected to the internet?":
      "Appen svarer ikke. Kontrollér forbindelsen til netværket.",
    "Page not found": "Siden findes ikke",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Der er ingen side med den adresse. Forsiden vises i stedet.",
    "Script execution error": "Der opstod en fejl",
    "Unknown error": "Ukendt fejl",
    "Unknown Error": "Ukendt fejl",
  };

  // Where a name of one's own can be written; elsewhere what is written is looked for.
  const WRITTEN = "[class*='st-key-indkald_'], .st-key-nyt_hvem";
  const PATTERNS = [
    [/^Remove (.+)$/, "Fjern $1"],
    [/^Page (\d+)$/, "Side $1"],
    [/^Upload (.+)$/, "Vælg filer til $1"],
    [/^Shortcut (.+)$/, "Genvej $1"],
    [/^Selected Date: (.+)$/, (_, date) => `Valgt dato: ${new Date(date).toLocaleDateString("da-DK", { dateStyle: "long" })}`],
    [/^Choose date, (.+)$/, "Vælg dato, $1"],
    [/^(?:Error: |: )?Date set outside allowed range\. Please select a date between (.+) and (.+)\.$/, "Datoen skal ligge mellem $1 og $2."],
    [/^day, (.+)$/, "dag, $1"],
    [/^month, (.+)$/, "måned, $1"],
    [/^year, (.+)$/, "år, $1"],
    [/^Add: (.+)$/s, (_, said) => `${document.activeElement?.closest(WRITTEN) ? "Brug" : "Søg efter"} »${said}«`],
    [/^(\d+) options? available\.$/, "$1 valgmuligheder."],
    [/^(.+), selected$/, "$1, valgt"],
    [/^Help for (.+)$/, "Hjælp til $1"],
    [/^Select (\d+) matches$/, "Vælg de $1 fundne"],
    [/^(\d+) more$/, "$1 mere"],
    [/^View (\d+) more$/, "Vis $1 mere"],
    [/^Current page: (.+)$/, "Aktuel side: $1"],
    [/^You have requested page (.+?), but no corresponding file was found.*$/s, "Der er ingen side med adressen $1. Forsiden vises i stedet."],
    [/^Press (.+) to (?:apply|submit form)$/, "Tryk $1"],
    [/^Made with Streamlit.*$/, ""],
    [/^(\d+) ?MB per file$/, "eller træk en eller flere hertil, højst $1 MB pr. fil"],
    [/^File must be ([\d.]+?)(?:\.0)? ?(B|KB|MB|GB) or smaller\.?$/, "Filen er for stor og er ikke læst: højst $1 $2. Gem månedens ark for sig, uden billeder."],
    [/^(?:AxiosError: )?Request failed with status code 413$/, "Filen er for stor til serveren og er ikke læst. Gem månedens ark for sig, uden billeder."],
    [/^(?:AxiosError: )?Request failed with status code 403$/, "Filen blev ikke modtaget. Genindlæs siden, og log ind igen."],
    [/^(?:AxiosError: )?(?:Request failed with status code \d+|Network Error)$/, "Filen kom ikke frem og er ikke læst. Prøv igen."],
    [/^(.+, )?([\d.]+) ?(B|KB|MB|GB)$/, (_, name, size, unit) => `${name ?? ""}${size.replace(".", ",")} ${unit}`],
  ];

  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt"];
  const UNTOUCHED = ".stHtml, .js-plotly-plot, input, textarea, script, style";
  const OURS_UNLESS_A_SENTENCE = "[data-testid='stMarkdownContainer']";
  const NEVER_OURS = "[data-testid='stFileUploaderDropzone'], .rc-overflow-item-rest";
  const SENTENCE = 30;

  const danish = (text) => {
    const said = text.trim();
    if (said === "") return null;
    if (Object.hasOwn(TEXTS, said)) return text.replace(said, TEXTS[said]);
    for (const [pattern, replacement] of PATTERNS) {
      if (pattern.test(said)) return text.replace(said, said.replace(pattern, replacement));
    }
    return null;
  };

  const translateText = (node) => {
    const around = node.parentElement;
    if (around === null || around.closest(UNTOUCHED) !== null) return;
    const isOurs = around.closest(OURS_UNLESS_A_SENTENCE) !== null && around.closest(NEVER_OURS) === null;
    if (isOurs && node.nodeValue.length < SENTENCE) return;
    const said = danish(node.nodeValue);
    if (said !== null && said !== node.nodeValue) node.nodeValue = said;
  };

  const translateAttributes = (element) => {
    if (element.closest(".stHtml") !== null) return;
    for (const name of ATTRIBUTES) {
      if (!element.hasAttribute(name)) continue;
      const given = element.getAttribute(name);
      const said = danish(given);
      if (said !== null && said !== given) element.setAttribute(name, said);
    }
  };

  const translate = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return undefined;
    translateAttributes(root);
    root.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join(",")).forEach(translateAttributes);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) translateText(texts.currentNode);
    return undefined;
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") translateAttributes(change.target);
      else if (change.type === "characterData") translateText(change.target);
      else change.addedNodes.forEach(translate);
    }
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
})();
