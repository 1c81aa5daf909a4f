"""The page of `gouji explain` about a kind of rule: what it does, its options, and a rule of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.cli.console import Console
from linter.kinds.kind import Kind
from linter.kinds.option import Option, Options
from linter.reporters.layout import Piece, plain_text

WIDEST = 100


def kind_page(name: str, kind: Kind[Any], console: Console) -> Iterator[str]:
    """The lines about a kind; options of a mapping stand below the option that holds it, further in."""
    ruler, width = console.ruler, min(console.width, WIDEST)
    yield console.say("cli.kind-of-rule", name=name)
    for paragraph in kind.described(console.language).split("\n\n"):
        yield from ruler.wrap(" ".join(paragraph.split()), width)
        yield ""
    rows = list(_rows(kind.options, console))
    if rows:
        yield console.say("cli.kind-options")
        indent = ruler.widest(key for key, _ in rows) + 2
        for key, text in rows:
            yield plain_text(ruler.hanging(Piece(key), text, indent, width)).removesuffix("\n")
        yield ""
    yield console.say("cli.kind-example")
    yield from (f"  {line}" for line in kind.example.splitlines())


def _rows(options: type[Options], console: Console, margin: str = "  ") -> Iterator[tuple[str, str]]:
    """Each option with its type, what holds without it, and its description."""
    for option in options.declared.values():
        yield margin + option.key, console.say(state_of(option), **values_of(option, console.language))
        if option.type.inner is not None:
            yield from _rows(option.type.inner, console, margin + "  ")


def state_of(option: Option[Any]) -> str:
    """The key of the text that says whether an option is required."""
    if option.required:
        return "cli.option-required"
    return "cli.option-default" if "default" in option.schema else "cli.option-optional"


def values_of(option: Option[Any], language: str) -> dict[str, str]:
    """What stands in that text."""
    default = option.schema.get("default")
    return {
        "type": option.type.name.in_language(language),
        "description": option.zh if language == "zh" else option.en,
        "default": str(default).lower() if isinstance(default, bool) else str(default),
    }
