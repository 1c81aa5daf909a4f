"""The kinds of agency that a rule is for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from linter.kinds.options import known_ids
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template

AGENCIES_SCHEMA: Mapping[str, Any] = {
    "type": "array",
    "items": {"type": "string"},
    "minItems": 1,
    "uniqueItems": True,
    "description": "Ids of the kinds of agency that the rule is for. Default: all.",
}


class Agencies(NamedTuple):
    """The kinds of agency that a rule is for; none given is all."""

    ids: tuple[str, ...] = ()

    def include(self, report: BoundReport) -> bool | None:
        """Whether the rule is for the agency of `report`; None where its name tells no kind."""
        if not self.ids:
            return True
        return None if report.agency is None else report.agency.id in self.ids

    def judged(self, report: BoundReport, problems: Iterable[Problem]) -> Iterator[Outcome]:
        """The problems, if the rule is for this kind of agency; one undecided, if its name tells none."""
        included = self.include(report)
        if included is None:
            yield Undecided(Message("agency.unknown"))
        elif included:
            yield from problems


def parse_agencies(options: Mapping[str, Any], template: Template) -> Agencies:
    """Raises `OptionErrors` for a kind of agency that the template lacks."""
    known = (agency.id for agency in template.agencies)
    return Agencies(known_ids("agencies", options.get("agencies", ()), known, "option.unknown-agency"))
