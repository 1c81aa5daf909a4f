// The page: what lies on the desk, which file and which finding one looks at, and what one does with them.

import { drawDocument, element, placesOf } from "/document.js";
import { drawFindings, shape } from "/findings.js";
import { ask, enter, hasToken, json, listen, save, send, upload } from "/service.js";

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => [...document.querySelectorAll(selector)];
const HAN = /[\u4e00-\u9fff]/;

let texts = {};
let state = { files: [], settings: {}, packs: [] };
let file = null;      // the draft that is shown
let view = null;      // what was found in it
let drawn = "";       // which state of which file that is
let current = 0;      // the finding that one looks at
let freed = () => {};
let printing = async () => {};

function text(key, values = {}) {
  return Object.entries(values).reduce((whole, [name, value]) => whole.replace(`{${name}}`, value), texts[key] || "");
}

async function speak(language) {
  ({ texts } = await json(`/api/texts?language=${language || ""}`));
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  document.title = text("title");
  $$("[data-t]").forEach((one) => { one.textContent = text(one.dataset.t); });
  $$("[data-label]").forEach((one) => one.setAttribute("aria-label", text(one.dataset.label)));
  $$("[data-hint]").forEach((one) => { one.placeholder = text(one.dataset.hint); });
}

function say(message) { $("#live").textContent = message; }

function notice(message) {
  $("#notice").textContent = message;
  $("#notice").hidden = !message;
}

async function attempt(work) {
  try { await work(); } catch (error) {
    if (error.message === "401") over(NO_KEY);
    else if (!document.body.classList.contains("over")) notice(error.message);
  }
}

// ---- what lies on the desk

const drafts = () => state.files.filter((one) => one.role === "draft");
const earlier = () => state.files.filter((one) => one.role === "earlier");

async function show(next) {
  const spoken = state.settings.language;
  state = next;
  if (spoken !== next.settings.language) await speak(next.settings.language);
  $("#welcome").hidden = drafts().length > 0;
  $("#desk").hidden = drafts().length === 0;
  const there = drafts();
  file = there.find((one) => one.id === file?.id) || there[0] || null;
  drawList();
  drawEarlier();
  drawProgress();
  await drawFile();
}

function statusOf(one) {
  if (one.state !== "done") {
    const key = one.state === "waiting" ? "waiting" : "working";
    return [element("span", { class: `dot ${one.state}`, "aria-hidden": "true" }), text(key)];
  }
  if (one.verdict === "failed") return [shape("failed"), text("not-checked")];
  if (one.verdict === "clean") return [shape("clean"), text("clean")];
  return ["error", "warning", "info"].filter((name) => one.counts[name]).flatMap((name) => [
    element("span", { class: `count ${name}` }, shape(name), element("span", { class: "unseen" }, text(`severity-${name}`)), String(one.counts[name]))]);
}

function remover(one) {
  const remove = () => attempt(async () => { await json(`/api/files/${one.id}`, { method: "DELETE" }); });
  return element("button", { type: "button", class: "remove", "aria-label": text("remove", { name: one.name }), title: text("remove", { name: one.name }), on: { click: remove } }, "×");
}

function drawList() {
  const focused = document.activeElement?.dataset?.id;
  $("#drafts").replaceChildren(...drafts().map((one) => element("li", { "data-id": one.id },
    element("button", { type: "button", class: "file", "data-id": one.id, "aria-current": one.id === file?.id ? "true" : null, on: { click: () => look(one.id) } },
      element("span", { class: "name" }, one.name), element("span", { class: "status" }, ...statusOf(one))),
    remover(one))));
  if (focused) $(`#drafts button[data-id="${focused}"]`)?.focus();
}

