"""Runs of text → one line as a browser shows it: white space collapsed, every part with its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.model.document import WHITE, Text
from linter.model.records import Record
from linter.model.span import Span, TextSpan
from linter.readers.html.nodes import Run
from linter.text.regex import regex

_WORDS = regex(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_SPACE = regex(r"[ \t\n\r\f]")
_COLLAPSIBLE = " \t\n\r\f"
_WIDE = chr(0x2E80)  # ideographs and their punctuation begin here
_HANGUL = ("\uac00", "\ud7af")


class _Gap(Record):
    """White space between two words: its place, and whether the source has a line end in it."""

    span: TextSpan
    broken: bool


def text_of(runs: Sequence[Run], preformatted: bool = False) -> Text | None:
    """The line that `runs` make, without white space at its edges; None if nothing is left.

    In a `preformatted` one white space stays as it is.
    """
    if len(runs) == 1 and (single := _single(runs[0])):
        return single
    if preformatted:
        return _as_it_is(runs)
    value = ""
    pieces: list[tuple[int, Span]] = []
    gap: _Gap | None = None
    for run in runs:
        for word, span, before in _words(run):
            if before is not None:
                gap = before if gap is None or before.broken > gap.broken else gap
            if not word:
                continue
            if gap is not None and value and not (gap.broken and _is_wide(value[-1]) and _is_wide(word[0])):
                pieces.append((len(value), gap.span))
                value += " "
            gap = None
            pieces.append((len(value), span))
            value += word
    return _stripped(value, pieces)


def _as_it_is(runs: Sequence[Run]) -> Text | None:
    value = ""
    pieces: list[tuple[int, Span]] = []
    for run in runs:
        pieces.append((len(value), TextSpan(run.line, run.column, run.offset, run.width)))
        value += run.value
    return _stripped(value, pieces)


def _single(run: Run) -> Text | None:
    """The text of a run that is a word as it stands, which most cells are."""
    line, column, offset, value, width = run
    if width != len(value) or _SPACE.search(value) or value[0] in WHITE or value[-1] in WHITE:
        return None
    return Text(value, ((0, TextSpan(line, column, offset, width)),))


def _words(run: Run) -> Iterable[tuple[str, TextSpan, _Gap | None]]:
    """(words, their place, the white space before them); the last may be white space alone."""
    line, column, offset, raw, width = run
    if width != len(raw):
        span = TextSpan(line, column, offset, width)
        return [("", span, _Gap(span, False))] if raw in _COLLAPSIBLE else [(raw, span, None)]
    if _SPACE.search(raw) is None:
        return [(raw, TextSpan(line, column, offset, width), None)]
    found: list[tuple[str, TextSpan, _Gap | None]] = []
    done = 0
    for match in _WORDS.finditer(raw):
        start, end = match.span()
        gap = _gap(run, done, start) if start > done else None
        found.append((match[0], _span(run, start, end - start), gap))
        done = end
    if done < width:
        gap = _gap(run, done, width)
        found.append(("", gap.span, gap))
    return found


def _gap(run: Run, start: int, end: int) -> _Gap:
    return _Gap(_span(run, start, 1), "\n" in run.value[start:end])


def _span(run: Run, start: int, length: int) -> TextSpan:
    """The place of a part of `run` that stands on one line."""
    lines = run.value.count("\n", 0, start)
    if lines:
        column = start - run.value.rfind("\n", 0, start)
        return TextSpan(run.line + lines, column, run.offset + start, length)
    return TextSpan(run.line, run.column + start, run.offset + start, length)


def _is_wide(character: str) -> bool:
    """Whether a line end in the source beside this character is no space: ideographs are written without spaces."""
    return character >= _WIDE and not _HANGUL[0] <= character <= _HANGUL[1]


def _stripped(value: str, pieces: Sequence[tuple[int, Span]]) -> Text | None:
    """Without the white space at the edges that HTML keeps (`&nbsp;`, ideographic spaces)."""
    text = Text(value, tuple(pieces)).strip() if value else None
    return text if text is not None and text.value else None
