"""Comments for this program in a text: how they are written, and the text without them."""

from __future__ import annotations

import re

from linter.text.regex import regex

MARK = "gouji:"

_RULE = r"[\w*?\[\]-]+"
_WORDS = (
    rf"gouji:[ \t]*allow(?P<file>-file)?[ \t]+(?P<rules>{_RULE}(?:[ \t]*[,\uff0c\u3001][ \t]*{_RULE})*)[ \t]*"
    r"(?:(?: --|\u2014+|[:\uff1a])[ \t]*(?P<reason>.*?))?[ \t]*"
)
IN_MARKUP = regex(rf"<!--\s*{_WORDS}\s*-->", re.DOTALL)
IN_TEXT = regex(rf"^[ \t]*(?:#|//)[ \t]*{_WORDS}\r?$", re.MULTILINE)
COMMA = regex(r"[ \t]*[,\uff0c\u3001][ \t]*")


def without_comments(text: str) -> str:
    """A plain text with spaces in the place of its comments, so that everything else stays where it is."""
    return IN_TEXT.sub(_blank, text) if MARK in text else text


def _blank(match: re.Match[str]) -> str:
    return " " * (len(match[0]) - match[0].endswith("\r")) + ("\r" if match[0].endswith("\r") else "")