function drawEarlier() {
  $$(".earlier-files").forEach((list) => list.replaceChildren(...earlier().map((one) => {
    const whose = one.state !== "done" ? text("reading") : one.error || [one.organisation, one.year && text("year", { year: one.year })].filter(Boolean).join(" · ");
    return element("li", {}, element("span", {}, element("span", { class: "name" }, one.name), element("span", { class: one.error ? "status wrong" : "status" }, whose)), remover(one));
  })));
}

function drawProgress() {
  const all = drafts().length;
  const done = drafts().filter((one) => one.state === "done").length;
  const box = $("#progress");
  box.hidden = all < 2 && done === all;
  box.querySelector("p").textContent = done === all ? text("all-done", { all }) : text("progress", { done, all });
  box.querySelector(".fill").style.width = `${all ? (100 * done) / all : 0}%`;
  $$("[data-many]").forEach((one) => { one.hidden = all < 2; });
  $("#save-all").hidden = done === 0;
}

// ---- one file

function look(id) {
  file = drafts().find((one) => one.id === id);
  current = 0;
  drawList();
  attempt(drawFile);
  tab("findings");
}

async function drawFile() {
  const now = file ? `${file.id} ${file.state} ${file.headline || ""} ${state.settings.language} ${JSON.stringify(state.settings)}` : "";
  if (now === drawn) return;
  drawn = now;
  freed();
  freed = () => {};
  printing = async () => {};
  view = null;
  $("#here").hidden = true;
  if (!file || file.state !== "done") {
    const words = file ? statusOf(file) : [text("select-file")];
    $("#findings").replaceChildren(element("h2", { id: "findings-title" }, file?.name || text("findings")), element("p", { class: "pending" }, ...words));
    $("#sheet").replaceChildren();
    return;
  }
  const answer = await ask(`/api/files/${file.id}/view`);
  if (!answer.ok || now !== drawn) { if (now === drawn) drawn = ""; return; }
  view = await answer.json();
  if (now !== drawn) return;
  current = 0;
  drawFindings($("#findings"), view, { text, file, chosen: (number) => choose(number), see: (number) => { choose(number); tab("document"); }, step, save: (path) => attempt(() => save(path)), print: printPage });
  if (view.document) {
    const own = HAN.test(JSON.stringify(view.document).slice(0, 20000)) ? "zh-CN" : "";
    freed = drawDocument($("#sheet"), file.id, view.document, { text, own, language: document.documentElement.lang, findings: view.findings, chosen: (number) => choose(number, true), printing: (work) => { printing = work; } });
  }
  $("#findings").scrollTop = 0;
  $("#document").scrollTop = 0;
  $("#here").hidden = !view.findings?.length;
  say(`${file.name}：${view.headline || view.error || ""}`);
  if (view.findings?.length) choose(1, false, false);
}

// Looks at a finding: its card and its places stand out, and both are scrolled into sight.
function choose(number, fromDocument = false, move = true) {
  if (!view?.findings?.length) return;
  current = number;
  $$(".card").forEach((one) => one.classList.toggle("current", Number(one.dataset.number) === number));
  $$("#sheet .current").forEach((one) => one.classList.remove("current"));
  const places = placesOf($("#sheet"), number);
  places.forEach((one) => one.classList.add("current"));
  const position = $(".walk .position");
  if (position) position.textContent = text("position", { number, all: view.findings.length });
  const finding = view.findings[number - 1];
  $("#here p").replaceChildren(shape(finding.severity), ` ${number}/${view.findings.length} ${finding.todo}`);
  const card = $(`.card[data-number="${number}"]`);
  if (move || fromDocument) reveal($("#findings"), card, 70);
  if (!fromDocument && places[0]) reveal($("#document"), places[0], 110);
  if (fromDocument) { tab("findings"); card.querySelector(".todo").focus({ preventScroll: true }); }
  if (move && !fromDocument) say(`${finding.word} ${number}：${finding.todo}`);
}

