"""The commands put together for typer, and their help in the language of the user."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer
from typer.main import get_command

from linter import __version__
from linter.cli.commands import COMMANDS, GROUPS, loaded
from linter.cli.complaints import complaint
from linter.cli.completing import completer
from linter.cli.console import Console
from linter.cli.declared import FLAGS, LANGUAGE, Command, defaults, parameters

WRONG = 2
INTERRUPTED = 130

SETTINGS = {"help_option_names": ["-h", "--help"]}

# Typer carries a copy of click of its own in later editions. The base of the one error that it exports is right in all.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]


def carry_out(arguments: list[str], console: Console) -> int:
    """Runs the command that `arguments` name, and gives back its exit code."""
    command: Any = get_command(_application(arguments[0] if arguments else ""))
    _translate(command, console)
    for option in [one for one in command.params if not {LANGUAGE, *FLAGS}.isdisjoint(one.opts)]:
        _give_to_all(option, command)
    try:
        code = command.main(args=arguments, prog_name="gouji", standalone_mode=False, obj=console)
    except UsageError as error:
        _complain(error, command, console)
        return WRONG
    except typer.Abort:
        return INTERRUPTED
    return code if isinstance(code, int) else 0


def _application(called: str) -> typer.Typer:
    """The application with the command that is called, or with all where `called` is none (help, completion)."""
    alone = f"cli.{called}" if f"cli.{called}" in COMMANDS else None
    application = typer.Typer(name="gouji", help="cli.gouji", no_args_is_help=True, context_settings=SETTINGS)
    application.callback()(_gouji)
    for key, place in COMMANDS.items():
        if alone in (key, None):
            application.command(key.removeprefix("cli."), help=key)(_as_typer_takes_it(loaded(place)))
    if alone is None:
        for title, commands in GROUPS.items():
            name = title.removeprefix("cli.")
            group = typer.Typer(name=name, help=title, no_args_is_help=True, context_settings=SETTINGS)
            for key, place in commands.items():
                group.command(key.removeprefix(f"{title}."), help=key)(_as_typer_takes_it(loaded(place)))
            application.add_typer(group)
    return application


def _as_typer_takes_it(command: Command) -> Callable[..., int]:
    """`command` with typer's context in the place of the console, and declared in typer's words."""

    def called(context: typer.Context, **given: Any) -> int:
        return command(context.obj, **given)

    written = defaults(command)
    taken = [Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)]
    for one in parameters(command):
        keys = {key: value for key, value in vars(one.declared).items() if key != "names"}
        keys["autocompletion"] = completer(command.__name__, one.name)
        of_typer = typer.Option(*one.names, **keys) if one.names else typer.Argument(**keys)
        taken.append(written[one.name].replace(annotation=Annotated[one.annotation, of_typer]))
    called.__dict__["__signature__"] = Signature(taken)
    called.__annotations__ = {one.name: one.annotation for one in taken}
    return called


def _print_version(context: typer.Context, wanted: bool) -> None:
    if wanted:
        context.obj.write(f"gouji {__version__}\n")
        raise typer.Exit


def _gouji(
    version: Annotated[
        bool, typer.Option("--version", help="cli.version", callback=_print_version, is_eager=True)
    ] = False,
    lang: Annotated[
        str | None,
        typer.Option(
            LANGUAGE, help="cli.lang", metavar="zh|en", expose_value=False, autocompletion=completer("gouji", "lang")
        ),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="cli.debug", expose_value=False)] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="cli.no-cache", expose_value=False)] = False,
) -> None:
    """The options before any command. But for the first, they were seen to before the command line is parsed."""


def _give_to_all(option: Any, command: Any) -> None:
    """Let `option`, which stands before any command, stand after each of those below `command` too."""
    for below in command.commands.values():
        if hasattr(below, "commands"):
            _give_to_all(option, below)
        else:
            below.params.append(option)


_COMPLETION = {"install_completion": "cli.install-completion", "show_completion": "cli.show-completion"}


def _translate(command: Any, console: Console) -> None:
    """Puts texts of the catalogue in the place of their keys, in a command and all below it."""
    command.help = console.say(command.help)
    for parameter in command.params:
        key = _COMPLETION.get(parameter.name, parameter.help)
        parameter.help = console.say(key) if key else ""  # some editions of typer lose the help of arguments
    command.get_help_option(command.context_class(command, **SETTINGS)).help = console.say("cli.help")

    def format_help(context: Any, formatter: Any) -> None:
        from linter.cli.help import page

        formatter.write(page(command, context, console))

    command.format_help = format_help
    for below in getattr(command, "commands", {}).values():
        _translate(below, console)


def _complain(error: Any, command: Any, console: Console) -> None:
    """Says what is wrong with a command line, in the words of the catalogue where there are some."""
    if type(error).__name__ == "NoArgsIsHelpError":
        console.complain(error.format_message())
        return
    console.complain(console.say("cli.error", message=complaint(error, command)))
    called = error.ctx.command_path if getattr(error, "ctx", None) else "gouji"
    console.complain(console.say("cli.see-help", command=called))
