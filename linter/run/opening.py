"""Opening a file that is to be read: the only place that does."""

from __future__ import annotations

from linter.model.document import Source
from linter.model.message import Message
from linter.run.walk import Input, suffix


def open_source(item: Input) -> Source | Message:
    """The bytes of an input, or a message that says why there are none."""
    if item.path is None:
        return Source(item.name, item.data, suffix(item.name) or "txt")
    try:
        return Source(item.name, item.path.read_bytes(), suffix(item.name))
    except FileNotFoundError:
        return Message("run.vanished")
    except PermissionError:
        return Message("run.no-permission")
    except OSError as error:
        return Message("run.unreadable", {"reason": error.strerror or type(error).__name__})
