"""An empty form in the format that is asked for, with last year's figures where they are at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import cast

from linter.forms.parts import Carried, Filling, Part, parts_of
from linter.model.address import Address
from linter.model.pack import Pack
from linter.text.regex import regex

FORMATS: Mapping[str, str] = {
    "docx": "linter.forms.word",
    "html": "linter.forms.page",
    "md": "linter.forms.markdown",
}
"""Format → the module whose `write(parts, language)` writes it, imported when it is used."""

BLANK, ZERO = "", "0"

_HAN = regex(r"[\u4e00-\u9fff]")


def made(
    pack: Pack,
    year: int,
    format: str,
    organisation: str = "",
    cell: str = BLANK,
    carried: Mapping[Address, Carried] = {},
) -> bytes:
    """The form of a pack's template for a year; `cell` is what every cell for a figure begins with."""
    language = language_of(pack)
    filling = Filling(year, organisation, cell, carried, language)
    write = cast(Callable[[Sequence[Part], str], bytes], import_module(FORMATS[format]).write)
    return write(parts_of(pack.template, filling), language)


def language_of(pack: Pack) -> str:
    """The language in which a form speaks to who fills it in: that of its title."""
    return "zh" if _HAN.search(pack.template.form.title) else "en"
