"""The tutorial's pack on drafts as a person writes them, which lie beside the checkout: what is planted, no more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from real_reports import shared_folder

from linter.language import render
from linter.model.document import Source
from linter.model.pack import Family
from linter.model.result import Checked
from linter.packs import load
from linter.run.engine import lint

DRAFTS = {
    "october.md": {},
    "october.docx": {},
    "paren.md": {},
    "minus.md": {},
    "prose3.md": {},
    "swapped.md": {"columns-in-order": 1},
    "swapped.docx": {"columns-in-order": 1},
    "dropped.md": {"columns-there": 1},
    "alien.md": {"columns-in-order": 1},
    "reopened.md": {"columns-there": 1, "no-other-columns": 1},
    "newteam.md": {"totals-add-up": 1},
    "wrong.md": {"totals-add-up": 1},
    "prose.md": {"figures-in-the-summary": 1},
}
"""How many findings of each rule a draft has."""

OVER_WHAT_IS_MISSING = ("dropped.md", "alien.md", "reopened.md")
"""Drafts of which the figures are not all to be had: what needs them is undecided."""

SAID = {
    "dropped.md": "Closed",
    "reopened.md": "Reopened",
    "newteam.md": "the difference is 5",
    "wrong.md": "the difference is 1",
    "prose.md": "421 tickets",
}


@pytest.fixture(scope="module")
def pack() -> Family:
    return load(Path(__file__).parents[2] / "docs" / "tutorial", cache=False)


def checked(name: str, pack: Family) -> Checked:
    path = shared_folder("families") / "helpdesk" / name
    result = lint(Source(name, path.read_bytes(), path.suffix[1:]), pack)
    assert isinstance(result, Checked)
    assert result.incomplete is None
    return result


@pytest.mark.parametrize("name", DRAFTS)
def test_what_is_planted_is_found_and_nothing_else(name: str, pack: Family) -> None:
    result = checked(name, pack)
    assert Counter(finding.rule for finding in result.findings) == DRAFTS[name]
    assert bool(result.undecided) is (name in OVER_WHAT_IS_MISSING)
    assert SAID.get(name, "") in " ".join(render(finding.message, "en") for finding in result.findings)


def test_the_cell_that_is_wrong_is_named(pack: Family) -> None:
    (finding,) = checked("wrong.md", pack).findings
    assert finding.suspect is not None
    assert (str(finding.suspect.address), finding.suspect.suggested) == ("teams.Networks.end", 14)


def test_every_draft_is_known() -> None:
    there = {path.name for path in (shared_folder("families") / "helpdesk").iterdir()}
    assert there == DRAFTS.keys()