// Scrolls a target into sight, `above` pixels below the upper edge, unless one sees it already.
function reveal(pane, target, above) {
  if (!target) return;
  const inner = pane.scrollHeight > pane.clientHeight + 4 && getComputedStyle(pane).overflowY !== "visible";
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const place = target.getBoundingClientRect();
  const frame = inner ? pane.getBoundingClientRect() : { top: 0, bottom: innerHeight };
  const table = target.closest(".table");
  if (table && table.scrollWidth > table.clientWidth) table.scrollLeft = target.offsetLeft - table.clientWidth / 2;
  if (!pane.offsetParent || (place.top >= frame.top + above && place.bottom <= frame.bottom - 8)) return;
  if (inner) pane.scrollTo({ top: pane.scrollTop + place.top - frame.top - above, behavior });
  else scrollTo({ top: scrollY + place.top - above - 60, behavior });
}

function step(by) {
  const all = view?.findings?.length || 0;
  if (!all) return;
  const next = Math.min(Math.max(current + by, 1), all);
  choose(next);
  if ($("#desk").dataset.tab !== "document") $(`.card[data-number="${next}"] .todo`).focus({ preventScroll: true });
}

function tab(name) {
  $("#desk").dataset.tab = name;
  $$(".tabs [role=tab]").forEach((one) => {
    const chosen = one.getAttribute("aria-controls") === name;
    one.setAttribute("aria-selected", chosen);
    one.tabIndex = chosen ? 0 : -1;
  });
  if (name === "document" && current) reveal($("#document"), placesOf($("#sheet"), current)[0], 110);
}

$("#here-previous").addEventListener("click", () => step(-1));
$("#here-next").addEventListener("click", () => step(1));

async function printPage() {
  await printing();
  print();
}

// ---- files that come

const MOST_BYTES = 60 * 1024 * 1024;

// Each file goes its own way: one that is too large, or cannot be read, keeps nobody else waiting.
async function put(files, role) {
  notice("");
  const refused = [];
  for (const one of files) {
    if (one.size > MOST_BYTES) refused.push(text("too-large", { name: one.name }));
    else await upload(one, role).catch((error) => refused.push(`${one.name}：${error.message}`));
  }
  if (refused.length && !document.body.classList.contains("over")) notice(refused.join(" "));
}

let role = "draft";
$$("[data-choose]").forEach((button) => button.addEventListener("click", () => { role = button.dataset.choose; $("#chooser").click(); }));
$("#chooser").addEventListener("change", async (event) => { await put([...event.target.files], role); event.target.value = ""; });

async function droppedFiles(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return [...transfer.files];
  return (await Promise.all(entries.map(below))).flat();
}

async function below(entry) {
  if (entry.isFile) return entry.name.startsWith(".") || entry.name.startsWith("~$") ? [] : [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const found = [];
  for (let some; (some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length;) found.push(...some);
  return (await Promise.all(found.map(below))).flat();
}

const hasFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
let inside = 0;
addEventListener("dragenter", (event) => { if (hasFiles(event)) { inside += 1; $("#veil").hidden = false; } });
addEventListener("dragleave", (event) => { if (hasFiles(event) && (inside -= 1) <= 0) { inside = 0; $("#veil").hidden = true; } });
addEventListener("dragover", (event) => { if (hasFiles(event)) event.preventDefault(); });
addEventListener("drop", async (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  inside = 0;
  $("#veil").hidden = true;
  const as = event.target.closest("#drop-earlier, .earlier") ? "earlier" : "draft";
  await put(await droppedFiles(event.dataTransfer), as);
});

// ---- keys

addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return;
  if (event.altKey && !event.ctrlKey && !event.metaKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
    return;
  }
  const list = document.activeElement?.classList.contains("todo") ? "#findings .todo" : document.activeElement?.classList.contains("file") ? "#drafts .file" : "";
  if (list && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const all = $$(list);
    const next = all[all.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    next.focus({ preventScroll: list !== "#drafts .file" });
    if (list === "#findings .todo") choose(Number(next.closest(".card").dataset.number));
  }
});
$(".tabs").addEventListener("keydown", (event) => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const all = $$(".tabs [role=tab]");
  const next = all[(all.indexOf(document.activeElement) + by + all.length) % all.length];
  tab(next.getAttribute("aria-controls"));
  next.focus();
});
$$(".tabs [role=tab]").forEach((one) => one.addEventListener("click", () => tab(one.getAttribute("aria-controls"))));

