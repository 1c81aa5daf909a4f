"""Which row of a table is which entity's, by what stands under the corner of the table: its label, or its code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from linter.binding.grounding import closed_row, named
from linter.binding.header_paths import HeaderPaths
from linter.binding.label import LabelForm
from linter.binding.open_grid import GridRow
from linter.binding.registry import Registry, coded
from linter.binding.texts import CellTexts
from linter.model.document import Text, join
from linter.model.entity import Entity
from linter.model.records import Record
from linter.model.report import Miss, MissKind
from linter.model.template import BlockSpec, Label, RowSpec

LONGEST_NOTE = 100
"""Characters of the longest label that may stand alone in its row; a longer text is a note."""


class FoundRow(Record):
    """A row of the draft that was recognised: `spec` is the row of the form, closed: with the entity's id and name.

    `line` counts the lines of an entity that has details, from 1; it is 0 for others.
    """

    spec: RowSpec
    row: GridRow
    label: Text
    entity: Entity | None = None
    line: int = 0


class _Rows(Record):
    """What the rows of one block may be, by compared label."""

    fixed: Mapping[str, tuple[RowSpec, ...]]
    totals: Mapping[str, str]
    parts: Mapping[str, str]
    groups: Mapping[str, str]
    each: str
    by_base: Mapping[tuple[str, str], RowSpec]


class RowReader:
    """Reads the rows of one block of a table, over all its pieces."""

    def __init__(self, block: BlockSpec, texts: CellTexts, registry: Registry) -> None:
        self._known = _rows_of(block, texts)
        self._details = [column.id for column in block.columns if column.detail]
        self._texts, self._registry = texts, registry
        self._base = self._group = ""
        self._entity: Entity | None = None
        self._label: Text | None = None
        self._lines = 0
        self.misses: list[Miss] = []
        self.unread: list[str] = []

    def read(self, rows: Sequence[GridRow], header: HeaderPaths) -> Iterator[FoundRow]:
        """The rows below a header that are recognised."""
        figures = sorted({column for columns in header.columns.values() for column in columns})
        for row in rows:
            if self._is_note(row, header, figures):
                continue
            found = self._row(row, header)
            if found is not None:
                yield found
            elif any(not _is_nothing(cell.text.value) for cell in row.texts(figures)):
                label = " ".join(" ".join(cell.text.value.split()) for cell in row.texts(header.keys))
                self.misses.append(Miss(MissKind.ROW_UNKNOWN, row.span, seen=label))
                if not label or any(map(str.isalnum, label)):
                    self.unread.append(label)  # it may be an entity; one that is called “?” is none

    def _row(self, row: GridRow, header: HeaderPaths) -> FoundRow | None:
        cells = [cell.text for cell in row.texts(header.keys)]
        part = ""
        if self._known.parts and cells:
            part = self._known.parts.get(self._form(cells[-1].value).words, "")
            cells = cells[:-1] if part else cells
        if self._known.parts and not part:
            return None
        if cells:
            return self._labelled(row, cells, part)
        details = [column for id in self._details for column in header.columns.get(id, ())]
        if self._label is None or not (part or (self._has_details() and row.texts(details))):
            return None
        return self._found(row, part, self._lines + 1)

    def _is_note(self, row: GridRow, header: HeaderPaths, figures: Sequence[int]) -> bool:
        """Whether a row is a text over several columns, or one too long for a label; that may be a group's label."""
        cells = row.texts(range(header.width))
        if len({cell.text.value for cell in cells}) != 1:
            return False
        form = self._form(cells[0].text.value)
        self._group = next((words for words in (form.words, form.brief) if words in self._known.groups), self._group)
        begins = cells[0].column <= max(header.keys, default=-1)
        over = any(row.own.get(column) is cells[0] for column in figures)
        return begins and (over or len(cells[0].text.value) > LONGEST_NOTE)

    def _labelled(self, row: GridRow, cells: Sequence[Text], part: str) -> FoundRow | None:
        label = join(cells, " ")
        form = self._form(label.value)
        fixed = self._fixed(form)
        if fixed is not None:
            return FoundRow(fixed, row, label)
        self._group = next((words for words in (form.words, form.brief) if words in self._known.groups), self._group)
        base, entity = self._meaning(cells, form)
        if not base:
            return None
        again = base == self._base and entity == self._entity and self._has_details()
        self._base, self._entity, self._label = base, entity, label
        return self._found(row, part, self._lines + 1 if again else 1)

    def _meaning(self, cells: Sequence[Text], form: LabelForm) -> tuple[str, Entity | None]:
        """The row of the form that a label means, and the entity; no row where it means none."""
        totals = self._known.totals
        total = totals.get(form.words) or totals.get(form.brief)
        if total is not None or not self._known.each:
            return total or "", None
        spec = next(spec for (base, _), spec in self._known.by_base.items() if base == self._known.each)
        pattern = self._registry.code(spec.each)
        if not pattern:
            entity = self._registry.entity(spec.each, self._without_number(cells))
        else:
            code, name = coded(pattern, [cell.value for cell in cells])
            entity = self._registry.entity(spec.each, name, code) if code else None
        return (self._known.each if entity is not None else ""), entity

    def _without_number(self, cells: Sequence[Text]) -> str:
        """The label without the number of its row, which may stand in a cell of its own."""
        texts = [cell.value for cell in cells]
        return " ".join(texts[1:] if len(texts) > 1 and texts[0].strip().isdecimal() else texts)

    def _fixed(self, form: LabelForm) -> RowSpec | None:
        """The row of the form that is no entity's; of several with one label, that of the group above."""
        found = self._known.fixed.get(form.words) or self._known.fixed.get(form.brief) or ()
        if len(found) > 1:
            above = [spec for spec in found if spec.parents and self._form(spec.parents[-1].text).words == self._group]
            found = tuple(above)
        return found[0] if len(found) == 1 else None

    def _found(self, row: GridRow, part: str, line: int) -> FoundRow | None:
        spec = self._known.by_base.get((self._base, part))
        assert self._label is not None
        if spec is None:
            return None
        self._lines = line
        details = self._has_details()
        if self._entity is not None:
            spec = closed_row(spec, named(self._entity))
        return FoundRow(spec, row, self._label, self._entity, line if details else 0)

    def _has_details(self) -> bool:
        spec = self._known.by_base.get((self._base, ""))
        return spec is not None and spec.details and self._entity is not None

    def _form(self, text: str) -> LabelForm:
        return self._texts.form(text)


