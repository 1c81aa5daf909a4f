"""What must not make a difference makes none, and what must make one does.

Nothing here knows what is right in a report: it compares two runs.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import cycle
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "localisation"))

from tables import SIZES, Figures, consistent

from linter.model.document import Source
from linter.model.finding import Severity
from linter.model.pack import Family
from linter.model.result import Checked
from linter.run.engine import lint
from linter.run.form import write

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "tests" / "reports"
TEXTS = ("clean/tab-rows", "clean/pipes", "2021-wrong-sums", "2019-wrong-sums-over-pages")
UNRELATED = (
    "镇域内现有古树名木，由林业站挂牌保护，并建立了养护台账。",
    "水库大坝的白蚁由水利站按季查治。",
    "集市迁到了河东，摊位重新划线。",
    "村口的石桥加固以后恢复通行。",
    "秋收时节农机站上门检修收割机。",
)
"""A sentence for each place, for one that stands in several would be noticed."""

TABLE = "树种\t株数\t树龄\n银杏\t12\t300\n香樟\t7\t150\n"
MARKED_TABLE = "| 树种 | 株数 | 树龄 |\n|---|---|---|\n| 银杏 | 12 | 300 |\n| 香樟 | 7 | 150 |\n"
SECTION = ("二、", "三、", "四、", "五、", "六、")


def checked(text: str, family: Family, suffix: str = "txt") -> Checked:
    result = lint(Source(f"a.{suffix}", text.encode(), suffix), family)
    assert isinstance(result, Checked), result
    assert result.incomplete is None
    return result


def said(result: Checked) -> tuple[list[str], list[str], str | None, int | None]:
    """What a result says, whatever line it says it of."""
    return (
        sorted(finding.fingerprint for finding in result.findings),
        sorted(one.rule for one in result.undecided),
        result.head.organisation,
        result.head.year,
    )


def report(name: str) -> tuple[str, str]:
    """The text of a sample report, and its suffix."""
    path = next(path for path in sorted((REPORTS / name).glob("report.*")) if path.suffix in (".txt", ".md"))
    return path.read_text(encoding="utf-8"), path.suffix[1:]


def after_each_title(text: str, table: str = "") -> str:
    """The text with a sentence, and the table, after each section's title but the first."""
    lines = []
    sentences = iter(UNRELATED)
    for line in text.split("\n"):
        lines.append(line)
        if line.lstrip("# ").startswith(SECTION):
            lines += ["", next(sentences, ""), "", table, ""]
    return "\n".join(lines)


PUT: Mapping[str, Callable[[str, str], str]] = {
    "text before": lambda text, table: f"{UNRELATED[0]}\n\n{text}",
    "text after": lambda text, table: f"{text}\n\n{UNRELATED[0]}\n",
    "text between": lambda text, table: after_each_title(text),
    "a table before": lambda text, table: f"{table}\n{text}",
    "a table after": lambda text, table: f"{text}\n\n{table}",
    "a table between": after_each_title,
}


@pytest.mark.parametrize("put", PUT.values(), ids=PUT)
@pytest.mark.parametrize("name", TEXTS)
def test_what_is_unrelated_changes_nothing(name: str, put: Callable[[str, str], str], family: Family) -> None:
    text, suffix = report(name)
    table = MARKED_TABLE if suffix == "md" or "\t" not in text else TABLE
    assert said(checked(put(text, table), family, suffix)) == said(checked(text, family, suffix))


def written(family: Family, figures: Figures, pack: int) -> str:
    year = (2020, 2023)[pack]
    return write(
        family.packs[pack].template, year, "青溪镇人民政府", {cell: str(value) for cell, value in figures.items()}
    )


def errors(text: str, family: Family) -> set[str]:
    found = checked(text, family)
    return {finding.rule for finding in found.findings if finding.severity is Severity.ERROR}


ROUNDS = 24


@pytest.mark.parametrize("pack", [0, 1])
def test_figures_that_agree_never_fail(pack: int, family: Family) -> None:
    chance = random.Random(f"agree {pack}")
    nothing = errors(written(family, {}, pack), family)
    for _, size in zip(range(ROUNDS), cycle(SIZES.values()), strict=False):
        figures = consistent(family.packs[pack].template, chance, *size)
        assert errors(written(family, figures, pack), family) <= nothing


@pytest.mark.parametrize("pack", [0, 1])
def test_one_changed_figure_is_never_silent(pack: int, family: Family) -> None:
    """Each cell of tables 3 and 4 stands in a sum."""
    chance = random.Random(f"changed {pack}")
    for _, size in zip(range(ROUNDS), cycle(SIZES.values()), strict=False):
        figures = consistent(family.packs[pack].template, chance, *size)
        cell = chance.choice(sorted(figures))
        other = {**figures, cell: figures[cell] + chance.choice((1, 9, 10, 99))}
        found = checked(written(family, other, pack), family)
        touched = [finding for finding in found.findings if cell in [one.address for one in finding.cells]]
        assert touched, cell
        assert any(finding.severity is Severity.ERROR for finding in touched)


DRAFTS = ("clean/tab-rows/report.txt", "2021-wrong-sums/report.md", "2021-wrong-sums/report.docx")
CIRCUMSTANCES: Mapping[str, tuple[Mapping[str, str], tuple[str, ...], str]] = {
    "again": ({}, (), "."),
    "two jobs": ({}, ("--jobs", "2"), "."),
    "another hash seed": ({"PYTHONHASHSEED": "4242"}, (), "."),
    "another time zone": ({"TZ": "Pacific/Kiritimati"}, (), "."),
    "another locale": ({"LC_ALL": "C", "PYTHONUTF8": "1"}, (), "."),
    "without a cache": ({}, ("--no-cache",), "."),
    "an empty cache": ({"GOUJI_CACHE_DIR": "empty"}, (), "."),
    "in another folder": ({}, (), "elsewhere"),
}


def bytes_of(folder: Path, circumstances: tuple[Mapping[str, str], tuple[str, ...], str]) -> bytes:
    """What `gouji check` prints for the drafts, which lie in `folder`, below the folder it is run in."""
    environment, options, below = circumstances
    place = folder / below
    for name in DRAFTS:
        copy = place / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((REPORTS / name).read_bytes())
    settings = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0", "TZ": "UTC", **environment}
    command = [sys.executable, "-m", "linter", "check", "--format", "json", "--lang", "zh", *options, *DRAFTS]
    run = subprocess.run(command, cwd=place, env={**os.environ, **settings}, capture_output=True, check=False)
    assert run.returncode == 1, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return bytes_of(tmp_path_factory.mktemp("once"), ({}, (), "."))


@pytest.mark.parametrize("circumstances", CIRCUMSTANCES.values(), ids=CIRCUMSTANCES)
def test_circumstances_change_no_byte(
    circumstances: tuple[Mapping[str, str], tuple[str, ...], str], once: bytes, tmp_path: Path
) -> None:
    assert bytes_of(tmp_path, circumstances) == once
