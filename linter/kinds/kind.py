"""What a rule kind is: the schema of its options, how they are parsed, and the check itself."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from linter.model.address import Address
from linter.model.finding import Outcome, Verdict
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template

Options = TypeVar("Options")


class OptionError(NamedTuple):
    """A mistake in a rule's options. `path` leads to it inside the rule: keys and list indices."""

    path: tuple[str | int, ...]
    message: Message


class OptionErrors(Exception):
    """All mistakes that a kind found in the options of one rule."""

    def __init__(self, errors: Iterable[OptionError]) -> None:
        self.errors = tuple(errors)
        super().__init__(*(f"{'.'.join(map(str, error.path))}: {error.message.key}" for error in self.errors))


class Kind(NamedTuple, Generic[Options]):
    """A rule kind.

    `schema` is JSON Schema 2020-12 for the kind's own keys, with `properties` and `required`; keys are kebab-case.
    `parse` turns keys that satisfy the schema into options, and raises `OptionErrors` for what a schema cannot see.
    `check` yields what is wrong and nothing when all is well; one that compares figures gives a verdict, with what it
    says of these as equations.
    `cells` turns the free keys of a rule test, which are names of the rule's expression, into texts of cells.
    `needs_previous` tells whether a rule looks into last year's report; without one, nobody asks such a rule.
    """

    schema: Mapping[str, Any]
    parse: Callable[[Mapping[str, Any], Template], Options]
    check: Callable[[Options, BoundReport], Iterable[Outcome] | Verdict]
    cells: Callable[[Options, Mapping[str, Any]], Mapping[Address, str]] | None = None
    needs_previous: Callable[[Options], bool] | None = None

    def verdict(self, options: Options, report: BoundReport) -> Verdict:
        """All that the check says of a report."""
        found = self.check(options, report)
        return found if isinstance(found, Verdict) else Verdict(tuple(found))
