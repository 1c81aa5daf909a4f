"""What every format of output has: a beginning, a part for each file, and an end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from linter.model.records import Record
from linter.model.result import Result, RuleText
from linter.model.tally import Tally

Rules = Callable[[str], tuple[RuleText, ...]]
"""Gives the rules that reports are checked by, for the id of their pack."""

Text = str | bytes
"""What a format is written as: text for most, bytes for those that are no text."""


class Look(Record):
    """How a report is to look: its language, the width in terminal cells, and whether colours and all characters are
    welcome. `ascii` is for machine formats on a console that is not UTF-8. `ambiguous` is the width of characters that
    are neither wide nor narrow (see `Ruler`); `verbose` asks for all there is to say; `site` is the address of the
    documentation, for links to the pages of rules, or empty; `links` says that text in a terminal can be a link.
    """

    language: str = "en"
    width: int = 80
    colour: bool = False
    ascii: bool = False
    ambiguous: int = 1
    verbose: bool = False
    site: str = ""
    links: bool = False

    def page(self, pack: str | None, rule: str) -> str:
        """The address of the page about a rule of a pack; nothing where there is no site, or the rule is no pack's."""
        part = "/zh" if self.language == "zh" else ""
        return f"{self.site}{part}/rule/{pack.partition('/')[0]}/{rule}/" if self.site and pack else ""


def no_rules(_: str) -> tuple[RuleText, ...]:
    """The rules of a pack that nobody has at hand."""
    return ()


class Reporter:
    """A format of output. One of them makes the parts, mostly in another process; the one that puts them together sees
    no results, and writes what it can as soon as it has it.
    """

    ORDERED = True
    """Whether the parts stand in the order of the files; else as they are done."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        self.look, self.rules = look, rules

    def begin(self) -> Text:
        """What stands before the first file."""
        return ""

    def part(self, file: Result) -> Any:
        """What there is to say of a file, as something that `add` takes and that can be sent between processes and be
        written as JSON: text, numbers, lists of them, None. It depends on nothing but the file.
        """
        raise NotImplementedError

    def add(self, part: Any) -> Text:
        """What is written for the next file."""
        text: str = part
        return text

    def end(self, run: Tally) -> Iterator[Text]:  # noqa: ARG002
        """What stands after the last file."""
        yield from ()
