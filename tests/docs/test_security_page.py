"""The two pages on security say the same of the same things, and what they name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("SECURITY.md", "docs/security.md", "docs/security.zh-CN.md")
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
FILE = re.compile(r"`((?:tests|benchmarks|packaging|\.github|\.ci)/[^` *]+)`")


@pytest.mark.parametrize("name", PAGES)
def test_what_is_named_is_there(name: str) -> None:
    page = ROOT / name
    text = page.read_text(encoding="utf-8")
    assert all((page.parent / link).exists() for link in LINK.findall(text) if "://" not in link)
    assert all((ROOT / file).exists() for file in FILE.findall(text))


def test_both_languages_have_the_same_rows_and_parts() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in PAGES[1:])
    for start in ("| ", "## "):
        counts = [sum(line.startswith(start) for line in page.splitlines()) for page in (english, chinese)]
        assert counts[0] >= counts[1] >= 3


def test_the_readmes_lead_there() -> None:
    assert "](docs/security.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "](docs/security.zh-CN.md)" in (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
