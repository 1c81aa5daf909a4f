"""How wide text is on a terminal: as rich has it, for every character there is."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from rich.cells import cell_len

from linter.reporters.layout import Ruler


def test_every_character_is_as_wide_as_rich_has_it() -> None:
    known = (chr(code) for code in range(0x20, sys.maxunicode + 1))
    assigned = [one for one in known if unicodedata.category(one) not in ("Cn", "Co", "Cs")]
    assert [one for one in assigned if Ruler().cells(one) != cell_len(one)] == []


@pytest.mark.parametrize(("text", "width"), [("", 0), ("abc 1", 5), ("一、总计：", 10), ("“①”—…", 5), ("e\u0301", 1)])
def test_a_text_is_as_wide_as_its_characters(text: str, width: int) -> None:
    assert Ruler().cells(text) == width
