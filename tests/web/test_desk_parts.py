"""The parts of the desk that need no browser: who is answered, what is said, what is marked, and how work is ended."""

from __future__ import annotations

import asyncio
import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from running_desk import WRONG

import linter
from linter.language import CATALOGUE, LANGUAGES, of_desk, of_others
from linter.model.document import Source
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.result import Checked
from linter.run.engine import LintOptions, lint
from linter.web.jobs import Check, Shown, do
from linter.web.places import WITH, spots_of
from linter.web.places import WRONG as TO_CHANGE
from linter.web.pool import Pool
from linter.web.security import FOREIGN, NO_TOKEN, WRONG_HOST, refusal
from linter.web.settings import Settings, changed
from linter.web.words import for_desk, spoken

PORT, TOKEN = 40123, "a-token"
HOST = {"host": f"127.0.0.1:{PORT}"}
WITH_TOKEN = {**HOST, "x-gouji-token": TOKEN}
SETTINGS = Settings("cn-open-government", "zh")


@pytest.mark.parametrize(
    ("headers", "path", "status"),
    [
        (HOST, "/", None),
        ({"host": f"localhost:{PORT}"}, "/", None),
        ({"host": f"[::1]:{PORT}"}, "/", None),
        ({"host": f"127.0.0.1:{PORT + 1}"}, "/", WRONG_HOST),
        ({"host": "127.0.0.1"}, "/", WRONG_HOST),
        ({"host": f"rebound.example:{PORT}"}, "/", WRONG_HOST),
        ({"host": f"127.0.0.1.example:{PORT}"}, "/", WRONG_HOST),
        ({}, "/", WRONG_HOST),
        (HOST, "/api/texts", NO_TOKEN),
        ({**HOST, "x-gouji-token": "a-toke"}, "/api/texts", NO_TOKEN),
        ({**HOST, "x-gouji-token": "口令"}, "/api/texts", NO_TOKEN),
        (WITH_TOKEN, "/api/texts", None),
        ({**WITH_TOKEN, "origin": f"http://127.0.0.1:{PORT}"}, "/api/files", None),
        ({**WITH_TOKEN, "origin": f"http://localhost:{PORT}"}, "/api/files", FOREIGN),
        ({**WITH_TOKEN, "origin": f"https://127.0.0.1:{PORT}"}, "/api/files", FOREIGN),
        ({**WITH_TOKEN, "origin": "null"}, "/api/files", FOREIGN),
        ({**WITH_TOKEN, "sec-fetch-site": "same-origin"}, "/api/files", None),
        ({**WITH_TOKEN, "sec-fetch-site": "same-site"}, "/api/files", FOREIGN),
        ({**WITH_TOKEN, "sec-fetch-site": "none"}, "/api/files", FOREIGN),
        ({**HOST, "sec-fetch-site": "none"}, "/", None),
        ({**HOST, "sec-fetch-site": "cross-site"}, "/", FOREIGN),
    ],
)
def test_who_is_answered(headers: dict[str, str], path: str, status: int | None) -> None:
    assert refusal(headers, path, PORT, TOKEN) == status


