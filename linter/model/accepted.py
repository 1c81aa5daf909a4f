"""Findings that somebody has accepted: they are counted and shown, and fail nothing."""

from __future__ import annotations

from enum import StrEnum

from linter.model.finding import Finding
from linter.model.records import Record


class Means(StrEnum):
    """How a finding was accepted."""

    COMMENT = "comment"
    WAIVER = "waiver"
    BASELINE = "baseline"


class Accepted(Record):
    """A finding, how it was accepted and why. `owner` answers for it, `until` is the last day on which it holds, and
    `place` is where all that is written; each is empty where it is not said.
    """

    finding: Finding
    means: Means
    reason: str = ""
    owner: str = ""
    until: str = ""
    place: str = ""


class WaiverUse(Record):
    """What became of waivers at a report, by their numbers: those that accepted a finding, those that found none
    although their rule was decided, and those whose cell no longer says what it said.
    """

    used: tuple[int, ...] = ()
    idle: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
