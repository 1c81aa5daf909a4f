"""The files of one sitting, in memory alone: what was put on the desk, what became of it, and who is to be told."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from time import monotonic
from typing import Any

from linter.formats.refusals import MEGABYTE
from linter.model.document import Source
from linter.model.message import Message
from linter.model.result import Head
from linter.run.pairing import EarlierReport
from linter.run.walk import suffix
from linter.web.drawing import Draw
from linter.web.forms import Make
from linter.web.jobs import Check, Earlier, Meet, PackTitle, Shown, failed
from linter.web.pool import Pool
from linter.web.settings import Settings
from linter.web.words import spoken

MOST_BYTES = 60 * MEGABYTE
"""Of one file."""

MOST_IN_ALL = 300 * MEGABYTE
"""Of all files that lie on the desk."""

MOST_FILES = 500

FIRST, LAST = 0, 2
"""The urgency of what a page waits for, and of what can wait until no draft does."""

DRAFT, EARLIER = "draft", "earlier"
WAITING, WORKING, DONE = "waiting", "working", "done"


class Entry:
    """A file on the desk. `shown` is what came of a draft, `report` what a report of the year before holds."""

    def __init__(self, id: str, source: Source, role: str) -> None:
        self.id, self.source, self.role = id, source, role
        self.state = WAITING
        self.shown: Shown | None = None
        self.report: EarlierReport | None = None
        self.task: asyncio.Task[None] | None = None

    def forget(self) -> None:
        """Let go of what came of the file, and of the work on it."""
        if self.task is not None:
            self.task.cancel()
        self.task, self.shown, self.state = None, None, WAITING


class Desk:
    """All files, the settings, and the pages that look at them (`watchers`)."""

    def __init__(self, pool: Pool, drawing: Pool, settings: Settings, packs: tuple[str, ...]) -> None:
        self._pool, self._drawing = pool, drawing
        self.settings, self.packs = settings, packs
        self.titles: tuple[PackTitle, ...] = ()
        self.entries: dict[str, Entry] = {}
        self.watchers: set[asyncio.Event] = set()
        self.ending = asyncio.Event()
        self.left = monotonic()
        self._number = 0
        self._tasks: set[asyncio.Task[Any]] = set()

    def open(self) -> None:
        """Have a process get ready, and find out what the settings offer."""
        self._keep(self._meet())

    async def _meet(self) -> None:
        """The pack that is used goes first; the others, which nobody may ever choose, hold up no draft."""
        others = [pack for pack in self.packs if pack != self.settings.pack]
        for pack in (self.settings.pack, *others):
            titles = await self._pool.hand_in(Meet((pack,)), urgency=LAST if pack in others else FIRST)
            if not isinstance(titles, Message):
                self.titles = (*self.titles, *titles)
                self.tell()

    def put(self, name: str, data: bytes, role: str) -> Entry | Message:
        """Put a file on the desk and have it checked."""
        held = sum(len(entry.source.data) for entry in self.entries.values())
        if len(data) > MOST_BYTES:
            return Message("desk.too-large", {"limit": MOST_BYTES // MEGABYTE})
        if held + len(data) > MOST_IN_ALL or len(self.entries) >= MOST_FILES:
            return Message("desk.desk-full", {"limit": MOST_IN_ALL // MEGABYTE, "files": MOST_FILES})
        self._number += 1
        entry = Entry(str(self._number), Source(name, data, suffix(name) or "txt"), role)
        self.entries[entry.id] = entry
        if role == EARLIER:
            entry.task = self._keep(self._read(entry))
        self._check_again() if role == EARLIER else self._check_waiting()
        return entry

    def remove(self, id: str) -> None:
        """Take a file off the desk; with one of the year before, all drafts are checked anew."""
        entry = self.entries.pop(id, None)
        if entry is None:
            return
        entry.forget()
        if entry.role == EARLIER:
            self._check_again()
        self.tell()

    def clear(self) -> None:
        for entry in self.entries.values():
            entry.forget()
        self.entries.clear()
        self.tell()

    def change(self, settings: Settings) -> None:
        """Check all files anew with other settings."""
        reread = settings.pack != self.settings.pack
        self.settings = settings
        for entry in self.of(EARLIER):
            if reread:
                entry.forget()
                entry.report = None
                entry.task = self._keep(self._read(entry))
        self._check_again()

    def of(self, role: str) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.role == role]

    def tell(self) -> None:
        """Let every page know that something has changed."""
        for watcher in self.watchers:
            watcher.set()

    async def page(self, entry: Entry, number: int) -> bytes | Message:
        """A page of a PDF file as a picture."""
        drawn: bytes | Message = await self._drawing.hand_in(Draw(entry.source.data, number))
        return drawn

    async def form(self, job: Make) -> bytes | Message:
        """An empty form."""
        form: bytes | Message = await self._pool.hand_in(job, urgency=FIRST)
        return form

    def snapshot(self) -> dict[str, Any]:
        """What the page shows of all files."""
        return {
            "files": [self._described(entry) for entry in self.entries.values()],
            "settings": dict(zip(Settings._fields, self.settings, strict=True)),
            "packs": [self._offered(title) for title in self.titles],
        }

    def _offered(self, title: PackTitle) -> dict[str, Any]:
        language = self.settings.language
        kinds = [{"id": id, "title": kind.in_language(language)} for id, kind in title.agencies]
        return {"id": title.id, "title": title.name.in_language(language), "agencies": kinds}

    def _described(self, entry: Entry) -> dict[str, Any]:
        described: dict[str, Any] = {
            "id": entry.id,
            "name": entry.source.name,
            "role": entry.role,
            "state": entry.state,
        }
        if entry.shown is not None:
            shown = entry.shown
            described |= {"verdict": shown.verdict, "headline": shown.headline, "counts": shown.counts}
        if entry.report is not None:
            head, report = entry.report
            described |= {"organisation": head.organisation or "", "year": head.year}
            if isinstance(report, Message):
                described["error"] = spoken(report, self.settings.language)
        return described

    async def _read(self, entry: Entry) -> None:
        entry.state = WORKING
        report = await self._pool.hand_in(Earlier(entry.source, self.settings.pack), urgency=FIRST)
        entry.report = EarlierReport(Head(entry.source.name), report) if isinstance(report, Message) else report
        entry.state = DONE
        self._check_waiting()

    def _check_again(self) -> None:
        for entry in self.of(DRAFT):
            entry.forget()
        self._check_waiting()

    def _check_waiting(self) -> None:
        """Hand in the drafts that wait, once all reports of the year before are read."""
        if all(entry.state == DONE for entry in self.of(EARLIER)):
            for entry in self.of(DRAFT):
                if entry.task is None:
                    entry.task = self._keep(self._check(entry))
        self.tell()

    async def _check(self, entry: Entry) -> None:
        settings = self.settings
        job = Check(entry.source, settings, tuple(self._earlier()))

        def begun() -> None:
            if not future.cancelled():
                entry.state = WORKING
                self.tell()

        future = self._pool.hand_in(job, begun=begun)
        shown = await future
        entry.shown = failed(entry.source.name, shown, settings.language) if isinstance(shown, Message) else shown
        entry.state = DONE
        self.tell()

    def _earlier(self) -> Iterator[EarlierReport]:
        return (entry.report for entry in self.of(EARLIER) if entry.report is not None)

    def _keep(self, work: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)  # the loop itself keeps only weak ones
        task.add_done_callback(self._tasks.discard)
        return task
