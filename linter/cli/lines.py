"""What a run gives back of each file: a few words to count, and its part of every report that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from linter.model.records import Record
from linter.model.result import Result
from linter.model.tally import Brief, brief
from linter.reporters import LISTING_RULES, Reporter, reporter
from linter.reporters.reporter import Look, Rules, no_rules


class Line(Record):
    """A file of a run: its words, and its parts in the order of the outputs."""

    file: Brief
    parts: tuple[Any, ...]


class Lines:
    """Makes the line of a result. It can be sent to other processes, where it makes reporters of its own."""

    def __init__(self, formats: Sequence[tuple[str, Look]], rules: Rules) -> None:
        self.formats, self.rules = tuple(formats), rules

    def __call__(self, result: Result) -> Line:
        return Line(brief(result), tuple(one.part(result) for one in self._makers))

    def __reduce__(self) -> tuple[Any, ...]:
        return Lines, (self.formats, self.rules)

    @cached_property
    def _makers(self) -> tuple[Reporter, ...]:
        return self.reporters()

    def reporters(self) -> tuple[Reporter, ...]:
        """One for each format, new ones."""
        return tuple(
            reporter(format, look, self.rules if format in LISTING_RULES else no_rules) for format, look in self.formats
        )