// ---- settings and the empty form

function options(select, all, chosen) {
  select.replaceChildren(...all.map(([value, label]) => element("option", { value, selected: value === chosen }, label)));
  select.value = chosen;
}

function agencies(pack, chosen) {
  const kinds = state.packs.find((one) => one.id === pack)?.agencies || [];
  options($("#settings [name=agency]"), [["", text("agency-auto")], ...kinds.map((kind) => [kind.id, kind.title])], kinds.some((kind) => kind.id === chosen) ? chosen : "");
  $("#settings [name=agency]").closest("label").hidden = kinds.length === 0;
}

$("#open-settings").addEventListener("click", () => {
  const form = $("#settings form");
  const { language, pack, year, agency, published } = state.settings;
  form.language.value = language;
  const known = state.packs.some((one) => one.id === pack) ? [] : [[pack, pack]];  // while it is read for the first time
  options(form.pack, [...known, ...state.packs.map((one) => [one.id, one.title])], pack);
  agencies(pack, agency);
  form.year.value = year || "";
  form.published.value = published;
  $("#settings .wrong").hidden = true;
  $("#settings").showModal();
});
$("#settings [name=pack]").addEventListener("change", (event) => agencies(event.target.value, ""));

$("#open-form").addEventListener("click", () => {
  const form = $("#form form");
  form.year.value = form.year.value || state.settings.year || new Date().getFullYear() - (new Date().getMonth() < 6 ? 1 : 0);
  const ready = earlier().filter((one) => one.state === "done" && !one.error);
  options(form.earlier, [["", text("form-none")], ...ready.map((one) => [one.id, one.name])], ready[0]?.id || "");
  if (ready[0] && !form.organisation.value) form.organisation.value = ready[0].organisation;
  $("#form .wrong").hidden = true;
  $("#form").showModal();
});

function submits(dialog, work) {
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.target));
    const wrong = dialog.querySelector(".wrong");
    try { await work(values); dialog.close(); } catch (error) { wrong.textContent = error.message; wrong.hidden = false; }
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
}
submits($("#settings"), (values) => send("/api/settings", values, "PUT"));
submits($("#form"), (values) => save("/api/form", { method: "POST", body: JSON.stringify(values), headers: { "Content-Type": "application/json" } }));

$$("[data-save]").forEach((button) => button.addEventListener("click", () => attempt(() => save(button.dataset.save))));
$("#clear").addEventListener("click", () => attempt(() => json("/api/files", { method: "DELETE" })));
$("#end").addEventListener("click", () => attempt(() => json("/api/end", { method: "POST" })));

// ---- the beginning and the end

function over(message) {
  document.body.classList.add("over");
  notice(message);
  $$("button, select, input").forEach((one) => { one.disabled = true; });
}

const NO_KEY = "这个地址少了口令，或者口令已经用过。请使用勾稽打开的那个页面。"
  + "This address lacks its key, or that was used before: use the page that gouji has opened.";
let away = false;  // whether the connection was lost
let order = Promise.resolve();
tab("findings");
if (hasToken) {
  attempt(async () => {
    await enter();
    await speak("");
    $("#welcome").hidden = false;
    await listen({
      state: (next) => { if (away) notice(""); away = false; order = order.then(() => attempt(() => show(next))); },
      lost: () => { away = true; notice(text("lost")); },
      ended: (key) => over(key === "no-token" ? NO_KEY : text(key)),
    });
  });
} else {
  over(NO_KEY);
}
addEventListener("hashchange", () => location.reload());
