"""The looks of the page: readable wide and narrow, light and dark, on paper, and without colour."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fff; --ground: #f3f4f6; --ink: #1b1f24; --quiet: #4f5965; --line: #a3abb5; --head: #eef1f4; --link: #0b57a4;
  --error: #a4161a; --error-ground: #fde3e3; --warning: #7a4b00; --warning-ground: #fff0c9;
  --info: #0b4f8a; --info-ground: #e0effc; --on-sign: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1a1d21; --ground: #111316; --ink: #e8eaed; --quiet: #b3bac3; --line: #6d7681; --head: #262b31;
    --link: #8fc4ff; --error: #ff9b9b; --error-ground: #4b1c1e; --warning: #ffce6b; --warning-ground: #43330c;
    --info: #9dceff; --info-ground: #14334f; --on-sign: #111316;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; }
body {
  margin: 0; background: var(--ground); color: var(--ink); font-size: 1rem; line-height: 1.7;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", sans-serif;
}
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
header, main, footer { max-width: 96rem; margin: 0 auto; padding: 1rem 1.5rem; }
main { padding-top: 0; }
h1 { font-size: 1.5rem; line-height: 1.4; margin: .5rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
.about, footer { color: var(--quiet); font-size: .9rem; margin: .25rem 0; }
.counts { font-weight: 700; margin: .5rem 0; }
.list { list-style: none; margin: 0; padding: 0; background: var(--paper); border: 1px solid var(--line); }
.list li { padding: .5rem .75rem; display: flex; gap: .6rem; align-items: flex-start; }
.list .sign { margin-top: .2em; }
.list li + li { border-top: 1px solid var(--line); }
.list span { overflow-wrap: anywhere; }
.list .where { color: var(--quiet); font-size: .9rem; }
.sign {
  flex: none; display: inline-block; padding: 0 .4em; margin: 0 .25em; border-radius: .6em; font-weight: 700;
  font-size: .85rem; line-height: 1.5; text-indent: 0; text-decoration: none; white-space: nowrap;
  color: var(--on-sign);
}
.sign.error { background: var(--error); } .sign.warning { background: var(--warning); }
.sign.info { background: var(--info); }
.sign.aside { background: none; border: 1px solid; }
.sign.error.aside { color: var(--error); } .sign.warning.aside { color: var(--warning); }
.sign.info.aside { color: var(--info); }
article { background: var(--paper); border: 1px solid var(--line); padding: 1.5rem 2rem; }
article > :not(.segment) { margin-right: 25.5rem; }
article::after { content: ""; display: block; clear: both; }
.first, .rest { margin-right: 25.5rem; }
.notes { float: right; clear: right; width: 24rem; display: grid; gap: .75rem; padding: .3rem 0; }
article p, article h3, article h4, article h5, article h6 { margin-top: 0; margin-bottom: 0; font-size: 1rem; }
article p { padding: .3rem .6rem; text-indent: 2em; overflow-wrap: anywhere; white-space: pre-line; }
article .heading { font-weight: 700; text-indent: 0; padding: 1rem .6rem .3rem; white-space: pre-line; }
article p.marked, article .marked.heading { text-indent: 0; }
.marked { border-left: .3rem solid; }
.marked.error { background: var(--error-ground); border-color: var(--error); }
.marked.warning { background: var(--warning-ground); border-color: var(--warning); }
.marked.info { background: var(--info-ground); border-color: var(--info); }
mark { color: inherit; border-bottom: 3px solid; padding: 0 .1em; }
mark.error { background: var(--error-ground); border-color: var(--error); }
mark.warning { background: var(--warning-ground); border-color: var(--warning); }
mark.info { background: var(--info-ground); border-color: var(--info); }
.table { overflow-x: auto; margin: .6rem 0; }
.table table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.45; }
.table th, .table td { border: 1px solid var(--line); padding: .3rem .45rem; text-align: center; min-width: 2.2em; }
.table th, .table td { white-space: pre-line; }
.table th { font-weight: 400; text-align: left; background: var(--head); }
.table td.marked { white-space: nowrap; }
.table tr:not(:has(td)) th { text-align: center; }
.table .sign { font-size: .72rem; margin: 0 .1em 0 .3em; vertical-align: .35em; }
.table .marked { border: 2px solid; }
.table .marked.error { border-color: var(--error); background: var(--error-ground); }
.table .marked.warning { border-color: var(--warning); background: var(--warning-ground); }
.table .marked.info { border-color: var(--info); background: var(--info-ground); }
.table .marked.aside { background: none; border-width: 1px; border-style: dashed; }
.note {
  border: 1px solid var(--line); border-left: .4rem solid; background: var(--paper); padding: .6rem .8rem;
  font-size: .9rem; line-height: 1.55; overflow-wrap: anywhere;
}
.note.error { border-left-color: var(--error); } .note.warning { border-left-color: var(--warning); }
.note.info { border-left-color: var(--info); }
.note p { margin: 0 0 .4rem; padding: 0; text-indent: 0; font-size: inherit; }
.note .word { color: var(--quiet); }
.note .title .sign { margin-left: 0; }
.note .advice { font-weight: 700; }
.note .links { margin: 0; } .note .links a { margin-right: .6em; display: inline-block; }
.note dl { margin: 0 0 .4rem; display: grid; grid-template-columns: max-content 1fr; column-gap: .6rem; }
.note dt { color: var(--quiet); } .note dd { margin: 0; }
.sum { border-collapse: collapse; margin: 0 0 .4rem; }
.sum td { padding: .05rem .4rem .05rem 0; vertical-align: top; }
.sum td + td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.sum .suspect td, .sum .difference td { font-weight: 700; }
.sum .subtotal td, .sum .must td { color: var(--quiet); }
:target { outline: 3px solid var(--link); outline-offset: 2px; }
@media (max-width: 70rem) {
  header, main, footer { padding: .75rem; }
  article { padding: .75rem; }
  article > :not(.segment) { margin-right: 0; }
  .segment { display: flex; flex-direction: column; }
  .first, .rest { margin-right: 0; min-width: 0; }
  .rest { order: 2; }
  .notes { order: 1; float: none; width: auto; margin: .4rem 0 1rem; }
  .table.wide table { min-width: 54rem; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ground: #fff; --ink: #000; --quiet: #333; --line: #777; --head: #fff; --link: #000;
    --error: #a4161a; --error-ground: #fff; --warning: #7a4b00; --warning-ground: #fff;
    --info: #0b4f8a; --info-ground: #fff; --on-sign: #000;
  }
  body { font-size: 10pt; line-height: 1.5; }
  header, main, footer { max-width: none; padding: 0; }
  article { border: 0; padding: 0; }
  article > :not(.segment) { margin-right: 0; }
  .segment { display: flex; flex-direction: column; }
  .first, .rest { margin-right: 0; min-width: 0; }
  .rest { order: 2; }
  .notes { order: 1; float: none; width: auto; margin: .4rem 0 1rem; }
  .skip, .links { display: none; }
  .sign.error, .sign.warning, .sign.info { background: none; border: 1px solid; }
  .table { overflow: visible; }
  .table table, .table.wide table { font-size: 8pt; min-width: 0; }
  .note, li { break-inside: avoid; }
  .table th, .table td { break-inside: auto; }
  .table .sign { font-size: .85em; }
  .heading { break-after: avoid; }
  a { text-decoration: none; }
}
"""
