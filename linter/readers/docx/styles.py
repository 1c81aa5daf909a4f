"""Styles of a Word file, as far as a report's structure hangs on them: heading levels, numbering, hidden text."""

from __future__ import annotations

from lxml.etree import _Element

from linter.model.records import Record
from linter.readers.docx.looks import PLAIN, Look, look_of
from linter.readers.docx.xml import PPR, RPR, child, number, value, w
from linter.text.numbering import CONTENTS_STYLES, HEADING_STYLES
from linter.text.regex import regex

_HEADING = regex(rf"(?:{HEADING_STYLES})\s*([1-9])")
_CONTENTS = regex(rf"(?:{CONTENTS_STYLES})\s*[1-9]")  # WPS puts words of its own before
_BODY_LEVEL = 9  # the outline level that says body text
_LONGEST_CHAIN = 20  # of styles based on styles; Word allows 11

_STYLE, _BASED_ON, _NAME = w("style"), w("basedOn"), w("name")
_OUTLINE, _NUMBERING, _NUMBER, _LEVEL = w("outlineLvl"), w("numPr"), w("numId"), w("ilvl")
_ID, _TYPE, _DEFAULT = w("styleId"), w("type"), w("default")


class Style(Record):
    """What a style says, that of the styles it is based on included.

    `level` is a heading's, 0 for body text; `number` is the list that numbers its paragraphs and `number_level` the
    level in it, where the style says so; `contents` says that its paragraphs are entries of a table of contents.
    """

    level: int | None = None
    number: str | None = None
    number_level: int | None = None
    look: Look = PLAIN
    contents: bool = False

    @property
    def hidden(self) -> bool | None:
        return self.look.hidden


def outline_level(text: str | None) -> int | None:
    """The heading level, from 1, that an outline level (from 0) means: 0 for that of body text, None if not stated."""
    level = number(text)
    if level is None or not 0 <= level <= _BODY_LEVEL:
        return None
    return 0 if level == _BODY_LEVEL else level + 1


class Styles:
    """The styles of a file by their ids; each is resolved when it is first asked for."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._resolved: dict[str | None, Style] = {}
        default: str | None = None
        for style in root.iterchildren(_STYLE) if root is not None else ():
            id = style.get(_ID, "")
            self._elements.setdefault(id, style)
            if style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in ("1", "true", "on"):
                default = id
        self._resolved[None] = Style() if default is None else self.of(default)

    def of(self, id: str | None) -> Style:
        """The style with `id`; that of plain paragraphs where there is no id. An unknown one says nothing."""
        style = self._resolved.get(id)
        if style is None:
            style = self._resolved[id] = self._resolve(id or "")
        return style

    def _resolve(self, id: str) -> Style:
        style = Style()
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get(id)
            if element is None:
                break
            style = _over(style, _stated(element))
            id = value(element, _BASED_ON) or ""
        return style


def _over(own: Style, base: Style) -> Style:
    """`own` with what only the style that it is based on says."""
    return Style(
        base.level if own.level is None else own.level,
        base.number if own.number is None else own.number,
        base.number_level if own.number_level is None else own.number_level,
        own.look.over(base.look),
        own.contents or base.contents,
    )


def _stated(element: _Element) -> Style:
    """What one style says by itself."""
    paragraph = child(element, PPR)
    name = (value(element, _NAME) or "").lower()
    level = outline_level(value(paragraph, _OUTLINE))
    heading = _HEADING.fullmatch(name)
    if level is None and heading:
        level = int(heading[1])
    list_id, list_level = stated_numbering(child(paragraph, _NUMBERING))
    properties = child(element, RPR)
    return Style(
        level,
        list_id,
        list_level,
        PLAIN if properties is None else look_of(properties, lambda _: PLAIN),
        _CONTENTS.fullmatch(name) is not None,
    )


def stated_numbering(numbering: _Element | None) -> tuple[str | None, int | None]:
    """The list and the level that a `w:numPr` states."""
    return value(numbering, _NUMBER), number(value(numbering, _LEVEL))
