"""Words for options that were renamed are read as the new ones, each with a note at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from pack_texts import write_packs

from linter.language import render
from linter.packs import read_anew

PACK = "pack: {title: {zh: 甲, en: A}, extends: cn-open-government/2021}\nrules:\n"
RULE = "  - {id: own, title: {zh: 甲, en: A}, severity: info, source: 乙, kind: "
ADVICE = "advice: {zh: 删, en: x}"
CLAIM = "claims: [{pattern: '{figure}件', %s: [requests.granted.total]}]"

FORMER = [
    ("unwanted-text, pattern: x, where: [lead], " + ADVICE, "unwanted-text, pattern: x, in: [lead], " + ADVICE, ["in"]),
    (
        "unwanted-text, pattern: x, unless: y, unless-report: z, " + ADVICE,
        "unwanted-text, pattern: x, unless: {sentence: y, report: z}, " + ADVICE,
        ["unless: {sentence: …}", "unless: {report: …}"],
    ),
    (
        "required-mention, where: [problems], unless: y, aspects: [{what: {zh: 甲, en: a}, pattern: x}]",
        "required-mention, in: [problems], unless: {report: y}, aspects: [{what: {zh: 甲, en: a}, pattern: x}]",
        ["in", "unless: {report: …}"],
    ),
    (
        "claim, unless-clause: y, " + CLAIM % "at-least",
        "claim, unless: {clause: y}, " + CLAIM % "min",
        ["unless: {clause: …}", "min"],
    ),
    ("claim, words: [件], " + CLAIM % "at-most", "claim, " + CLAIM % "max", ["", "max"]),
    (
        "equation, check: requests.granted.total == 0, "
        "explained: {pattern: x, severity: info, unless: y, where: [lead]}",
        "equation, check: requests.granted.total == 0, "
        "explained: {pattern: x, severity: info, unless: {sentence: y}, in: [lead]}",
        ["unless: {sentence: …}", "in"],
    ),
    ("required-section, sections: [problems]", "required-section, in: [problems]", ["in"]),
    (
        "section-content, section: problems, characters: 3, at-most: 9",
        "section-content, in: problems, min: 3, max: 9",
        ["in", "min", "max"],
    ),
    ("layout-mixed, minimum: 3", "layout-mixed, min: 3", ["min"]),
    ("repeated-words, at-least: 3", "repeated-words, min: 3", ["min"]),
    (
        "similar-to-previous, sections: [problems], shortest: 9, thresholds: {info: 0.5}",
        "similar-to-previous, in: [problems], min: 9, thresholds: {info: 0.5}",
        ["in", "min"],
    ),
    (
        "work-year, pattern: '(?P<year>1)', years: later, farthest: 2",
        "work-year, pattern: '(?P<year>1)', side: later, max: 2",
        ["side", "max"],
    ),
    (
        "equation, check: requests.granted.total == 0, rounded: true",
        "equation, check: requests.granted.total == 0",
        [""],
    ),
    ("cited-document, when: not-yet", "cited-document, state: not-yet", ["state"]),
]


@pytest.mark.parametrize(("former", "new", "words"), FORMER)
def test_a_former_word_is_read_as_the_new_one_and_noted(
    former: str, new: str, words: list[str], tmp_path: Path
) -> None:
    write_packs(tmp_path, {"former": PACK + RULE + former + "}\n", "new": PACK + RULE + new + "}\n"})
    family, notes = read_anew("former", tmp_path)
    expected, none = read_anew("new", tmp_path)
    assert family.packs[0].rule("own").options == expected.packs[0].rule("own").options  # type: ignore[union-attr]
    assert none == ()
    assert sorted(str(note.message.values.get("new", "")) for note in notes) == sorted(words)
    for note in notes:
        old = str(note.message.values.get("old", note.message.values.get("key")))
        assert note.line == 3
        assert (PACK + RULE + former).splitlines()[2][note.column - 1 :].startswith(old)
        assert all(old in render(note.message, language) for language in ("zh", "en"))


def test_what_was_said_of_figures_is_said_of_every_value_type(tmp_path: Path) -> None:
    """In the words of an overlay, which go before those of the pack that it is laid over."""
    former = (
        "pack: {title: {zh: 甲, en: A}, extends: cn-open-government/2021}\n"
        "notation: {units: [页]}\n"
        "tables:\n"
        "  - {id: requests, empty-cells: {placeholders: {缺: undecided, /: zero}},\n"
        "     columns: [{id: total, type: amount}]}\n"
    )
    new = (
        "pack: {title: {zh: 甲, en: A}, extends: cn-open-government/2021}\n"
        "values: {every: {suffix: [页], missing: {缺: undecided, /: zero}}}\n"
        "tables:\n"
        "  - {id: requests, columns: [{id: total, value: amount}]}\n"
    )
    write_packs(tmp_path, {"former": former, "new": new})
    family, notes = read_anew("former", tmp_path)
    expected, none = read_anew("new", tmp_path)
    assert family.packs[0].template == expected.packs[0].template
    assert none == ()
    assert [(note.line, note.message.values["old"]) for note in notes] == [
        (2, "notation"),
        (4, "placeholders"),
        (5, "type"),
    ]


def test_a_change_of_a_rule_may_use_former_words(tmp_path: Path) -> None:
    """What `unless` excuses is known once the change is laid over its rule."""
    change = "  - {id: duties-of-governments, unless: 考核办法, where: [problems]}\n"
    write_packs(tmp_path, {"mine": PACK + change})
    family, notes = read_anew("mine", tmp_path)
    rule = family.packs[0].rule("duties-of-governments")
    assert rule is not None
    assert (rule.options.unless.report, rule.options.in_) == ("考核办法", ("problems",))
    assert [note.message.values["old"] for note in notes] == ["unless", "where"]


def test_both_words_for_one_thing_are_a_mistake(tmp_path: Path) -> None:
    from linter.packs import BrokenPack

    write_packs(tmp_path, {"mine": PACK + RULE + "required-section, in: [problems], sections: [problems]}\n"})
    with pytest.raises(BrokenPack) as broken:
        read_anew("mine", tmp_path)
    assert [mistake.message.key for mistake in broken.value.mistakes] == ["pack.unknown-key"]


REQUIRES = "pack: {title: {zh: 甲, en: A}, extends: cn-open-government/2021}\n"


def test_what_a_file_requires_is_required_by_each_of_its_rules(tmp_path: Path) -> None:
    """By those that it states whole, before what they require themselves, and by none of another file."""
    write_packs(tmp_path, {"mine": REQUIRES + "rules:\n" + RULE.replace("own", "other") + "section-title}\n"})
    (tmp_path / "mine" / "more.yaml").write_text(
        "requires: [layout-of-the-year, first]\nrules:\n"
        + RULE.replace("own", "first")
        + "section-title}\n"
        + RULE.replace("own", "second")
        + "section-title, requires: [year-stated, first]}\n"
        + RULE.replace("own", "free")
        + "section-title, requires: []}\n"
        + "  - {id: title-names-the-year, severity: error}\n",
        encoding="utf-8",
    )
    (pack,) = read_anew("mine", tmp_path).family.packs
    needs = {rule.id: rule.requires for rule in pack.rules}
    assert needs["first"] == ("layout-of-the-year",)
    assert needs["second"] == ("layout-of-the-year", "first", "year-stated")
    assert needs["title-names-the-year"] == ("year-stated",)
    assert needs["free"] == needs["other"] == ()


def test_an_unknown_rule_that_a_file_requires_is_reported_where_it_stands(tmp_path: Path) -> None:
    from linter.packs import BrokenPack

    write_packs(tmp_path, {"mine": REQUIRES + "requires: [layout-of-the-yaer]\nrules:\n" + RULE + "section-title}\n"})
    with pytest.raises(BrokenPack) as broken:
        read_anew("mine", tmp_path)
    assert [(mistake.line, mistake.column) for mistake in broken.value.mistakes] == [(2, 12)]
