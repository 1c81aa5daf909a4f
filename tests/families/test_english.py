"""Reports in English: sentences, figures, quotations and names as they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.language import render
from linter.model.document import Source, Text
from linter.model.pack import Family
from linter.model.result import Checked
from linter.packs import BrokenPack, load
from linter.run.engine import lint
from linter.run.rule_tests import run_tests

FOLDER = Path(__file__).parent / "english"

DRAFT = """\
# Annual report of the Harbour Lending Library 2023

The U.S. branch of "Harbour Lending Library" is run by Mr. Smith.

## 1. Loans

In September we were closed. In all, readers borrowed 412 items,
of which 300 were books (mostly novels) and 100 films.

| | Lent | Returned |
|---|--:|--:|
| Books | 300 | 290 |
| Films | 100 | 90 |
| All media | 400 | 380 |

## 2. Services

Our museum wrote a Guide to "the the". It cost $1,208.50; that was 3.5 percent more than in 2022.

March 31, 2024
"""


@pytest.fixture(scope="module")
def pack() -> Family:
    return load(FOLDER, cache=False)


def checked(pack: Family, text: str) -> Checked:
    result = lint(Source("report.md", text.encode()), pack)
    assert isinstance(result, Checked)
    return result


def test_sentences_in_english_are_read_as_the_rules_say(pack: Family) -> None:
    outcomes = run_tests(pack.packs[0], pack)
    assert len(outcomes) > 50
    assert [(one.rule, one.index, one.got) for one in outcomes if not one.passed] == []


def test_words_of_a_report_are_quoted_as_they_are_printed(pack: Family) -> None:
    report = checked(pack, DRAFT)
    said = {found.rule: render(found.message, "en") for found in report.findings}
    assert "readers borrowed 412 items" in said["lent-in-the-text"]
    assert "“Our museum”" in said["its-own-name"]
    assert "“Harbour Lending Library”" in said["its-own-name"]
    assert "the the" in said["no-word-twice"]
    assert not {"signed-in-time", "work-of-the-year"} & said.keys()


def test_without_the_faults_nothing_is_said(pack: Family) -> None:
    right = DRAFT.replace("412", "400").replace("Our museum", "Our library").replace("the the", "the books")
    report = checked(pack, right)
    assert [(found.rule, found.message.values) for found in report.findings] == []
    assert report.undecided == ()


@pytest.mark.parametrize("texts", ["{en: only}", "{en: one, zh: 一}"])
def test_texts_are_asked_for_in_the_languages_of_the_pack(tmp_path: Path, texts: str) -> None:
    (tmp_path / "pack.yaml").write_text(
        f"pack: {{title: {texts}, language: en, layout: now}}\nlayouts: [{{id: now, title: {texts}}}]\n",
        encoding="utf-8",
    )
    title = load(tmp_path, cache=False).packs[0].title
    assert title.en in {"only", "one"}
    assert title.zh in {"only", "一"}  # what is given in one language stands for both


@pytest.mark.parametrize(
    ("language", "key", "column"),
    [
        ("zh", "pack.text-lacks-language", 15),
        ("[en, zh]", "pack.text-lacks-language", 15),
        ("fr", "pack.unknown-value", 37),
    ],
)
def test_a_language_that_is_not_there_is_a_mistake(tmp_path: Path, language: str, key: str, column: int) -> None:
    pack = f"pack: {{title: {{en: only}}, language: {language}, layout: now}}"
    text = f"{pack}\nlayouts: [{{id: now, title: {{en: a, zh: b}}}}]"
    (tmp_path / "pack.yaml").write_text(text + "\n", encoding="utf-8")
    with pytest.raises(BrokenPack) as broken:
        load(tmp_path, cache=False)
    (mistake,) = broken.value.mistakes
    assert (mistake.line, mistake.column, mistake.message.key) == (1, column, key)


def test_a_family_names_the_language_of_its_members(tmp_path: Path) -> None:
    (tmp_path / "member").mkdir()
    (tmp_path / "pack.yaml").write_text("pack: {title: {en: all}, language: en, members: [member]}\n", encoding="utf-8")
    (tmp_path / "member" / "pack.yaml").write_text(
        "pack: {title: {en: one}, layout: now}\nlayouts: [{id: now, title: {en: now}}]\n", encoding="utf-8"
    )
    assert load(tmp_path, cache=False).packs[0].template.language == "en"


def test_a_text_of_a_passage_keeps_its_places() -> None:
    from linter.binding.prose import passage_of
    from linter.text.languages import LANGUAGES

    printed = "We read 3  books (of “four”), e.g.\nnovels. They said: 10:30 o’clock; fine!"
    passage = passage_of("", Text(printed, ()), LANGUAGES["en"])
    for at, character in enumerate(passage.plain):
        if character.isalnum():
            assert printed[passage.offset(at)] == character
    assert passage.plain == "We read 3 books（of“four”），e.g. novels。They said：10:30 o'clock；fine！"
