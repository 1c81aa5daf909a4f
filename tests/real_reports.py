"""Where the real reports lie that some tests read: beside the checkout, not in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared_folder(name: str) -> Path:
    """A folder of real reports; a test that needs it is skipped without it, but not in CI."""
    folder = SHARED / name
    if folder.is_dir():
        return folder
    if os.environ.get("CI") == "true":
        pytest.fail(f"{folder} is missing: CI has to test against the real reports")
    pytest.skip(f"the real reports are not here: {folder}")
