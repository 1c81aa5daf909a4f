"""Rules as they are chosen by their ids or by patterns, several with commas."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from linter.model.below import SUM_OF_CHILDREN
from linter.model.message import Message
from linter.model.pack import Family
from linter.text.likeness import unknown


def patterns_in(given: Iterable[str]) -> tuple[str, ...]:
    """The ids and patterns in texts that may hold several."""
    return tuple(part.strip() for text in given for part in text.split(",") if part.strip())


def rules_of(family: Family) -> frozenset[str]:
    """The ids of all rules of all packs, for which these have to be built."""
    return frozenset(rule.id for pack in family.packs for rule in pack.rules)


def fits(pattern: str, rules: Iterable[str]) -> bool:
    """Whether a pattern fits any of the rules."""
    return any(fnmatchcase(rule, pattern) for rule in rules)


def stray(patterns: Iterable[str], family: Family) -> Message | None:
    """That the first pattern that fits no rule does so, with the rule that is nearest."""
    chosen = tuple(patterns)
    if not chosen:
        return None  # to know the rules of every edition, all of them would have to be built
    known = rules_of(family) | {SUM_OF_CHILDREN}
    wrong = next((pattern for pattern in chosen if not fits(pattern, known)), None)
    return None if wrong is None else unknown("cli.no-such-rule", wrong, known)
