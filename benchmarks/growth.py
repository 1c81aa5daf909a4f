"""Whether work grows in proportion to the input: that of each reader and of the binder, ten times as large in each way.

    python benchmarks/growth.py [--only WORD] [--limit 1.3]

For every dimension (rows, columns, spans, paragraphs, runs …) one input is read, or read and checked, at one size and
at ten times that. What is printed is how many times as much a part of it costs in the larger one: 1.0 is linear. With
`--limit` the exit code says whether anything grows faster. Time is that of the process, the least of several rounds.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), *(str(ROOT / "tests" / "readers" / format) for format in ("docx", "doc", "pdf"))]

from old_word import OldWord  # noqa: E402
from pdf_bytes import one_page, stream  # noqa: E402
from word_files import para, run, tc, tr, word  # noqa: E402

from linter.formats.refusals import ReadFailure  # noqa: E402
from linter.model.document import Source  # noqa: E402
from linter.model.result import Failed  # noqa: E402
from linter.packs import load  # noqa: E402
from linter.readers import read  # noqa: E402
from linter.readers.html.tables import WIDEST  # noqa: E402
from linter.run.engine import lint  # noqa: E402

TIMES = 10
ROUNDS = 3
LEAST = 0.3
"""Seconds that the larger input takes beyond the smallest at the least: below, times say little."""

SAMPLE = (ROOT / "tests/reports/clean/tab-rows/report.txt").read_text(encoding="utf-8")
LINE = "本年共收到政府信息公开申请12件，均按时办结。"
HEADING = "一、总体情况"


class Input(NamedTuple):
    """How an input of a size is made: its suffix, whether it is checked or only read, and the size from which on it
    grows evenly.
    """

    suffix: str
    make: Callable[[int], str | bytes]
    checked: bool = False
    least: int = 20


def of_pages(count: int) -> bytes:
    draw = b"BT /F1 10 Tf 1 0 0 1 72 %d Tm (row %d) Tj 100 0 Td (12) Tj ET "
    return one_page(stream(b"".join(draw % (800 - index % 760, index) for index in range(count))))


def of_strokes(count: int) -> bytes:
    lines = b"".join(
        b"72 %d.%d m 500 %d.%d l S " % (index % 700, index % 10, index % 700, index % 10) for index in range(count)
    )
    return one_page(stream(b"BT /F1 12 Tf 100 800 Td (words of a page, more than twenty letters) Tj ET " + lines))


def styled(count: int) -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="s{0}"><w:basedOn w:val="s{1}"/></w:style>'
    styles = "".join(style.format(index, index - 1) for index in range(count))
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="s{index}"/></w:pPr>{run(LINE)}</w:p>' for index in range(count))
    return word(body, styles)


def before(text: str) -> str:
    return text + SAMPLE


def after(text: str) -> str:
    return f"{SAMPLE}\n{text}"


def longer_table(count: int) -> str:
    """The sample with more rows at the end of its last table."""
    lines = SAMPLE.split("\n")
    last = max(index for index, line in enumerate(lines) if "\t" in line)
    return "\n".join([*lines[: last + 1], *["其他\t1\t2\t3\t4\t5"] * count, *lines[last + 1 :]])


INPUTS: Mapping[str, Input] = {
    "text: paragraphs": Input("txt", lambda size: f"{LINE}\n" * size),
    "text: short lines": Input("txt", lambda size: "a\n" * size),
    "text: numbers of headings": Input("txt", lambda size: "一、\n" * size),
    "text: empty lines": Input("txt", lambda size: "甲" + "\n" * size + "乙"),
    "text: rows with tabs": Input("txt", lambda size: "规章\t1\t2\t3\n" * size),
    "text: cells in a row": Input("txt", lambda size: "规章" + "\t1" * size + "\n"),
    "text: rows of spaces": Input("txt", lambda size: "规章    1    2    3\n" * size),
    "text: rows with pipes": Input("txt", lambda size: "| 规章 | 1 | 2 |\n" * size),
    "text: cells with pipes": Input("txt", lambda size: "| 1 " * size + "|\n"),
    "text: a cell a line": Input("txt", lambda size: "\t规章\n\t1\n\t2\n\n" * size),
    "text: one long line": Input("txt", lambda size: LINE * size),
    "markdown: paragraphs": Input("md", lambda size: f"{LINE}\n\n" * size),
    "markdown: headings": Input("md", lambda size: f"# {HEADING}\n\n" * size),
    "markdown: rows": Input("md", lambda size: "| 甲 | 乙 |\n|---|---|\n" + "| 规章 | 1 |\n" * size),
    "markdown: lists": Input("md", lambda size: "* 甲\n" * size),
    "markdown: emphasis": Input("md", lambda size: "**甲** *乙* " * size),
    "page: texts in elements in elements": Input("html", lambda size: f"<div><p>{LINE * 4}" * 190 + "<p>规章" * size),
    "page: paragraphs": Input("html", lambda size: f"<p>{LINE}" * size),
    "page: elements around a text": Input("html", lambda size: "<div><span>甲</span></div>" * size),
    "page: elements in elements": Input("html", lambda size: "<div>" * size + LINE),
    "page: rows": Input("html", lambda size: "<table>" + "<tr><td>规章<td>1<td>2" * size + "</table>"),
    "page: cells in a row": Input("html", lambda size: "<table><tr>" + "<td>1" * size + "</table>"),
    "page: rows that cells span": Input(
        "html", lambda size: "<table>" + "<tr><td rowspan=99999>规章<td>1" * size + "</table>", least=4 * WIDEST
    ),
    "page: columns that cells span": Input(
        "html", lambda size: "<table>" + "<tr><td colspan=999>规章<td>1" * size + "</table>"
    ),
    "page: tables": Input("html", lambda size: "<table><tr><td>规章<td>1<td>2</table>" * size),
    "page: lists": Input("html", lambda size: "<ul><li>甲<li>乙</ul>" * size),
    "page: classes": Input(
        "html",
        lambda size: (
            "<style>"
            + "".join(f".c{index}{{display:none}}" for index in range(size))
            + "</style>"
            + "".join(f"<p class=c{index}>甲" for index in range(size))
        ),
    ),
    "page: lines kept as they are": Input("html", lambda size: "<pre>" + f"{LINE}\n" * size + "</pre>"),
    "page: character references": Input("html", lambda size: "<p>" + "甲&nbsp;" * size),
    "Word: paragraphs": Input("docx", lambda size: word(para(LINE) * size)),
    "Word: runs": Input("docx", lambda size: word(f"<w:p>{run('甲') * size}</w:p>")),
    "Word: rows": Input("docx", lambda size: word(f"<w:tbl>{tr(tc('规章') + tc('1')) * size}</w:tbl>")),
    "Word: cells in a row": Input("docx", lambda size: word(f"<w:tbl>{tr(tc('1') * size)}</w:tbl>")),
    "Word: rows that cells span": Input(
        "docx", lambda size: word(f"<w:tbl>{tr(tc('规章', 1, 'continue') + tc('1')) * size}</w:tbl>")
    ),
    "Word: tables": Input("docx", lambda size: word(f"<w:tbl>{tr(tc('规章') + tc('1'))}</w:tbl>{para('甲')}" * size)),
    "Word: styles on styles": Input("docx", styled),
    "old Word: paragraphs": Input("doc", lambda size: OldWord([(f"{LINE}\r", 2)] * size).file()),
    "PDF: lines on a page": Input("pdf", of_pages),
    "PDF: strokes on a page": Input("pdf", of_strokes),
    "binder: lines before": Input("txt", lambda size: before("a\n" * size), checked=True),
    "binder: sentences before": Input("txt", lambda size: before(f"{LINE}\n" * size), checked=True),
    "binder: sentences after": Input("txt", lambda size: after(f"{LINE}\n" * size), checked=True),
    "binder: headings after": Input("txt", lambda size: after(f"{HEADING}\n" * size), checked=True),
    "binder: numbers of headings": Input("txt", lambda size: after("一、\n" * size), checked=True),
    "binder: lists in a line": Input("txt", lambda size: after("共1件，其中" * size), checked=True),
    "binder: one long sentence": Input("txt", lambda size: after("收到申请1件，" * size), checked=True),
    "binder: rows of a table": Input("txt", longer_table, checked=True),
    "binder: tables after": Input("txt", lambda size: after("信息内容\t数量\n规章\t1\n\n" * size), checked=True),
    "binder: rows before": Input("txt", lambda size: before("规章\t1\t2\t3\n" * size + "\n"), checked=True),
    "binder: pages": Input("txt", lambda size: after("— 1 —\n甲乙丙\n" * size), checked=True),
}


def seconds(given: Input, size: int, rounds: int = ROUNDS, again: int = 1) -> float:
    """The least that reading (and checking) an input of a size takes, of rounds of so many times. Raises
    `ReadFailure`.
    """
    made = given.make(size)
    source = Source(f"a.{given.suffix}", made if isinstance(made, bytes) else made.encode(), given.suffix)
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        for _ in range(again):
            once(source, given.checked)
        times.append((time.process_time() - start) / again)
    return min(times)


def once(source: Source, checked: bool) -> None:
    """Read, and check, an input. Raises `ReadFailure`."""
    if not checked:
        read(source)
        return
    result = lint(source, FAMILY)
    if isinstance(result, Failed):
        raise ReadFailure(result.error)


def growth(given: Input) -> tuple[int, float]:
    """The smaller size, and how many times as much a part costs in the larger; 0 where even the small is refused."""
    size = given.least
    seconds(given, 1, 1)  # what is imported and worked out at the first time
    start = seconds(given, 1, ROUNDS, 100)  # what the smallest input costs says nothing of how work grows
    while True:
        try:
            if (seconds(given, size, 1) - start) * TIMES >= LEAST:
                seconds(given, size * TIMES, 1)
                break
            seconds(given, size * 2 * TIMES, 1)
        except ReadFailure:
            break
        size *= 2
    try:
        again = 1 + int(LEAST / TIMES / max(seconds(given, size, 1), 1e-6))  # where a limit keeps inputs small
        return size, (seconds(given, size * TIMES) - start) / (seconds(given, size, ROUNDS, again) - start) / TIMES
    except ReadFailure:
        return size, 0.0


FAMILY = load("cn-open-government")


def main() -> None:
    """Print how each dimension grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="dimensions with this in their names")
    parser.add_argument("--limit", type=float, help="the most that anything may grow, for the exit code")
    given = parser.parse_args()
    gc.set_threshold(100_000)  # as the program itself does at its start
    worst = 0.0
    print("dimension                                size   growth")
    for name, one in INPUTS.items():
        if given.only in name:
            size, ratio = growth(one)
            worst = max(worst, ratio)
            print(f"{name:<36} {size:>8}   {ratio:5.2f}", flush=True)
    raise SystemExit(given.limit is not None and worst > given.limit)


if __name__ == "__main__":
    main()
