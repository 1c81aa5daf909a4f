"""Which language to speak."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from linter.cli.console import WrongUse
from linter.language import LANGUAGES
from linter.model.message import Message
from linter.text.regex import regex

_PRIMARY_LANGUAGE = 0x3FF
_CHINESE = 0x04
_VARIABLE = "GOUJI_LANG"
_NO_LETTER = regex("[^a-z]")

_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("zh", "cn", "chs", "zho", "chi", "chinese"), "zh"),
    **dict.fromkeys(("en", "eng", "english"), "en"),
}
"""What people write for a language → ours."""


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`zh` or `en`: as `--lang` says, else GOUJI_LANG, else the locale, else the language of Windows' own windows.

    Raises WrongUse for another language after `--lang` or in GOUJI_LANG.
    """
    for name, asked in (("--lang", _asked(arguments)), (_VARIABLE, environment.get(_VARIABLE) or None)):
        if asked is not None:
            known = _known(asked)
            if known is None:
                raise WrongUse(Message("cli.no-such-choice", {"option": name, "value": asked, "choices": LANGUAGES}))
            return known
    return of_environment(environment)


def _known(asked: str) -> str | None:
    """The language that is meant by `zh`, `zh-CN`, `zh_CN.UTF-8`, `CN`, `English`; None for another."""
    return _NAMES.get(_NO_LETTER.split(asked.strip().lower(), maxsplit=1)[0])


def of_environment(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for."""
    for name in (_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return _known(value) or "en"
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
