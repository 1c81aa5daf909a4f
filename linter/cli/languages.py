"""Which language to speak."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from linter.cli.console import WrongUse
from linter.language import LANGUAGES
from linter.model.message import Message

_PRIMARY_LANGUAGE = 0x3FF
_CHINESE = 0x04


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`zh` or `en`: as `--lang` says, else GOUJI_LANG, else the locale, else the language of Windows' own windows.

    Raises WrongUse for another language after `--lang`.
    """
    asked = _asked(arguments)
    if asked is not None:
        if asked not in LANGUAGES:
            raise WrongUse(Message("cli.no-such-choice", {"option": "--lang", "value": asked, "choices": LANGUAGES}))
        return asked
    return of_environment(environment)


def of_environment(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for."""
    for name in ("GOUJI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh" if _windows_is_chinese() else "en"


def _asked(arguments: Sequence[str]) -> str | None:
    """The value of the last `--lang`. The language has to be known before the command line is parsed, for its help."""
    asked = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked


def _windows_is_chinese() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.GetUserDefaultUILanguage() & _PRIMARY_LANGUAGE == _CHINESE)
