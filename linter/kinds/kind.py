"""What a rule kind is: what it does, its options, the check itself, and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from linter.kinds.option import Options, Schema
from linter.model.address import Address
from linter.model.finding import Outcome, Verdict
from linter.model.message import Catalogue
from linter.model.records import Record
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.text.regex import regex

Given = TypeVar("Given", bound=Options)

_EXAMPLE = regex(r"```yaml\n(.*?)```\n*", re.DOTALL)


class Kind(Record, Generic[Given]):
    """A rule kind.

    `doc` says in English what it does, with an example of a rule in YAML; `zh` says it in Chinese.
    `check` yields what is wrong and nothing when all is well; one that compares figures gives a verdict, with what it
    says of these as equations. `messages` are its texts.
    `cells` turns the free keys of a rule test, which are names of the rule's expression, into texts of cells.
    `needs_previous` tells whether a rule looks into last year's report; without one, nobody asks such a rule.
    """

    doc: str | None
    zh: str
    options: type[Given]
    check: Callable[[Given, BoundReport], Iterable[Outcome] | Verdict]
    messages: Catalogue
    cells: Callable[[Given, Mapping[str, Any]], Mapping[Address, str]] | None = None
    needs_previous: Callable[[Given], bool] | None = None

    @property
    def schema(self) -> Schema:
        """JSON Schema 2020-12 for the kind's own keys, with `properties` and `required`; keys are kebab-case."""
        return self.options.schema()

    def parse(self, written: Mapping[str, Any], template: Template) -> Given:
        """The options from keys that satisfy the schema. Raises `OptionErrors` for what a schema cannot see."""
        return self.options(written, template)

    def verdict(self, options: Given, report: BoundReport) -> Verdict:
        """All that the check says of a report."""
        found = self.check(options, report)
        return found if isinstance(found, Verdict) else Verdict(tuple(found))

    @property
    def example(self) -> str:
        """A rule of the kind, in YAML."""
        found = _EXAMPLE.search(self.doc or "")
        return found[1] if found else ""

    def described(self, language: str) -> str:
        """What the kind does, in paragraphs."""
        return self.zh if language == "zh" else _EXAMPLE.sub("", self.doc or "").strip()
