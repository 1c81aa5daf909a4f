"""`gouji config`: what the configuration says of a file, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console
from linter.cli.declared import Argument
from linter.cli.options import DEFAULT_PACK, ConfigPath
from linter.language.printable import printable

if TYPE_CHECKING:
    from linter.configuration.planning import Plans
    from linter.configuration.settings import Applied, Configuration

SHOWN, BROKEN = 0, 2
DEFAULTS = {"pack": DEFAULT_PACK, "fail-on": "error", "strict": "false"}
"""What applies where nothing is said."""


def show(
    console: Console,
    path: Annotated[str, Argument("FILE", help="cli.config.show.path")],
    config: ConfigPath = None,
) -> int:
    """Prints each setting of a file with its place; the file itself is not read, and need not exist."""
    from linter.cli.configured import unless_broken
    from linter.configuration.planning import Plans
    from linter.configuration.resolving import Asked

    plans = Plans(Asked(file=config))
    lines = unless_broken(lambda: list(_lines(plans, path, console)), console)
    if lines is None:
        return BROKEN
    console.write("".join(f"{line}\n" for line in lines))
    return SHOWN


def _lines(plans: Plans, path: str, console: Console) -> Iterator[str]:
    from linter.configuration.settings import Applied, applied, entries_for

    file = Path(path)
    configuration = plans.configuration_of(file)
    if configuration is None:
        yield console.say("config.none", path=path)
        return
    plans.for_file(file)  # what it names has to exist, as when the file is checked
    yield console.say("config.of-file", path=path)
    whole = {key: Applied(configuration.data[key], configuration.data.places[key]) for key in _whole(configuration)}
    said = {**applied(configuration, entries_for(configuration, file)), **whole}
    shown = {key: (_value(one.value, console), _origin(one, console)) for key, one in said.items()}
    for key, value in DEFAULTS.items():
        shown.setdefault(key, (value, console.say("config.by-default")))
    ruler = console.ruler
    keys, values = ruler.widest(shown) + 2, min(ruler.widest(value for value, _ in shown.values()), 40) + 2
    for key, (value, origin) in shown.items():
        yield f"  {ruler.left(key, keys)}{ruler.left(value + '  ', values)}{origin}"
    yield console.say("config.command-line")


def _whole(configuration: Configuration) -> Iterator[str]:
    return (key for key in ("waivers", "baseline", "store") if key in configuration.data)


def _origin(one: Applied, console: Console) -> str:
    place = str(one.place)
    return console.say("config.by-profile", place=place, profile=one.profile) if one.profile else place


def _value(value: object, console: Console) -> str:
    """A value on one line, as YAML has it; of a list of waivers their number."""
    match value:
        case bool():
            return "true" if value else "false"
        case dict():
            return ", ".join(f"{key}: {_value(part, console)}" for key, part in value.items())
        case list() if value and isinstance(value[0], dict):
            return console.say("config.entries", count=len(value))
        case list():
            return ", ".join(_value(part, console) for part in value)
        case _:
            return printable(str(value))
