"""How a command declares its options and arguments, and how a plain command line is read.

typer reads command lines, writes the help and says what is wrong with a line; loading it takes as long as checking two
reports. Lines are plain where nothing is left for it to find out: names of options in full, a value after each that
takes one, and operands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

from linter.model.records import Record

if TYPE_CHECKING:
    from inspect import Parameter as SignatureParameter

Command = Callable[..., int]
"""What carries out a command: a function of the console and of what is declared."""

LANGUAGE = "--lang"
"""Stands anywhere in a line; what it asks for was seen to before the line is read."""


FLAGS: Mapping[str, str] = {"--debug": "GOUJI_DEBUG", "--no-cache": "GOUJI_NO_CACHE"}
"""Flags that stand anywhere in a line too → the variables that they set, for the processes that are started as well."""


_OPTIONS = "options"
"""The attribute of a command under which the record of its options stands."""


class Argument:
    """Operands: what stands in a command line without a name. `help` is a key of the catalogue."""

    def __init__(self, metavar: str, help: str) -> None:
        self.metavar, self.help = metavar, help


class Option:
    """An option: its `names`, if not that of the parameter alone, and the bounds of its value, if it is a number."""

    def __init__(
        self, *names: str, help: str, metavar: str | None = None, min: int | None = None, max: int | None = None
    ) -> None:
        self.names, self.help, self.metavar, self.min, self.max = names, help, metavar, min, max


class Parameter(Record):
    """A parameter of a command: its declaration, its names in a line, its annotation, and what its value, or each of
    `many`, is.
    """

    name: str
    declared: Argument | Option
    names: tuple[str, ...]
    annotation: Any
    type: type
    many: bool
    optional: bool


def declares(options: type) -> Callable[[Command], Command]:
    """Marks a command that takes its options together: `options` is a record of them, whose fields are declared as the
    parameters of other commands are.
    """

    def mark(command: Command) -> Command:
        command.__dict__[_OPTIONS] = options
        return command

    return mark


def defaults(command: Command) -> Mapping[str, SignatureParameter]:
    """The parameters of a command as Python knows them, with their defaults."""
    options = command.__dict__.get(_OPTIONS)
    from inspect import signature

    return signature(command if options is None else options.__new__).parameters


def parameters(command: Command) -> tuple[Parameter, ...]:
    """What `command` declares."""
    hints = get_type_hints(command.__dict__.get(_OPTIONS, command), include_extras=True).items()
    return tuple(_parameter(name, *get_args(hint)) for name, hint in hints if get_origin(hint) is Annotated)


def _parameter(name: str, annotation: Any, declared: Argument | Option) -> Parameter:
    optional = isinstance(annotation, UnionType)
    value = get_args(annotation)[0] if optional else annotation
    many = get_origin(value) is list
    names = (declared.names or ("--" + name.replace("_", "-"),)) if isinstance(declared, Option) else ()
    return Parameter(name, declared, names, annotation, get_args(value)[0] if many else value, many, optional)


def read_plain(command: Command, line: Sequence[str]) -> Mapping[str, Any] | None:
    """What a plain `line` gives to the parameters of `command`; None for a line that is not plain."""
    known = parameters(command)
    options = {name: one for one in known for name in one.names}
    given: dict[str, Any] = {}
    operands: list[str] = []
    words = iter(line)
    for word in words:
        if not word.startswith("-") or word == "-":
            operands.append(word)
            continue
        if word in FLAGS:
            continue
        name, joined, value = word.partition("=")
        option = options.get(name)
        if option is not None and option.type is bool and not joined:
            given[option.name] = True
            continue
        value = value if joined and name.startswith("--") else next(words, "-")
        if name == LANGUAGE and not value.startswith("-"):
            continue
        read = None if option is None else _read(option, value)
        if option is None or read is None:
            return None
        given[option.name] = [*given.get(option.name, ()), read] if option.many else read
    return _with_operands(given, operands, next((one for one in known if not one.names), None))


def _read(option: Parameter, value: str) -> object:
    """The value of an option, or None where it is not plainly one."""
    if value.startswith("-") or option.type not in (str, int, Path):
        return None
    if option.type is not int:
        return option.type(value)
    number = int(value) if value.isascii() and value.isdecimal() else -1
    least, most = getattr(option.declared, "min", None) or 0, getattr(option.declared, "max", None)
    return number if number >= least and (most is None or number <= most) else None


def _with_operands(given: dict[str, Any], operands: list[str], argument: Parameter | None) -> Mapping[str, Any] | None:
    """What is given, with the operands; None where these are not as many as the command takes."""
    if argument is None or not operands:
        return given if not operands and (argument is None or argument.optional) else None
    if argument.many:
        return {**given, argument.name: operands}
    return {**given, argument.name: operands[0]} if len(operands) == 1 else None
