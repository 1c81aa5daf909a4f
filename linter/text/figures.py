"""Figures in sentences and in cells: one grammar of digits, numerals, factors, units and vague words.

A number is written in digits, perhaps with factors (1.2万, 2千万, 1万2千), or in Chinese numerals. In a sentence a unit
follows it. A word before it (约), before its unit (余) or after that (左右) makes it vague: about so much, and no exact
figure. A cell holds digits and perhaps one of the form's units, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from linter.model.figure import Figure, Notation
from linter.model.records import Record
from linter.text.languages import SEARCHED
from linter.text.marks import CIRCLED, RAISED, RAISED_OR_CIRCLED, figure_alone
from linter.text.numerals import CHARACTERS, ONES, ORDINAL, POWERS, RUN, SCALES, number
from linter.text.punctuation import RANGE, THOUSANDS
from linter.text.regex import regex
from linter.text.widths import NARROW_SPACES, THIN_SPACES, UNSEEN, folded, plain_digits

LONGEST = 60
"""Digits a figure may have. Longer ones are no figures of a report and are left unread."""

_WORDS = SEARCHED.figures
VAGUE_BEFORE = _WORDS.vague_before
VAGUE_WITHIN = _WORDS.vague_within
"""Before the unit, of one character each: 12余件."""

VAGUE_AFTER = _WORDS.vague_after
VAGUE_TENS = _WORDS.vague_scales
"""Before a scale alone: 数十件."""

NO_NUMERALS = _WORDS.no_numerals
"""Words of which the last character is no numeral: 统一件 is not one."""

PERCENT, OF_A_HUNDRED, POINT = _WORDS.percent_after[0], _WORDS.percent_before[0], _WORDS.point[0]

_POWERS = _WORDS.factors
"""What may stand after digits, and the power of ten that it multiplies by; no one writes 3十."""

_WHOLE = rf"(?:[0-9]{{1,3}}(?:[{THOUSANDS}][0-9]{{3}})+|[0-9]+)"
_SIGNS = "".join(sign for sign in _POWERS if len(sign) == 1)
_DIGITS = rf"{_WHOLE}(?:\.[0-9]+)?(?:[{_SIGNS}][0-9{_SIGNS}]*)?"
NUMBER = rf"(?:{_DIGITS}|[{CHARACTERS}]+)[{''.join(VAGUE_WITHIN)}]?"
"""A number before its unit, for patterns of either sort of expression. Not all that it finds is one: see `read`."""

_ARABIC = regex(_DIGITS)
_PIECE = regex(rf"([0-9{THOUSANDS}]+)(\.[0-9]+)?([{_SIGNS}]*)")
_NUMERALS = frozenset(CHARACTERS + "0123456789")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_UNGROUPED = str.maketrans("", "", THOUSANDS)
_POINTS_AND_COMMAS = str.maketrans(",.", ".,")
_MINUS_AND_PLUS = ("-", "+")
_MOST_PLACES = 4
_CELL = regex(rf"([+-]?)({_WHOLE})(\.[0-9]+)?([^0-9].*)?", re.DOTALL)
_TWO_FIGURES = regex(r"[0-9]\s+[0-9]")
_UNSEEN = dict.fromkeys(map(ord, UNSEEN))
_SPACED = regex(r"[+\-]?([0-9]{1,3})((?:\s[0-9]{3})+)(?:\.[0-9]+)?[^\W\d]{0,2}")
_LETTER_SPACED = regex(rf"[+\-]?\d(?P<space>[{THIN_SPACES}])[\d.,](?:(?P=space)[\d.,])*[^\W\d]{{0,2}}")
_MARKED_WITHIN = regex(rf"[0-9].*?[{CIRCLED}{RAISED}]|[{CIRCLED}]")


class ProseFigure(Record):
    """A number in a text. `start` and `end` are offsets of the number with its unit, `places` its printed decimals.

    `vague` says that the text gives it as about so much (余, 近, 约), `chinese` that it is written in Chinese numerals.
    """

    value: Decimal
    start: int
    end: int
    unit: str = ""
    places: int = 0
    vague: bool = False
    chinese: bool = False


@lru_cache(maxsize=16)
def _by_first(units: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The units by their first character, the longest first."""
    alike: dict[str, list[str]] = {}
    for unit in sorted(units, key=len, reverse=True):
        alike.setdefault(unit[:1], []).append(unit)
    return {first: tuple(own) for first, own in alike.items()}


