"""What the page asks for, and what it gets: files put on the desk and taken off, what came of them, the settings."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from linter.language import LANGUAGES
from linter.language.printable import printable
from linter.model.message import Message
from linter.web.desk import DRAFT, EARLIER, MOST_BYTES, Desk, Entry
from linter.web.downloads import copy_name, figures_csv, figures_json, findings_table, marked_copies
from linter.web.events import stream
from linter.web.forms import Make, form_asked
from linter.web.settings import changed
from linter.web.words import page_texts, spoken

UPLOAD_SECONDS = 120
"""Within this machine a file of the largest size takes one."""

STATIC: Mapping[str, tuple[str, str]] = {
    "/": ("index.html", "text/html"),
    "/desk.css": ("desk.css", "text/css"),
    "/desk.js": ("desk.js", "text/javascript"),
    "/document.js": ("document.js", "text/javascript"),
    "/findings.js": ("findings.js", "text/javascript"),
    "/service.js": ("service.js", "text/javascript"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
}
"""Path → file of the package and its type. Nothing else is given out."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "docm": "application/vnd.ms-word.document.macroEnabled.12",
    "pdf": "application/pdf",
    "html": "application/octet-stream",  # a page that is saved, and never opened from here
}


class Routes:
    """The handlers, over one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def application(self) -> Starlette:
        each = [
            Route("/api/texts", self.texts),
            Route("/api/events", self.events),
            Route("/api/settings", self.settings, methods=["PUT"]),
            Route("/api/files", self.put, methods=["POST"]),
            Route("/api/files", self.clear, methods=["DELETE"]),
            Route("/api/files/{id}", self.remove, methods=["DELETE"]),
            Route("/api/files/{id}/view", self.view),
            Route("/api/files/{id}/pages/{number:int}", self.page),
            Route("/api/files/{id}/copy/{suffix}", self.copy),
            Route("/api/copies", self.copies),
            Route("/api/findings", self.findings),
            Route("/api/figures/{suffix}", self.figures),
            Route("/api/form", self.form, methods=["POST"]),
            Route("/api/end", self.end, methods=["POST"]),
        ]
        return Starlette(routes=[*(Route(path, self.static) for path in STATIC), *each])

    async def static(self, request: Request) -> Response:
        name, kind = STATIC[request.url.path]
        return Response(files("linter.web").joinpath("static", name).read_bytes(), media_type=f"{kind}; charset=utf-8")

    async def texts(self, request: Request) -> Response:
        asked = request.query_params.get("language", "")
        language = asked if asked in LANGUAGES else self.desk.settings.language
        return JSONResponse({"language": language, "texts": page_texts(language)})

    async def events(self, _request: Request) -> Response:
        return StreamingResponse(stream(self.desk), media_type="text/event-stream")

    async def settings(self, request: Request) -> Response:
        given = await _object(request)
        found = Message("desk.bad-request") if given is None else changed(self.desk.settings, given, self.desk.packs)
        if isinstance(found, Message):
            return self.refused(found)
        self.desk.change(found)
        return JSONResponse({})

    async def put(self, request: Request) -> Response:
        role = request.headers.get("x-gouji-role", DRAFT)
        name = printable(unquote(request.headers.get("x-gouji-name", ""), errors="replace")).strip()
        data = await _body(request)
        if data is None:
            return self.refused(Message("desk.not-received"), 413)
        if not name or role not in (DRAFT, EARLIER):
            return self.refused(Message("desk.bad-request"))
        entry = self.desk.put(name, data, role)
        return self.refused(entry, 413) if isinstance(entry, Message) else JSONResponse({"id": entry.id})

    async def clear(self, _request: Request) -> Response:
        self.desk.clear()
        return JSONResponse({})

    async def remove(self, request: Request) -> Response:
        self.desk.remove(request.path_params["id"])
        return JSONResponse({})

    async def view(self, request: Request) -> Response:
        shown = (entry := self._entry(request)) and entry.shown
        return _missing() if not shown else Response(shown.view, media_type="application/json")

    async def page(self, request: Request) -> Response:
        entry = self._entry(request)
        if entry is None:
            return _missing()
        drawn = await self.desk.page(entry, request.path_params["number"])
        return self.refused(drawn) if isinstance(drawn, Message) else Response(drawn, media_type="image/png")

    async def copy(self, request: Request) -> Response:
        entry, suffix = self._entry(request), request.path_params["suffix"]
        if entry is None or entry.shown is None or suffix not in entry.shown.copies:
            return _missing()
        name = copy_name(entry.source.name, suffix, self.desk.settings.language)
        return _file(entry.shown.copies[suffix], name, TYPES.get(suffix, TYPES["html"]))

    async def copies(self, _request: Request) -> Response:
        data = await asyncio.to_thread(marked_copies, self._done(), self.desk.settings.language)
        return _file(data, spoken(Message("desk.copies-file"), self.desk.settings.language), "application/zip")

    async def findings(self, _request: Request) -> Response:
        data = await asyncio.to_thread(findings_table, self._done(), self.desk.settings.language)
        return _file(data, spoken(Message("desk.findings-file"), self.desk.settings.language), XLSX)

    async def figures(self, request: Request) -> Response:
        suffix = request.path_params["suffix"]
        name = spoken(Message("desk.figures-file", {"suffix": suffix}), self.desk.settings.language)
        if suffix == "csv":
            return _file(figures_csv(self._done()), name, "text/csv; charset=utf-8")
        return _file(figures_json(self._done()), name, "application/json") if suffix == "json" else _missing()

    async def form(self, request: Request) -> Response:
        given, desk = await _object(request), self.desk
        earlier = {entry.id: entry.report for entry in desk.of(EARLIER) if entry.report is not None}
        asked = Message("desk.bad-request") if given is None else form_asked(given, desk.settings.pack, earlier)
        made = await desk.form(asked) if isinstance(asked, Make) else asked
        if isinstance(made, Message) or not isinstance(asked, Make):
            return self.refused(made if isinstance(made, Message) else Message("desk.bad-request"))
        year, format = str(asked.wanted.year), asked.wanted.format
        name = spoken(Message("desk.form-file", {"year": year, "suffix": format}), desk.settings.language)
        return _file(made, name, TYPES.get(format, "text/markdown; charset=utf-8"))

    async def end(self, _request: Request) -> Response:
        self.desk.ending.set()
        return JSONResponse({})

    def refused(self, why: Message, status: int = 400) -> Response:
        return JSONResponse({"error": spoken(why, self.desk.settings.language)}, status)

    def _entry(self, request: Request) -> Entry | None:
        return self.desk.entries.get(request.path_params["id"])

    def _done(self) -> list[Entry]:
        return [entry for entry in self.desk.of(DRAFT) if entry.shown is not None]


async def _body(request: Request) -> bytes | None:
    """The body, or None for one that is too large, does not come in time, or is broken off."""
    stated = request.headers.get("content-length", "0")
    if not stated.isdecimal() or int(stated) > MOST_BYTES:
        return None
    parts = bytearray()
    try:
        async with asyncio.timeout(UPLOAD_SECONDS):
            async for part in request.stream():
                parts += part
                if len(parts) > MOST_BYTES:
                    return None
    except (TimeoutError, ClientDisconnect):
        return None
    return bytes(parts)


async def _object(request: Request) -> dict[str, Any] | None:
    data = await _body(request)
    try:
        given = json.loads(data or b"")
    except (ValueError, RecursionError):
        return None
    return given if isinstance(given, dict) else None


def _file(data: bytes, name: str, kind: str) -> Response:
    """A file to be saved; the page gives it its name, which is in a header of its own."""
    from urllib.parse import quote

    headers = {"content-disposition": "attachment", "x-gouji-name": quote(name)}
    return Response(data, media_type=kind, headers=headers)


def _missing() -> Response:
    return Response(status_code=404)
