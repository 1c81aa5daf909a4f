"""The recipes for clusters: short, the same in both languages, and of names that there are."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
RECIPES = [
    re.findall(r"```python\n(.*?)```", (DOCS / name).read_text(encoding="utf-8"), re.DOTALL)
    for name in ("scale.md", "scale.zh-CN.md")
]


def test_both_pages_have_the_same_recipes() -> None:
    assert RECIPES[0] == RECIPES[1]
    assert [("import ray" in code, "import pandas" in code) for code in RECIPES[0]] == [(True, False), (False, True)]


@pytest.mark.parametrize("code", RECIPES[0])
def test_a_recipe_has_twenty_lines_and_names_what_there_is(code: str) -> None:
    assert len(code.splitlines()) <= 20
    ours = [
        (node.module, name.name)
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("linter")
        for name in node.names
    ]
    assert len(ours) > 1
    assert [name for module, name in ours if not hasattr(import_module(module), name)] == []
