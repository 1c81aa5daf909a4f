// The document beside the findings: its paragraphs and tables, or the pages of a PDF file, with what is marked in them.

import { ask } from "/service.js";

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, handler] of Object.entries(value)) made.addEventListener(event, handler);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

// Draws `content` into `sheet`. `about` has the findings, the texts, the language of the document, and what to do when a
// mark is chosen. Gives back the function that frees what was drawn.
export function drawDocument(sheet, id, content, about) {
  if (content.kind === "pages") return drawPages(sheet, id, content.pages, about);
  let tables = 0;
  const drawn = content.blocks.map((block) => {
    if (block.rows) tables += 1;
    return block.rows ? drawTable(block, about, tables) : drawParagraph(block, about);
  });
  sheet.replaceChildren(element("article", { class: "paper", lang: about.own }, ...drawn));
  return () => sheet.replaceChildren();
}

const RANKS = { error: 0, warning: 1, info: 2 };

function severityOf(marks, about) {
  const severities = marks.map(([number]) => about.findings[number - 1].severity);
  return severities.sort((one, other) => RANKS[one] - RANKS[other])[0];
}

// What a place with these marks looks like: filled where it is to be changed, outlined where it belongs to the sum.
function looks(marks, about) {
  const wrong = marks.filter((mark) => mark[1] === "wrong");
  const severity = severityOf(wrong.length ? wrong : marks, about);
  return `mark ${wrong.length ? "wrong" : "with"} ${severity}`;
}

function numbers(marks) {
  return [...new Set(marks.map(([number]) => number))].join(" ");
}

// The numbers of the findings, as buttons that lead to them.
function signs(marks, about) {
  return [...new Set(marks.filter((mark) => mark[1] === "wrong").map(([number]) => number))].map((number) => {
    const finding = about.findings[number - 1];
    const label = about.text("mark", { number, text: finding.todo });
    const on = { click: (event) => { event.stopPropagation(); about.chosen(number); } };
    return element("button", { type: "button", class: `sign ${finding.severity}`, "aria-label": label, title: finding.todo, "data-to": number, lang: about.language, on }, String(number));
  });
}

function filled(made, block, about) {
  const whole = block.marks.filter((mark) => !mark[3]);
  const parts = block.marks.filter((mark) => mark[3]).sort((one, other) => one[2] - other[2]);
  if (whole.length) {
    made.classList.add(...looks(whole, about).split(" "));
    made.dataset.findings = numbers(whole);
    made.addEventListener("click", () => about.chosen(whole[0][0]));
  }
  const characters = Array.from(block.text);
  let end = 0;
  for (const mark of parts) {
    const [number, , start, length] = mark;
    if (start < end) { made.prepend(...signs([mark], about)); continue; }
    made.append(characters.slice(end, start).join(""));
    const words = element("mark", { class: looks([mark], about), "data-findings": number, on: { click: () => about.chosen(number) } }, characters.slice(start, start + length).join(""));
    made.append(words, ...signs([mark], about));
    end = start + length;
  }
  made.append(characters.slice(end).join(""));
  if (whole.length) made.append(...signs(whole, about));
  return made;
}

function drawParagraph(block, about) {
  const made = element("p", { class: block.heading ? "heading" : "" });
  if (block.label) made.append(element("span", { class: "label" }, block.label));
  return filled(made, block, about);
}

function drawTable(block, about, number) {
  const rows = block.rows.map((row) => element("tr", {}, ...row.map((cell) => {
    const made = element(cell.head ? "th" : "td", { colspan: cell.columns > 1 && cell.columns, rowspan: cell.rows > 1 && cell.rows, class: cell.gap && "gap" });
    return filled(made, cell, about);
  })));
  const name = about.text("table", { number });
  const table = element("table", { class: block.width > 6 ? "wide" : "" }, element("tbody", {}, ...rows));
  return element("div", { class: "table", tabindex: 0, role: "group", "aria-label": name }, table);
}

function drawPages(sheet, id, pages, about) {
  const addresses = [];
  const show = async (image, number) => {
    const answer = await ask(`/api/files/${id}/pages/${number}`);
    if (!answer.ok) return;
    const address = URL.createObjectURL(await answer.blob());
    addresses.push(address);
    image.src = address;
  };
  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
    seen.unobserve(entry.target);
    show(entry.target.querySelector("img"), Number(entry.target.dataset.page));
  }), { root: null, rootMargin: "600px" });
  const drawn = pages.map((page, index) => drawPage(page, index + 1, about));
  sheet.replaceChildren(...drawn);
  drawn.forEach((one) => seen.observe(one));
  about.printing(() => Promise.all(drawn.map((one) => { seen.unobserve(one); const image = one.querySelector("img"); return image.src ? null : show(image, Number(one.dataset.page)); })));
  return () => { seen.disconnect(); addresses.forEach((address) => URL.revokeObjectURL(address)); sheet.replaceChildren(); };
}

function drawPage(page, number, about) {
  const image = element("img", { alt: about.text("page", { number }) });
  const made = element("div", { class: "page", "data-page": number }, image);
  made.style.aspectRatio = `${page.width} / ${page.height}`;
  const places = new Map();
  for (const mark of page.marks) {
    const place = mark.slice(2).join(" ");
    places.set(place, [...(places.get(place) || []), mark]);
  }
  for (const marks of places.values()) {
    const [, , left, top, width, height] = marks[0];
    const box = element("div", { class: `box ${looks(marks, about)}`, "data-findings": numbers(marks), on: { click: () => about.chosen(marks[0][0]) } }, ...signs(marks, about));
    Object.assign(box.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
    made.append(box);
  }
  return made;
}

// The places of a finding, those that are to be changed first.
export function placesOf(sheet, number) {
  const all = [...sheet.querySelectorAll("[data-findings]")].filter((one) => one.dataset.findings.split(" ").includes(String(number)));
  return [...all.filter((one) => one.classList.contains("wrong")), ...all.filter((one) => !one.classList.contains("wrong"))];
}
