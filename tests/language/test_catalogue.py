"""The catalogue: every text that is asked for is there, in both languages, and none is there that nobody asks for."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

import linter
from linter.kinds import KINDS
from linter.language import CATALOGUE, LANGUAGES, TOPICS, of_desk, of_kinds, of_others, render
from linter.language.printable import plain, printable
from linter.model.message import Localised, Message

PACKAGE = Path(linter.__file__).parent
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "language" or path.name == "__init__.py")

ALL = {**CATALOGUE, **of_others(), **of_kinds(), **of_desk()}

PREFIXED = {"mistake": "pack."}
"""Functions that put a prefix before the key they are given."""


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def message_keys() -> Iterator[tuple[str, str]]:
    """(place, key) for every `Message("key", …)` and every `say("key", …)` with a literal key."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            literals = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            place = f"{path.relative_to(PACKAGE)}:{node.lineno}"
            if name in ("Message", "say") and node.args and isinstance(node.args[0], ast.Constant):
                yield place, literals[0]
            if name in PREFIXED and literals:
                yield place, PREFIXED[name] + literals[0]


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Localised"


def strings() -> set[str]:
    """Every string in the source, and every one with the prefix of a function that puts one before it; but for the keys
    under which the texts of kinds stand.
    """
    found: set[str] = set()
    for path in SOURCES:
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        texts = [node for node in nodes if isinstance(node, ast.Dict) and any(map(is_text, node.values))]
        keys = {id(key) for node in texts for key in node.keys}
        constants = (node for node in nodes if isinstance(node, ast.Constant) and id(node) not in keys)
        found |= {node.value for node in constants if isinstance(node.value, str)}
    return found | {prefix + text for prefix in PREFIXED.values() for text in found}


def patterns() -> list[re.Pattern[str]]:
    """What a key may look like that is put together at run time: `f"cell-value.{mistake}"`."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
                if sum(len(part) for part in parts if part is not None) >= len("-near"):
                    found.append(re.compile("".join("[a-z.-]+" if part is None else re.escape(part) for part in parts)))
    return found


def test_every_key_in_the_source_is_in_the_catalogue() -> None:
    assert [f"{place} {key}" for place, key in message_keys() if key not in ALL] == []


def test_no_text_is_unused() -> None:
    """The desk says some messages in its own words; what the page itself says is asked for in its scripts."""
    composed = [*patterns(), *(re.compile(re.escape(f"desk.{key}")) for key in {*CATALOGUE, *of_kinds()})]
    scripts = "".join(path.read_text(encoding="utf-8") for path in sorted((PACKAGE / "web" / "static").iterdir()))
    words = set(re.findall("[a-z][a-z-]+", scripts))
    for before, after in re.findall(r"`([a-z-]*)\$\{[a-z]+\}([a-z-]*)`", scripts):
        composed += [re.compile(f"desk[.]page[.]{before}[a-z]+{after}")] if before or after else []
    unused = set(ALL) - strings() - {f"desk.page.{word}" for word in words}
    assert sorted(key for key in unused if not any(pattern.fullmatch(key) for pattern in composed)) == []


def test_no_key_is_given_twice() -> None:
    keys = Counter(key for topic in TOPICS for key in topic.TEXTS)
    keys.update({key for kind in KINDS.values() for key in kind.messages})
    assert [key for key, count in keys.items() if count > 1] == []


SHARED = {
    "relation": {"equation", "comparison", "adds-up"},
    "explained": {"equation", "comparison", "adds-up"},
    "stated": {"claim", "same-quantity"},
}
"""What several kinds say, and which."""


@pytest.mark.parametrize("name", KINDS)
def test_the_texts_of_a_kind_are_its_own(name: str) -> None:
    owners = {key.partition(".")[0] for key in KINDS[name].messages}
    assert owners - {name} - {"option"} == {shared for shared, kinds in SHARED.items() if name in kinds}


@pytest.mark.parametrize("key", sorted(ALL))
def test_both_languages_are_there_with_the_same_fields(key: str) -> None:
    text = ALL[key]
    assert text.zh.strip() or key == "report.semicolon"
    assert text.en.strip()
    assert fields(text.zh) == fields(text.en)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("8808257.32"), "8808257.32"),
        (Decimal("12.50"), "12.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("100"), "100"),
        (Decimal("-0"), "0"),
        (Decimal("-0.50"), "-0.5"),
        (Decimal("9" * 60), "9" * 60),
        (Decimal("0.000001"), "0.000001"),
        (7, "7"),
    ],
)
def test_numbers_are_plain(number: Decimal | int, text: str) -> None:
    assert plain(number) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("青溪镇", "青溪镇"),
        ("a\x1b[31mb", "a�[31mb"),
        ("a\x9bb", "a�b"),
        ("a\u202eb\u2066c", "a�b�c"),
        ("一\n二\t三\u2028四", "一 二 三 四"),
        ("a\udcffb", "a�b"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
    ],
)
def test_words_of_a_report_are_made_safe(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(("language", "text"), [("zh", "甲、2.5、三"), ("en", "甲, 2.5, three")])
def test_values_are_rendered_in_the_language(language: str, text: str) -> None:
    assert language in LANGUAGES
    items = ("甲", Decimal("2.50"), Localised(zh="三", en="three"))
    nested = Message("report.list", {"items": (Message("report.list", {"items": items}),)})
    assert render(nested, language) == text
