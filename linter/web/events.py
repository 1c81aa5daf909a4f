"""What the page is told while it is open: all that lies on the desk, anew whenever something has changed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from time import monotonic
from typing import Any

from linter.web.desk import Desk

STILL_THERE = 10.0
"""Seconds after which a page is told that nothing has changed; where nobody reads that, it was closed."""


async def stream(desk: Desk) -> AsyncIterator[bytes]:
    """Server-sent events: `state` with what lies on the desk, and at last `end`."""
    changed = asyncio.Event()
    changed.set()
    desk.watchers.add(changed)
    try:
        while not desk.ending.is_set():
            if changed.is_set():
                changed.clear()
                yield event("state", desk.snapshot())
            else:
                yield b": still there\n\n"
            await _either(changed, desk.ending)
        yield event("end", {})
    finally:
        desk.watchers.discard(changed)
        desk.left = monotonic()


def event(name: str, data: dict[str, Any]) -> bytes:
    """An event as browsers read it."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode("utf-8", "replace")


async def _either(*signals: asyncio.Event) -> None:
    """Wait for one of the signals, but no longer than a page may go without a word."""
    tasks = [asyncio.ensure_future(signal.wait()) for signal in signals]
    try:
        await asyncio.wait(tasks, timeout=STILL_THERE, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
