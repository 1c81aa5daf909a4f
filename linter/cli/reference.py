"""The reference of kinds of rules, for `docs/`, in both languages: what each does, its options, and an example.

`python -m linter.cli.reference` writes it anew from the kinds themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from linter.kinds import KINDS
from linter.kinds.kind import Kind
from linter.kinds.option import Option, Options
from linter.language import render
from linter.model.message import Localised, Message

PAGES: Mapping[str, str] = {"en": "reference.md", "zh": "reference.zh-CN.md"}
"""Language → the file of the page."""

_TITLE = Localised(zh="规则种类一览", en="Kinds of rules")
_OTHER = Localised(
    zh="[English](reference.md) · [教程](tutorial/README.zh-CN.md) · [编写指南](rules.zh-CN.md)",
    en="[中文](reference.zh-CN.md) · [tutorial](tutorial/README.md) · [guide](rules.md)",
)
_ABOUT = Localised(
    zh="本页由程序从各种类自己的说明生成：`python -m linter.cli.reference`。`gouji explain 种类` 打印同样的内容。",
    en="This page is generated from what the kinds say of themselves: `python -m linter.cli.reference`. "
    "`gouji explain KIND` prints the same.",
)
_ROOMS: Mapping[str, Localised] = {
    "figures": Localised(zh="数字之间的关系", en="Figures against each other"),
    "tables": Localised(zh="表格", en="Tables"),
    "cells": Localised(zh="单元格", en="Cells"),
    "sections": Localised(zh="部分和标题", en="Sections and headings"),
    "text": Localised(zh="正文", en="The text"),
}
"""Packages of kinds → what their kinds look at."""

_COLUMNS = Localised(zh="| 选项 | 说明 |", en="| option | meaning |")


def page(language: str) -> str:
    """The page in one language."""
    lines = [
        f"# {_TITLE.in_language(language)}",
        "",
        _OTHER.in_language(language),
        "",
        _ABOUT.in_language(language),
        "",
    ]
    kinds = sorted(KINDS.items(), key=lambda pair: (list(_ROOMS).index(_room(pair[1])), pair[0]))
    for room, entries in groupby(kinds, key=lambda pair: _room(pair[1])):
        lines += [f"## {_ROOMS[room].in_language(language)}", ""]
        for name, kind in entries:
            lines += _kind(name, kind, language)
    return "\n".join(lines).rstrip() + "\n"


def _room(kind: Kind[Options]) -> str:
    """The package of a kind, which its check stands in."""
    names = [part for part in kind.check.__module__.split(".") if part in _ROOMS]
    return names[0] if names else "tables"


def _kind(name: str, kind: Kind[Options], language: str) -> Iterator[str]:
    yield f"### `{name}`"
    yield ""
    for paragraph in kind.described(language).split("\n\n"):
        yield " ".join(paragraph.split())
        yield ""
    rows = list(_rows(kind.options, language))
    if rows:
        yield _COLUMNS.in_language(language)
        yield "|---|---|"
        yield from (f"| {key} | {text} |" for key, text in rows)
        yield ""
    if kind.example:
        yield "```yaml"
        yield from kind.example.rstrip().splitlines()
        yield "```"
        yield ""


def _rows(options: type[Options], language: str, above: str = "") -> Iterator[tuple[str, str]]:
    """Each option, those of a mapping after the one that holds it."""
    for option in options.declared.values():
        name = f"{above}{option.key}"
        yield f"`{name}`", _meaning(option, language).replace("|", "\\|")
        if option.type.inner is not None:
            yield from _rows(option.type.inner, language, f"{name}.")


def _meaning(option: Option[object], language: str) -> str:
    from linter.cli.explain_kind import state_of, values_of

    return " ".join(render(Message(state_of(option), values_of(option, language)), language).split())


def main() -> None:
    """Write the pages into `docs/`."""
    folder = Path(__file__).parents[2] / "docs"
    for language, name in PAGES.items():
        (folder / name).write_text(page(language), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
