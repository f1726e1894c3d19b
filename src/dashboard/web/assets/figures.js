// Figures: what is clicked in a Plotly figure leads to the address that the point carries, and every figure can be taken away
// as PNG, SVG or CSV. Files are made here, of what is on the screen, so they say exactly what was seen.
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

  // ---- SVG: of Plotly's own layers, or of what is drawn as HTML

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

  const isSeen = (style) => style.visibility !== "hidden" && style.display !== "none";
  const isColour = (value) => value !== "transparent" && !/^rgba\(.*, 0\)$/.test(value);

  const opacityOf = (node, top) => {
    let opacity = 1;
    for (let around = node; around !== top.parentElement; around = around.parentElement) opacity *= Number(getComputedStyle(around).opacity);
    return opacity;
  };

  const HATCH = "figure-hatch";
  const defineHatch = (picture) => {
    const pattern = element("pattern", { id: HATCH, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, element("defs", {}, picture));
    element("rect", { width: 2, height: 6, fill: "#E1E6EA" }, pattern);
  };

  const drawBox = (node, style, at, opacity, picture) => {
    const radius = parseFloat(style.borderTopLeftRadius) || 0;
    const place = { x: at.x, y: at.y, width: at.width, height: at.height, rx: radius, opacity };
    if (isColour(style.backgroundColor)) element("rect", { ...place, fill: style.backgroundColor }, picture);
    if (style.backgroundImage.includes("repeating-linear-gradient")) element("rect", { ...place, fill: `url(#${HATCH})` }, picture);
    for (const side of ["Top", "Right", "Bottom", "Left"]) {
      const width = parseFloat(style[`border${side}Width`]);
      if (!width || style[`border${side}Style`] === "none" || !isColour(style[`border${side}Color`])) continue;
      const [x1, y1] = [side === "Right" ? at.x + at.width : at.x, side === "Bottom" ? at.y + at.height : at.y];
      const [x2, y2] = [side === "Left" ? at.x : at.x + at.width, side === "Top" ? at.y : at.y + at.height];
      const dash = style[`border${side}Style`] === "dashed" ? { "stroke-dasharray": "3 2" } : {};
      element("line", { x1, y1, x2, y2, stroke: style[`border${side}Color`], "stroke-width": width, opacity, ...dash }, picture);
    }
    const image = node instanceof HTMLImageElement ? node.src : style.backgroundImage.match(/url\("(data:.*?)"\)/)?.[1];
    if (image === undefined || !image.startsWith("data:")) return;
    const share = node instanceof HTMLImageElement ? 1 : (parseFloat(style.backgroundSize) || 100) / 100;
    const size = Math.min(at.width, node instanceof HTMLImageElement ? at.height : at.width) * share;
    element("image", { href: image, width: size, height: size, x: at.x + (at.width - size) / 2, y: at.y + (at.height - size) / 2, opacity }, picture);
  };

  const clipOf = (node, top) => {
    for (let around = node.parentElement; around !== top; around = around.parentElement) {
      if (getComputedStyle(around).overflowX !== "visible") return around.getBoundingClientRect();
    }
    return top.getBoundingClientRect();
  };

  const linesOf = (node) => {
    const range = document.createRange();
    const lines = [];
    for (const word of node.nodeValue.matchAll(/\S+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const box = range.getBoundingClientRect();
      const line = lines.at(-1);
      if (box.width === 0) continue;
      if (line && Math.abs(line.top - box.top) < 2) Object.assign(line, { text: `${line.text} ${word[0]}`, right: box.right });
      else lines.push({ text: word[0], left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    }
    return lines;
  };

  const pen = document.createElement("canvas").getContext("2d");
  const drawText = (node, origin, top, picture) => {
    const style = getComputedStyle(node.parentElement);
    if (!isSeen(style)) return;
    const clip = clipOf(node, top);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    for (const line of linesOf(node)) {
      if (line.top >= clip.bottom - 1 || line.bottom <= clip.top + 1 || line.left >= clip.right) continue;
      let said = line.text;
      const room = Math.min(line.right, clip.right) - line.left;
      while (said.length > 1 && line.left + pen.measureText(said).width > clip.right + 1) said = `${said.replace(/…$/, "").slice(0, -1)}…`;
      const place = { x: line.left - origin.x, y: line.bottom - origin.y - (line.bottom - line.top) * 0.23, opacity: opacityOf(node.parentElement, top) };
      const look = { "font-size": style.fontSize, "font-weight": style.fontWeight, "font-family": FONT, fill: style.color };
      element("text", { ...place, ...look, textLength: room, lengthAdjust: "spacingAndGlyphs" }, picture).textContent = said;
    }
  };

  const ofDrawing = (top) => {
    top.classList.add("being-copied"); // nothing sticks to the edge of the window meanwhile
    const origin = top.getBoundingClientRect();
    const picture = element("svg", { width: top.scrollWidth, height: top.scrollHeight });
    defineHatch(picture);
    const parts = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (parts.nextNode()) {
      const node = parts.currentNode;
      if (node.nodeType === Node.TEXT_NODE) {
        drawText(node, origin, top, picture);
        continue;
      }
      const style = getComputedStyle(node);
      const box = node.getBoundingClientRect();
      if (!isSeen(style) || box.width === 0 || box.height === 0) continue;
      const at = { x: box.x - origin.x, y: box.y - origin.y, width: box.width, height: box.height };
      drawBox(node, style, at, opacityOf(node, top), picture);
    }
    top.classList.remove("being-copied");
    return picture;
  };

  // The picture stands alone in a report, so its title, and what was selected, go with it.
  const framed = (foot) => {
    const key = foot.dataset.figure;
    const plot = document.querySelector(`.st-key-${key} .js-plotly-plot`);
    const picture = plot ? ofPlot(plot) : ofDrawing(document.querySelector(`[data-drawn="${key}"]`));
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

  const svgText = (foot) => new XMLSerializer().serializeToString(framed(foot)).replace(/url\((["'&quot;]*)[^)#]*#/g, "url($1#");

  const png = async (foot) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(foot))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth * SCALE, image.naturalHeight * SCALE];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };

  // ---- CSV as a Danish Excel opens it: semicolons, decimal commas, and no text that it would take for a formula

  const field = (cell) => {
    const said = cell.textContent.trim();
    if (cell.classList.contains("number")) return said.replace(/\./g, "").replace("−", "-");
    const safe = /^[=+\-@\t]/.test(said) ? `'${said}` : said;
    return /[;"\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };

  const csv = (foot) => {
    const rows = [...foot.querySelectorAll(".figure-table tr")].map((row) => [...row.cells].map(field).join(";"));
    return new Blob([`\uFEFF${rows.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
  };

  const MAKE = { csv, png, svg: (foot) => new Blob([svgText(foot)], { type: "image/svg+xml" }) };

  const fileName = (foot) => {
    const asked = new URLSearchParams(location.search).get("maaned");
    const month = asked ?? document.querySelector(".st-key-maaned input")?.placeholder ?? "";
    const plain = `${foot.dataset.title} ${month}`.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/å/g, "aa");
    return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  };

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
