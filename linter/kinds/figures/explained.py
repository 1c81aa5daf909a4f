"""What a rule accepts as an explanation: words of the report that make a finding milder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.kinds.option import Option, record
from linter.kinds.option_types import PATTERN, SEVERITY, excuses
from linter.kinds.text.prose_options import InParts
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message
from linter.model.report import BoundReport
from linter.prose.patterns import hits


class Explanation(InParts):
    """Words of an explanation, the parts of the report where they may stand, and the severity that is left."""

    pattern = Option(PATTERN, zh="说明差异的模式。", en="An RE2 pattern of the words that explain.", required=True)
    unless = Option(excuses("sentence"), zh="使句子不计的模式。", en="A pattern that excuses a sentence.")
    severity = Option(SEVERITY, zh="有说明时的级别。", en="How bad it is then.")


EXPLAINED = record(Explanation, zh="说明", en="explanation")
MESSAGES: Catalogue = {
    "explained.in-the-report": Localised(
        zh="{message}；报告中有说明：“{quote}”", en="{message}; the report explains: “{quote}”"
    ),
}


def milder(problems: Iterable[Problem], explanation: Explanation | None, report: BoundReport) -> Iterator[Problem]:
    """The problems; where the report explains them, with its words and the severity that is left."""
    hit = (
        next(hits(explanation.pattern, report.prose, explanation.in_, explanation.unless.sentence), None)
        if explanation
        else None
    )
    for problem in problems:
        if explanation is None or hit is None:
            yield problem
        else:
            quote = hit.passage.quote(*hit.sentence())
            message = Message("explained.in-the-report", {"message": problem.message, "quote": quote})
            yield problem._replace(message=message, severity=explanation.severity)
