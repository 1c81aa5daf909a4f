"""Limits of what is read in running text: each with a text just inside it and one just outside."""

from __future__ import annotations

import pytest

from linter.binding.prose import passage_of
from linter.model.document import Text
from linter.model.prose import Prose
from linter.model.span import TextSpan
from linter.model.template import Label, SectionSpec
from linter.prose.citations import quoted_titles
from linter.prose.part_lists import PartWords, part_lists
from linter.text.quotations import brackets

SECTIONS = tuple(SectionSpec(f"s{number}", Label(title), "") for number, title in enumerate("甲乙丙丁戊"))
WORDS = PartWords(introduced_by=("包括",), closed_by=("。",), joined_by=("和",), units=("部分",), before_number=("共",))


def titles_in(text: str) -> list[str]:
    prose = Prose([passage_of("", Text(text, ((0, TextSpan(1, 1, 0, len(text))),)))])
    return [cited.passage.plain[cited.start : cited.end] for cited in quoted_titles(prose.joined(()))]


@pytest.mark.parametrize(("letters", "found"), [(298, True), (299, False)])
def test_a_title_has_its_length(letters: int, found: bool) -> None:
    assert (titles_in(f"见《{'章' * letters}》。") == ["章" * letters]) is found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("本报告包括甲、乙、丙、丁。", 4),
        ("本报告包括甲、乙、丙。", None),  # three may be a selection
        ("本报告包括甲、乙2部分。", 2),  # unless their number stands there
        ("本报告包括甲2部分。", None),
        ("本报告包括甲、乙、丙、和丙。", None),  # one named twice is one
    ],
)
def test_a_sentence_lists_the_parts_where_it_names_four_or_their_number(text: str, parts: int | None) -> None:
    found = [len(one.parts) for one in part_lists(text, SECTIONS, WORDS)]
    assert found == ([] if parts is None else [parts])


@pytest.mark.parametrize(
    ("text", "pairs"),
    [("（a（b（c）））", 3), ("（a（b（c（d））））", None), ("（a（b（c", 3), ("（a）（b）（c）（d）", 4)],
)
def test_brackets_are_read_three_levels_deep(text: str, pairs: int | None) -> None:
    found = brackets(text)
    assert (None if found is None else len(found)) == pairs
