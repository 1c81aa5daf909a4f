"""Every YAML block of docs/rules.md is loaded as it stands, and the tests in it are run.

A block whose first line is `# folder/file.yaml` is that file of a pack; any other is a list of rules that are laid over
the shipped pack.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.cli.reference import PAGES, page
from linter.kinds import KINDS
from linter.model.pack import Family
from linter.packs import load
from linter.run.rule_tests import run_tests

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall((DOCS / "rules.md").read_text(encoding="utf-8"))
FILE = re.compile(r"# ([\w-]+)/([\w-]+\.yaml)\n")
OVERLAY = "pack:\n  title: {zh: 示例, en: Examples}\n  extends: cn-open-government/2021\nrules:\n"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packs of the page, and one made of its loose rules."""
    folder = tmp_path_factory.mktemp("page")
    loose = ""
    for block in BLOCKS:
        if named := FILE.match(block):
            (folder / named[1]).mkdir(exist_ok=True)
            (folder / named[1] / named[2]).write_text(block, encoding="utf-8")
        else:
            loose += re.sub(r"^(?=.)", "  ", block, flags=re.MULTILINE)
    (folder / "loose-rules").mkdir()
    (folder / "loose-rules" / "pack.yaml").write_text(OVERLAY + loose, encoding="utf-8")
    return folder


PACKS = [*dict.fromkeys(named[1] for block in BLOCKS if (named := FILE.match(block))), "loose-rules"]


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_of_the_page_is_valid_and_passes_its_tests(name: str, written: Path) -> None:
    family: Family = load(written / name, cache=False)
    for pack in family.packs:
        assert [outcome for outcome in run_tests(pack, family) if not outcome.passed] == []


@pytest.mark.parametrize("language", PAGES)
def test_the_reference_is_what_the_kinds_say_of_themselves(language: str) -> None:
    """Where this fails: `python -m linter.cli.reference`."""
    written = (DOCS / PAGES[language]).read_text(encoding="utf-8")
    assert written == page(language)
    assert [kind for kind in KINDS if f"### `{kind}`\n" not in written] == []


def test_the_guides_have_the_same_parts() -> None:
    """The YAML of both is the same, block by block, and so is the number of their parts."""
    english, chinese = ((DOCS / name).read_text(encoding="utf-8") for name in ("rules.md", "rules.zh-CN.md"))
    for start in ("## ", "### "):
        counts = [sum(line.startswith(start) for line in text.splitlines()) for text in (english, chinese)]
        assert counts[0] == counts[1] > 0
    assert set(BLOCK.findall(chinese)) == set(BLOCK.findall(english))
