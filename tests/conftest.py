"""What all tests share: the shipped packs, and the folder of real reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from real_reports import shared_folder

from linter.model.pack import Family
from linter.packs import load


@pytest.fixture(scope="session")
def family() -> Family:
    """The shipped packs of the annual report, read afresh."""
    return load("cn-open-government", cache=False)


@pytest.fixture(autouse=True)
def cache_as_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command line within a test says of the cache holds for that test alone."""
    monkeypatch.setenv("GOUJI_NO_CACHE", "")


@pytest.fixture(scope="session")
def seeds() -> Path:
    return shared_folder("seeds")
