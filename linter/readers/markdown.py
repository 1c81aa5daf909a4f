"""Markdown: headings, lists, quotes and tables by markdown-it; everything else is read as plain text is.

A report pasted into a Markdown file keeps the shapes of its tables, which Markdown knows nothing of. So the parser only
says what each line is; lines that it does not claim go through the analysis of plain text, place and all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from linter.model.document import WHITE, Block, Paragraph, Row, Table, Text, join
from linter.model.message import Message
from linter.model.span import TextSpan
from linter.readers.grid import row_of
from linter.readers.inline import struck
from linter.readers.lines import Line, raw_lines
from linter.readers.plain.pipe_rows import split
from linter.readers.plain.read import blocks_of as plain_blocks
from linter.readers.shapes import is_figure, is_page_number, is_rule, is_sentence
from linter.text.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HASHES = regex(r"\s*#{1,6}")
_BULLET = regex(r" {0,3}[-*+] +")
_QUOTE = regex(r"(?: {0,3}> ?)+")
_UNDERLINE = regex(r" {0,3}(?:=+|-{3,}) *")
_COMMENT = regex(r"\s*<!--.*?-->\s*", re.DOTALL)
_HTML_TABLE = regex(r"<(/?)table\b", re.IGNORECASE)
_HTML_BLOCK = regex(r"<(?:table|h[1-6])\b", re.IGNORECASE)
# Chinese editors need no space after the hashes of a heading; a hashtag has one at its end.
_TITLE = regex(r" {0,3}(#{1,6})(?=[\u3400-\u9fff\uff08(])(?!.*#\s*$)")
_FRONT_MATTER = 200  # lines that settings at the top of a file may take
_SETTING = regex(r"[\w-]+\s*:(?:\s|$)")


class _Role(Enum):
    TEXT = auto()
    HEADING = auto()
    TABLE = auto()
    HTML = auto()
    NOTHING = auto()  # drawn by the markup, no text of the report


@dataclass(slots=True)
class _Marked:
    """What a line is. `group` tells tables apart that follow each other; `level` is a heading's."""

    role: _Role = _Role.TEXT
    level: int = 0
    group: int = 0
    bullet: bool = False
    quoted: bool = False


def read_markdown(text: str) -> tuple[list[Block], tuple[Message, ...]]:
    """The blocks of a Markdown text, in order, and what is to be said of it; raises `ReadFailure`."""
    raw = list(raw_lines(text))
    hidden = _front_matter([line for _, line in raw])
    marked = [_Marked() for _ in raw]
    for index in range(hidden):
        marked[index].role = _Role.NOTHING
    shown = "\n" * hidden + "\n".join(line for _, line in raw[hidden:])
    _mark(marked, _parser().parse(shown), [line for _, line in raw])
    notes = (Message("read.html-deletions", {"count": count}),) if (count := struck(text)) else ()
    return list(_blocks(_lines(raw, marked), marked, raw, text)), notes


