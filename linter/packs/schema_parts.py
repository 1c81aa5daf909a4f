"""What the JSON Schema of packs is made of: texts, lists, references and records."""

from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]

SNAKE_CASE = "^[a-z_\\u3400-\\u9fff][a-z0-9_\\u3400-\\u9fff]*$"
KEBAB_CASE = "^[a-z0-9]+(-[a-z0-9]+)*$"


def text(description: str) -> Schema:
    return {"type": "string", "minLength": 1, "description": description}


def texts(description: str) -> Schema:
    return {"type": "array", "items": {"type": "string", "minLength": 1}, "description": description}


def reference(name: str, description: str = "") -> Schema:
    return {"$ref": f"#/$defs/{name}"} | ({"description": description} if description else {})


def array(name: str, description: str, least: int = 0) -> Schema:
    schema: Schema = {"type": "array", "items": reference(name), "description": description}
    return schema | ({"minItems": least} if least else {})


def record(title: str, properties: Mapping[str, Any], required: tuple[str, ...] = ()) -> Schema:
    """A mapping with these keys and no others."""
    schema: Schema = {"title": title, "type": "object", "properties": dict(properties), "additionalProperties": False}
    return schema | ({"required": list(required)} if required else {})


REMOVE: Schema = {"const": True, "description": "Takes the entry with this id out of the pack that this one extends."}
