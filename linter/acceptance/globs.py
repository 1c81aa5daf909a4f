"""Patterns of paths: `*` within a name, `**` any folders between, a pattern without `/` anywhere below."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.text.regex import regex

_ANY_FOLDERS = "(?:[^/]+/)*"
_WILDCARD = regex(r"(\*+|\?|\[[^\]]+\])")


@lru_cache(maxsize=4096)
def compiled(glob: str) -> re.Pattern[str]:
    """The pattern for a path with `/` between its parts, from the folder of the configuration on."""
    steps = glob.removeprefix("./").strip("/").split("/")
    anchored = len(steps) > 1 or glob.startswith(("/", "./"))
    *folders, name = steps
    pattern = "" if anchored else _ANY_FOLDERS
    for step in folders:
        pattern += _ANY_FOLDERS if step == "**" else f"{_segment(step)}/"
    pattern += ".*" if name == "**" else f"{_segment(name)}(?:/.*)?"
    try:
        return re.compile(pattern, re.DOTALL)
    except re.error:  # such as `[z-a]`: then it is the name that it looks like
        return re.compile(re.escape(glob))


def matches(path: str, glob: str) -> bool:
    """Whether `glob` names the file at `path`, or a folder above it."""
    return compiled(glob).fullmatch(path) is not None


def is_literal(glob: str) -> bool:
    """Whether a pattern is the name of one file."""
    return not set(glob) & set("*?[")


def _segment(step: str) -> str:
    """One step, in which no wildcard takes a `/`."""
    parts = _WILDCARD.split(step)
    return "".join(_wildcard(part) if number % 2 else re.escape(part) for number, part in enumerate(parts))


def _wildcard(part: str) -> str:
    if part.startswith("["):
        return f"[^{part[2:]}" if part.startswith("[!") else part
    return "[^/]" if part == "?" else "[^/]*"
