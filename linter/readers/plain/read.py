"""Plain text: a paragraph a line, and tables in the shapes that copying and converting leave behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from linter.model.document import Block
from linter.readers.flow import read_flow
from linter.readers.lines import Line
from linter.readers.plain.comma_rows import comma_stretches, read_comma_rows
from linter.readers.plain.markup_tables import markup_tables, read_markup_table
from linter.readers.plain.pipe_cells import pipe_cells_end, read_pipe_cells
from linter.readers.plain.pipe_rows import holds_pipes, is_drawn, read_pipe_rows
from linter.readers.plain.tab_cells import begins_cell, read_tab_cells
from linter.readers.plain.tab_marks import is_mark, marks_from, read_tab_marks
from linter.readers.plain.tab_rows import holds_cells, lone_cell, read_tab_rows
from linter.text.regex import regex

_RULES = regex(r"\s*(?:={2,}(?:\s+={2,})+|-{2,}(?:\s+-{2,})+)\s*")


class _Separator(Enum):
    """What parts the cells of a line."""

    NONE = auto()
    TAB = auto()
    PIPE = auto()
    MARKUP = auto()  # the first line of a table that says itself where it ends


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The paragraphs and tables of `lines`, in order. No text is lost, but for separators."""
    lines = [line for line in lines if not _is_rule_of_columns(line.text)]
    markup = markup_tables(lines)
    separators = [_Separator.MARKUP if at in markup else _separator(line.text) for at, line in enumerate(lines)]
    with_tabs = [separator is _Separator.TAB for separator in separators]
    marks = [separator is _Separator.TAB and is_mark(line) for separator, line in zip(separators, lines, strict=True)]
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        separator = separators[index]
        if separator is _Separator.MARKUP:
            blocks.extend(read_markup_table(lines[index : markup[index]]))
            index = markup[index]
            continue
        piped = pipe_cells_end(lines, index) if separator is not _Separator.TAB else None
        if piped is not None:
            blocks.extend(read_pipe_cells(lines[index:piped]))
            index = piped
            continue
        if any(marks[index + 1 : index + 2]) and marks_from(lines, marks, with_tabs, index):
            found, index = read_tab_marks(lines, marks, index)
            blocks.extend(found)
            continue
        if separator is _Separator.TAB and _has_cell_a_line(lines, with_tabs, index):
            found, index = read_tab_cells(lines, index, with_tabs)
            blocks.extend(found)
            continue
        end = _end(lines, separators, index)
        if separator is _Separator.NONE and any(marks[end : end + 1]) and marks_from(lines, marks, with_tabs, end - 1):
            end = max(end - 1, index + 1)  # its last line is the first cell of the table that follows
        elif separator is _Separator.NONE and end < len(lines) and pipe_cells_end(lines, end - 1) is not None:
            end = max(end - 1, index + 1)
        blocks.extend(_read_stretch(lines[index:end], separator))
        index = end
    return blocks


def _read_stretch(lines: Sequence[Line], separator: _Separator) -> Iterator[Block]:
    """The blocks of lines that have the same separator."""
    if separator is _Separator.TAB:
        yield from read_tab_rows(lines)
    elif separator is _Separator.PIPE:
        yield from read_pipe_rows(lines)
    else:
        for stretch, mark in comma_stretches(lines):
            yield from read_comma_rows(stretch, mark) if mark else read_flow(stretch)


def _is_rule_of_columns(text: str) -> bool:
    """Whether a line only underlines columns that are set apart by spaces: `=====  ===`."""
    return text.lstrip()[:1] in ("=", "-") and _RULES.fullmatch(text) is not None


def _separator(text: str) -> _Separator:
    if "\t" in text and holds_cells(text):
        return _Separator.PIPE if "|" in text and text.lstrip().startswith("|") else _Separator.TAB
    if len(text) < 2000 and (holds_pipes(text) or is_drawn(text)):
        return _Separator.PIPE
    return _Separator.NONE


def _has_cell_a_line(lines: Sequence[Line], with_tabs: Sequence[bool], start: int) -> bool:
    """Whether of the lines with tabs that follow each other from `start`, most have one tab, at their beginning."""
    end = start
    balance = 0
    while end < len(lines) and with_tabs[end] and end - start < 40:
        balance += 1 if begins_cell(lines[end]) and lines[end].text.count("\t") == 1 else -1
        end += 1
    return balance > 0 and begins_cell(lines[start])


def _end(lines: Sequence[Line], separators: Sequence[_Separator], start: int) -> int:
    """The end of the stretch of lines with the same separator, single cells between two rows included."""
    separator = separators[start]
    end = start + 1
    while end < len(lines):
        if separators[end] is not separator and not (
            separator is not _Separator.NONE
            and separators[end] is _Separator.NONE
            and end + 1 < len(lines)
            and separators[end + 1] is separator
            and lone_cell(lines, end)
        ):
            break
        end += 1
    return end
