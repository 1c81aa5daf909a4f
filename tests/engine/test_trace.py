"""What a trace says of a report: every section, table, row and column of the form, with its place or the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli import main
from linter.model.document import Source
from linter.model.trace import Step
from linter.packs import load
from linter.run.recognition import Recognised, recognise
from linter.run.trace import trace

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial"
MARCH = (TUTORIAL / "march.md").read_text(encoding="utf-8")


def steps_of(text: str) -> list[Step]:
    found = recognise(Source("march.md", text.encode(), "md"), load(TUTORIAL, cache=False), locate=True)
    assert isinstance(found, Recognised)
    return list(trace(found.report))


def lost(text: str) -> list[tuple[str, str]]:
    return [(step.name.en, step.how.key) for step in steps_of(text) if not step.found]


def test_all_of_a_right_report_is_found() -> None:
    steps = steps_of(MARCH)
    assert lost(MARCH) == []
    assert all(step.span is not None for step in steps)
    names = [step.name.en for step in steps]
    assert [name for name in ("Summary", "Accounts", "Open at end", "Remaining") if name not in names] == []


@pytest.mark.parametrize(
    ("old", "new", "name", "key"),
    [
        ("## Service level", "## Other things", "Service level", "trace.section-lost"),
        ("| Open at end |", "| Reopened |", "Open at end", "trace.column-missing"),
        ("| Telephones | 9 ", "| Accounts | 9 ", "Accounts", "trace.row-twice"),
    ],
)
def test_what_is_not_found_has_its_reason(old: str, new: str, name: str, key: str) -> None:
    assert old in MARCH
    assert (name, key) in lost(MARCH.replace(old, new))


def test_a_table_that_is_not_there() -> None:
    without = MARCH[: MARCH.index("## Cost")]
    assert ("the costs", "trace.table-no-section") in lost(without)


def test_the_page_shows_the_report_and_escapes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, page = tmp_path / "march.md", tmp_path / "trace.html"
    draft.write_text(MARCH.replace("Accounts", "<script>Accounts"), encoding="utf-8")
    line = ["rules", "trace", str(draft), "--pack", str(TUTORIAL), "--html", str(page), "--lang", "en"]
    assert main(line) == 0
    shown = page.read_text(encoding="utf-8")
    assert "<script" not in shown
    assert 'class="read"' in shown
    assert main(line) == 2  # never replaced unasked
    assert main([*line, "--force"]) == 0
    capsys.readouterr()
    assert main([*line[: line.index("--html")], "--lang", "en"]) == 0
    assert "+ table the tickets by team" in capsys.readouterr().out
