"""Which labels are those of totals, and which of figures that do not add up."""

from __future__ import annotations

from linter.binding.label import form_of
from linter.language.table_words import NO_SUM, TOTAL
from linter.text.regex import regex

_TOTAL, _NO_SUM = regex(TOTAL), regex(NO_SUM)


def is_total(label: str) -> bool:
    """Whether a label is that of a total."""
    plain = " ".join(label.replace("*", " ").casefold().split())
    return bool(_TOTAL.search(plain) or _TOTAL.search(form_of(label).words))


def adds_up(label: str) -> bool:
    """Whether figures under this label may be summands: averages, rates and shares are none."""
    return _NO_SUM.search(label.casefold()) is None
