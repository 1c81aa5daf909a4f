"""The sum or comparison behind a finding, step by step in words: for a terminal, a page or a comment to draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.language.printable import quoted
from linter.model.address import Address
from linter.model.finding import Finding, Term
from linter.model.message import Value, in_quotes
from linter.model.records import Record
from linter.presentation.words import clean, say

_MUST: Mapping[str, str] = {
    "==": "annotate.must-equal",
    "!=": "report.must-differ",
    "<": "report.must-be-less",
    "<=": "report.must-not-exceed",
    ">": "report.must-be-more",
    ">=": "report.must-reach",
}

_IS: Mapping[str, str] = {"==": "≠", "!=": "=", "<": "≥", "<=": ">", ">": "≤", ">=": "<"}
"""What is the case where a comparison fails."""

MOST_IN_SHORT = 8
"""Terms of one side that a short sum names at most."""


class Figure(Record):
    """A term: its name with its sign, what is printed there, and whether it is the one most likely wrong."""

    name: str
    text: str
    suspect: bool


class Side(Record):
    """One side of a sum, without its zeros. `remark` says what the side comes to, or is empty."""

    figures: tuple[Figure, ...]
    remark: str


class WorkedSum(Record):
    """Both sides, and in words what must hold between them."""

    left: Side
    must: str
    right: Side


def worked_sum(finding: Finding, language: str) -> WorkedSum | None:
    """The sum behind `finding`, or None for one that is not about a sum."""
    calculation = finding.calculation
    if calculation is None:
        return None
    suspect = finding.suspect.address if finding.suspect else None
    left, right = calculation.left_total, calculation.right_total
    sides = tuple(_telling(terms, suspect) for terms in (calculation.left, calculation.right))
    subtotal = say(language, "report.subtotal", total=left) if len(sides[0]) > 1 else ""
    last = "report.subtotal-difference" if len(sides[1]) > 1 else "report.difference"
    return WorkedSum(
        _side(sides[0], suspect, subtotal, language),
        say(language, _MUST[calculation.operator]),
        _side(sides[1], suspect, say(language, last, total=right, difference=abs(left - right)), language),
    )


def short_sum(finding: Finding, language: str) -> str:
    """The sum on one line, `“（七）总计” 76 ≠ “（一）予以公开” 40 + “（二）部分公开” 45 = 85`, without its zeros; empty
    for a finding that is not about a sum.
    """
    calculation = finding.calculation
    if calculation is None:
        return ""
    suspect = finding.suspect.address if finding.suspect else None
    sides = []
    for terms, total in ((calculation.left, calculation.left_total), (calculation.right, calculation.right_total)):
        shown = _telling(terms, suspect)
        parts = [("- " if term.sign < 0 else "+ ") + _named(term, language) for term in shown[:MOST_IN_SHORT]]
        text = " ".join(parts).removeprefix("+ ") + (" + …" if len(shown) > MOST_IN_SHORT else "")
        sides.append(text if len(shown) == 1 and shown[0].sign > 0 else f"{text} = {clean(f'{total:f}')}")
    return f" {_IS[calculation.operator]} ".join(sides)


def printed(text: str, language: str) -> str:
    """What a cell prints, or the word for a blank."""
    return clean(quoted(text.strip())) or say(language, "report.blank")


def _telling(terms: Sequence[Term], suspect: Address | None) -> list[Term]:
    """The terms of a side without its zeros, but one at least."""
    return [term for term in terms if term.value or (suspect is not None and term.address == suspect)] or [*terms[:1]]


def _side(terms: Sequence[Term], suspect: Address | None, remark: str, language: str) -> Side:
    figures = tuple(
        Figure(
            ("- " if term.sign < 0 else "") + _name(term, language),
            printed(term.text, language),
            suspect is not None and term.address == suspect,
        )
        for term in terms
    )
    return Side(figures, remark)


def _named(term: Term, language: str) -> str:
    """The name in quotation marks with the figure; a bare number has no name."""
    text = printed(term.text, language)
    return f"{in_quotes(_name(term, language))} {text}" if term.name else text


def _name(term: Term, language: str) -> str:
    values: dict[str, Value] = {"name": term.name}
    name = say(language, "previous.term", **values) if term.address and term.address.previous else quoted(term.name)
    return clean(name)
