"""Paragraphs in reading order, out of whatever a Word file wraps them in."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from linter.model.document import Paragraph, Text, join
from linter.model.records import Record
from linter.readers.docx.runs import DROPPED, TRACKED, read_runs
from linter.readers.docx.state import State
from linter.readers.docx.styles import Style, outline_level, stated_numbering
from linter.readers.docx.xml import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SDTPR,
    TBL,
    VAL,
    VANISH,
    P,
    is_on,
    properties_of,
    w,
)

_FLOW = frozenset({P, TBL})
_WRAPPERS = frozenset({w("customXml"), w("smartTag"), *TRACKED})
_EMBEDDED = frozenset({w("altChunk"), w("subDoc")})
_GALLERY = w("docPartGallery")
_CONTENTS = "Table of Contents"  # the gallery's name, in every language of Word
_STYLE, _OUTLINE, _NUMBERING = w("pStyle"), w("outlineLvl"), w("numPr")
_NO_LIST = "0"


class _Properties(Record):
    """Of a paragraph: `list_id` is empty without automatic numbers; `joined` says that its end was deleted, `unseen`
    that it is hidden.
    """

    style_id: str | None
    style: Style
    level: int
    list_id: str
    list_level: int | None
    joined: bool
    unseen: bool


def members(parent: _Element, tags: frozenset[str], state: State) -> Iterator[_Element]:
    """The elements with one of `tags` in `parent`, also those in content controls and tracked insertions."""
    for child in parent:
        tag = child.tag
        if tag in tags:
            yield child
        elif tag in _WRAPPERS:
            state.tracked = state.tracked or tag in TRACKED
            if tag not in DROPPED:
                yield from members(child, tags, state)
        elif tag == SDT:
            if not _is_contents(child):
                for content in child.iterchildren(SDT_CONTENT):
                    yield from members(content, tags, state)
        elif tag == ALTERNATE:
            ways = (tuple(members(way, tags, state)) for way in child.iterchildren(CHOICE, FALLBACK))
            yield from next(filter(None, ways), ())
        elif tag in _EMBEDDED:
            state.embedded = True


def read_story(container: _Element, state: State) -> Iterator[Paragraph | _Element]:
    """The paragraphs of a body, cell or text box, those without text included, and its tables, unread.

    A text box comes after the paragraph that it is anchored in.
    """
    waiting: list[Text] = []  # paragraphs whose ends were deleted: the next one goes on with them
    for element in members(container, _FLOW, state):
        if element.tag == TBL:
            if waiting:
                yield Paragraph(join(waiting).strip())
                waiting = []
            yield element
            continue
        properties = _properties(element, state)
        if properties.style.contents:
            continue
        text, boxes = read_runs(element, properties.style, state)
        if properties.joined:
            state.tracked = True
            waiting.append(text)
        else:
            text = (join([*waiting, text]) if waiting else text).strip()
            waiting = []
            unseen = properties.unseen and not text.value  # and does not count in its list
            yield Paragraph(text, properties.level, "" if unseen else _label(properties, state))
        for box in boxes:
            state.enter()
            yield from read_story(box, state)
            state.leave()
    if waiting:
        yield Paragraph(join(waiting).strip())


def _is_contents(control: _Element) -> bool:
    return any(
        gallery.get(VAL) == _CONTENTS
        for properties in control.iterchildren(SDTPR)
        for gallery in properties.iter(_GALLERY)
    )


def _properties(paragraph: _Element, state: State) -> _Properties:
    style_id: str | None = None
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    joined = unseen = False
    for prop in properties_of(paragraph, PPR):
        tag = prop.tag
        if tag == _STYLE:
            style_id = prop.get(VAL)
        elif tag == _OUTLINE:
            level = outline_level(prop.get(VAL))
        elif tag == _NUMBERING:
            list_id, list_level = stated_numbering(prop)
        elif tag == RPR and (state.deletes or state.hides):
            joined = any(mark.tag in DROPPED for mark in prop)
            unseen = any(mark.tag == VANISH and is_on(mark) for mark in prop)
    style = state.styles.of(style_id)
    if level is None:
        level = style.level or 0
    if list_id is None:
        list_id = style.number
        list_level = style.number_level if list_level is None else list_level
    list_id = "" if list_id in (None, _NO_LIST) else str(list_id)
    return _Properties(style_id, style, level, list_id, list_level, joined, unseen or bool(style.hidden))


def _label(properties: _Properties, state: State) -> str:
    if not properties.list_id:
        return ""
    return state.numbering.label(properties.list_id, properties.list_level, properties.style_id)
