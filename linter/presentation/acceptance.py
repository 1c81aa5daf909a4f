"""Findings that were accepted, in words: each with its reason, those of a baseline by their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.model.accepted import Accepted, Means
from linter.model.message import Message
from linter.presentation.words import clean, say

_MEANS = {
    Means.COMMENT: Message("accepted.comment"),
    Means.WAIVER: Message("accepted.waiver"),
    Means.BASELINE: Message("accepted.baseline"),
}


def sentences(accepted: Iterable[Accepted], language: str) -> Iterator[str]:
    """A line for each finding that somebody accepted with a reason, and one for all that stand in a baseline."""
    known = 0
    for one in accepted:
        if one.means is Means.BASELINE:
            known += 1
        else:
            yield sentence(one, language)
    if known:
        yield say(language, "accepted.in-baseline", count=known)


def sentence(one: Accepted, language: str) -> str:
    """The rule, how it was accepted, and why."""
    title = clean(one.finding.title.in_language(language))
    about = say(language, "accepted.about", rule=one.finding.rule, means=_MEANS[one.means])
    return clean(say(language, "report.semicolon").join((f"{title} ({about})", *reasons(one, language))))


def reasons(one: Accepted, language: str) -> Iterator[str]:
    """Why, by whom, how long, and where that is written."""
    if one.reason:
        yield say(language, "accepted.why", reason=one.reason)
    if one.owner:
        yield say(language, "accepted.owner", owner=one.owner)
    if one.until:
        yield say(language, "accepted.until", until=one.until)
    if one.place:
        yield clean(one.place)
