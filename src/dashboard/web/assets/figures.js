// Figures: what is clicked in a Plotly figure leads to the address that the point carries, and every figure can be taken away
// as a picture or as numbers. Both are made here when asked for: pictures of what is on the screen, so they show what was seen.
(() => {
  "use strict";

  const NS = "http://www.w3.org/2000/svg";
  const MARGIN = 16;
  const SCALE = 2;
  const FONT = "'Segoe UI', 'Liberation Sans', Arial, sans-serif";
  const closest = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);

  // ---- clicks lead on: a point's customdata is the address behind it

  const wired = new WeakSet();
  const leadOf = (event) => {
    const lead = event.points?.[0]?.customdata;
    return typeof lead === "string" && lead.startsWith("./") ? lead : null;
  };

  document.addEventListener("pointerover", (event) => {
    const plot = closest(event, ".js-plotly-plot");
    if (plot === null || typeof plot.on !== "function" || wired.has(plot._ev)) return;
    wired.add(plot._ev);
    const hand = (shape) => plot.querySelectorAll(".nsewdrag").forEach((area) => (area.style.cursor = shape));
    plot.on("plotly_hover", (hovered) => hand(leadOf(hovered) === null ? "" : "pointer"));
    plot.on("plotly_unhover", () => hand(""));
    plot.on("plotly_click", (clicked) => {
      const lead = leadOf(clicked);
      if (lead === null) return;
      if (clicked.event?.ctrlKey || clicked.event?.metaKey) return void open(lead, "_blank", "noopener");
      history.pushState(history.state, "", lead);
      dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
    });
  });

  // ---- pictures: of Plotly's own layers, or of what is drawn as HTML

  const element = (name, attributes, parent) => {
    const made = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    parent?.append(made);
    return made;
  };

  const ofPlot = (plot) => {
    const box = plot.getBoundingClientRect();
    const picture = element("svg", { width: box.width, height: box.height });
    for (const layer of plot.querySelectorAll(".main-svg")) {
      const copy = layer.cloneNode(true);
      copy.querySelectorAll(".hoverlayer, .nsewdrag, .drag").forEach((part) => part.remove());
      copy.removeAttribute("class");
      copy.removeAttribute("style");
      picture.append(copy);
    }
    return picture;
  };

  const inside = async (url) => {
    const reader = new FileReader();
    reader.readAsDataURL(await (await fetch(url)).blob());
    await new Promise((done) => (reader.onload = done));
    return reader.result;
  };

  // Every rule of the page's stylesheets. A picture fetches nothing, so the typeface goes into it.
  const stylesFor = async (family) => {
    const styles = [];
    for (const { href, cssRules } of document.styleSheets) {
      for (const rule of cssRules) {
        const said = (property) => rule.style.getPropertyValue(property);
        if (!(rule instanceof CSSFontFaceRule)) styles.push(rule.cssText);
        else if (family.startsWith(said("font-family")) && said("font-style") === "normal") {
          const [, url] = rule.cssText.match(/url\("(.*?)"\)/);
          styles.push(rule.cssText.replace(url, await inside(new URL(url, href))));
        }
      }
    }
    return styles.join("\n");
  };

  const ofDrawing = async (drawing) => {
    const picture = element("svg", { width: drawing.scrollWidth, height: drawing.scrollHeight });
    const { fontFamily, fontSize, lineHeight } = getComputedStyle(drawing);
    const page = document.createElement("div");
    page.className = "stHtml being-copied"; // nothing sticks to the edge of the window
    const spacing = parseFloat(lineHeight) / parseFloat(fontSize); // a share of the letters: smaller ones stand closer
    Object.assign(page.style, { width: `${drawing.clientWidth}px`, color: "#111111", fontFamily, fontSize, lineHeight: spacing });
    page.append(document.createElement("style"), drawing.cloneNode(true));
    page.firstChild.textContent = await stylesFor(fontFamily);
    element("foreignObject", { width: "100%", height: "100%" }, picture).append(page);
    return picture;
  };

  // The picture stands alone in a report, so its title, and what was selected, go with it.
  const framed = async (foot) => {
    const key = foot.dataset.figure;
    const plot = document.querySelector(`.st-key-${key} .js-plotly-plot`);
    const picture = plot ? ofPlot(plot) : await ofDrawing(document.querySelector(`[data-drawn="${key}"]`));
    const shown = document.querySelector(".subtitle")?.cloneNode(true);
    shown?.querySelectorAll(".chip-cross").forEach((cross) => cross.remove());
    const [width, height] = [Number(picture.getAttribute("width")), Number(picture.getAttribute("height"))];
    const head = 58;
    const whole = element("svg", { xmlns: NS, width: width + 2 * MARGIN, height: height + head + 2 * MARGIN });
    element("title", {}, whole).textContent = foot.dataset.title;
    element("rect", { width: "100%", height: "100%", fill: "#FFFFFF" }, whole);
    const written = (text, y, size, weight, fill) =>
      (element("text", { x: MARGIN, y, "font-size": size, "font-weight": weight, fill, "font-family": FONT }, whole).textContent = text);
    written(foot.dataset.title, MARGIN + 18, 20, 700, "#111111");
    written(shown?.textContent.replace(/\s+/g, " ") ?? "", MARGIN + 40, 14, 400, "#4A5560");
    picture.setAttribute("x", MARGIN);
    picture.setAttribute("y", MARGIN + head);
    whole.append(picture);
    return whole;
  };

  const svgText = (whole) => new XMLSerializer().serializeToString(whole).replace(/url\((["'&quot;]*)[^)#]*#/g, "url($1#");

  // The image is as wide as the window, for widths in the stylesheet are shares of it; what is beside the figure is cut off.
  const png = async (foot) => {
    const whole = await framed(foot);
    const [width, height] = [Number(whole.getAttribute("width")), Number(whole.getAttribute("height"))];
    whole.setAttribute("width", Math.max(width, innerWidth));
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(whole))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
    canvas.getContext("2d").drawImage(image, 0, 0, image.naturalWidth * SCALE, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };

  // ---- numbers: a text, a whole number, or a number with the address of the lines behind it

  const numbersOf = (foot) => JSON.parse(foot.dataset.numbers);

  const fill = (cell, value) => {
    const [n, lead] = [value].flat();
    cell.className = typeof n === "number" ? "number" : "";
    const inside = lead ? cell.appendChild(Object.assign(document.createElement("a"), { href: lead, className: "list-link" })) : cell;
    inside.textContent = typeof n === "number" ? n.toLocaleString("da-DK") : n;
    return cell;
  };

  const tableOf = (foot) => {
    const table = Object.assign(document.createElement("table"), { className: "list figure-table" });
    const [heads, rows] = numbersOf(foot);
    const heading = (scope) => Object.assign(document.createElement("th"), { scope });
    table.createTHead().insertRow().append(...heads.map((head) => fill(heading("col"), head)));
    const body = table.createTBody();
    for (const [first, ...rest] of rows) {
      body.insertRow().append(fill(heading("row"), `${first}`), ...rest.map((value) => fill(document.createElement("td"), value)));
    }
    return table;
  };

  document.addEventListener("toggle", ({ target }) => {
    const foot = target.open ? target.closest(".figure-foot") : null;
    foot?.querySelector(".scroll").replaceChildren(tableOf(foot));
  }, true);

  // CSV as a Danish Excel opens it: semicolons, and no text that it would take for a formula.
  const field = (value) => {
    const [said] = [value].flat();
    if (typeof said === "number") return said;
    const safe = /^[=+\-@\t]/.test(said) ? `'${said}` : said;
    return /[;"\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };

  const csv = (foot) => {
    const [heads, rows] = numbersOf(foot);
    const lines = [heads, ...rows].map((row) => row.map(field).join(";"));
    return new Blob([`\uFEFF${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
  };

  const MAKE = { csv, png, svg: async (foot) => new Blob([svgText(await framed(foot))], { type: "image/svg+xml" }) };

  const fileName = (foot) => {
    const asked = new URLSearchParams(location.search).get("maaned");
    const month = asked ?? document.querySelector(".st-key-maaned input")?.placeholder ?? "";
    const plain = `${foot.dataset.title} ${month}`.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/å/g, "aa");
    return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  };

  // ---- what is heard: the words of a figure, not every number of its drawing once more; and the plan's name, which is a picture
  new MutationObserver(() => {
    document.querySelectorAll(".js-plotly-plot:not([aria-hidden])").forEach((plot) => (plot.ariaHidden = "true"));
    for (const logo of document.querySelectorAll(".stApp img.stLogo")) {
      const drawn = Uint8Array.from(atob(logo.src.split("base64,")[1] ?? ""), (sign) => sign.charCodeAt(0));
      const name = new DOMParser().parseFromString(new TextDecoder().decode(drawn), "image/svg+xml").querySelector("title")?.textContent;
      const around = logo.parentElement; // a way to the first page on every other
      if (!name || around.dataset.named === name) continue;
      around.dataset.named = logo.alt = name;
      if (around.matches("button")) around.ariaLabel = `${name}, til forsiden`;
    }
  }).observe(document.documentElement, { subtree: true, childList: true });

  document.addEventListener("click", async (event) => {
    const button = closest(event, "[data-download]");
    const foot = button?.closest(".figure-foot");
    if (!foot) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await MAKE[button.dataset.download](foot));
    link.download = `${fileName(foot)}.${button.dataset.download}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
})();
