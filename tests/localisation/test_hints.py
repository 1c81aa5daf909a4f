"""What is said of wrong and blank cells: the cases of `cases.yaml`. GOUJI_UPDATE_GOLDEN=1 writes what is said anew."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from linter.language import render
from linter.model.address import Address
from linter.model.document import Source
from linter.model.finding import Finding, Suspect
from linter.model.pack import Family
from linter.model.result import error_of
from linter.run.engine import lint
from linter.run.form import write

FOLDER = Path(__file__).parent
CASES = YAML(typ="safe").load(FOLDER / "cases.yaml")
SAID = FOLDER / "said"


def shown(suspect: Suspect) -> str:
    return f"{suspect.address} {suspect.value:f} → {suspect.suggested:f}"


def told(finding: Finding) -> list[str]:
    lines = [f"{finding.rule}, and {len(finding.related)} below it"]
    if finding.suspect is not None:
        lines.append(f"  suspect, {'certain' if finding.suspect.certain else 'likely'}: {shown(finding.suspect)}")
    lines += [f"  or: {', '.join(map(shown, cells))}" for cells in finding.explanations]
    lines += [f"  imputed: {address} {value:f}" for address, value in finding.imputed]
    if finding.hint is not None:
        lines += [f"  {render(finding.hint, language)}" for language in ("zh", "en")]
    return lines


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["name"]))
def test_what_is_said(family: Family, case: dict[str, Any]) -> None:
    pack = family.for_year(2023)
    assert pack is not None
    figures = {**CASES["right"], **case["wrong"]}
    cells = {Address(*name.split(".")): str(figure) for name, figure in figures.items()}
    text = write(pack.template, 2023, "云岭县青溪镇人民政府", cells)
    result = lint(Source("report.txt", text.encode(), "txt"), family)
    assert error_of(result) is None
    about = (one for one in result.findings if one.equation is not None or one.rule == "cells-filled-in")
    said = "\n".join(line for finding in about for line in told(finding)) + "\n"
    golden = SAID / f"{case['name'].replace(',', '').replace(' ', '-')}.txt"
    if os.environ.get("GOUJI_UPDATE_GOLDEN"):
        SAID.mkdir(exist_ok=True)
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said == golden.read_text(encoding="utf-8")
