"""A finding as a note beside its place: its words, its figures worked out, and links to where it belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.annotators.html.marks import Note
from linter.annotators.html.markup import element, lines, text
from linter.annotators.remarks import clean, say
from linter.model.address import Address
from linter.model.finding import Calculation, Term
from linter.model.message import Value

MOST_TERMS = 6
"""A sum of more terms than this is drawn without its noughts."""

MOST_PLACES = 12
"""Of more places than this the links to the rest are left out; the places are marked all the same."""

_MUST: Mapping[str, str] = {
    "==": "annotate.must-equal",
    "!=": "report.must-differ",
    "<": "report.must-be-less",
    "<=": "report.must-not-exceed",
    ">": "report.must-be-more",
    ">=": "report.must-reach",
}


def drawn_note(note: Note, language: str) -> str:
    """The note, with its number, links to its places, and a link back to the list."""
    remark = note.remark
    word = say(language, "annotate.number", word=remark.word, number=note.number)
    sign = element("span", text(note.sign), class_=f"sign {remark.severity.value}", aria_hidden="true")
    title = sign + element("span", text(word), class_="word") + " " + element("strong", text(remark.title))
    calculation = note.finding.calculation
    details = "".join(element("dt", text(line.label)) + element("dd", text(line.text)) for line in remark.lines)
    details += element("dt", text(say(language, "annotate.rule"))) + element("dd", element("code", text(remark.rule)))
    parts = [
        element("p", title, class_="title"),
        element("p", text(remark.message)) if remark.message else "",
        _sum(note, calculation, language) if calculation is not None else "",
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


def _sum(note: Note, calculation: Calculation, language: str) -> str:
    """Both sides of an equation or comparison, a line a term, with what they come to."""
    suspect = note.finding.suspect.address if note.finding.suspect else None
    total: dict[str, Value] = {"total": calculation.left_total}
    difference = abs(calculation.left_total - calculation.right_total)
    both: dict[str, Value] = {"total": calculation.right_total, "difference": difference}
    rows = _terms(calculation.left, suspect, language)
    if len(calculation.left) > 1:
        rows.append(_remark(say(language, "report.subtotal", **total)))
    rows.append(_remark(say(language, _MUST.get(calculation.operator, "annotate.must-equal")), "must"))
    rows += _terms(calculation.right, suspect, language)
    last = "report.subtotal-difference" if len(calculation.right) > 1 else "report.difference"
    values = both if len(calculation.right) > 1 else {"difference": difference}
    rows.append(_remark(say(language, last, **values), "difference"))
    return element("table", lines(rows), class_="sum")


def _terms(terms: Sequence[Term], suspect: Address | None, language: str) -> list[str]:
    """The terms of one side, without the noughts of a long one."""
    long = len(terms) > MOST_TERMS
    shown = [term for term in terms if not long or term.value or (suspect is not None and term.address == suspect)]
    rows = [_term(term, suspect is not None and term.address == suspect, language) for term in shown]
    if len(shown) < len(terms):
        rows.append(_remark(say(language, "report.rest-nought", count=len(terms) - len(shown))))
    return rows


def _term(term: Term, is_suspect: bool, language: str) -> str:
    name = ("− " if term.sign < 0 else "") + clean(term.name)
    figure = clean(term.text.strip()) or say(language, "report.blank")
    value = text(figure) + (" ←" if is_suspect else "")
    return element("tr", element("td", text(name)) + element("td", value), class_="suspect" if is_suspect else None)


def _remark(words: str, kind: str = "subtotal") -> str:
    return element("tr", element("td", text(words), colspan=2), class_=kind)
