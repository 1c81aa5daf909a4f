"""`gouji rules schema`: the JSON Schema of a rule pack, for editors."""

from __future__ import annotations

import typer

from linter.cli.console import Console


def schema(context: typer.Context) -> int:
    """Prints the schema of one file of a pack."""
    import json

    from linter.packs.schema import pack_schema

    console: Console = context.obj
    console.write(json.dumps(pack_schema(), ensure_ascii=console.ascii, indent=2) + "\n")
    return 0
