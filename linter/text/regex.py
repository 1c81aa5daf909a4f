"""Regular expressions that are compiled when they are first used: a run uses half of those that it imports."""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """A regular expression by its text. What is first asked of it is kept, and found without detour from then on."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        value = self.__dict__[name] = getattr(re.compile(self._text, self._flags), name)
        return value


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern `text` of the standard library, to be used by its methods alone."""
    return cast("re.Pattern[str]", _Later(text, flags))
