"""Which commands there are, and how a command line is carried out."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module

from linter.cli.console import Console
from linter.cli.declared import Command, read_plain

COMMANDS: Mapping[str, str] = {
    "cli.check": "linter.cli.check:check",
    "cli.annotate": "linter.cli.annotate:annotate",
    "cli.extract": "linter.cli.extract:extract",
    "cli.explain": "linter.cli.explain:explain",
}
"""Help text, whose key ends in the name → module and function.

Only the command that is called is loaded: most runs are short, and check reports.
"""

RULES: Mapping[str, str] = {
    "cli.rules.list": "linter.cli.rules:list_rules",
    "cli.rules.validate": "linter.cli.rules:validate",
    "cli.rules.test": "linter.cli.rules:test",
    "cli.rules.schema": "linter.cli.rules:schema",
}
"""The same for the commands below `rules`."""

_COMPLETION = "_GOUJI_COMPLETE"
"""The variable by which a shell asks for completion."""


def carry_out(arguments: list[str], console: Console) -> int:
    """Runs the command that `arguments` name, and gives back its exit code. A plain line needs no typer."""
    place = COMMANDS.get(f"cli.{arguments[0]}") if arguments and _COMPLETION not in os.environ else None
    if place is not None:
        command = loaded(place)
        given = read_plain(command, arguments[1:])
        if given is not None:
            return command(console, **given)
    from linter.cli import application

    return application.carry_out(arguments, console)


def loaded(place: str) -> Command:
    """The function at `module:function`."""
    module, _, name = place.partition(":")
    function: Command = getattr(import_module(module), name)
    return function
