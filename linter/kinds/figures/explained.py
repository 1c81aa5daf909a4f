"""What a rule accepts as an explanation: words of the report that make a finding milder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from linter.kinds.option import Option, record
from linter.kinds.option_types import FLAG, PATTERN, SEVERITY, TABLES, excuses
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.prose import Passage
from linter.model.report import BoundReport
from linter.prose.patterns import Hit, hits

_ANYTHING = r".*\S.*"


class Explanation(InParts):
    """Words of an explanation, the parts of the report where they may stand, and the severity that is left."""

    pattern = Option(PATTERN, zh="说明差异的模式。", en="An RE2 pattern of the words that explain.", default=_ANYTHING)
    below = Option(
        TABLES._replace(absent=lambda _: ()),
        zh="说明在这些表之后、下一个表之前。",
        en="Ids of tables: the explanation stands after one of them, before the next.",
    )
    names = Option(
        FLAG,
        zh="说明中须写明所说的实体；合计可由任何一处说明。",
        en="It must name the entity that it is of; any explains the total.",
        default=False,
    )
    unless = Option(excuses("sentence"), zh="使句子不计的模式。", en="A pattern that excuses a sentence.")
    severity = Option(SEVERITY, zh="有说明时的级别。", en="How bad it is then.")


EXPLAINED = record(Explanation, zh="说明", en="explanation")
MESSAGES: Catalogue = {
    "explained.in-the-report": Localised(
        zh="{message}；报告中有说明：“{quote}”", en="{message}; the report explains: “{quote}”"
    ),
}


def milder(
    problems: Iterable[tuple[Problem, Sequence[str]]], explanation: Explanation | None, report: BoundReport
) -> Iterator[Problem]:
    """The problems, each given with the names of what it is of; where the report explains one, with its words and the
    severity that is left.
    """
    found = _explanations(explanation, report) if explanation else ()
    for problem, names in problems:
        wanted = names if explanation and explanation.names else ()
        hit = next((hit for hit in found if not wanted or _names_one(hit.passage, wanted)), None)
        if explanation is None or hit is None:
            yield problem
        else:
            quote = hit.passage.quote(*hit.sentence())
            message, headline = (
                one and Message("explained.in-the-report", {"message": one, "quote": quote})
                for one in (problem.message, problem.headline)
            )
            yield problem._replace(message=message or problem.message, headline=headline, severity=explanation.severity)


def _explanations(explanation: Explanation, report: BoundReport) -> tuple[Hit, ...]:
    found = hits(explanation.pattern, report.prose, explanation.in_, explanation.unless.sentence)
    if not explanation.below:
        return tuple(found)
    starts = sorted((table.span.order(), id) for id, table in report.tables.items())
    wanted = {table.id for table in explanation.below}

    def table_before(hit: Hit) -> str:
        return next((id for start, id in reversed(starts) if start < hit.span.order()), "")

    return tuple(hit for hit in found if table_before(hit) in wanted)


def _names_one(passage: Passage, names: Sequence[str]) -> bool:
    """Whether a paragraph has one of the names, as words of their own."""
    text = " ".join(passage.text.value.split())
    return any(re.search(rf"(?<![0-9A-Za-z]){re.escape(name)}(?![0-9A-Za-z])", text, re.IGNORECASE) for name in names)
