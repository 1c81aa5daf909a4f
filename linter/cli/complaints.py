"""What is wrong with a command line, in our words: typer's are English alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.model.message import Message, Value
from linter.text.likeness import nearest_word
from linter.text.regex import regex

_QUOTED = regex(r"'([^']*)'")
_IN_BRACKETS = regex(r".*\((.*)\)")


def complaint(error: Any, command: Any) -> Message:
    """The mistake that typer has found in a line for `command`. Its errors tell most by their kind and by what they
    belong to; the words that it complains of stand in its text alone.
    """
    name, parameter = getattr(error, "option_name", None), getattr(error, "param", None)
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = tuple(getattr(error, "possibilities", None) or ())
        values: dict[str, Value] = {"name": name or "", "near": near}
        return Message("cli.no-such-option-but" if near else "cli.no-such-option", values)
    if kind == "MissingParameter" and parameter is not None:
        return Message("cli.missing", {"name": parameter.metavar or parameter.name})
    if parameter is not None and getattr(parameter.type, "min", None) is not None:
        least, most = parameter.type.min, parameter.type.max
        bounds = f"{least}–{most}" if most is not None else f"≥ {least}"
        return Message("cli.no-number", {"option": parameter.opts[0], "range": bounds})
    if parameter is not None:
        return Message("cli.bad-value", {"option": parameter.opts[0], "value": parameter.metavar or ""})
    if name is not None:
        return _of_option(name, command)
    return _of_operands(error)


def _of_option(name: str, command: Any) -> Message:
    """An option without the value that it needs, or with one that it does not take."""
    option = next((one for one in _parameters(command) if name in (*one.opts, *one.secondary_opts)), None)
    if option is None or getattr(option, "is_flag", False):
        return Message("cli.takes-no-value", {"name": name})
    return Message("cli.needs-value", {"name": name, "value": option.metavar or ""})


def _parameters(command: Any) -> Iterator[Any]:
    """Those of a command and of all below it."""
    yield from command.params
    for below in getattr(command, "commands", {}).values():
        yield from _parameters(below)


def _of_operands(error: Any) -> Message:
    """A command that there is not, none at all, or words that a command does not take."""
    text = error.format_message()
    below = getattr(getattr(getattr(error, "ctx", None), "command", None), "commands", None)
    if below is not None:
        wrong = _QUOTED.search(text)
        if wrong is None:
            return Message("cli.no-command", {"commands": tuple(below)})
        near = nearest_word(wrong[1], below, at_least=0.6)
        if near is not None:
            return Message("cli.no-such-command-but", {"name": wrong[1], "near": near})
        return Message("cli.no-such-command", {"name": wrong[1], "commands": tuple(below)})
    words = _IN_BRACKETS.search(text)
    return Message("cli.too-many", {"words": words[1]}) if words else Message("cli.wrong-use")
