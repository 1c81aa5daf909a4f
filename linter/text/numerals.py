"""Chinese numerals: the small ones that reports are full of by looking them up, longer ones by the library cn2an."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

CHARACTERS = "零〇○一二两三四五六七八九十廿卅百千万亿"
LONGEST = 30
"""Characters that a numeral may have."""

RUN = re.compile(f"[0-9{CHARACTERS}](?:(?<=[0-9])[0-9]*|[{CHARACTERS}]*)")
"""Digits or numerals side by side. Begun with one class for both, it is found three times as fast; and since a class of
scattered characters is slow to compile, all share this one.
"""

_ONES = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}


@lru_cache(maxsize=2)
def runs(text: str) -> tuple[tuple[int, int], ...]:
    """Where digits or numerals stand in a text, from end to end: all rules that look for some begin with these."""
    return tuple(match.span() for match in RUN.finditer(text))


@lru_cache(maxsize=512)
def number(text: str) -> Decimal | None:
    """The value of a Chinese numeral, also of one read digit by digit (二〇二三); None for what is none."""
    if not text or len(text) > LONGEST:
        return None
    if len(text) <= 3 and "百" not in text:
        tens, ten, ones = text.partition("十")
        if ten and len(tens) <= 1 and len(ones) <= 1 and tens not in tuple("零〇○"):
            parts = (_ONES.get(tens, None) if tens else 1, _ONES.get(ones, None) if ones else 0)
            if parts[0] is not None and parts[1] is not None:
                return Decimal(parts[0] * 10 + parts[1])
    if all(character in _ONES for character in text):
        if len(text) == 2 and not set(text) & set("零〇○"):
            return None  # 一二件 is one or two, and 统一一项 no numeral
        return Decimal("".join(str(_ONES[character]) for character in text))
    return _by_library(text.replace("○", "〇"))


def _by_library(text: str) -> Decimal | None:
    import cn2an

    try:
        return Decimal(str(cn2an.cn2an(text, "normal")))
    except (ValueError, KeyError, IndexError):
        return None
