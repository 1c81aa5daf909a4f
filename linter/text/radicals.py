"""Signs of radicals and compatibility forms that print like ordinary characters, and are none of them.

PDF files, and what is copied from them, hold `⼯` (a radical of the Kangxi dictionary) or `⺠` (one of the supplement)
for 工 and 民: nothing that is searched for is found in such a text.
"""

from __future__ import annotations

import unicodedata

from linter.text.regex import regex

_SUPPLEMENT = (
    "⺁厂⺄乙⺆冂⺈刀⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺛旡⺜日⺝月⺞歺⺟母⺠民⺫罒⺬示⺮竹⺶羊⺷羊⺸羊⺺肀⺻聿⺼月⺽臼⻁虎⻃西⻄西⻅见⻆角⻇角"
    "⻉贝⻊足⻋车⻑长⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟"
)
"""Each sign with the character that it prints like; Unicode gives compatibility forms for few of them."""

_OWN = {"⼾": "户", "⾭": "青"}
"""Where the compatibility form is not what is written in mainland China."""

_FIRST, _LAST = "\u2e80", "\u2fd5"
_COMPATIBLE = "\uf900", "\ufad9"
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
