"""The language server, spoken to by a real client over the standard streams."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from linter.packs import load
from linter.run.form import write

ROOT = Path(__file__).parents[2]
RIGHT = write(load("cn-open-government").packs[-1].template, 2023, "青溪镇人民政府")
WRONG = RIGHT.replace("行政规范性文件", "行政规范性文伴", 1)
LINE = next(number for number, line in enumerate(WRONG.split("\n")) if "文伴" in line)


class Client(LanguageClient):
    """A client that keeps what it is told."""

    def __init__(self) -> None:
        super().__init__("test", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(given: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(given)


def talk(work: Callable[[Client], Awaitable[Any]]) -> Any:
    async def whole() -> Any:
        os.environ["PYTHONPATH"] = str(ROOT)
        os.environ["GOUJI_LANG"] = "en"
        client = Client()
        await client.start_io(sys.executable, "-m", "linter", "lsp")
        await client.initialize_async(types.InitializeParams(types.ClientCapabilities(), process_id=os.getpid()))
        client.initialized(types.InitializedParams())
        try:
            return await asyncio.wait_for(work(client), 60)
        finally:
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()

    return asyncio.run(whole())


async def opened(client: Client, path: Path, text: str) -> list[types.Diagnostic]:
    item = types.TextDocumentItem(path.as_uri(), "plaintext", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    return list((await client.told.get()).diagnostics)


def test_a_draft_is_diagnosed_explained_and_repaired(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    document = types.TextDocumentIdentifier(path.as_uri())

    async def work(client: Client) -> None:
        (found,) = await opened(client, path, WRONG)
        assert (found.code, found.source, found.range.start.line) == ("labels-spelt-right", "gouji", LINE)
        assert (found.range.start.character, found.range.end.character) == (0, 7)
        hover = await client.text_document_hover_async(types.HoverParams(document, types.Position(LINE, 2)))
        assert hover is not None and "labels-spelt-right" in hover.contents.value  # type: ignore[union-attr]
        asked = types.CodeActionParams(document, found.range, types.CodeActionContext([found]))
        actions = await client.text_document_code_action_async(asked)
        assert actions is not None and [one.title for one in actions] == [
            "Write “行政规范性文件”",
            "Accept “labels-spelt-right” with a reason",
        ]
        (fix,), (waiver,) = (one.edit.changes[path.as_uri()] for one in actions)  # type: ignore[union-attr, index]
        assert (fix.new_text, fix.range) == ("行政规范性文件", found.range)
        assert (waiver.new_text, waiver.range.start) == (
            "# gouji: allow labels-spelt-right -- \n",
            types.Position(LINE, 0),
        )
        changed = types.VersionedTextDocumentIdentifier(2, path.as_uri())
        whole = types.TextDocumentContentChangeWholeDocument(RIGHT)
        client.text_document_did_change(types.DidChangeTextDocumentParams(changed, [whole]))
        assert list((await client.told.get()).diagnostics) == []

    talk(work)


def test_a_pack_is_validated_and_what_is_neither_is_left_alone(tmp_path: Path) -> None:
    pack = tmp_path / "rules.yaml"
    text = "pack: {title: {zh: 甲, en: x}, extends: cn-open-government}\nrules:\n  - {id: a, severity: grave}\n"
    pack.write_text(text, encoding="utf-8")

    async def work(client: Client) -> None:
        found = await opened(client, pack, text)
        assert found and all(one.code == "pack" and one.range.start.line == 2 for one in found)
        assert await opened(client, tmp_path / "notes.md", "# Notes\n") == []

    talk(work)
