"""The sum or comparison behind a finding, step by step in words: for a terminal, a page or a comment to draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.language.printable import quoted
from linter.model.address import Address
from linter.model.finding import Finding, Term
from linter.model.message import Value
from linter.model.records import Record
from linter.presentation.words import clean, say

MOST_TERMS = 6
"""A sum of more terms than this is drawn without its zeros."""

_MUST: Mapping[str, str] = {
    "==": "annotate.must-equal",
    "!=": "report.must-differ",
    "<": "report.must-be-less",
    "<=": "report.must-not-exceed",
    ">": "report.must-be-more",
    ">=": "report.must-reach",
}


class Figure(Record):
    """A term: its name with its sign, what is printed there, and whether it is the one most likely wrong."""

    name: str
    text: str
    suspect: bool


class Side(Record):
    """One side of a sum. `zeros` says how many terms of zero are not drawn, `remark` what the side comes to; either is
    empty where there is nothing to say.
    """

    figures: tuple[Figure, ...]
    zeros: str
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
    subtotal = say(language, "report.subtotal", total=left) if len(calculation.left) > 1 else ""
    last = "report.subtotal-difference" if len(calculation.right) > 1 else "report.difference"
    return WorkedSum(
        _side(calculation.left, suspect, subtotal, language),
        say(language, _MUST[calculation.operator]),
        _side(calculation.right, suspect, say(language, last, total=right, difference=abs(left - right)), language),
    )


def printed(text: str, language: str) -> str:
    """What a cell prints, or the word for a blank."""
    return clean(quoted(text.strip())) or say(language, "report.blank")


def _side(terms: Sequence[Term], suspect: Address | None, remark: str, language: str) -> Side:
    """The terms of one side, without the zeros of a long one."""
    figures = tuple(
        Figure(_name(term, language), printed(term.text, language), is_suspect)
        for term in terms
        if (is_suspect := suspect is not None and term.address == suspect) or term.value or len(terms) <= MOST_TERMS
    )
    hidden = len(terms) - len(figures)
    return Side(figures, say(language, "report.rest-zero", count=hidden) if hidden else "", remark)


def _name(term: Term, language: str) -> str:
    values: dict[str, Value] = {"name": term.name}
    name = say(language, "previous.term", **values) if term.address and term.address.previous else quoted(term.name)
    return ("− " if term.sign < 0 else "") + clean(name)