@cache
def _parser() -> MarkdownIt:
    """Blocks only. Indented code is off, since rows that begin with a tab would be code; so are definitions of links,
    which swallow lines.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable(["code", "reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _front_matter(lines: Sequence[str]) -> int:
    """The number of lines that settings between `---` take at the top."""
    if not lines or lines[0].rstrip() != "---" or len(lines) < 2 or not _SETTING.match(lines[1]):
        return 0
    for index, line in enumerate(lines[1:_FRONT_MATTER], 1):
        if line.rstrip() in ("---", "..."):
            return index + 1
    return 0


def _mark(marked: list[_Marked], tokens: Sequence[Token], lines: Sequence[str]) -> None:
    """Fill in what each line is."""
    pages: list[tuple[int, int, str]] = []
    for number, token in enumerate(tokens):
        start, end = token.map or (0, 0)
        if token.type == "heading_open":
            _mark_heading(marked, lines, token, start, end)
        elif token.type == "table_open":
            _mark_table(marked, lines, start, end, number)
        elif token.type == "hr" and not lines[start].startswith("\t"):
            marked[start].role = _Role.NOTHING
        elif token.type == "fence":
            _mark_fence(marked, lines, token, start, end)
            pages.append((start + 1, end, token.content))
        elif token.type == "list_item_open" and token.markup in "-*+":
            marked[start].bullet = True
        elif token.type in ("blockquote_open", "html_block"):
            _mark_all(marked[start:end], token)
            pages.append((start, end, token.content))
    _mark_html(marked, lines, pages)
    for mark, line in zip(marked, lines, strict=True):
        if mark.role is _Role.TEXT and (title := _TITLE.match(line)):
            mark.role, mark.level = _Role.HEADING, len(title[1])


def _mark_all(marked: Sequence[_Marked], token: Token) -> None:
    for mark in marked:
        if token.type == "blockquote_open":
            mark.quoted = True
        elif _COMMENT.fullmatch(token.content):
            mark.role = _Role.NOTHING


def _mark_html(marked: list[_Marked], lines: Sequence[str], parts: Sequence[tuple[int, int, str]]) -> None:
    """HTML is read as such where there is a table or a heading in it; `parts` are (first line, line after the last,
    text) of what may be HTML.
    """
    done = 0
    for start, end, content in parts:
        if start >= done and _HTML_BLOCK.search(content):
            done = _end_of_tables(lines, start, end)
            for mark in marked[start:done]:
                if mark.role is not _Role.NOTHING:
                    mark.role, mark.group = _Role.HTML, start


def _end_of_tables(lines: Sequence[str], start: int, end: int) -> int:
    """The line after the tables that begin in line `start`. Markdown ends HTML at the first blank line, at `end`,
    which may be in the middle of a table; a table that is never closed ends there all the same.
    """
    inside = 0
    for index in range(start, len(lines)):
        inside += sum(-1 if tag[1] else 1 for tag in _HTML_TABLE.finditer(lines[index]))
        if inside <= 0 and index + 1 >= end:
            return index + 1
    return end


def _mark_heading(marked: list[_Marked], lines: Sequence[str], token: Token, start: int, end: int) -> None:
    if lines[start].startswith("\t"):
        return
    level = int(token.tag[1:])
    if token.markup.startswith("#"):
        marked[start].role, marked[start].level = _Role.HEADING, level
        return
    # A line of dashes under text: a heading, if it looks like one, or else a rule that strayed into a table.
    title, underline = lines[end - 2], lines[end - 1]
    if not _UNDERLINE.fullmatch(_QUOTE.sub("", underline, count=1)):
        return
    marked[end - 1].role = _Role.NOTHING
    text = title.strip(WHITE)
    if end - start == 2 and "\t" not in title and "|" not in title and not is_figure(text) and not is_sentence(text):
        marked[start].role, marked[start].level = _Role.HEADING, level


def _mark_table(marked: list[_Marked], lines: Sequence[str], start: int, end: int, group: int) -> None:
    for index in range(start, end):
        if index > start + 1 and len(split(lines[index])) == 1 and not _goes_on(lines[start + 1], lines[index - 1]):
            return  # a line below the table: the parser takes it for a row of one cell
        marked[index].role, marked[index].group = _Role.TABLE, group


def _goes_on(rule: str, row: str) -> bool:
    """Whether a row was broken behind a pipe, as `html2text` breaks long ones, in a table without a frame."""
    return row.rstrip().endswith("|") and "|" in rule.strip("| \t") and not rule.rstrip().endswith("|")


def _mark_fence(marked: list[_Marked], lines: Sequence[str], token: Token, start: int, end: int) -> None:
    marked[start].role = _Role.NOTHING
    last = lines[end - 1].strip(" >")
    if end - start > 1 and last.startswith(token.markup) and not last.strip(token.markup[0]):
        marked[end - 1].role = _Role.NOTHING


def _lines(raw: Sequence[tuple[int, str]], marked: Sequence[_Marked]) -> list[tuple[int, Line]]:
    """The lines that hold text, without quote marks and bullets, each with its number from 0."""
    lines: list[tuple[int, Line]] = []
    gap = 0
    for index, ((offset, text), mark) in enumerate(zip(raw, marked, strict=True)):
        if mark.role is _Role.NOTHING:
            continue
        start = _prefix(text, mark)
        rest = text[start:]
        if "\t" in rest or rest.strip(WHITE):
            span = TextSpan(index + 1, 1 + start, offset + start, len(rest))
            lines.append((index, Line(rest, ((0, span),), gap, markup=True)))
            gap = 0
        else:
            gap += 1
    return lines


def _prefix(text: str, mark: _Marked) -> int:
    start = 0
    if mark.quoted and (quote := _QUOTE.match(text)):
        start = quote.end()
    bullet = _BULLET.match(text, start) if mark.bullet else None
    if bullet and bullet.end() < len(text) and not is_page_number(text[start:].strip(WHITE)):
        start = bullet.end()
    return start


def _blocks(
    lines: Sequence[tuple[int, Line]], marked: Sequence[_Marked], raw: Sequence[tuple[int, str]], text: str
) -> Iterator[Block]:
    """Blocks in order: stretches of plain lines are read as text is, with the headings and tables between them."""

    def stretch(numbered: tuple[int, Line]) -> tuple[_Role, int]:
        mark = marked[numbered[0]]
        return mark.role, numbered[0] if mark.role is _Role.HEADING else mark.group

    for (role, first), items in groupby(lines, stretch):
        numbered = list(items)
        part = [line for _, line in numbered]
        if role is _Role.HEADING:
            yield from _heading(part[0], marked[first].level)
        elif role is _Role.TABLE:
            yield from _table(part)
        elif role is _Role.HTML:
            yield from _html(numbered[0][0], numbered[-1][0], raw, text)
        else:
            yield from plain_blocks(part)


def _heading(line: Line, level: int) -> Iterator[Paragraph]:
    start, end = 0, len(line.text)
    if hashes := _HASHES.match(line.text):
        start = hashes.end()
        body = line.text.rstrip()
        closed = body.rstrip("#")
        end = len(closed) if closed[-1:].isspace() else len(body)  # hashes at the end count only after a space
    text = line.cut(start, max(start, end))
    if text.value:
        yield Paragraph(text, level)


def _html(first: int, last: int, raw: Sequence[tuple[int, str]], text: str) -> Sequence[Block]:
    """The blocks of HTML from line `first` to line `last`, numbers from 0."""
    from linter.readers.html.read import read_fragment

    start, (offset, line) = raw[first][0], raw[last]
    return read_fragment(text[start : offset + len(line)], first + 1, start)


def _table(lines: Sequence[Line]) -> Iterator[Table]:
    """The table; the blank header that converters write where the first row is none is no row of it."""
    rows: list[Row] = []
    for line in _whole_rows(lines):
        parts = split(line.text)
        if len(parts) > 1 and not line.text[slice(*parts[0])].strip(WHITE):
            parts = parts[1:]
        if len(parts) > 1 and not line.text[slice(*parts[-1])].strip(WHITE):
            parts = parts[:-1]
        cells = [line.cut(*part) for part in parts]
        is_blank_header = not rows and len(lines) > 2 and not any(cell.value for cell in cells)
        if not is_blank_header and not is_rule([cell.value for cell in cells] * 2):
            rows.append(row_of(cells))
    if rows:
        yield Table(tuple(rows), ruled=True)


def _whole_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a table, each row in one."""
    waiting: Line | None = None
    for line in lines:
        whole = line if waiting is None else _together(waiting, line)
        waiting = whole if len(lines) > 2 and _goes_on(lines[1].text, line.text) else None
        if waiting is None:
            yield whole
    if waiting is not None:
        yield waiting


def _together(line: Line, below: Line) -> Line:
    text = join((Text(line.text, line.pieces), Text(below.text, below.pieces)))
    return line._replace(text=text.value, pieces=text.pieces)
