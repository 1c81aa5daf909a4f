"""What a shell offers for the values of options: formats, severities, packs, and the ids of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

Completer = Callable[[str], list[str]]
"""Gives the values that begin with what has been typed."""


def completer(command: str, parameter: str) -> Completer | None:
    """The one for a parameter of a command; None where nothing is known of its values."""
    values = _OF_COMMANDS.get((command, parameter)) or _OF_ALL.get(parameter)
    return None if values is None else lambda incomplete: _beginning(incomplete, values())


def _beginning(incomplete: str, values: Iterable[str]) -> list[str]:
    """The values that go on with what is typed, after the last comma of several."""
    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{value}" for value in values if value.startswith(last.lower())]


def _rules() -> Iterable[str]:
    from linter.cli.options import DEFAULT_PACK
    from linter.packs import load

    return dict.fromkeys(rule.id for pack in load(DEFAULT_PACK).packs for rule in pack.rules)


def _rules_and_kinds() -> Iterable[str]:
    from linter.kinds import KINDS

    return dict.fromkeys((*_rules(), *KINDS))


def _packs() -> Iterable[str]:
    from linter.packs.references import shipped_ids

    return shipped_ids()


def _formats() -> Iterable[str]:
    from linter.reporters import REPORTERS

    return REPORTERS


def _severities() -> Iterable[str]:
    from linter.cli.check import FAIL_ON

    return FAIL_ON


def _languages() -> Iterable[str]:
    from linter.language import LANGUAGES

    return LANGUAGES


def _schemas() -> Iterable[str]:
    from linter.cli.schema import SCHEMAS

    return SCHEMAS


_OF_ALL: Mapping[str, Callable[[], Iterable[str]]] = {
    "select": _rules,
    "ignore": _rules,
    "fail_on": _severities,
    "pack": _packs,
    "lang": _languages,
}
_OF_COMMANDS: Mapping[tuple[str, str], Callable[[], Iterable[str]]] = {
    ("check", "format"): _formats,
    ("explain", "rule"): _rules_and_kinds,
    ("extract", "format"): lambda: ("json", "csv"),
    ("list_rules", "format"): lambda: ("terminal", "json"),
    ("schema", "what"): _schemas,
}
