"""What markup within a line of Markdown stands for: escapes, entities, emphasis, links, tags that converters leave.

Emphasis is no part of what is emphasised, and what is struck is no part of the text. Signs that mark nothing (the
blanks of a form `____`, a footnote's `*`, `5*3`) stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.model.document import WHITE, Text, join
from linter.model.records import Record
from linter.text.marks import raised
from linter.text.regex import regex

_SHOWN_ALONE = "u|b|i|em|strong|span|font|ins|mark|small|big|code|center|p|div|a|kbd"
_MARKUP = regex(
    r"(?P<escape>\\(?:[!-/:-@\[-`{-~]|(?=\n|\Z)))"
    r"|(?P<break><br\s*/?>)"
    r"|(?P<entity>&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)"
    r"|(?P<above><su[bp]\b[^<>]*>(?P<sup>[^<>]{0,12})</su[bp]>|\[?\^(?P<caret>[\w*†‡]{1,3})(?:\^|\]))"
    r"|(?P<struck>~~(?=\S)[^~\n]+~~|<(?P<tag>del|s|strike)\b[^<>]*>[^<>]*</(?P=tag)>)"
    rf"|(?P<tags></?(?:{_SHOWN_ALONE})\b[^<>]*>|<!--.*?-->)"
    r"|(?P<image>!\[[^\[\]\n]*\]\([^()\n]*\))"
    r"|(?P<link>\[(?P<name>[^\[\]\n]*)\](?:\([^()\s]*[/#.][^()\n]*\)|\{[.#][^{}\n]*\}))"
    r"|(?P<math>\$(?P<number>[0-9][0-9.,]*)\$)"
    r"|(?P<code>(?P<ticks>`+)(?P<verbatim>[^`\n]+)(?P=ticks))"
    r"|(?P<run>\*{1,3}|_{1,3}|==)",
    re.IGNORECASE,
)
_STARTS = regex(r"[\\<&*_`~=$!\[^]")
_STRUCK = regex(r"(?<!\\)~~(?=\S)[^~\n]+~~|<(?:del|s|strike)\b[^<>]*>[^<>]+</")
_PART_OF_FIGURE = regex(r"[0-9.,]+")
_MARKED_BLANKS = (*WHITE, "&nbsp;", "&ensp;", "&emsp;", "<br>", "<br/>", "<br />")


class _Part(Record):
    """What `start` to `end` of a text stands for; `run` has the sign of what may be emphasis, and is then open."""

    start: int
    end: int
    meaning: str
    run: str = ""


def shown(raw: Text) -> Text:
    """`raw`, a text of Markdown, as it is shown, each character at its place; a break is a line's end."""
    if not _STARTS.search(raw.value):
        return raw
    raw = raw.cut(*_within_blanks(raw.value))
    parts = list(_without_pairs(list(_parts(raw.value)), raw.value))
    if not parts:
        return raw
    texts: list[Text] = []
    done = 0
    for part in parts:
        if part.start > done:
            texts.append(raw.cut(done, part.start))
        if part.meaning:
            texts.append(Text(part.meaning, ((0, raw.span_at(part.start, part.end - part.start)),)))
        done = part.end
    if done < len(raw.value):
        texts.append(raw.cut(done, len(raw.value)))
    return join(texts).strip() if texts else raw.cut(0, 0)


def struck(text: str) -> int:
    """How many pieces of `text` are struck through."""
    return sum(1 for _ in _STRUCK.finditer(text))


def _within_blanks(text: str) -> tuple[int, int]:
    """Where `text` begins and ends without the white space that markup stands for."""
    first, last = 0, len(text)
    while blank := next((mark for mark in _MARKED_BLANKS if text.startswith(mark, first, last)), None):
        first += len(blank)
    while blank := next((mark for mark in _MARKED_BLANKS if text.endswith(mark, first, last)), None):
        last -= len(blank)
    return first, last


def _parts(text: str, start: int = 0, end: int | None = None) -> Iterator[_Part]:
    """The markup in order. What stands in a link or in code is looked into as far as it is marked up itself."""
    for match in _MARKUP.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        if match["run"]:
            yield _Part(first, last, match[0], match[0])
        elif match["link"]:
            inner = match.span("name")
            yield _Part(first, inner[0], "")
            yield from _parts(text, *inner)
            yield _Part(inner[1], last, "")
        elif match["code"]:
            inner = match.span("verbatim")
            yield _Part(first, inner[0], "")
            yield _Part(inner[1], last, "")
        else:
            yield _Part(first, last, _meaning(match))


def _meaning(match: re.Match[str]) -> str:
    if match["escape"]:
        return match[0][1:]
    if match["break"]:
        return "\n"
    if match["above"]:
        return raised(match["sup"] or match["caret"] or "")
    if match["math"]:
        return match["number"]
    if match["entity"]:
        from html import unescape

        return unescape(match[0])
    return ""


def _without_pairs(parts: list[_Part], text: str) -> Iterator[_Part]:
    """The parts, of which runs that are the two ends of an emphasis stand for nothing, and others are left out. Of an
    end that is longer than the beginning, the rest stays: it is the mark of a footnote.
    """
    pairs: dict[int, str] = {}
    opened: list[int] = []
    for index, part in enumerate(parts):
        if not part.run:
            continue
        opens, closes = _flanks(text, part)
        pair = next((other for other in reversed(opened) if closes and _are_pair(parts[other], part, text)), None)
        if pair is not None:
            pairs |= {pair: "", index: part.run[len(parts[pair].run) :]}
            del opened[opened.index(pair) :]
        elif opens:
            opened.append(index)
    for index, part in enumerate(parts):
        if not part.run:
            yield part
        elif index in pairs:
            yield part._replace(meaning=pairs[index])


def _flanks(text: str, part: _Part) -> tuple[bool, bool]:
    """Whether a run may begin an emphasis, and whether it may end one.

    One of a single sign, or of `_`, in the middle of a word does neither; two signs next to Chinese brackets do, though
    strictly they do not, since whoever converts Chinese text puts them there.
    """
    before, after = text[part.start - 1 : part.start], text[part.end : part.end + 1]
    within = before.isdigit() and after.isdigit()
    if (within and len(part.run) == 1) or after == part.run[0] or before == part.run[0]:
        return False, False
    opens, closes = bool(after) and not after.isspace(), bool(before) and not before.isspace()
    if len(part.run) == 2:  # around all of a text, white space within does not matter
        opens, closes = opens or not part.start, closes or part.end == len(text)
    if part.run[0] == "_":
        return opens and not _is_word(before), closes and not _is_word(after)
    if part.run == "*":
        opens = opens and (_is_word(after) or not _is_word(before))
        closes = closes and (_is_word(before) or not _is_word(after))
    return opens, closes


def _are_pair(opening: _Part, closing: _Part, text: str) -> bool:
    """Whether two runs are the ends of an emphasis. One between digits emphasises a part of a figure, and no more:
    2**3 and 4**5 are none.
    """
    within = any(
        text[part.start - 1 : part.start].isdigit() and text[part.end : part.end + 1].isdigit()
        for part in (opening, closing)
    )
    return closing.run.startswith(opening.run) and (
        not within or _PART_OF_FIGURE.fullmatch(text, opening.end, closing.start) is not None
    )


def _is_word(character: str) -> bool:
    return character.isalnum()
