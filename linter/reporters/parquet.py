"""The findings of a run as Parquet, for databases and notebooks; pyarrow has to be installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from linter import __version__
from linter.model.result import Result
from linter.model.tally import Tally
from linter.reporters.reporter import Reporter, Text
from linter.reporters.table_rows import COLUMNS, rows_of

BATCH = 5_000
"""Rows that are written at a time."""

_CHUNK = 1024 * 1024


class Report(Reporter):
    """One table: a row for each finding, for each file that could not be checked, and for each report without any."""

    def begin(self) -> Text:
        import pyarrow
        from pyarrow import parquet

        types = {"str": pyarrow.string(), "int": pyarrow.int64()}
        metadata = {"gouji": __version__}
        self._schema = pyarrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()], metadata)
        self._folder = TemporaryDirectory(prefix="gouji-", ignore_cleanup_errors=True)
        self._path = Path(self._folder.name) / "table.parquet"
        self._writer: Any = parquet.ParquetWriter(str(self._path), self._schema, compression="zstd")
        self._rows: list[list[Any]] = []
        return b""

    def part(self, file: Result) -> list[list[Any]]:
        return list(rows_of(file, self.look.language))

    def add(self, part: list[list[Any]]) -> Text:
        self._rows += part
        if len(self._rows) >= BATCH:
            self._write()
        return b""

    def _write(self) -> None:
        import pyarrow

        columns = list(zip(*self._rows, strict=True)) or [()] * len(COLUMNS)
        arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, self._schema, strict=True)]
        self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []

    def end(self, run: Tally) -> Iterator[Text]:  # noqa: ARG002
        self._write()
        self._writer.close()
        with self._path.open("rb") as stream:
            while data := stream.read(_CHUNK):
                yield data
        self._folder.cleanup()
