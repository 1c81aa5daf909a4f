"""What validating says of packs that can be loaded: each fault at its line, and nothing of those without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli import main
from linter.language import render
from linter.packs import read_written, shipped_root
from linter.packs.schema import pack_schema
from linter.run.pack_trial import mistakes_of
from linter.run.round_trip import lost_cells

RIGHT = """\
pack: {title: {zh: 档案馆年报, en: Return of archives}, layout: now}
layouts: [{id: now, title: {zh: 现行, en: current}}]
marks: [Return of archives]
sections: [{id: stock, label: Stock, number: '1. '}]
tables:
  - id: stock
    section: stock
    title: {zh: 馆藏, en: Stock}
    columns:
      - {id: held, label: Held}
      - {id: lent, label: Lent}
    rows:
      - {id: maps, label: Maps}
      - {id: discs, label: Discs}
      - {id: all, label: All}
form: {title: Return of archives}
rules:
  - id: adds-up
    title: {zh: 合计, en: all}
    kind: equation
    for-each: stock.columns
    check: all == maps + discs
    severity: error
    source: Stands to reason
    tests:
      - pass: {all: 2, maps: 1, discs: 1}
      - fail: {cells: {stock.all.held: 1}}
"""

FAULTS = {
    "no test that fails": ("      - fail: {cells: {stock.all.held: 1}}\n", "", ["18 pack.untested"]),
    "no tests": (RIGHT[RIGHT.index("    tests:") :], "", ["18 pack.untested"]),
    "a name of no row": ("{all: 2, maps: 1,", "{all: 2, mapps: 1,", ["26 option.unknown-name"]),
    "an address of no cell": ("stock.all.held", "stock.all.hold", ["27 option"]),
    "a text of no form": ("cells: {stock.all.held: 1}", "replace: {Charts: Maps}", ["27 rule-test.not-in-form"]),
    "a label of two rows": ("label: Discs", "label: MAPS", []),
    "a wording that is another row's label": (
        "label: Discs}",
        "label: Discs, aliases: [maps]}",
        ["14 pack.label-taken"],
    ),
    "a label without a letter": ("label: Lent", "label: '—'", ["11 pack.label-empty"]),
    "a wording of its own label": ("label: Discs}", "label: Discs, aliases: [Records]}", []),
}


def found(folder: Path, text: str) -> list[str]:
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    return [f"{one.line} {one.message.key}" for one in mistakes_of(read_written(folder))]


def test_a_pack_without_faults(tmp_path: Path) -> None:
    assert found(tmp_path, RIGHT) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_at_its_line(name: str, tmp_path: Path) -> None:
    old, new, expected = FAULTS[name]
    assert old in RIGHT
    lines = [line for line in found(tmp_path, RIGHT.replace(old, new)) if "pack.cells-" not in line]
    assert len(lines) == len(expected)
    assert [line for line, start in zip(lines, expected, strict=True) if not line.startswith(start)] == []


def test_a_row_whose_label_is_a_figure_does_not_come_back(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(RIGHT.replace("label: Discs", "label: '45'"), encoding="utf-8")
    written = read_written(tmp_path)
    assert {one.address.row for one in lost_cells(written.family.packs[0])} >= {"discs"}
    assert (14, "pack.cells-lost") in {(one.line, one.message.key) for one in mistakes_of(written)}


@pytest.mark.parametrize("pack", ["cn-open-government", "us-foia-annual"])
def test_the_forms_of_shipped_packs_come_back(pack: str) -> None:
    for member in read_written(shipped_root() / pack).family.packs:
        assert list(lost_cells(member)) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_command_says_all_of_them(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = RIGHT.replace("{all: 2, maps: 1,", "{all: 2, mapps: 1,").replace("label: Lent", "label: '—'")
    (tmp_path / "pack.yaml").write_text(text, encoding="utf-8")
    assert main(["rules", "validate", str(tmp_path), "--lang", language]) == 2
    said = capsys.readouterr().err
    assert "pack.yaml:11:" in said
    assert "pack.yaml:26:" in said
    assert all(render(one.message, language) in said for one in mistakes_of(read_written(tmp_path)))


def test_a_test_that_goes_wrong_is_named_at_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = RIGHT.replace("{all: 2, maps: 1, discs: 1}", "{all: 3, maps: 1, discs: 1}")
    (tmp_path / "pack.yaml").write_text(text, encoding="utf-8")
    assert main(["rules", "test", str(tmp_path), "--lang", "en"]) == 1
    assert "pack.yaml:26:9 adds-up #1: got fail, expected pass" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["no test that fails", "no tests"])
def test_the_schema_for_editors_asks_for_tests(name: str) -> None:
    from jsonschema import Draft202012Validator
    from ruamel.yaml import YAML

    old, new, _ = FAULTS[name]
    validator = Draft202012Validator(pack_schema(tested=True))
    right, wrong = (YAML(typ="safe").load(text) for text in (RIGHT, RIGHT.replace(old, new)))
    assert validator.is_valid(right)
    assert not validator.is_valid(wrong)
