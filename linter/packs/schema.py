"""The JSON Schema of a pack file, for validation here and for editors.

`python -m linter.packs.schema` writes it to `rules/pack.schema.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from linter.kinds.kind import Kind
from linter.model.finding import Severity
from linter.packs.references import shipped_root
from linter.packs.rule_keys import Kinds, shipped_kinds
from linter.packs.schema_parts import REMOVE, Schema, array, record, reference, text
from linter.packs.template_schema import template_definitions, template_properties

SCHEMA_FILE = "pack.schema.json"
COMPLETE = ("title", "severity", "source")
"""What a rule has to have beside its id, its kind and the kind's own keys."""


BOTH_SORTS: Schema = {
    "description": "At least one that passes and one that fails.",
    "allOf": [{"contains": {"required": ["pass"]}}, {"contains": {"required": ["fail"]}}],
}


def pack_schema(kinds: Kinds | None = None, tested: bool = False) -> Schema:
    """The schema of one file of a pack: any of the top-level keys, rules by the schema of their kind.

    An entry with a `kind` states a whole rule; one without changes the rule of that id in the extended pack. Where
    it is `tested`, what authors are asked for beyond that is in it: tests that pass and that fail.
    """
    kinds = shipped_kinds() if kinds is None else kinds
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gouji rule pack",
        "description": "One file of a rule pack: all YAML files of a folder together make the pack.",
        "type": "object",
        "properties": template_properties()
        | {
            "requires": _requires("Rules that every rule of this file requires, beside those that it names itself."),
            "rules": array("rule", "What must hold."),
        },
        "additionalProperties": False,
        "$defs": template_definitions() | _rule_definitions(kinds, tested),
    }


def rule_keys() -> dict[str, Schema]:
    """The keys that rules of all kinds have, but for `kind` itself."""
    return {
        "id": reference("id"),
        "title": reference("localised", "What must hold, in a sentence."),
        "severity": {"enum": [str(severity) for severity in Severity], "description": "How bad it is when it fails."},
        "source": text("The act, notice or page that asks for it."),
        "explanation": reference("localised", "Why, and what to do."),
        "message": reference("localised", "What is wrong where it fails; the figures are given after it."),
        "years": reference("years", "The report years that it is for."),
        "enabled": {"type": "boolean", "description": "false: the rule is switched off."},
        "requires": _requires("Rules that must have passed, or this one is not looked at."),
        "tests": array("rule-test", "Cases that the rule passes, fails or cannot decide."),
        "remove": REMOVE,
    }


def _requires(description: str) -> Schema:
    return {"type": "array", "items": reference("id"), "description": description}


def _rule_definitions(kinds: Kinds, tested: bool) -> dict[str, Schema]:
    names = sorted(kinds)
    keys: dict[str, Schema] = rule_keys() | {"kind": {"enum": names, "description": "The kind of the rule."}}
    any_keys: dict[str, Any] = {name: True for kind in kinds.values() for name in kind.schema.get("properties", {})}
    by_kind = [
        {"if": {"required": ["kind"], "properties": {"kind": {"const": name}}}, "then": reference(f"rule-{name}")}
        for name in names
    ]
    change = {"if": {"not": {"required": ["kind"]}}, "then": record("A change of a rule", any_keys | keys)}
    case = {"type": ["object", "null"]}
    return {
        "rule": {
            "title": "A rule",
            "type": "object",
            "properties": keys,
            "required": ["id"],
            "allOf": [*by_kind, change],
        },
        "rule-test": record(
            "A test: how the report differs from a correct one, and what the rule says",
            {
                "pass": case | {"description": "The rule passes."},
                "fail": case | {"description": "The rule fails."},
                "undecided": case | {"description": "The rule cannot decide."},
            },
        )
        | {"minProperties": 1, "maxProperties": 1},
        **{f"rule-{name}": _kind_schema(name, kinds[name], keys, tested) for name in names},
    }


def _kind_schema(name: str, kind: Kind[Any], keys: Mapping[str, Schema], tested: bool) -> Schema:
    """The kind's own schema, closed, with the keys of every rule allowed beside its own."""
    own = {"title": f"A rule of the kind {name}"} | dict(kind.schema)
    return {
        **own,
        "type": "object",
        "properties": {
            **dict.fromkeys(keys, True),
            **({"tests": BOTH_SORTS} if tested else {}),
            **own.get("properties", {}),
        },
        "required": [*COMPLETE, *(["tests"] if tested else []), *own.get("required", ())],
        "additionalProperties": False,
    }


def main() -> None:
    """Write the schema beside the shipped packs."""
    content = json.dumps(pack_schema(tested=True), ensure_ascii=False, indent=1, sort_keys=False) + "\n"
    (shipped_root() / SCHEMA_FILE).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
