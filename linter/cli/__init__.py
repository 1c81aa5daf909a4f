"""The command line. `main` is what `gouji` runs."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from linter.cli.commands import COMMANDS, GROUPS, loaded
from linter.cli.console import Console, WrongUse, output_failed, prepare_streams, silence
from linter.cli.declared import FLAGS, LANGUAGE, read_plain
from linter.cli.languages import choose, of_environment
from linter.model.message import Message
from linter.run.crash import Crash, attempt

WRONG = 2
INTERRUPTED = 130

_COMPLETION = "_GOUJI_COMPLETE"
"""The variable by which a shell asks for completion."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out a command line and gives back the exit code. Nobody meets a traceback."""
    # What a run makes lives to its end; looking for garbage at every thousand objects costs a twentieth of its time.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)  # nor is there any use in looking for garbage when Python ends
    if getattr(sys, "frozen", False):  # a program in one file, which Windows starts again for every process of a run
        from multiprocessing import freeze_support

        freeze_support()
    given = sys.argv[1:] if arguments is None else list(arguments)
    prepare_streams()
    console = Console(of_environment(os.environ))
    try:
        console = Console(choose(given, os.environ))
        os.environ.update({FLAGS[word]: "1" for word in takewhile("--".__ne__, given) if word in FLAGS})
        code = attempt(lambda: _carry_out(given, console))
    except WrongUse as wrong:
        console.complain(console.say("cli.error", message=wrong.message))
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    if isinstance(code, Crash):
        key = "cli.crashed" if _has_folder() else "cli.no-working-folder"
        console.complain(console.say("cli.error", message=console.say(key, exception=code.exception)))
        return WRONG
    return code


def _has_folder() -> bool:
    """Whether the working folder is still there."""
    try:
        return Path.cwd().is_absolute()
    except OSError:
        return False


def _carry_out(arguments: list[str], console: Console) -> int:
    try:
        return carry_out(arguments, console)
    except WrongUse as wrong:
        console.complain(console.say("cli.error", message=wrong.message))
        return WRONG
    except OSError as error:
        if error.errno != errno.ENOSPC or sys.stdout is None:
            raise
        silence(sys.stdout)  # a help page that typer wrote
        console.complain(console.say("cli.error", message=output_failed(Message("cli.standard-output"), error).message))
        return WRONG
    except SystemExit as end:  # the shell's completion ends so
        return end.code if isinstance(end.code, int) else 0


def with_command(arguments: list[str]) -> list[str]:
    """The line, with `check` before it where it begins with a path: so it is when a file is dropped on the program."""
    words = iter(arguments)
    for word in words:
        if word == LANGUAGE:
            next(words, None)
        elif word not in FLAGS and not word.startswith(f"{LANGUAGE}="):
            return ["check", *arguments] if _is_path(word) else arguments
    return arguments


def _is_path(word: str) -> bool:
    """Whether a word that could be a command is a file: it is there, or looks like one."""
    if word.startswith("-") or f"cli.{word}" in COMMANDS or f"cli.{word}" in GROUPS or _COMPLETION in os.environ:
        return False
    looks_so = any(mark in word for mark in "./\\*?")
    return looks_so or os.path.lexists(word)


def carry_out(arguments: list[str], console: Console) -> int:
    """Runs the command that `arguments` name, and gives back its exit code. A plain line needs no typer."""
    arguments = with_command(arguments)
    place = COMMANDS.get(f"cli.{arguments[0]}") if arguments and _COMPLETION not in os.environ else None
    if place is not None:
        command = loaded(place)
        given = read_plain(command, arguments[1:])
        if given is not None:
            return command(console, **given)
    from linter.cli import application

    return application.carry_out(arguments, console)