OF_A_RUN = ("run.", "previous.", "annotate.pdf", "read.", "form.")
NEVER_HERE = {
    "run.empty-path",
    "run.no-standard-input",
    "run.no-regular-file",
    "run.folder-without-reports",
    "previous.standard-input",
}
"""What is said of paths, folders and the standard input, which the desk does not have."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_command_line_is_said_on_the_page(language: str) -> None:
    texts = {**CATALOGUE, **of_others(), **of_desk()}
    spoken_of = {key for key in {**CATALOGUE, **of_others()} if key.startswith(OF_A_RUN)} - NEVER_HERE
    said = {key: texts[for_desk(Message(key)).key].in_language(language) for key in spoken_of}
    assert sorted(key for key, text in said.items() if "--" in text or " -o " in text) == []


def test_a_message_within_a_message_is_the_desks_own() -> None:
    inner = Message("run.no-year")
    text = spoken(Message("previous.not-read", {"path": "上年.docx", "reason": inner}), "zh")
    assert "设置" in text
    assert "--year" not in text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"year": "2024"}, SETTINGS._replace(year=2024)),
        ({"year": ""}, SETTINGS),
        ({"published": "2025-1-9"}, SETTINGS._replace(published="2025-01-09")),
        ({"language": "en", "agency": "township"}, SETTINGS._replace(language="en", agency="township")),
        ({"year": "24"}, "desk.bad-year"),
        ({"year": "２０２４"}, "desk.bad-year"),
        ({"published": "2025-02-30"}, "cli.no-such-day"),
        ({"pack": "/etc"}, "desk.bad-request"),
        ({"language": "fr"}, "desk.bad-request"),
    ],
)
def test_settings(given: dict[str, str], expected: Settings | str) -> None:
    found = changed(SETTINGS, given, ("cn-open-government",))
    assert (found.key if isinstance(found, Message) else found) == expected


def test_what_is_to_be_changed_stands_out(family: Family) -> None:
    file = WRONG / "report.docx"
    result = lint(Source(file.name, file.read_bytes(), "docx"), family, LintOptions(locate=True))
    assert isinstance(result, Checked)
    roles: dict[int, list[str]] = {}
    for spot in spots_of(result.findings):
        roles.setdefault(spot.finding, []).append(spot.role)
    assert roles == {
        1: [TO_CHANGE, TO_CHANGE],  # two cells that should both be 0
        2: [TO_CHANGE, TO_CHANGE, WITH, WITH, WITH],  # two that are wrong together, among them one of another sum
        3: [TO_CHANGE, WITH, WITH, WITH, WITH],  # nobody knows which: the first of the sum is where it is read
    }


@pytest.mark.parametrize(
    ("format", "copies"), [("docx", ["docx", "html"]), ("pdf", ["pdf", "html"]), ("md", ["html"]), ("txt", ["html"])]
)
def test_what_comes_of_a_draft(format: str, copies: list[str]) -> None:
    shown = do(Check(Source(f"草稿.{format}", (WRONG / f"report.{format}").read_bytes(), format), SETTINGS))
    assert isinstance(shown, Shown)
    assert (shown.verdict, list(shown.copies)) == ("error", copies)
    assert {sheet: len(rows) for sheet, rows in shown.rows.items()} == {"findings": 3, "not-checked": 0, "reports": 1}
    view = json.loads(shown.view)
    assert view["document"]["kind"] == ("pages" if format == "pdf" else "blocks")
    assert [len(group["findings"]) for group in view["groups"]] == [1, 1, 1]
    assert shown.figures is not None
    assert shown.figures.figures["requests"]["new_received"]["natural_person"] == 13


def slow(seconds: float) -> str:
    time.sleep(seconds)
    return "done"


def test_work_is_ended_with_the_desk_whatever_it_is_at() -> None:
    async def begun_and_ended() -> tuple[float, bool]:
        pool = Pool(slow, 1)
        begun = asyncio.Event()
        future = pool.hand_in(50.0, begun=begun.set)
        waiting = pool.hand_in(50.0)
        await begun.wait()
        start = time.monotonic()
        await asyncio.to_thread(pool.close)
        await asyncio.wait([future], timeout=5)
        return time.monotonic() - start, future.done() and not waiting.done()

    with ThreadPoolExecutor(1) as elsewhere:  # Playwright has a loop in this thread
        seconds, ended = elsewhere.submit(lambda: asyncio.run(begun_and_ended())).result()
    assert ended
    assert seconds < 5


STATIC = Path(linter.__file__).parent / "web" / "static"


@pytest.mark.parametrize(
    "forbidden", ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "style=", "onclick=", "http:"]
)
def test_nothing_that_a_report_says_becomes_markup_on_the_page(forbidden: str) -> None:
    """Nor does the page want what its own policy forbids."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in STATIC.iterdir() if file.suffix != ".svg"}
    assert [name for name, text in texts.items() if forbidden in text] == []
