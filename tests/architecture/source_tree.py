"""The source of the program as its tests of structure see it: parsed, with names and places."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "linter"


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the program. `name` is relative to the package: `readers.text`, `engine`, and empty for itself."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def folder(self) -> str:
        """The first part of its name: the layer that it belongs to."""
        return self.name.partition(".")[0]


def modules() -> list[Module]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        found.append(Module(name, path, text, ast.parse(text)))
    return found


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """(module imported, line) for every import, wherever it stands; `from a import b` counts as `a`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node.lineno


def guarded(tree: ast.AST) -> set[int]:
    """The lines of imports that the program can do without: those in a `try` that goes on after an ImportError."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Try)
        and any("ImportError" in ast.dump(handler.type) for handler in node.handlers if handler.type is not None)
        for statement in node.body
        for _, line in imports(statement)
    }


def imported(tree: ast.AST, modules: Set[str]) -> set[str]:
    """Those of `modules` that are imported, wherever that is; `from a import b` counts as `a.b` where that is one."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{name.name}" for name in node.names} & modules
            found |= inner or {node.module}
    return found & modules


def strings(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """(text, line) of every string that is a value and not a docstring."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value, node.lineno


def dotted(node: ast.expr) -> str:
    """`os.path.join` for the expression that says so; empty for any other."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""
