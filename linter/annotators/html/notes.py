"""A finding as a note beside its place: its words, its figures step by step, and links to where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from linter.annotators.html.marks import Note
from linter.annotators.html.markup import element, lines, text
from linter.presentation.sums import Side, WorkedSum, worked_sum
from linter.presentation.words import clean, say

MOST_PLACES = 12
"""Of more places than this the links to the rest are left out; the places are marked all the same."""


def drawn_note(note: Note, language: str) -> str:
    """The note, with its number, links to its places, and a link back to the list."""
    remark = note.remark
    word = say(language, "annotate.number", word=remark.word, number=note.number)
    sign = element("span", text(note.sign), class_=f"sign {remark.severity.value}", aria_hidden="true")
    title = sign + element("span", text(word), class_="word") + " " + element("strong", text(remark.headline))
    worked = worked_sum(note.finding, language)
    labelled = {"report.also": text(remark.also), "report.source": text(remark.source)}
    labelled["annotate.rule"] = text(remark.title) + " " + element("code", text(remark.rule))
    details = "".join(
        element("dt", text(say(language, key))) + element("dd", told) for key, told in labelled.items() if told
    )
    parts = [
        element("p", title, class_="title"),
        element("p", text(remark.advice), class_="advice") if remark.advice else "",
        _sum(worked) if worked is not None else "",
        element("dl", details),
        element("p", _links(note, language), class_="links"),
    ]
    return element(
        "div", "\n" + lines(parts) + "\n", class_=f"note {remark.severity.value}", id=note.id, role="note", tabindex=-1
    )


def _links(note: Note, language: str) -> str:
    """Links to the places by the names of their cells, and to the list."""
    links = []
    for index, name in enumerate(note.names[:MOST_PLACES]):
        shown = clean(name) or say(language, "annotate.to-place")
        links.append(element("a", "↗ " + text(shown), href=f"#{note.place_id(index)}"))
    links.append(element("a", "↑ " + text(say(language, "annotate.to-list")), href=f"#list-{note.number}"))
    return " ".join(links)


def _sum(worked: WorkedSum) -> str:
    """Both sides of an equation or comparison, a line a term, with what they come to."""
    rows = [
        *_side(worked.left, "subtotal"),
        _remark(worked.must, "must"),
        *_side(worked.right, "difference"),
    ]
    return element("table", lines(rows), class_="sum")


def _side(side: Side, kind: str) -> Iterator[str]:
    for figure in side.figures:
        cells = element("td", text(figure.name)) + element("td", text(figure.text) + (" ←" if figure.suspect else ""))
        yield element("tr", cells, class_="suspect" if figure.suspect else None)
    if side.remark:
        yield _remark(side.remark, kind)


def _remark(words: str, kind: str) -> str:
    return element("tr", element("td", text(words), colspan=2), class_=kind)
