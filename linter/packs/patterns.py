"""Whether a pattern that a pack gives is an RE2 pattern. Needs google-re2."""

from __future__ import annotations

import re2


def what_is_wrong(pattern: str) -> str:
    """What RE2 says against `pattern`, or nothing."""
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        return reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
    return ""
