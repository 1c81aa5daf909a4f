"""The one pattern that tries a line for all titles at once lets every title through, and decides nothing."""

from __future__ import annotations

import pytest
import re2

from linter.binding import titles
from linter.binding.regions import Regions
from linter.binding.titles import find_titles
from linter.model.document import Paragraph, Text
from linter.model.span import TextSpan
from linter.model.template import TitlePattern

LOOSENED = [
    ("a{1,3}b", "a+b"),
    ("a{0,3}?b", "a*?b"),
    ("(?P<year>20[0-9]{2})年{2,}", "(?:20[0-9]{2})年+"),
    ("[{1,2}]", "[{1,2}]"),
    ("[^]{1,2}]{1,2}", "[^]{1,2}]+"),
    ("[[:alpha:]{1,2}]{0,1}", "[[:alpha:]{1,2}]*"),
    (r"[\]{1,2}]\{1,2}", r"[\]{1,2}]\{1,2}"),
    (r"\Qa{1,2}\Eb{1,2}", r"\Qa{1,2}\Eb+"),
]


@pytest.mark.parametrize(("pattern", "loose"), LOOSENED)
def test_numbers_of_repetitions_are_any_number(pattern: str, loose: str) -> None:
    assert titles._any_of((TitlePattern(pattern),)) == loose
    assert re2.compile(loose)


def lines(*texts: str) -> list[Text]:
    return [Text(text, ((0, TextSpan(number, 1, 0, len(text))),)) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("东河县总结", "正文"), ["东河县总结"]),
        (("东河东河县总结", "正文"), []),  # one letter more than the pattern takes
        (("东河东河县", "总结"), []),
        (("东河县", "总结"), ["东河县总结"]),
    ],
)
def test_what_only_fits_loosely_is_no_title(texts: tuple[str, ...], found: list[str]) -> None:
    regions = Regions([Paragraph(text) for text in lines(*texts)], len(texts))
    titles_found = find_titles(lines(*texts), (TitlePattern("(?P<name>.{1,2}县)总结"),), regions)
    assert ["".join(line.value for line in title.lines) for title in titles_found] == found
