"""Options that kinds which read running text share: the parts of the report, the kinds of agency, texts for people."""

from collections.abc import Mapping
from typing import Any

from linter.kinds.kind import OptionError, OptionErrors
from linter.kinds.options import known_ids
from linter.model.message import Localised, Message, Value
from linter.model.prose import LEAD, OTHER, TITLE
from linter.model.template import Template

PARTS = (TITLE, LEAD, OTHER)
PARTS_SCHEMA: Mapping[str, Any] = {
    "type": "array",
    "items": {"type": "string"},
    "minItems": 1,
    "uniqueItems": True,
    "description": "Ids of sections; also title, lead (before the first section), other (behind the last).",
}
TEXT_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"zh": {"type": "string", "minLength": 1}, "en": {"type": "string", "minLength": 1}},
    "required": ["zh", "en"],
    "additionalProperties": False,
    "description": "A text for people, in Chinese and English.",
}


def parse_parts(options: Mapping[str, Any], template: Template, key: str = "where") -> tuple[str, ...]:
    """The parts named under `key`, none where it is not given. Raises `OptionErrors` for one that there is not."""
    known = (*PARTS, *(section.id for section in template.sections))
    return known_ids(key, options.get(key, ()), known, "option.unknown-section")


def required_groups(key: str, options: Mapping[str, Any], *groups: str) -> None:
    """Raises `OptionErrors` for each of `groups` that the pattern under `key` lacks."""
    lacking = (group for group in groups if f"(?P<{group}>" not in options[key])
    errors = [OptionError((key,), Message("pack.pattern-group", {"group": group})) for group in lacking]
    if errors:
        raise OptionErrors(errors)


def parse_text(written: Mapping[str, str]) -> Localised:
    return Localised(written["zh"], written["en"])


def part_names(template: Template, parts: tuple[str, ...]) -> tuple[Value, ...]:
    """The parts for messages: sections as the form titles them."""
    titles: dict[str, Value] = {
        section.id: f"“{section.number}{section.label.text}”" for section in template.sections if section.id in parts
    }
    return tuple(titles.get(part, Message(f"prose.{part}")) for part in parts)
