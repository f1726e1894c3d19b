// What a test asks of a page that it looks at; loaded with axe-core before the page itself.

// Go to an address as a link does, and come back when the run that it starts has begun.
window.follow = (address) =>
  new Promise((done) => {
    new MutationObserver((_, watching) => {
      if (document.querySelector("[data-test-script-state=running]") === null) return;
      watching.disconnect();
      done();
    }).observe(document.querySelector("[data-testid=stApp]"), { attributes: true });
    setTimeout(done, 3000);
    history.pushState(history.state, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  });

// What breaks a rule of axe within a part of the page: the rule, the place, and how it begins.
window.broken = async ([within, rules]) => {
  const { violations } = await axe.run(within, { resultTypes: ["violations"], preload: false, ...rules });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => [id, target.at(-1), html.slice(0, 200)]));
};

// Letters of figures that do not stand out from what lies under them: the last bar that their middle is in, or the page.
window.pale = () => {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const over = ([r, g, b, a = 1], under, opacity) => [r, g, b].map((part, at) => part * a * opacity + under[at] * (1 - a * opacity));
  const light = (colour) =>
    colour
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const page = parts(getComputedStyle(document.querySelector(".stApp")).backgroundColor).slice(0, 3);
  const found = [];
  for (const plot of document.querySelectorAll(".js-plotly-plot")) {
    const bars = [...plot.querySelectorAll(".bars path")].map((path) => ({ at: path.getBoundingClientRect(), look: getComputedStyle(path) }));
    for (const text of plot.querySelectorAll(".main-svg text")) {
      const box = text.getBoundingClientRect();
      if (box.width === 0) continue;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const bar = bars.findLast(({ at }) => at.left <= x && x <= at.right && at.top <= y && y <= at.bottom)?.look;
      const under = bar ? over(parts(bar.fill), page, bar.fillOpacity * bar.opacity) : page;
      const look = getComputedStyle(text);
      const letters = over(parts(look.fill), under, look.fillOpacity * look.opacity);
      const [low, high] = [light(letters), light(under)].sort((one, other) => one - other);
      const contrast = (high + 0.05) / (low + 0.05);
      if (contrast < 4.5) found.push(`${text.textContent}: ${look.fill} on ${under.map(Math.round)}, ${contrast.toFixed(2)}`);
    }
  }
  return found;
};

// Letters that say something else than they are (decision 18): blue that leads nowhere, a link that neither is blue nor has a
// frame or a ground of its own nor is a number that opens, and a line under what is no link.
window.astray = () => {
  const blue = getComputedStyle(document.querySelector(".stApp")).getPropertyValue("--blue");
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = blue;
  const link = getComputedStyle(probe).color;
  probe.remove();
  const acts = "a, button, summary, label, input, textarea, [role=button], [role=tab], [role=option], [data-baseweb], [data-testid=stNumberInput]";
  const framed = (element) => {
    const look = getComputedStyle(element);
    return look.borderTopWidth !== "0px" || !["rgba(0, 0, 0, 0)", "transparent"].includes(look.backgroundColor);
  };
  const found = new Set();
  for (const place of document.querySelectorAll(".stHtml")) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent.trim();
      const element = walker.currentNode.parentElement;
      if (text === "" || !element.checkVisibility() || element.closest("script, style")) continue;
      const look = getComputedStyle(element);
      const leads = element.closest(acts);
      if (look.color === link && leads === null) found.add(`blue and leads nowhere: ${text}`);
      if (look.textDecorationLine.includes("underline") && leads === null) found.add(`underlined and leads nowhere: ${text}`);
      if (leads?.tagName !== "A" || look.color === link || /^[\d.]+$/.test(text) || element.closest(".light, .trace-light, .life-cell")) continue;
      const around = [];
      for (let each = element; each !== leads.parentElement; each = each.parentElement) around.push(each);
      if (!around.some(framed)) found.add(`a link that does not look like one: ${text}`);
    }
  }
  return [...found];
};

