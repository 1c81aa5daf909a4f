"""What kinds share that read running text: which parts of the report, and what these are called."""

from __future__ import annotations

from linter.kinds.option import Option, Options
from linter.kinds.option_types import PARTS
from linter.model.message import Message, Value
from linter.model.template import Template


class InParts(Options):
    """The parts of the report that a rule looks at; none given is all."""

    in_ = Option(
        PARTS,
        zh="查看哪些部分：部分的编号，以及 title（标题）、lead（第一部分之前）、other（最后部分之后）；"
        "不写时查看全文。",
        en="Ids of sections; also title, lead (before the first section), other (after the last). Default: all.",
    )


def part_names(template: Template, parts: tuple[str, ...]) -> tuple[Value, ...]:
    """The parts for messages: sections as the form titles them."""
    titles: dict[str, Value] = {
        section.id: f"“{section.number}{section.label.text}”" for section in template.sections if section.id in parts
    }
    return tuple(titles.get(part, Message(f"prose.{part}")) for part in parts)
