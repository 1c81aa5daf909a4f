"""A web page of how a report was read: the steps at the left, the report as it was read at the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.annotators.html.markup import element, lines, text
from linter.language import render
from linter.model.document import Block, Document, Paragraph
from linter.model.span import Span
from linter.model.trace import Step
from linter.presentation.words import say

STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #a3abb5; --read: #d9f2e3; --lost: #fde3e3; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --paper: #16191d; --line: #6d7681; --read: #17402a; --lost: #4b1c1e; }
}
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.6 system-ui, sans-serif; }
header { padding: 0 1rem; }
main { display: grid; grid-template-columns: minmax(20rem, 2fr) 3fr; gap: 1rem; padding: 0 1rem 1rem; }
main > * { max-height: 85vh; overflow: auto; border: 1px solid var(--line); padding: .5rem 1rem; }
ul { list-style: none; padding: 0; margin: 0; }
li { padding: .15rem .4rem; overflow-wrap: anywhere; }
li.depth-1 { margin-left: 1.5rem; font-size: .92rem; }
li.lost { background: var(--lost); }
table { border-collapse: collapse; margin: .5rem 0; }
td { border: 1px solid var(--line); padding: .1rem .4rem; }
td.read { background: var(--read); }
:target { outline: 3px solid #0b57a4; }
a { color: inherit; }
@media (max-width: 60rem) { main { grid-template-columns: 1fr; } main > * { max-height: none; } }
"""

Read = Mapping[tuple[int, int, int], list[str]]


def traced_page(document: Document, steps: Sequence[Step], language: str) -> bytes:
    """The page, in UTF-8: no script, and nothing from elsewhere."""
    title = say(language, "trace.page-title", name=document.name.replace("\\", "/").rpartition("/")[2])
    read: dict[tuple[int, int, int], list[str]] = {}
    for step in steps:
        for span in step.cells:
            read.setdefault((span.at.block, span.at.row, span.at.cell), []).append(step.name.in_language(language))
    listed = element("ul", lines(_step(step, language) for step in steps))
    shown = lines(line for number, block in enumerate(document.blocks) for line in _block(number, block, read))
    head = [
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        element("title", text(title)),
        element("style", STYLE),
    ]
    main = element("main", lines([element("nav", listed), element("article", shown)]))
    body = element("body", lines([element("header", element("h1", text(title))), main]))
    page = element("html", lines([element("head", lines(head)), body]), lang="zh-CN" if language == "zh" else language)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _step(step: Step, language: str) -> str:
    sort, how = render(step.sort, language), render(step.how, language)
    name = text(f"{sort} {step.name.in_language(language)}")
    link = element("a", name, href=f"#{_anchor(step.span)}") if step.span is not None else name
    return element("li", f"{link}: {text(how)}", class_=f"depth-{step.depth}" + ("" if step.found else " lost"))


def _anchor(span: Span) -> str:
    at = span.at
    return f"b{at.block}" if at.row < 0 else f"b{at.block}r{at.row}c{at.cell}"


def _block(number: int, block: Block, read: Read) -> Iterator[str]:
    if isinstance(block, Paragraph):
        tag = f"h{min(block.level + 1, 6)}" if block.level else "p"
        yield element(tag, text(block.label + block.text.value), id=f"b{number}")
        return
    yield f'<table id="b{number}">'
    for row, line in enumerate(block.rows):
        cells = []
        for index, cell in enumerate(line.cells):
            names = read.get((number, row, index))
            spans = {"colspan": cell.column_span, "rowspan": cell.row_span}
            shown = {key: value for key, value in spans.items() if value > 1}
            title = " · ".join(dict.fromkeys(names)) if names else None
            own = element(
                "td",
                text(cell.text.value),
                id=f"b{number}r{row}c{index}",
                class_="read" if names else None,
                title=title,
                **shown,
            )
            cells.append(own)
        yield element("tr", "".join(cells))
    yield "</table>"