def figures(text: str, units: tuple[str, ...]) -> Iterator[ProseFigure]:
    """Every figure in `text` (plain text of a passage) that one of `units` follows, in order.

    A figure longer than any that a report may have is skipped. Ordinals (第三条) are none. With `PERCENT` among the
    units, 百分之三十 is one too.
    """
    own, end = _by_first(units), 0
    for run in RUN.finditer(text):
        start, last = run.span()
        if start < end:
            continue
        if PERCENT in own and text.startswith(OF_A_HUNDRED, start):
            figure = _of_a_hundred(text, start)
        else:
            if text[start].isascii():
                match = _ARABIC.match(text, start)
                assert match is not None
                end = last = match.end()
            figure = _measured(text, start, last, own)
        if figure is not None:
            yield figure
            end = figure.end


def _measured(text: str, start: int, end: int, units: Mapping[str, tuple[str, ...]]) -> ProseFigure | None:
    """The figure whose number stands at `start` to `end`, of which the last scales may belong to the unit (万元)."""
    while end > start:
        within = text.startswith(VAGUE_WITHIN, end)
        at = end + within
        unit = next((unit for unit in units.get(text[at : at + 1], ()) if text.startswith(unit, at)), "")
        if unit:
            break
        if text[end - 1] not in _SIGNS:
            return None
        end -= 1
    else:
        return None
    last = at + len(unit)
    read_ = value_of(text[start:end]) if is_whole(text, start) else None
    if read_ is None:
        return None
    vague = within or is_vague(text, start, last) or is_end_of_range(text, start)
    return ProseFigure(read_[0], start, last, unit, read_[1], vague, not text[start].isascii())


def read(printed: str, units: tuple[str, ...]) -> tuple[Decimal, str, bool] | None:
    """The value, the unit and the vagueness of a figure that is all of `printed`; None where it is none.

    `units` have the longest first; without any, the number stands alone.
    """
    for unit in units or ("",):
        if not printed.endswith(unit):
            continue
        digits = printed.removesuffix(unit)
        within = digits.endswith(VAGUE_WITHIN)
        value = value_of(digits[:-1] if within else digits)
        if value is not None:
            return value[0], unit, within
    return None


def is_whole(text: str, start: int) -> bool:
    """Whether a number begins at `start`, and not within an ordinal, a name (A12), a word or another number."""
    before = text[start - 1 : start]
    if not before:
        return True
    if before in _NUMERALS or before in f"{ORDINAL}.":
        return False
    return before not in _LETTERS if text[start].isascii() else not text.startswith(NO_NUMERALS, start - 1)


def is_vague(text: str, start: int, end: int) -> bool:
    """Whether the words before or after a figure make it vague."""
    if text.startswith(VAGUE_AFTER, end) or text[max(start - 2, 0) : start].endswith(VAGUE_BEFORE):
        return True
    alone = text[start] in SCALES and text[start + 1 : start + 2] not in _NUMERALS
    return alone and text[start - 1 : start] in VAGUE_TENS


def is_end_of_range(text: str, start: int) -> bool:
    """3—5件: whether another number and a stroke stand before."""
    return start > 1 and text[start - 1] in RANGE and text[start - 2] in _NUMERALS


def value_of(printed: str) -> tuple[Decimal, int] | None:
    """The value and the decimals of a number without its unit; None for what is malformed (1,03, 3千2万, 一千万百)."""
    if not printed or len(printed) > LONGEST:
        return None
    if not printed[0].isascii():
        value = number(printed)
        return None if value is None else (value, 0)
    if printed.isdecimal():
        return Decimal(printed), 0
    pieces = _PIECE.findall(printed) if _ARABIC.fullmatch(printed) else []
    if not pieces or (len(pieces) > 1 and "." in printed):
        return None
    total, places, before = Decimal(0), 0, LONGEST
    for digits, decimals, sign in pieces:
        power = _POWERS.get(sign, 0)
        whole = digits.translate(_UNGROUPED)
        value = Decimal(whole + decimals).scaleb(power)
        if (
            (sign and not power)
            or value.adjusted() >= before
            or (before < LONGEST and not sign and len(whole) < before)
        ):
            return None  # 3千2万; 3万5 is 35,000 or 30,005
        total, before = total + value, power
        places = max(len(decimals) - 1 - power, 0)
    return total, places


