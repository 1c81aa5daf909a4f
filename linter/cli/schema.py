"""`gouji schema`: the JSON Schemas of what the program reads and writes."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

from linter.cli.console import Console
from linter.cli.declared import Argument
from linter.cli.options import chosen

SCHEMAS = {
    "json": "linter.reporters.json_schema:json_schema",
    "config": "linter.configuration.schema:config_schema",
    "pack": "linter.packs.schema:pack_schema",
}
"""What there is a schema of → the function that gives it."""


def schema(console: Console, what: Annotated[str, Argument("|".join(SCHEMAS), help="cli.schema.what")]) -> int:
    """Prints one schema."""
    import json

    what = chosen("schema", what, SCHEMAS)
    module, _, name = SCHEMAS[what].partition(":")
    console.write(json.dumps(getattr(import_module(module), name)(), ensure_ascii=console.ascii, indent=2) + "\n")
    return 0
