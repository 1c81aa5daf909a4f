"""Footnote marks and notes beside figures and labels, which are no part of them: ¹, ①, [1], *, †, （注1）, （含税）.

Readers give digits that a draft prints raised as the characters for raised digits, so that all marks are known by what
they are. They have to be taken off before compatibility forms are folded, which makes ordinary digits of them.
"""

from __future__ import annotations

import re

from linter.text.regex import regex

_PLAIN = "0123456789+-=()[]（）【】abcdefghijklmnoprstuvwxyz"
_ABOVE = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁽⁾⁽⁾⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_RAISING = str.maketrans(_PLAIN, _ABOVE)
_ORDINAL = regex("[A-Za-z]{2}")  # 4th, 2nd

_BELOW = "₀₁₂₃₄₅₆₇₈₉"

RAISED = "".join(dict.fromkeys(_ABOVE + _BELOW))
"""Characters that stand above the line or below it, whatever they are beside."""

_CIRCLES = (("①", "⑳"), ("⑴", "⒇"), ("⓪", "⓪"), ("❶", "❿"), ("ⓐ", "ⓩ"))
CIRCLED = "".join(f"{first}-{last}" for first, last in _CIRCLES)
"""Numbers and letters in circles and brackets that are one character, as a class of a pattern has them."""

_SIGNS = "*＊†‡※§"
_TEXT_MARKS = "'’‘＇"
"""What spreadsheets set before a figure that they keep as text."""
_NUMBER = rf"(?:\d{{1,2}}|[{CIRCLED}]|[{RAISED}]{{1,3}})"
_NO_NOTE = "元万亿千百十零一二两三四五六七八九余多约近左右上下估预暂年月"
_NOTE = rf"(?:(?![{_NO_NOTE}])[^\W\d_]){{2,8}}"
"""Words in brackets that say what a figure is (含税): not how much, of which unit, of when or how exactly."""

_MARK = (
    rf"(?:[{RAISED}]+(?:[,，、][{RAISED}]+)*|[{CIRCLED}]|[{_SIGNS}]{{1,3}}|[\[［【〔]注?(?:\d{{1,2}}|[{CIRCLED}{_SIGNS}])[\]］】〕]"
    rf"|[（(]?\s?[详见]{{0,2}}(?:脚注|备注|注释?)\s?[:：]?{_NUMBER}?\s?[）)]?|[（(]\s?{_NOTE}\s?[）)])"
)
MARKS = rf"(?:\s?{_MARK}){{1,3}}"
"""What may stand after a figure, as a pattern."""

_BEFORE = (
    rf"[{RAISED}]+|[{_SIGNS}](?![{_SIGNS}])\s?(?=[0-9０-９])"
    rf"|[{_TEXT_MARKS}](?=[+-]?[0-9０-９]+(?:[.,][0-9０-９]+)*\s*\Z)"
)
_AROUND = regex(rf"\s*(?:{_BEFORE})?(?P<figure>\S.*?)(?:{MARKS})?\s*", re.DOTALL)
_WITHIN = regex(rf"(?<=[0-9０-９])[{RAISED}]+(?=[^0-9０-９.,．，{RAISED}])")
_AFTER_LABEL = regex(rf"(?<=[^\W\d])\s?(?:[{CIRCLED}]|[\[［〔]注?\d{{1,2}}[\]］〕]|注{_NUMBER})\Z")
_ENDS_OF_LABELS = regex(rf"[{CIRCLED}\]］〕]\Z|注.{{1,3}}\Z", re.DOTALL)

RAISED_OR_CIRCLED = frozenset(RAISED).union(
    chr(code) for first, last in _CIRCLES for code in range(ord(first), ord(last) + 1)
)
_IN_MARKS = RAISED_OR_CIRCLED.union(_SIGNS, _TEXT_MARKS, "[［【〔(（注")
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
