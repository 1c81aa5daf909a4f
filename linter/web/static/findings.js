// The findings of a report as cards, in the order of the report: what to do first, then why, the sum, and the source.

import { element } from "/document.js";

const SHAPES = { error: "✗", warning: "▲", info: "●", clean: "✓", failed: "!" };

export const shape = (severity) => element("span", { class: `shape ${severity}`, "aria-hidden": "true" }, SHAPES[severity]);

// Draws `view` into `pane`; `about` has the file, the texts, and what to do when a card is chosen or a copy saved.
export function drawFindings(pane, view, about) {
  const { text, file } = about;
  const heading = element("h2", { id: "findings-title" }, file.name);
  const head = element("div", { class: "verdict" }, heading);
  if (view.verdict === "failed") {
    head.append(element("p", { class: "headline failed" }, shape("failed"), text("not-checked")));
    pane.replaceChildren(head, element("p", { class: "refused" }, view.error));
    return;
  }
  const whose = [view.organisation, view.year && text("year", { year: view.year })].filter(Boolean).join(" · ");
  head.append(whose ? element("p", { class: "whose" }, whose) : "");
  head.append(element("p", { class: `headline ${view.verdict}` }, shape(view.verdict), view.headline));
  if (view.undecided.length) {
    const count = view.undecided.reduce((sum, one) => sum + one.titles.length, 0);
    head.append(element("p", { class: "quiet-line" }, element("a", { href: "#undecided", on: { click: jump } }, text("undecided-count", { count }))));
  }
  if (view.previous) head.append(element("p", { class: "quiet-line" }, text("compared", { name: view.previous })));
  head.append(saving(view, about));
  const cards = view.groups.map((group) => element("section", { class: "group" }, element("h3", {}, group.title), ...group.findings.map((number) => card(view.findings[number - 1], about))));
  pane.replaceChildren(head, walk(view, about), ...cards, ...rest(view, text));
}

function jump(event) {
  event.preventDefault();
  const target = document.getElementById("undecided");
  target.focus();
  target.scrollIntoView({ block: "start" });
}

function saving(view, { text, save, print, file }) {
  const copies = view.copies.map((suffix, index) => element("button", { type: "button", class: index ? "" : "primary", on: { click: () => save(`/api/files/${file.id}/copy/${suffix}`) } }, text("save-copy", { suffix: `.${suffix}` })));
  return element("div", { class: "row saves" }, ...copies, element("button", { type: "button", class: "quiet", on: { click: print } }, text("print")));
}

// The bar with which one goes from finding to finding.
function walk(view, { text, step }) {
  if (!view.findings.length) return element("span");
  const button = (key, by, shortcut) => element("button", { type: "button", "aria-keyshortcuts": shortcut, on: { click: () => step(by) } }, text(key), element("kbd", { "aria-hidden": "true" }, text(`${key}-key`)));
  return element("div", { class: "walk" },
    button("previous", -1, "Alt+ArrowUp"),
    element("span", { class: "position", "aria-live": "off" }),
    button("next", 1, "Alt+ArrowDown"));
}

function card(finding, about) {
  const { text } = about;
  const label = element("span", { class: "word" }, `${finding.word} ${finding.number}`);
  const todo = element("button", { type: "button", class: "todo", on: { click: () => about.chosen(finding.number) } }, finding.todo);
  const details = element("div", { class: "details" });
  if (finding.why) details.append(element("p", { class: "why" }, finding.why));
  if (finding.sum) details.append(sumOf(finding.sum, text));
  if (finding.also) details.append(labelled(text("related"), finding.also));
  if (finding.place) details.append(labelled(text("place"), finding.place));
  if (finding.source) details.append(labelled(text("source"), finding.source));
  details.append(labelled(text("rule"), finding.title));
  details.append(element("button", { type: "button", class: "quiet see", on: { click: () => about.see(finding.number) } }, text("see-place")));
  return element("article", { class: `card ${finding.severity}`, "data-number": finding.number },
    element("p", { class: "card-head" }, shape(finding.severity), label), element("h4", {}, todo), details);
}

const labelled = (label, value) => element("p", { class: "line" }, element("span", { class: "label" }, label), value);

function sumOf(sum, text) {
  const rows = (side) => [
    ...side.figures.map((one) => element("tr", { class: one.suspect ? "suspect" : "" }, element("td", {}, one.name), element("td", {}, one.text))),
    ...(side.remark ? [element("tr", { class: "remark" }, element("td", { colspan: 2 }, side.remark))] : [])];
  const must = element("tr", { class: "must" }, element("td", { colspan: 2 }, sum.must));
  return element("table", { class: "sum" }, element("caption", { class: "unseen" }, text("sum")), element("tbody", {}, ...rows(sum.left), must, ...rows(sum.right)));
}

function rest(view, text) {
  const parts = [];
  if (view.undecided.length) {
    const items = view.undecided.map((one) => element("li", {}, element("span", {}, one.titles.join("、")), element("span", { class: "reason" }, text("undecided-why", { reason: one.reason }))));
    parts.push(element("section", { class: "group rest" }, element("h3", { id: "undecided", tabindex: -1 }, text("undecided")), element("ul", {}, ...items)));
  }
  if (view.notes.length) {
    parts.push(element("section", { class: "group rest" }, element("h3", {}, text("notes")), element("ul", {}, ...view.notes.map((note) => element("li", {}, note)))));
  }
  return parts;
}
