"""Writes the reports of the tests in every format beside their sources: `tests/reports/<name>/report.<format>`.

    python tests/formats/build.py [--all]

What this machine can write by itself is written anew. The files that LibreOffice makes of the Word files, whose bytes
are others every time, are made where the Word file has changed, or all of them if so asked.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

os.environ["SOURCE_DATE_EPOCH"] = "1705311000"  # what PDF files and fonts state as the time of their making

from sources import NAMES, REPORTS, report, stored
from writers import WRITERS

from linter.model.pack import Family
from linter.packs import load
from linter.readers.office.program import find_office

OFFICE_FILTERS: Mapping[str, str] = {"doc": "doc:MS Word 97", "odt": "odt:writer8"}
_PICTURE = "Thumbnails/thumbnail.png"  # of the first page: more than the report itself
_LISTS = "META-INF/manifest.xml"


def build(family: Family, every: bool = False) -> list[Path]:
    """Write all reports in all formats; gives back the files that are new or have changed."""
    changed = [
        file
        for name in NAMES
        for format, write in WRITERS.items()
        if _put(file := stored(name, format), write(report(name, family)))
    ]
    for format in OFFICE_FILTERS:
        names = [
            name for name in NAMES if every or stored(name, "docx") in changed or not stored(name, format).exists()
        ]
        changed += _converted(names, format) if names else []
    return changed


def _put(file: Path, data: bytes) -> bool:
    if file.exists() and file.read_bytes() == data:
        return False
    file.write_bytes(data)
    return True


def _converted(names: list[str], format: str) -> list[Path]:
    """Have LibreOffice write reports in a format of its own; one run, with a profile of its own."""
    program = find_office()
    if program is None:
        raise SystemExit(f"LibreOffice is not installed: it writes the .{format} files")
    with tempfile.TemporaryDirectory(prefix="gouji-reports-") as folder:
        there = Path(folder).resolve()
        for name in names:
            (there / f"{name}.docx").write_bytes(stored(name, "docx").read_bytes())
        profile = f"-env:UserInstallation={(there / 'profile').as_uri()}"
        arguments = ["--convert-to", OFFICE_FILTERS[format], "--outdir", folder]
        files = [str(there / f"{name}.docx") for name in names]
        subprocess.run([str(program), profile, "--headless", *arguments, *files], check=True, timeout=300)
        for name in names:
            data = (there / f"{name}.{format}").read_bytes()
            stored(name, format).write_bytes(_without_picture(data) if format == "odt" else data)
    return [stored(name, format) for name in names]


def _without_picture(package: bytes) -> bytes:
    """An OpenDocument package without the picture of its first page."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == _LISTS:
                content = b"\n".join(line for line in content.split(b"\n") if _PICTURE.encode() not in line)
            if info.filename != _PICTURE:
                new.writestr(info, content)
    return buffer.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="also the files of LibreOffice whose Word file is the same")
    for file in build(load("cn-open-government"), parser.parse_args().all):
        print(file.relative_to(REPORTS.parents[1]).as_posix())


if __name__ == "__main__":
    main()
