"""Ctrl+C in a run over many files: it ends what waits and works at once, and never cuts short what is written."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class _State:
    """Whether Ctrl+C is `delayed` now outside of `heeded` blocks, is `heeded` at once, and has come (`asked`)."""

    delayed = False
    heeded = False
    asked = False


_state = _State()


@contextmanager
def delayed() -> Iterator[None]:
    """Ctrl+C raises KeyboardInterrupt only in the `heeded` blocks that are entered meanwhile. Who asks twice is heard
    anywhere. Only the main thread hears of it at all; in others nothing is changed.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler or not _taken():
        yield
        return
    _state.delayed, _state.asked = True, False
    try:
        yield
    finally:
        _state.delayed = False
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _taken() -> bool:
    """Take the signal; only the main thread can."""
    try:
        signal.signal(signal.SIGINT, _handle)
    except ValueError:
        return False
    return True


@contextmanager
def heeded() -> Iterator[None]:
    """Where work is done or waited for: Ctrl+C, also one that came before, raises KeyboardInterrupt here."""
    _state.heeded = True
    try:
        if _state.delayed and _state.asked:
            raise KeyboardInterrupt
        yield
    finally:
        _state.heeded = False


def _handle(_: int, __: FrameType | None) -> None:
    if _state.heeded or _state.asked:
        raise KeyboardInterrupt
    _state.asked = True
