"""The unit that a draft gives once for all figures of a table, in its header: 本年收费金额（单位：元）."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.lexicon import TableLexicon
from linter.binding.lines import Line
from linter.binding.regions import compiled
from linter.text.widths import squeeze


def stated_unit(lines: Sequence[Line], table: TableLexicon) -> str:
    """The unit that the words of a table state, by the patterns of its value types; nothing where there is none, or
    more than one.
    """
    patterns = {spec.unit_said for spec in table.values.values() if spec.unit_said}
    found = {unit for pattern in sorted(patterns) for unit in _units(lines, pattern)}
    return found.pop() if len(found) == 1 else ""


def _units(lines: Sequence[Line], pattern: str) -> Iterator[str]:
    for line in lines:
        for index in line.words:
            match = compiled(pattern).search(squeeze(line.cells[index].text.value))
            if match is not None:
                yield match[1] if compiled(pattern).groups else match[0]
