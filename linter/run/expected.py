"""What a configuration says of a report before it is read: whose it should be, and of which year."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import Identity, agency_named
from linter.binding.agencies import are_one, reduced
from linter.language import text_of
from linter.model.agency import AgencyKind
from linter.model.finding import Problem, Severity
from linter.model.message import Message
from linter.model.pack import Rule
from linter.model.records import Record
from linter.model.report import BoundReport, Fact
from linter.model.template import Template


class Expected(Record):
    """Whose report it should be and of which year; empty and None where that is not said. `kinds` are ids of kinds of
    agency, of which the first that the pack has is meant; the sources are where that is laid down.
    """

    agency: str = ""
    kinds: tuple[str, ...] = ()
    year: int | None = None
    agency_source: str = ""
    year_source: str = ""


NOTHING_EXPECTED = Expected()


def kind_of(expected: Expected, template: Template) -> AgencyKind | None:
    """The kind of agency that is meant."""
    known = {agency.id: agency for agency in template.agencies}
    return next((known[id] for id in expected.kinds if id in known), None)


def completed(identity: Identity, expected: Expected, report: BoundReport) -> Identity:
    """What a report says of itself, filled in where it says nothing; the kind of its agency is the expected one."""
    if expected == NOTHING_EXPECTED:
        return identity
    template = report.template
    facts = dict(identity.facts)
    if expected.year is not None and "year" not in facts:
        facts["year"] = Fact(str(expected.year), report.start)
    agency = identity.agency
    if expected.agency and "organisation" not in facts:
        facts["organisation"] = Fact(expected.agency, report.start)
        agency = agency_named(expected.agency, template)
    return identity._replace(facts=facts, agency=kind_of(expected, template) or agency)


def unexpected(report: BoundReport, expected: Expected) -> Iterator[tuple[Rule, Problem]]:
    """What a report states otherwise than the configuration."""
    if expected == NOTHING_EXPECTED:
        return
    stated = report.facts.get("organisation")
    names = report.template.agency_names
    if expected.agency and stated is not None:
        theirs, ours = reduced(stated.value, names), reduced(expected.agency, names)
        if not are_one(theirs, ours, names):
            yield _problem("agency", stated, expected.agency, expected.agency_source)
    year = report.facts.get("year")
    if expected.year is not None and year is not None and year.value != str(expected.year):
        yield _problem("year", year, str(expected.year), expected.year_source)


def _problem(what: str, stated: Fact, wanted: str, source: str) -> tuple[Rule, Problem]:
    message = Message(f"expected.{what}", {"stated": stated.value, "expected": wanted})
    hint = Message("expected.hint")
    id = f"expected-{what}"
    rule = Rule(id, text_of(EXPECTED_RULES[id]), "", Severity.ERROR, source, None)
    return rule, Problem(message, span=stated.span, hint=hint)


EXPECTED_RULES = {"expected-agency": "expected.title-agency", "expected-year": "expected.title-year"}
"""Rules that no pack has, and the keys of their titles: they stand behind findings on what a configuration says."""
