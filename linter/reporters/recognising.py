"""Files that hold an earlier result: how each format begins, so that nothing else is taken for one and overwritten."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter import __version__
from linter.language import LANGUAGES
from linter.presentation.words import say

HEADS: Mapping[str, str] = {
    "statistics": f"gouji {__version__} statistics\n\n",
    "csv": "\ufeff",  # Excel takes a file for UTF-8 only where it begins so
    "terminal": f"gouji {__version__}\n\n",
    "markdown": f"<!-- gouji {__version__} -->\n\n",
}
"""What stands before a report in a file, in formats that do not show by themselves whose they are."""

_VERSION = r"\d+\.\d+\.\d+\S*"
_XML = r'<\?xml version="1\.0" encoding="UTF-8"\?>\s*'

_FOOTER = 1024 * 1024  # bytes at the end of a Parquet file in which its properties stand


def _csv_heads() -> str:
    """How the table of findings begins, in either language."""
    return "|".join(re.escape(",".join(say(language, f"table.{name}") for name in _FIRST)) for language in LANGUAGES)


def is_book(data: bytes) -> bool:
    """Whether a file is a workbook that this program wrote."""
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as book:
            return b"<dc:description>gouji " in book.read("docProps/core.xml")
    except (BadZipFile, KeyError, OSError, ValueError, NotImplementedError):
        return False


_FIRST = ("file", "agency", "year", "verdict", "severity")

_BEGINNINGS: Mapping[str, str] = {
    "statistics": rf"gouji {_VERSION} statistics\n\n",
    "csv": rf"\ufeff({_csv_heads()})",
    "html": rf"<!DOCTYPE html>\n<!-- gouji {_VERSION} -->",
    "terminal": rf"gouji {_VERSION}\n\n",
    "markdown": rf"<!-- gouji {_VERSION} -->\n\n",
    "json": r'\{\s*"version": 1,\s*"files": \[\s*(\],\s*"skipped": |\{\s*"path": )',
    "jsonl": r'\{"path": "[^\n]*", ("format": [^\n]*, "pack": [^\n]*, "findings": |"skipped": true\}\n)',
    "sarif": r'\{\s*"\$schema": "[^"]*sarif[^"]*",\s*"version": "[^"]*",\s*"runs": \[\s*'
    r'\{\s*"tool": \{\s*"driver": \{\s*"name": "gouji"',
    "junit": rf'{_XML}<testsuites name="gouji"',
    "checkstyle": rf'{_XML}<checkstyle version="{_VERSION}"\s*(/>|>\s*(<file name="[^"]*"\s*(/>|>\s*<error [^>]*'
    r'source="gouji\.|></file>)|</checkstyle>))',
    "github": r"::(error|warning|notice) (file=[^\n]*)?title=",
    "gitlab": r'\[\s*(\]|\{\s*"description": "[^\n]*",\s*"check_name": ")',
    "rdjson": r'\{\s*"source": \{\s*"name": "gouji"',
}
"""Format → how a file begins that a result was written to."""


def is_result(data: bytes, format: str) -> bool:
    """Whether a file holds a result in this format of this or an earlier edition."""
    if format == "xlsx":
        return is_book(data)
    if format == "parquet":
        return data[:4] == data[-4:] == b"PAR1" and b"gouji" in data[-_FOOTER:]
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    return re.match(_BEGINNINGS[format], text) is not None
