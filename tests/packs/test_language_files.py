"""The files of `rules/language/`: one schema for all, mistakes at their places, and the JSON that is read of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.cli import main
from linter.packs.languages import compiled, language_schema, read_languages
from linter.text.languages import COMPILED, LANGUAGE_FOLDER, LANGUAGES, language_of, rules_folder

FOLDER = rules_folder() / LANGUAGE_FOLDER


def test_the_compiled_file_is_current() -> None:
    """If this fails: python -m linter.packs.languages."""
    read = read_languages(FOLDER)
    assert read.mistakes == ()
    assert (FOLDER / COMPILED).read_text(encoding="utf-8") == compiled(read)


def test_the_schema_is_a_schema() -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(language_schema())


@pytest.mark.parametrize("id", LANGUAGES)
def test_a_language_is_what_its_file_says(id: str) -> None:
    data = json.loads(compiled(read_languages(FOLDER)))[id]
    language = language_of(data)
    assert language == LANGUAGES[id]
    assert list(language.numerals.digits) == data["numerals"]["digits"]
    assert language.joining.and_ == tuple(data["joining"]["and"])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  comma: ','", "  coma: ','", "no key “coma”"),
        ("  decimal-mark: .", "  decimal-mark: point", "“point” is not possible"),
        ("  decimal-mark: .\n", "", "lacks the key “decimal-mark”"),
        ("  brackets: ()", "  brackets: (", "does not fit here"),
        ("  ordinal-after: [st, nd, rd, th]", "  ordinal-after: [st, st]", "same item twice"),
        ("spaces: true", "spaces: perhaps", "a truth value"),
        ("month day year, ", "month year day, ", "month year day"),
        ("  agency: '", "  agency: '(", "pattern"),
        ("id: en", "id: fr", "named after its id"),
    ],
)
def test_a_mistake_is_said_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    text = (FOLDER / "en.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (tmp_path / "en.yaml").write_text(text.replace(old, new), encoding="utf-8")
    (tmp_path / COMPILED).write_text("{}", encoding="utf-8")
    assert main(("rules", "validate", str(tmp_path), "--lang", "en")) == 2
    said = capsys.readouterr().err
    line = text[: text.index(old)].count("\n") + 1
    assert message in said
    assert f"en.yaml:{line}:" in said or "lacks" in message  # what lacks a key is where that begins


@pytest.mark.parametrize("path", [FOLDER, FOLDER / "en.yaml"])
def test_files_of_languages_are_validated_by_folder_and_by_file(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("rules", "validate", str(path), "--lang", "en")) == 0
    out, err = capsys.readouterr()
    assert (err, out) == ("", f"{FOLDER}: {len(LANGUAGES)} languages, no mistakes\n")