@lru_cache(maxsize=256)
def _rows_of(block: BlockSpec, texts: CellTexts) -> _Rows:
    fixed: dict[str, tuple[RowSpec, ...]] = {}
    totals: dict[str, str] = {}
    parts: dict[str, str] = {}
    by_base: dict[tuple[str, str], RowSpec] = {}
    each = ""
    for spec in block.rows:
        base = spec.id.removesuffix(f".{spec.part}") if spec.part else spec.id
        if spec.each or spec.total_of:
            by_base[base, spec.part] = spec
        if spec.part:
            parts |= dict.fromkeys(_wordings(spec.label, texts), spec.part)
        if spec.total_of:
            label = spec.parents[-1] if spec.part else spec.label
            totals |= dict.fromkeys(_wordings(label, texts), base)
        elif spec.each:
            each = base
        else:
            for words in _wordings(spec.label, texts):
                fixed[words] = (*fixed.get(words, ()), spec)
    groups = {words: words for group in block.groups for words in _wordings(group.label, texts)}
    return _Rows(fixed, totals, parts, groups, each, by_base)


def _wordings(label: Label, texts: CellTexts) -> tuple[str, ...]:
    forms = [texts.form(text) for text in (label.text, *label.aliases, *label.outdated) if text]
    return tuple(dict.fromkeys(words for form in forms for words in (form.words, form.brief)))


def _is_nothing(text: str) -> bool:
    """Whether a cell says no more than that there is nothing: blank, a zero, a stroke."""
    return not any(letter.isdigit() and letter != "0" for letter in text)
