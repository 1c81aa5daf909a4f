"""Files that the page saves: the table of all findings, the figures, the marked copies of all drafts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from linter.presentation.words import clean, say
from linter.reporters.exact import dumps
from linter.reporters.extracted import as_csv, as_object
from linter.web.desk import Entry
from linter.web.workbook import workbook


def copy_name(name: str, suffix: str, language: str) -> str:
    """The name of the marked copy of a draft."""
    stem = name.rpartition(".")[0] or name
    return clean(stem) + say(language, "annotate.copy-mark") + f".{suffix}"


def findings_table(entries: Sequence[Entry], language: str) -> bytes:
    """The findings of all drafts as .xlsx; a draft that could not be checked has a line that says so."""
    return workbook([entry.shown.rows for entry in entries if entry.shown is not None], language)


def figures_csv(entries: Sequence[Entry]) -> bytes:
    """The figures of all drafts as a table; Excel takes it for UTF-8 only with a byte order mark."""
    return as_csv(_extracted(entries), "\r\n").encode("utf-8-sig", "replace")


def figures_json(entries: Sequence[Entry]) -> bytes:
    return (dumps([as_object(one) for one in _extracted(entries)]) + "\n").encode("utf-8", "replace")


def _extracted(entries: Sequence[Entry]) -> list:  # type: ignore[type-arg]
    return [entry.shown.figures for entry in entries if entry.shown is not None and entry.shown.figures is not None]


def marked_copies(entries: Sequence[Entry], language: str) -> bytes:
    """The usual marked copy of every draft in one .zip file; of two of one name the second is numbered."""
    buffer = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(buffer, "w") as archive:
        for entry in entries:
            copies = entry.shown.copies if entry.shown is not None else {}
            for suffix, data in list(copies.items())[:1]:
                name = _free(copy_name(entry.source.name, suffix, language), taken)
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _free(name: str, taken: set[str]) -> str:
    safe = name.replace("/", "_").replace("\\", "_")
    stem, _, suffix = safe.rpartition(".")
    free, number = safe, 1
    while free in taken:
        number += 1
        free = f"{stem} ({number}).{suffix}"
    taken.add(free)
    return free
