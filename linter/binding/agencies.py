"""Whether two names are those of one agency."""

from __future__ import annotations

import unicodedata

from linter.binding.regions import compiled
from linter.model.agency import AgencyNames


def reduced(name: str, names: AgencyNames) -> str:
    """A name as it is compared: letters and digits in one width, its ending reduced to what it comes to."""
    plain = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name)))
    ending = max((ending for ending in names.endings if plain.endswith(ending)), key=len, default="")
    return plain.removesuffix(ending) + names.endings.get(ending, "")


def are_one(one: str, other: str, names: AgencyNames) -> bool:
    """Whether two reduced names are one agency's: the same, or the same but for the area before one of them."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return bool(short)
    area = long.removesuffix(short)
    return bool(short and names.area) and area != long and compiled(names.area).fullmatch(area) is not None
