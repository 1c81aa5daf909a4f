"""What a run gives back of each file: a few words to count, and its part of every report that was asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from linter.model.accepted import Means, WaiverUse
from linter.model.finding import Severity
from linter.model.records import Record
from linter.model.result import Result
from linter.model.tally import Brief, State, brief
from linter.reporters import LISTING_RULES, Reporter, reporter
from linter.reporters.reporter import Look, Rules, no_rules


class Line(Record):
    """A file of a run: its words, and its parts in the order of the outputs."""

    file: Brief
    parts: tuple[Any, ...]


def packed(line: Line) -> bytes | None:
    """A line as it is kept in a store; None for a file that could not be checked, which may be otherwise next time."""
    if line.file.error is not None:
        return None
    kept = (*line.file._replace(error=None), line.parts)
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> Line:
    """The line again. Raises ValueError, LookupError or TypeError for what is none."""
    *words, _, rules, undecided, fails, accepted, waivers, parts = json.loads(data.decode("utf-8", "surrogatepass"))
    path, state, format, year, organisation = words
    fired = tuple((rule, Severity(severity), times) for rule, severity, times in rules)
    means = tuple((Means(one), int(count)) for one, count in accepted)
    use = WaiverUse(*map(tuple, waivers))
    file = Brief(path, State(state), format, year, organisation, None, fired, undecided, bool(fails), means, use)
    return Line(file, tuple(parts))


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
