"""What a rule accepts as an explanation: words of the report that make a finding milder."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from linter.kinds.kind import OptionError, OptionErrors
from linter.kinds.text.prose_options import PARTS_SCHEMA, parse_parts
from linter.model.finding import Problem, Severity
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.patterns import PATTERN_SCHEMA, UNLESS_SCHEMA, hits

KEY = "explained"
EXPLAINED_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "where": PARTS_SCHEMA,
        "pattern": PATTERN_SCHEMA,
        "unless": UNLESS_SCHEMA,
        "severity": {"enum": [str(severity) for severity in Severity], "description": "How bad it is then."},
    },
    "required": ["pattern", "severity"],
    "additionalProperties": False,
    "description": "Words of the report that explain a difference, and how bad it is where they are found.",
}


class Explanation(NamedTuple):
    """The pattern of an explanation, the parts of the report where it may stand, and the severity that it leaves."""

    pattern: str
    severity: Severity
    parts: tuple[str, ...] = ()
    unless: str = ""


def parse_explained(options: Mapping[str, Any], template: Template) -> Explanation | None:
    """None where the rule knows no explanation. Raises `OptionErrors` for a part that there is not."""
    written = options.get(KEY)
    if written is None:
        return None
    try:
        parts = parse_parts(written, template)
    except OptionErrors as found:
        raise OptionErrors(OptionError((KEY, *error.path), error.message) for error in found.errors) from None
    return Explanation(written["pattern"], Severity(written["severity"]), parts, written.get("unless", ""))


def milder(problems: Iterable[Problem], explanation: Explanation | None, report: BoundReport) -> Iterator[Problem]:
    """The problems; where the report explains them, with its words and the severity that is left."""
    hit = (
        next(hits(explanation.pattern, report.prose, explanation.parts, explanation.unless), None)
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
