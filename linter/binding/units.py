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
            unit = unit_in(squeeze(line.cells[index].text.value), pattern) or unit_in(
                line.cells[index].text.value, pattern
            )
            if unit:
                yield unit


def unit_in(text: str, pattern: str) -> str:
    """The unit that a text states, white space taken out or as it is; empty where it states none."""
    searched = compiled(pattern)
    match = searched.search("".join(text.split())) or searched.search(" ".join(text.split()))
    return "" if match is None else str(match[1] if searched.groups else match[0])
