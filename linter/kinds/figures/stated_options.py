"""Options of kinds that read figures out of sentences: what is searched for, and which sentences do not count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from linter.kinds.agencies import is_short_for
from linter.kinds.option import Option, OptionError, OptionErrors, OptionType
from linter.kinds.option_types import PATTERN, excuses, pattern_with
from linter.kinds.text.prose_options import InParts
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.patterns import compiled
from linter.prose.stated import FIGURE, Stated, Units, of_other_time, stated, units_of
from linter.text.languages import LANGUAGES
from linter.text.punctuation import CLAUSE_OR_BRACKET, ELLIPSIS, SENTENCE
from linter.text.sentences import around

LONGEST_QUOTE = 60
"""Characters of a sentence that a message quotes around a figure."""


def _units(written: Any, template: Template) -> Units:
    worth = written if isinstance(written, Mapping) else dict.fromkeys(written, 1)
    if LANGUAGES[template.language].spaces:
        worth = {name.strip(): value for name, value in worth.items()}
    return units_of({name: Decimal(str(value)) for name, value in worth.items()})


def _without_groups(written: str, template: Template) -> str:
    if "(?P<" in written or "(?<" in written:
        raise OptionErrors([OptionError((), Message("stated.named-group"))])
    return PATTERN.read(written, template)


def with_figure(written: str, template: Template) -> str:
    """A pattern that has a figure and no named groups. Raises `OptionErrors`."""
    if FIGURE not in written:
        raise OptionErrors([OptionError((), Message("stated.no-figure"))])
    return _without_groups(written, template)


STATED_PATTERN: OptionType[str] = OptionType(PATTERN.name, PATTERN.schema, _without_groups)
UNITS: OptionType[Units] = OptionType(
    Localised("量词", "units"),
    {
        "anyOf": [
            {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1, "uniqueItems": True},
            {"type": "object", "additionalProperties": {"type": "number", "exclusiveMinimum": 0}, "minProperties": 1},
        ]
    },
    _units,
    lambda _: (),
)


class Reading(InParts):
    """What is searched for in running text, where, and what excuses a sentence, a clause, or a time."""

    units = Option(
        UNITS,
        zh="数字之后要有的量词，可以写明各值多少：{元: 1, 万元: 10000}。",
        en="Units of which one must follow a figure; with what each is worth: {元: 1, 万元: 10000}.",
    )
    unless = Option(
        excuses("clause", "sentence"),
        zh="clause：符合这个模式的分句（逗号之间）不计；sentence：符合这个模式的句子不计。",
        en="Patterns that excuse a clause (from comma to comma) or a sentence in which they are found.",
    )
    times = Option(
        PATTERN,
        zh="说明数字属于哪一年的模式：句中数字之前最后一处符合的，如果是 other 分组，该数字属于其他年度，不计；"
        "{year} 代表报告年度。",
        en="An RE2 pattern: where the last thing that it finds before the figure in the sentence is its group other, "
        "the figure is of another time and is skipped. {year} stands for the report's year.",
    )
    subject = Option(
        pattern_with("name"),
        zh="分句的主语：其中 name 分组是另一机关名称的，不计；本机关名称的简称不算。",
        en="An RE2 pattern whose group `name` is the body that a clause speaks of: a figure of another than the "
        "report's agency is skipped. A shortened form of the agency's name is its own.",
        default="",
    )
    patterns: tuple[str, ...]

    def found(self, report: BoundReport) -> Iterator[Stated]:
        """All that is stated, excused or not."""
        return stated(self.patterns, self.units, report.prose, self.in_, self.language)

    def excuses(self, found: Stated, report: BoundReport) -> bool:
        """Whether it does not count: a vague figure, one of another time or body, or in words that the rule skips."""
        if (
            found.vague
            or self._says(self.unless.clause, found, CLAUSE_OR_BRACKET)
            or self._says(self.unless.sentence, found, SENTENCE)
            or self._is_of_another(found, report.organisation)
        ):
            return True
        return bool(self.times) and of_other_time(found.hit.passage.plain, found.start, self.times, report.year)

    def _says(self, pattern: str, found: Stated, ends: str) -> bool:
        if not pattern:
            return False
        plain, hit = found.hit.passage.plain, found.hit
        start, end = around(plain, hit.start, hit.end, ends)
        return compiled(pattern).search(plain[start:end]) is not None

    def _is_of_another(self, found: Stated, organisation: str | None) -> bool:
        if not self.subject or organisation is None:
            return False
        plain, hit = found.hit.passage.plain, found.hit
        start, end = around(plain, hit.start, hit.end, CLAUSE_OR_BRACKET)
        named = compiled(self.subject).search(plain[start:end])
        return named is not None and not is_short_for(named["name"], organisation)


def sentence(found: Stated) -> str:
    """The report's own words around a figure, shortened at both ends where they are long."""
    plain, hit = found.hit.passage.plain, found.hit
    start, end = around(plain, hit.start, hit.end, CLAUSE_OR_BRACKET)
    if end - start <= LONGEST_QUOTE:
        return hit.passage.quote(start, end)
    room = max(LONGEST_QUOTE - (found.end - found.start), 0)
    first = max(start, found.start - room * 2 // 3)
    if hit.passage.spaced and first > start:
        first = plain.find(" ", first, found.start) + 1 or first  # no word is cut
    last = min(end, max(found.end, first + LONGEST_QUOTE))
    if hit.passage.spaced and last < end:
        last = max(plain.rfind(" ", found.end, last), found.end)
    quote = hit.passage.quote(first, last)
    return ELLIPSIS * (first > start) + quote + ELLIPSIS * (last < end)


MESSAGES: Catalogue = {
    "stated.no-figure": Localised(
        zh="模式中没有 {{figure}}；没有数字的说法要用 states 写明它表示多少",
        en="the pattern has no {{figure}}; for words without a figure, say with states what they mean",
    ),
    "stated.figure-too": Localised(
        zh="模式中有 {{figure}}，就不能再写 states", en="the pattern has {{figure}}, so there is no room for states"
    ),
    "stated.named-group": Localised(zh="这里的模式不能有命名分组", en="patterns have no named groups here"),
}
