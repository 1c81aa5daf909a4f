"""The look of the page of a run, and what sorts its table."""

STYLE = """\
:root { color-scheme: light dark; --line: #8884; --error: #c0392b; --warning: #b9770e; --info: #2874a6; }
body { font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 72rem;
  padding: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0; } p { margin: .2rem 0; }
table { border-collapse: collapse; width: 100%; } th, td { padding: .25rem .5rem; text-align: left;
  vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { position: sticky; top: 0; background: Canvas; white-space: nowrap; padding: 0; }
th button { all: unset; cursor: pointer; padding: .25rem .5rem; font-weight: bold; }
th button:focus-visible { outline: 2px solid; } th[aria-sort=ascending] button::after { content: " ▲"; }
th[aria-sort=descending] button::after { content: " ▼"; }
.n { white-space: nowrap; text-align: right; font-variant-numeric: tabular-nums; }
.hint { opacity: .7; margin-top: 2rem; }
tr.fails > td:nth-child(5) { color: var(--error); font-weight: bold; } tr.failed > td { color: var(--error); }
.bars th { font-weight: normal; width: 55%; } .bars td.n { width: 4rem; } .bar { display: block; height: 1rem; }
.bar.error { background: var(--error); } .bar.warning { background: var(--warning); }
.bar.info { background: var(--info); } article { border-left: 4px solid var(--line); margin: .6rem 0;
  padding: .1rem .8rem; } article.error { border-color: var(--error); }
article.warning { border-color: var(--warning); } article.info { border-color: var(--info); }
article.error span { color: var(--error); }
article.warning span { color: var(--warning); } article.info span { color: var(--info); }
code { font-size: .8em; opacity: .6; } .failed { color: var(--error); } .open, .note { opacity: .8; }
@media print { .hint { display: none; } section { break-inside: avoid-page; } }
"""

SCRIPT = """\
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => head.firstElementChild.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const language = document.documentElement.lang;
    const text = (row) => row.cells[column].textContent;
    const compare = (one, other) => text(one).localeCompare(text(other), language, {numeric: true});
    body.append(...[...body.rows].sort((one, other) => (down ? -1 : 1) * compare(one, other)));
  }));
}
"""
