"""Findings about what accepts findings: comments and waivers that lack a reason, are over, or find nothing."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from linter.language import text_of
from linter.model.finding import Finding, Severity
from linter.model.message import Message, Value
from linter.model.span import Span

FAULTS: Mapping[str, tuple[str, Severity]] = {
    "waiver-without-reason": ("waiver.title-without-reason", Severity.ERROR),
    "waiver-misspelt": ("waiver.title-misspelt", Severity.ERROR),
    "waiver-expired": ("waiver.title-expired", Severity.WARNING),
    "waiver-unused": ("waiver.title-unused", Severity.WARNING),
    "waiver-outdated": ("waiver.title-outdated", Severity.WARNING),
}
"""Rules that no pack has: the key of their title, and how bad it is."""


def fault(rule: str, span: Span, message: Message) -> Finding:
    """What is wrong with a comment or a waiver at a place of the file that holds it."""
    title, severity = FAULTS[rule]
    identity = "\n".join((rule, message.key, *map(_said, sorted(message.values.items()))))
    fingerprint = sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return Finding(rule, text_of(title), severity, message, "", span, fingerprint)


def _said(item: tuple[str, Value]) -> str:
    return f"{item[0]}={item[1]}"
