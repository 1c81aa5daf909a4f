"""The kinds of agency that a rule is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from linter.kinds.option import Option, Options, OptionType
from linter.kinds.option_types import known_ids
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Localised, Message
from linter.model.records import Record
from linter.model.report import BoundReport
from linter.model.template import Template


class Agencies(Record):
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


def _read(written: Any, template: Template) -> Agencies:
    return Agencies(known_ids(written, (agency.id for agency in template.agencies), "option.unknown-agency"))


AGENCIES = OptionType(
    Localised("机关类别", "kinds of agency"),
    {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": True},
    _read,
    lambda _: Agencies(),
)


class OfAgencies(Options):
    """Options of a kind whose rules may be for some kinds of agency only."""

    agencies = Option(
        AGENCIES,
        zh="规则适用的机关类别的编号；不写时适用于所有机关。",
        en="Ids of the kinds of agency that the rule is for. Default: all.",
    )


def is_short_for(name: str, organisation: str) -> bool:
    """Whether `name` is `organisation` with some of its characters left out: 县政府, 县文旅局."""
    rest = iter(organisation)
    return all(character in rest for character in name)
