"""Signs of radicals and compatibility forms that print like ordinary characters, and are none of them.

PDF files, and what is copied from them, hold `⼯` (a radical of the Kangxi dictionary) or `⺠` (one of the supplement)
for 工 and 民: nothing that is searched for is found in such a text.
"""

from __future__ import annotations

import unicodedata

from linter.text.languages import SEARCHED
from linter.text.regex import regex

_SUPPLEMENT = SEARCHED.radicals.pairs
"""Each sign with the character that it prints like; Unicode gives compatibility forms for few of them."""

_OWN = SEARCHED.radicals.instead
"""Where the compatibility form is not what is written in mainland China."""

_FIRST, _LAST = map(chr, (0x2E80, 0x2FD5))
_COMPATIBLE = tuple(map(chr, (0xF900, 0xFAD9)))
_RADICAL = regex(f"[{_FIRST}-{_LAST}{_COMPATIBLE[0]}-{_COMPATIBLE[1]}]")


def _plain(sign: str) -> str:
    folded = unicodedata.normalize("NFKC", sign)
    return folded if len(folded) == 1 else sign


_PLAIN = {
    ord(sign): _plain(sign)
    for first, last in ((_FIRST, _LAST), _COMPATIBLE)
    for sign in map(chr, range(ord(first), ord(last) + 1))
}
_PLAIN |= {ord(sign): plain for sign, plain in zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)}
_PLAIN |= {ord(sign): plain for sign, plain in _OWN.items()}


def radicals(text: str) -> list[str]:
    """The signs of `text` that only print like characters."""
    return [] if text.isascii() else [sign for sign in _RADICAL.findall(text) if _PLAIN[ord(sign)] != sign]


def without_radicals(text: str) -> str:
    """`text`, as long as before, with the characters that are meant."""
    return text.translate(_PLAIN)
