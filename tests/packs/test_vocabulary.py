"""Words that a pack names once: where patterns and lists may use them, and what can be wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from linter.language import render
from linter.packs import BrokenPack, load
from linter.packs.vocabulary import MOST_ALTERNATIVES, expand, meanings, sizes, words_of

PACK = """\
pack: {title: {zh: 词汇, en: Words}, layout: one}
layouts: [{id: one, title: {zh: 一, en: One}}]
sections: [{id: text, label: Text, number: '1.'}]
vocabulary:
  town: [Aville, Bville, '{village}']
  village: [Chamlet]
  open: (town
  pieces: [pieces, '{few}']
  few: [sheets]
  once: one|two
marks: ['{MARK} report']
rules:
  - id: words
    kind: unwanted-text
    title: {zh: 词, en: Words}
    severity: error
    source: Form
    pattern: '{PATTERN}'
    advice: {zh: 改, en: change it}
    unless: {sentence: ['near {village}', '{once}{EXCUSE}']}
    tests: [{pass: {}}, {fail: {prose: {text: Bville of old}}}]
  - id: figures
    kind: claim
    title: {zh: 数, en: Figures}
    severity: error
    source: Form
    claims: [{pattern: '{town} has {figure}', min: ['1']}]
    units: ['{pieces}', '{UNIT}']
    times: (?P<other>{year})
    tests: [{pass: {}}, {fail: {prose: {text: Chamlet has 0 sheets}}}]
"""
GOOD = {"MARK": "{town}", "PATTERN": "{town} of old", "EXCUSE": "of", "UNIT": "tons"}


def pack(folder: Path, **changed: str) -> Path:
    text = PACK
    for name, value in {**GOOD, **changed}.items():
        text = text.replace(f"{{{name}}}", value)
    if changed.get("EXCUSE") != "{open}":
        text = text.replace("  open: (town\n", "")
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    return folder


def test_names_stand_for_their_words_in_patterns_and_lists(tmp_path: Path) -> None:
    (made,) = load(pack(tmp_path), cache=False).packs
    assert made.template.marks == ("(?:Aville|Bville|(?:Chamlet)) report",)
    words, figures = (rule.options for rule in made.rules)
    assert words.pattern == "(?:Aville|Bville|(?:Chamlet)) of old"
    assert words.unless.sentence == "(?:near (?:Chamlet))|(?:(?:one|two)of)"
    assert [name for name, _ in figures.units] == ["pieces", "sheets", "tons"]
    assert figures.times == "(?P<other>{year})"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"MARK": "{twon}"}, "10:9 there is no “twon” in the vocabulary"),
        ({"PATTERN": "{tonw}"}, "17:14 there is no “tonw” in the vocabulary"),
        ({"UNIT": "{peices}"}, "27:25 there is no “peices” in the vocabulary"),
        ({"UNIT": "{once}"}, "27:25 the word “once” is a pattern and no list of words"),
        ({"UNIT": "{few}"}, "27:12 the list has the same item twice"),
        ({"EXCUSE": "{open}"}, "20:43 this is not a valid RE2 pattern"),
        ({"PATTERN": "{once}" * 9000}, "17:14 the pattern comes to"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_with_a_name_is_said_where_it_is_used(
    tmp_path: Path, changed: Mapping[str, str], said: str
) -> None:
    with pytest.raises(BrokenPack) as broken:
        load(pack(tmp_path, **changed), cache=False)
    lines = [f"{one.line}:{one.column} {render(one.message, 'en')}" for one in broken.value.mistakes]
    assert [line[: len(said)] for line in lines] == [said]


@pytest.mark.parametrize(("letters", "fits"), [("abcde", True), ("abcdef", False)])
def test_a_phrase_may_be_said_in_so_many_ways(letters: str, fits: bool) -> None:
    words = {"ten": [*"0123456789"], "letters": [*letters], "all": "{ten}{ten}{ten}{ten}{letters}"}
    assert (sizes(words)["all"].alternatives <= MOST_ALTERNATIVES) is fits


def test_phrases_that_grow_without_end_are_calculated_and_not_written() -> None:
    doubling = {f"w{'o' * depth}": f"{{w{'o' * (depth + 1)}}}" * 2 for depth in range(200)} | {
        f"w{'o' * 200}": ["a", "b"]
    }
    assert sizes(doubling)["w"].characters > 2**200
    assert sizes(doubling)["w"].alternatives == MOST_ALTERNATIVES + 1


def test_a_word_that_leads_back_to_itself_is_left_where_it_does() -> None:
    assert expand("{a}", meanings({"a": ["x", "{b}"], "b": ["{a}"]})) == "(?:x|(?:{a}))"
    assert words_of("a", {"a": ["x", "{b}"], "b": ["{a}", "y"]}) == ("x", "y")
