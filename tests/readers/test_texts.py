"""A part of a text has the places that its characters had in the whole."""

from __future__ import annotations

from itertools import accumulate, pairwise
from random import Random

import pytest

from linter.model.document import WHITE, Text, join
from linter.model.span import TextSpan

FILE = "甲 乙\u3000丙\t12 丁戊\u200b己 34\xa0庚"
AND = TextSpan(9, 1, 900, 5)
"""The place of `&amp;`, which is one character of a text."""


def text_of(random: Random) -> Text:
    """Runs of the file, each from a place of its own, in any order."""
    lengths = [random.randint(1, 5) for _ in range(random.randint(1, 4))]
    starts = [random.randrange(len(FILE) - 5) for _ in lengths]
    value = "".join(FILE[start : start + length] for start, length in zip(starts, lengths, strict=True))
    offsets = accumulate([0, *lengths[:-1]])
    spans = [TextSpan(1, 1 + start, start, length) for start, length in zip(starts, lengths, strict=True)]
    return Text(value, tuple(zip(offsets, spans, strict=True)))


def places(text: Text) -> list[object]:
    return [text.span_at(index, 1) for index in range(len(text.value))]


def is_sound(text: Text) -> bool:
    """Whether the pieces begin with the text, stand in order, and are as long as their spans say."""
    starts = [start for start, _ in text.pieces]
    ends = [*starts[1:], len(text.value)]
    lengths = [span.length for _, span in text.pieces if isinstance(span, TextSpan)]
    return (
        starts[0] == 0
        and all(one < other for one, other in pairwise(starts))
        and [end - start for start, end in zip(starts, ends, strict=True)] == lengths
    )


@pytest.mark.parametrize("seed", range(40))
def test_a_part_keeps_its_places(seed: int) -> None:
    random = Random(seed)
    text = text_of(random)
    for start in range(len(text.value) + 1):
        for end in range(start, len(text.value) + 1):
            part = text.cut(start, end)
            assert part.value == text.value[start:end]
            assert places(part) == places(text)[start:end]
            assert part.span == text.span_at(start, end - start)
            assert is_sound(part)


@pytest.mark.parametrize("seed", range(40))
def test_stripping_is_cutting(seed: int) -> None:
    text = text_of(Random(seed))
    stripped = text.strip()
    assert stripped.value == text.value.strip(WHITE)
    start = text.value.find(stripped.value) if stripped.value else 0
    assert stripped == text.cut(start, start + len(stripped.value))
    assert stripped.strip() is stripped
    for end in range(len(text.value) + 1):
        assert text.strip(0, end) == text.cut(0, end).strip()


@pytest.mark.parametrize("seed", range(40))
def test_parts_joined_are_the_whole(seed: int) -> None:
    text = text_of(Random(seed))
    for middle in range(1, len(text.value)):
        whole = join([text.cut(0, middle), text.cut(middle, len(text.value))])
        assert (whole.value, places(whole)) == (text.value, places(text))


def test_a_character_that_stands_for_several_keeps_the_place_of_all() -> None:
    text = join([Text("甲", ((0, TextSpan(1, 1, 0, 1)),)), Text("&", ((0, AND),)), Text("乙", ((0, AND),))])
    assert text.span_at(1, 1) == AND
    assert text.cut(1, 2) == Text("&", ((0, AND),))
    assert text.span_at(1) == AND.narrow(0, 0)


def test_nothing_has_a_place() -> None:
    text = Text("甲乙", ((0, TextSpan(3, 2, 20, 2)),))
    assert text.cut(1, 1) == Text("", ((0, TextSpan(3, 3, 21, 0)),))
    assert Text(" \u3000", ((0, TextSpan(3, 2, 20, 2)),)).strip() == Text("", ((0, TextSpan(3, 2, 20, 0)),))
