"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def write_whole(path: Path, data: bytes, check: Callable[[], None] | None = None) -> None:
    """Write `data` to `path` all at once: whoever reads it meets the old file or the new one, never a part of it.

    A link is followed. What is no file (a pipe, a device) has no old content and is written to as it is. `check` is
    called when all is ready and just before anything changes at `path`; what it raises leaves that as it was. Raises
    OSError, also where there is no folder for the file.
    """
    real = Path(os.path.realpath(path))
    if real.exists() and not real.is_file():
        if check is not None:
            check()
        real.write_bytes(data)
        return
    draft = real.with_name(f".{real.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(data)
        if check is not None:
            check()
        draft.replace(real)
    finally:
        draft.unlink(missing_ok=True)
