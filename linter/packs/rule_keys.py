"""Which keys of a rule belong to every rule, and which to its kind; and the registry of kinds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.kinds.kind import Kind

Kinds = Mapping[str, Kind[Any]]

SHARED_KEYS = (
    "id",
    "title",
    "kind",
    "severity",
    "source",
    "explanation",
    "message",
    "years",
    "enabled",
    "requires",
    "tests",
    "remove",
)
"""Keys that rules of all kinds have."""


def own_keys(rule: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a rule that belongs to its kind: its options."""
    return {key: value for key, value in rule.items() if key not in SHARED_KEYS}


def shipped_kinds() -> Kinds:
    """The registry of rule kinds."""
    from linter.kinds import KINDS

    return KINDS
