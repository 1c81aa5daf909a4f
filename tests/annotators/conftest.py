"""Drafts to be marked, and where the drawing of PDF files is found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from checked_drafts import CheckedDraft, faulty, page_draft, text_draft, word_draft

from linter.model.pack import Family

sys.path.insert(0, str(Path(__file__).parents[1] / "readers" / "pdf"))


@pytest.fixture(scope="session")
def word(family: Family) -> CheckedDraft:
    """A faulty report as Word writes one."""
    return word_draft(family, faulty(family))


@pytest.fixture(scope="session")
def plain(family: Family) -> CheckedDraft:
    """The same report as a text file."""
    return text_draft(family, faulty(family))


@pytest.fixture(scope="session")
def paper(family: Family) -> CheckedDraft:
    """A faulty report as a PDF file."""
    return page_draft(family)