// Words that cannot be read: cut off by what they stand in, where neither dots say so nor it scrolls, under other words, or
// short ones that go on in the next line without a hyphen.
window.crowded = () => {
  const looks = new Map();
  const look = (element) => looks.get(element) ?? looks.set(element, getComputedStyle(element)).get(element);
  const within = (box, frame) => ({
    left: Math.max(box.left, frame.left), right: Math.min(box.right, frame.right),
    top: Math.max(box.top, frame.top), bottom: Math.min(box.bottom, frame.bottom),
  });
  const area = ({ left, right, top, bottom }) => Math.max(0, right - left) * Math.max(0, bottom - top);
  const found = new Set();
  const seen = [];
  const walker = document.createTreeWalker(document.querySelector(".stMain"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node, currentNode: { parentElement: element } } = walker;
    const text = node.textContent.trim();
    if (text === "" || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest(".stHtml, .stButton, .stPopover") === null || element.closest("script, style, svg, .skip, caption, .walk-life")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    let boxes = [...range.getClientRects()].filter((box) => area(box) > 4);
    for (const { 0: word, index } of boxes.length > 1 && look(element).hyphens !== "auto" ? node.textContent.matchAll(/[\p{L}\d]{2,14}(?![\p{L}\d])(?<![\p{L}\d]{15})/gu) : []) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].filter((box) => area(box) > 4).map((box) => box.top)).size > 1) found.add(`broken: ${word} in ${text}`);
    }
    let [isHeard, scrolls, floats] = [false, false, false]; // heard alone: drawn in one point
    for (let each = element; each !== document.body; each = each.parentElement) {
      const { overflowX, textOverflow, webkitLineClamp, position } = look(each);
      isHeard ||= each.offsetWidth <= 1;
      floats ||= position === "fixed" || position === "sticky";
      if (overflowX === "visible") continue;
      const frame = each.getBoundingClientRect();
      scrolls ||= overflowX !== "hidden" && overflowX !== "clip";
      const isSaid = scrolls || textOverflow === "ellipsis" || webkitLineClamp !== "none";
      if (!isHeard && !isSaid && boxes.some((box) => box.right > frame.right + 2 || box.left < frame.left - 2)) found.add(`cut off: ${text}`);
      boxes = boxes.map((box) => within(box, frame)).filter((box) => area(box) > 4);
    }
    const middle = ({ left, right, top, bottom }) => ({ left, right, top: top + (bottom - top) / 4, bottom: bottom - (bottom - top) / 4 });
    if (!floats && !isHeard) seen.push(...boxes.map((box) => ({ box: middle(box), text, element })));
  }
  seen.sort((one, other) => one.box.top - other.box.top);
  seen.forEach((one, at) => {
    for (let next = at + 1; next < seen.length && seen[next].box.top <= one.box.bottom; next++) {
      const other = seen[next];
      if (one.element === other.element) continue;
      if (area(within(one.box, other.box)) > 0.25 * Math.min(area(one.box), area(other.box))) found.add(`on each other: ${one.text} | ${other.text}`);
    }
  });
  return [...found];
};

// Where the keyboard is: what has the focus, and whether a line around it stands out from the page.
window.focused = () => {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) =>
    parts(colour)
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const element = document.activeElement;
  const around = [element, element.parentElement, element.parentElement?.parentElement].filter(Boolean);
  const page = light(getComputedStyle(document.querySelector(".stApp")).backgroundColor);
  const isSeen = around.map((each) => getComputedStyle(each)).some((look) => {
    const [low, high] = [page, light(look.outlineColor)].sort((one, other) => one - other);
    return look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2 && (high + 0.05) / (low + 0.05) >= 3;
  });
  return [isSeen, element === document.body ? "body" : element.outerHTML.slice(0, 160)];
};
