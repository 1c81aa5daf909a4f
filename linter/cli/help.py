"""The help pages, set so that Chinese lines break where they should, and in one language throughout."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from linter.cli.console import Console
from linter.reporters.layout import Line, Piece, Ruler, plain_text

WIDEST = 100
MOST_INDENT = 34


def page(command: Any, context: Any, console: Console) -> str:
    """The help of a command of typer's: how it is used, what it does, its arguments, options and commands."""
    ruler, width = console.ruler, min(console.width, WIDEST)
    parameters = command.get_params(context)
    options = [parameter for parameter in parameters if parameter.param_type_name == "option"]
    arguments = [parameter for parameter in parameters if parameter.param_type_name != "option"]
    below = getattr(command, "commands", {})
    pieces = [*(argument.metavar for argument in arguments), *(["COMMAND"] if below else [])]
    usage = console.say("cli.usage", command=context.command_path, arguments=" ".join(pieces))
    tables = {
        "cli.arguments": [(argument.metavar, argument.help) for argument in arguments],
        "cli.options": [(_names(option), _about(option, console)) for option in options],
        "cli.commands": [(name, sub.help) for name, sub in below.items()],
    }
    lines: list[Line] = [(Piece(part),) for part in (*ruler.wrap(usage, width), "", *ruler.wrap(command.help, width))]
    for title, entries in tables.items():
        if entries:
            lines += [(), (Piece(console.say(title)),), *_table(entries, width, ruler)]
    return plain_text(lines)


def _names(option: Any) -> str:
    names = ", ".join(sorted((*option.opts, *option.secondary_opts), key=len))
    return f"{names} {option.metavar}" if option.metavar and not getattr(option, "is_flag", False) else names


def _about(option: Any, console: Console) -> str:
    """What an option does, and its default where that says anything."""
    default = option.default
    if not isinstance(default, str) or not default:
        return str(option.help)
    return console.say("cli.with-default", help=option.help, default=default)


def _table(entries: Iterable[tuple[str, str]], width: int, ruler: Ruler) -> list[Line]:
    """Two columns; a name that is too long for the first has a line of its own."""
    rows = [(f"  {name}", text) for name, text in entries]
    indent = min(ruler.widest(name for name, _ in rows) + 2, MOST_INDENT)
    lines: list[Line] = []
    for name, text in rows:
        fits = ruler.widest([name]) + 2 <= indent
        if not fits:
            lines.append((Piece(name),))
        lines += ruler.hanging(Piece(name if fits else ""), text, indent, width)
    return lines
