"""Footnote marks and notes beside figures and labels, which are no part of them: ¹, ①, [1], *, †, （注1）, （含税）.

Readers give digits that a draft prints raised as the characters for raised digits, so that all marks are known by what
they are. They have to be taken off before compatibility forms are folded, which makes ordinary digits of them.
"""

from __future__ import annotations

import re

from linter.text.languages import LANGUAGES, SEARCHED
from linter.text.punctuation import (
    COLON,
    COMMA,
    ITEM,
    NOTE_BRACKETS,
    NOTE_SIGNS,
    POINTS,
    ROUND,
    TEXT_SIGNS,
    WIDE_DIGITS,
    either_width,
)
from linter.text.regex import regex

_PLAIN = "0123456789+-=abcdefghijklmnoprstuvwxyz"
_ABOVE = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_RAISING = str.maketrans(_PLAIN, _ABOVE.replace("⁽⁾", ""))
_RAISING |= {ord(bracket): ord("⁽⁾"[side]) for side in (0, 1) for bracket in ROUND[side] + NOTE_BRACKETS[side]}
_ORDINAL = regex("[A-Za-z]{2}")  # 4th, 2nd

_BELOW = "₀₁₂₃₄₅₆₇₈₉"

RAISED = "".join(dict.fromkeys(_ABOVE + _BELOW))
"""Characters that stand above the line or below it, whatever they are beside."""

_CIRCLES = (("①", "⑳"), ("⑴", "⒇"), ("⓪", "⓪"), ("❶", "❿"), ("ⓐ", "ⓩ"))
CIRCLED = "".join(f"{first}-{last}" for first, last in _CIRCLES)
"""Numbers and letters in circles and brackets that are one character, as a class of a pattern has them."""

_OPENING, _CLOSING = (re.escape(brackets) for brackets in NOTE_BRACKETS)
_NOTES = SEARCHED.notes
_NOTE_MARK, _WORDS, _SEE = _NOTES.mark[0], "|".join(_NOTES.words), "".join(dict.fromkeys("".join(_NOTES.see)))
_SPACED = [language.notes for language in LANGUAGES.values() if language.spaces]
_SEE_IN_BRACKETS = "|".join(word for notes in _SPACED for word in notes.see)
_WORDS_IN_BRACKETS = "|".join(word for notes in _SPACED for word in notes.words)
_NUMBER = rf"(?:\d{{1,2}}|[{CIRCLED}]|[{RAISED}]{{1,3}})"
_NO_NOTE, _NO_WORD = "".join(_NOTES.are_none), "|".join(word for notes in _SPACED for word in notes.are_none)
_NOTE = rf"(?!(?i:{_NO_WORD}))(?:(?![{_NO_NOTE}])[^\W\d_]){{2,8}}"
"""Words in brackets that say what a figure is (含税): not how much, of which unit, of when or how exactly."""

_MARK = (
    rf"(?:[{RAISED}]+(?:[{either_width(COMMA)}{ITEM}][{RAISED}]+)*|[{CIRCLED}]|[{NOTE_SIGNS}]{{1,3}}"
    rf"|[{_OPENING}]{_NOTE_MARK}?(?:\d{{1,2}}|[{CIRCLED}{NOTE_SIGNS}])[{_CLOSING}]"
    rf"|[{ROUND[0]}]?\s?[{_SEE}]{{0,2}}(?:{_WORDS})\s?[{either_width(COLON)}]?{_NUMBER}?\s?[{ROUND[1]}]?"
    rf"|[{ROUND[0]}]\s?(?i:(?:{_SEE_IN_BRACKETS})\s)?(?i:{_WORDS_IN_BRACKETS})s?\s?\d{{0,2}}\s?[{ROUND[1]}]"
    rf"|[{ROUND[0]}]\s?{_NOTE}\s?[{ROUND[1]}])"
)
MARKS = rf"(?:\s?{_MARK}){{1,3}}"
"""What may stand after a figure, as a pattern."""

_BEFORE = (
    rf"[{RAISED}]+|[{NOTE_SIGNS}](?![{NOTE_SIGNS}])\s?(?=[0-9{WIDE_DIGITS}])"
    rf"|[{TEXT_SIGNS}](?=[+-]?[0-9{WIDE_DIGITS}]+(?:[.,][0-9{WIDE_DIGITS}]+)*\s*\Z)"
)
_AROUND = regex(rf"\s*(?:{_BEFORE})?(?P<figure>\S.*?)(?:{MARKS})?\s*", re.DOTALL)
_WITHIN = regex(rf"(?<=[0-9{WIDE_DIGITS}])[{RAISED}]+(?=[^0-9{WIDE_DIGITS}{POINTS}{either_width(COMMA)}{RAISED}])")
_AFTER_LABEL = regex(
    rf"(?<=[^\W\d])\s?(?:[{CIRCLED}]|[{_OPENING}]{_NOTE_MARK}?\d{{1,2}}[{_CLOSING}]|{_NOTE_MARK}{_NUMBER})\Z"
)
_ENDS_OF_LABELS = regex(rf"[{CIRCLED}{_CLOSING}]\Z|{_NOTE_MARK}.{{1,3}}\Z", re.DOTALL)

RAISED_OR_CIRCLED = frozenset(RAISED).union(
    chr(code) for first, last in _CIRCLES for code in range(ord(first), ord(last) + 1)
)
_IN_MARKS = RAISED_OR_CIRCLED.union(NOTE_SIGNS, TEXT_SIGNS, NOTE_BRACKETS[0], ROUND[0], _NOTE_MARK)
"""Every mark, before a figure or after it, has one of these."""


def raised(text: str) -> str:
    """`text` as it stands above the line, as long as before; ordinals and what cannot be raised stay as they are."""
    return text if _ORDINAL.search(text) else text.lower().translate(_RAISING)


def may_be_marked(text: str) -> bool:
    """Whether `text` has a character that a mark has: in few texts a mark has to be looked for."""
    return not _IN_MARKS.isdisjoint(text)


def figure_alone(text: str) -> str:
    """`text`, that of a cell with a figure, without the marks beside and within it; unchanged if it is but a mark."""
    if not any(map(str.isdecimal, text)):
        return text
    if not may_be_marked(text):
        return text.strip()
    found = _AROUND.fullmatch(text)
    if found is None:
        return text
    figure = _WITHIN.sub("", found["figure"])
    return figure if any(map(str.isdecimal, figure)) else text


def label_alone(label: str) -> str:
    """`label` without the mark after it. What is raised is left to `squeeze`, which drops it anywhere."""
    return _AFTER_LABEL.sub("", label) if _ENDS_OF_LABELS.search(label[-4:]) else label
