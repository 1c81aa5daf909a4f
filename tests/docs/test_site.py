"""The documentation as a site: in both languages, without a link that leads nowhere, a page for each rule and kind."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from linter.kinds import KINDS
from linter.model.pack import Rule
from linter.packs import load, shipped_ids

ROOT = Path(__file__).parents[2]
BUILDER = find_spec("zensical") is not None or os.environ.get("CI") == "true"


@pytest.mark.skipif(not BUILDER, reason="Zensical is not installed: pip install gouji[docs]")
def test_the_site_has_a_page_for_every_rule_and_kind_in_both_languages(tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, str(ROOT / "docs" / "site.py"), str(site)]
    built = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    rules = {(family, rule.id) for family in shipped_ids() if "/" not in family for rule in _rules(family)}
    for part in (site, site / "zh"):
        pages = {page.relative_to(part).parent.as_posix() for page in part.rglob("index.html")}
        assert {f"rule/{family}/{rule}" for family, rule in rules} <= pages
        assert {f"kind/{kind}" for kind in KINDS} <= pages
    page = (site / "zh/rule/cn-open-government/requests-balance/index.html").read_text(encoding="utf-8")
    assert "不等于" in page and 'lang="zh"' in page


def _rules(family: str) -> list[Rule]:
    return [rule for pack in load(family).packs for rule in pack.rules]
