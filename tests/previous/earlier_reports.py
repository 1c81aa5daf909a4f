"""Writes the reports of a case into a folder, in the format that each file name asks for."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FORMATS = str(Path(__file__).parents[1] / "formats")
if _FORMATS not in sys.path:
    sys.path.append(_FORMATS)

from sources import made  # noqa: E402
from writers import WRITERS  # noqa: E402

from linter.model.pack import Family  # noqa: E402

AGENCY = "青溪镇人民政府"


def put(folder: Path, files: Mapping[str, Any], family: Family) -> None:
    """Each file is a report (what `tests/formats/sources.py` says of a source; the edition follows from the year), or
    words as they are, or null for a folder.
    """
    for name, said in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if said is None:
            path.mkdir()
        elif isinstance(said, str):
            path.write_text(said, encoding="utf-8")
        else:
            path.write_bytes(written(said, path.suffix.removeprefix("."), family))


def written(said: Mapping[str, Any], format: str, family: Family) -> bytes:
    """The bytes of a report. A `.dat` file is text in GB18030."""
    source = {"form": _form(said["year"]), "organisation": AGENCY, **said}
    if format == "dat":
        return WRITERS["txt"](made(source, family)).decode().encode("gb18030")
    return WRITERS[format](made(source, family))


def _form(year: int) -> str:
    return "2021" if year >= 2021 else "2019"
