"""The desk as a program: it listens on this machine alone, opens the browser, and ends when nobody looks any more."""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import Callable
from enum import Enum
from threading import Thread
from time import monotonic

import uvicorn

from linter.model.document import Source
from linter.model.records import Record
from linter.web.desk import DRAFT, Desk
from linter.web.drawing import draw
from linter.web.jobs import do
from linter.web.pool import Pool
from linter.web.routes import Routes
from linter.web.security import Guard
from linter.web.settings import Settings

LOOPBACK = "127.0.0.1"
ONCE = "once."
"""How a key begins that is good for one page; `service.js` knows it too."""


class Patience(Record):
    """Seconds until the desk ends by itself: before a page was ever open, and after the last one was closed."""

    first: float = 600
    closed: float = 60


class Ending(Enum):
    """Why the desk has ended."""

    ASKED = "asked"
    CLOSED = "closed"
    INTERRUPTED = "interrupted"


class Sitting(Record):
    """What the desk begins with. `packs` are those that may be chosen; `sources` lie on it from the start."""

    settings: Settings
    packs: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    patience: Patience = Patience()


def serve(sitting: Sitting, opened: Callable[[str, str], None]) -> Ending:
    """Run the desk until it ends. `opened` is called with its address, and with one that opens it once, to start a
    browser with: until the first answer, the system keeps who asks waiting.
    """
    listening = socket.create_server((LOOPBACK, 0))
    port, token, ticket = listening.getsockname()[1], secrets.token_urlsafe(32), ONCE + secrets.token_urlsafe(32)
    opened(*(f"http://{LOOPBACK}:{port}/#{key}" for key in (token, ticket)))
    try:
        return asyncio.run(_serve(sitting, listening, port, token, ticket))
    except KeyboardInterrupt:
        return Ending.INTERRUPTED
    finally:
        listening.close()


def open_browser(address: str) -> None:
    """Open the page in the user's browser, without waiting for that."""
    import webbrowser

    Thread(target=webbrowser.open, args=(address,), daemon=True).start()


async def _serve(sitting: Sitting, listening: socket.socket, port: int, token: str, ticket: str) -> Ending:
    pool, drawing = Pool(do), Pool(draw, 1)
    try:
        desk = Desk(pool, drawing, sitting.settings, sitting.packs)
        desk.open()
        for source in sitting.sources:
            desk.put(source.name, source.data, DRAFT)
        # Nothing is logged: names of drafts are nobody's business, not even in a message of an error.
        config = uvicorn.Config(
            Guard(Routes(desk).application(), port, token, ticket),
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level=100,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        server = uvicorn.Server(config)
        watching = asyncio.create_task(_watch(desk, sitting.patience, server))
        await server.serve(sockets=[listening])
        watching.cancel()
        return Ending.ASKED if desk.ending.is_set() else Ending.CLOSED
    finally:
        pool.close()
        drawing.close()


async def _watch(desk: Desk, patience: Patience, server: uvicorn.Server) -> None:
    """Have the server stop once it is asked to, or no page has been open for a while."""
    seen = False
    while not desk.ending.is_set():
        seen = seen or bool(desk.watchers)
        alone = 0 if desk.watchers else monotonic() - desk.left
        if alone > (patience.closed if seen else patience.first):
            break
        await asyncio.sleep(min(patience.closed / 4, 1))
    server.should_exit = True
