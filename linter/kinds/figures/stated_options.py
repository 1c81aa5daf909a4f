"""Options of kinds that read figures out of sentences: what is searched for, and which sentences do not count."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from linter.kinds.kind import OptionError
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.patterns import PATTERN_SCHEMA, UNLESS_SCHEMA, compiled
from linter.prose.stated import FIGURE, Stated, Units, of_other_time, stated, units_of
from linter.text.punctuation import CLAUSE_OR_BRACKET, ELLIPSIS, SENTENCE
from linter.text.sentences import around

LONGEST_QUOTE = 60
"""Characters of a sentence that a message quotes around a figure."""

STATED_PATTERN_SCHEMA: Mapping[str, Any] = {
    **PATTERN_SCHEMA,
    "description": "An RE2 pattern without named groups, in which {figure} stands for a figure with one of the units.",
}
READING_SCHEMA: Mapping[str, Any] = {
    "where": PARTS_SCHEMA,
    "units": {
        "anyOf": [
            {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1, "uniqueItems": True},
            {"type": "object", "additionalProperties": {"type": "number", "exclusiveMinimum": 0}, "minProperties": 1},
        ],
        "description": "Units of which one must follow a figure; with what each is worth: {元: 1, 万元: 10000}.",
    },
    "unless": UNLESS_SCHEMA,
    "unless-clause": {
        **PATTERN_SCHEMA,
        "description": "An RE2 pattern: a clause (from comma to comma) in which it is found is passed over.",
    },
    "times": {
        **PATTERN_SCHEMA,
        "description": "An RE2 pattern: where the last thing that it finds before the figure in the sentence is its "
        "group other, the figure is of another time and is passed over. {year} stands for the report's year.",
    },
}


class Reading(NamedTuple):
    """What is searched for in running text, where, and what excuses a sentence, a clause, or a time."""

    patterns: tuple[str, ...]
    parts: tuple[str, ...] = ()
    units: Units = ()
    unless: str = ""
    unless_clause: str = ""
    times: str = ""

    def found(self, report: BoundReport) -> Iterator[Stated]:
        """All that is stated, excused or not."""
        return stated(self.patterns, self.units, report.prose, self.parts)

    def excuses(self, found: Stated, year: int | None) -> bool:
        """Whether it does not count: a vague figure, one of another time, or in words that the rule passes over."""
        if (
            found.vague
            or self._says(self.unless_clause, found, CLAUSE_OR_BRACKET)
            or self._says(self.unless, found, SENTENCE)
        ):
            return True
        return bool(self.times) and of_other_time(found.hit.passage.plain, found.start, self.times, year)

    def _says(self, pattern: str, found: Stated, ends: str) -> bool:
        if not pattern:
            return False
        plain, hit = found.hit.passage.plain, found.hit
        start, end = around(plain, hit.start, hit.end, ends)
        return compiled(pattern).search(plain[start:end]) is not None


def parse_reading(options: Mapping[str, Any], patterns: Iterable[str], template: Template) -> Reading:
    """Raises `OptionErrors` for a part that there is not."""
    units = options.get("units", {})
    worth = units if isinstance(units, Mapping) else dict.fromkeys(units, 1)
    return Reading(
        tuple(patterns),
        parse_parts(options, template),
        units_of({name: Decimal(str(value)) for name, value in worth.items()}),
        options.get("unless", ""),
        options.get("unless-clause", ""),
        options.get("times", ""),
    )


def pattern_errors(path: tuple[str | int, ...], pattern: str, figure: bool) -> Iterator[OptionError]:
    """What is wrong with a pattern for figures: it has named groups, or no `{figure}` where it must have one."""
    if "(?P<" in pattern or "(?<" in pattern:
        yield OptionError(path, Message("stated.named-group"))
    if (FIGURE in pattern) is not figure:
        yield OptionError(path, Message("stated.no-figure" if figure else "stated.figure-too"))


def sentence(found: Stated) -> str:
    """The report's own words around a figure, shortened at both ends where they are long."""
    plain, hit = found.hit.passage.plain, found.hit
    start, end = around(plain, hit.start, hit.end, CLAUSE_OR_BRACKET)
    if end - start <= LONGEST_QUOTE:
        return hit.passage.quote(start, end)
    room = max(LONGEST_QUOTE - (found.end - found.start), 0)
    first = max(start, found.start - room * 2 // 3)
    last = min(end, max(found.end, first + LONGEST_QUOTE))
    quote = hit.passage.quote(first, last)
    return ELLIPSIS * (first > start) + quote + ELLIPSIS * (last < end)
