"""A desk that runs as its own program, and one browser for all tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from running_desk import Running, begun, end

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed")
        pytest.skip("Chromium is not installed: nothing here can look at the page")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def desk_program() -> Iterator[Running]:
    """The desk of all tests that leave it running; GOUJI_DESK names another program that opens one."""
    named = os.environ.get("GOUJI_DESK")
    running = begun(named, "desk", "--no-browser", "--lang", "zh") if named else begun()
    yield running
    end(running)


@pytest.fixture
def desk(desk_program: Running) -> Iterator[Running]:
    """The desk with nothing on it."""
    yield desk_program
    from http.client import HTTPConnection

    connection = HTTPConnection("127.0.0.1", desk_program.port, timeout=10)
    connection.request("DELETE", "/api/files", headers={"X-Gouji-Token": desk_program.token})
    assert connection.getresponse().status == 200


@pytest.fixture
def page(desk: Running, browser: Any) -> Iterator[Any]:
    """The page of the desk, which has no error in its scripts."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.set_default_timeout(20_000)
    opened.goto(desk.address)
    opened.wait_for_selector("#welcome:not([hidden])")
    yield opened
    context.close()
    assert wrong == []