def _of_a_hundred(text: str, start: int) -> ProseFigure | None:
    """百分之三十, 百分之十二点五."""
    whole = RUN.match(text, start + len(OF_A_HUNDRED))
    if whole is None or whole.end() - whole.start() > LONGEST:
        return None
    printed, end, places = whole[0], whole.end(), 0
    value = Decimal(printed) if printed.isdecimal() else number(ONES[0] + printed if printed == POWERS[2] else printed)
    decimals = RUN.match(text, end + 1) if text.startswith(POINT, end) else None
    if value is not None and decimals is not None and len(decimals[0]) <= _MOST_PLACES:
        digits = [number(digit) for digit in decimals[0]]
        if all(digit is not None and digit < 10 for digit in digits):
            places, end = len(digits), decimals.end()
            value += Decimal("".join(str(digit) for digit in digits)).scaleb(-places)
    vague = is_vague(text, start, end) or text.startswith(VAGUE_WITHIN, end)
    return None if value is None else ProseFigure(value, start, end, PERCENT, places, vague, True)


def joined_digits(figure: str) -> str:
    """`figure` without signs that are not seen, and with commas for spaces that part nothing but thousands.

    Thin spaces do, and any space before `036`, which is no figure. The same thin space between all digits parts
    nothing. Raised digits that are more than a mark stay apart.
    """
    plain = figure.translate(_UNSEEN)
    if (apart := _LETTER_SPACED.fullmatch(plain)) is not None:
        return plain.replace(apart["space"], "")
    if (spaced := _SPACED.fullmatch(plain)) is not None:
        sure = not set(spaced[2]) - set(NARROW_SPACES + "0123456789") or (" 0" in plain and spaced[1] != "0")
        plain = re.sub(r"(?<=\d)\s(?=\d)", THOUSANDS[0], plain) if sure else plain
    return plain if RAISED_OR_CIRCLED.isdisjoint(plain) or _MARKED_WITHIN.search(plain) is None else "?"


def parse_figure(text: str, notation: Notation) -> Figure | None:
    """The figure that the text of a cell prints, or None where it prints none or more than one.

    `1,036`, `＋461`, `8808257.32元`, `减4` and `41[1]` are read; `1 2`, `12-13`, `1,03` and `十二` are not.
    `-$250.00` and `(250)` are read where the notation has them.
    """
    alone, spaced = figure_alone(text), False
    if notation.comma:
        alone = alone.translate(_POINTS_AND_COMMAS)
    if not alone.isascii() or " " in alone:
        spaced = _LETTER_SPACED.fullmatch(alone) is not None
        alone = joined_digits(alone)
    squeezed = plain_digits(alone)
    if len(squeezed) > LONGEST or _TWO_FIGURES.search(folded(alone)):
        return None
    sign_word = next((word for word in notation.signs or {} if squeezed.startswith(word)), "")
    if sign_word:
        squeezed = (notation.signs or {})[sign_word] + squeezed[len(sign_word) :]
    if notation.prefixes or notation.around:
        squeezed = _without_signs(squeezed, notation)
    match = _CELL.fullmatch(squeezed)
    if match is None:
        return None
    sign, whole, fraction, unit = match[1], match[2], match[3] or "", match[4] or ""
    if unit and unit not in notation.units:
        return None
    ungrouped = whole.translate(_UNGROUPED)
    value, places = Decimal(sign + ungrouped + fraction), max(len(fraction) - 1, 0)
    return Figure(value, places, unit, whole != ungrouped, sign_word, spaced)


def _without_signs(squeezed: str, notation: Notation) -> str:
    """A figure without what stands before it, and with a minus for what stands around a negative one."""
    for before, after in notation.around:
        within = squeezed[len(before) : len(squeezed) - len(after)]
        if squeezed.startswith(before) and squeezed.endswith(after) and within[:1] not in ("", *_MINUS_AND_PLUS):
            return "-" + _without_prefix(within, notation)
    sign = squeezed[0] if squeezed.startswith(_MINUS_AND_PLUS) else ""
    bare = _without_prefix(squeezed[len(sign) :], notation)
    for before, after in notation.around if not sign else ():
        if bare.startswith(before) and bare.endswith(after):
            return "-" + bare[len(before) : len(bare) - len(after)]  # $(250)
    return sign + bare


def _without_prefix(squeezed: str, notation: Notation) -> str:
    return next((squeezed[len(mark) :] for mark in notation.prefixes if squeezed.startswith(mark)), squeezed)
