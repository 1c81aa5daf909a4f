"""What all tests share: the shipped packs, and where the real reports lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.model.pack import Family
from linter.packs import load

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def family() -> Family:
    """The shipped packs of the annual report, read afresh."""
    return load("cn-open-government", cache=False)


def shared_folder(name: str) -> Path:
    """A folder of real reports beside the checkout; a test that needs it is skipped without it, but not in CI."""
    folder = SHARED / name
    if folder.is_dir():
        return folder
    if os.environ.get("CI") == "true":
        pytest.fail(f"{folder} is missing: CI has to test against the real reports")
    pytest.skip(f"the real reports are not here: {folder}")


@pytest.fixture(scope="session")
def seeds() -> Path:
    return shared_folder("seeds")
