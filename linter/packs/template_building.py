"""From merged plain data to a `Template`. What is missing is left empty, so that broken packs can be looked at too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.model.agency import AgencyKind, AgencyNames
from linter.model.figure import Notation
from linter.model.message import Localised
from linter.model.template import (
    BlockSpec,
    ColumnSpec,
    EmptyCells,
    EmptyMeaning,
    FactPattern,
    FormTexts,
    GroupSpec,
    Label,
    Layout,
    RowSpec,
    SectionSpec,
    TableSpec,
    Template,
    TitlePattern,
    ValueType,
    Years,
)
from linter.packs.document_entries import build_documents
from linter.packs.naming import column_names, row_name
from linter.packs.vocabulary import expand

Data = Mapping[str, Any]


def build_template(data: Data) -> Template:
    """The template that the merged data of one pack states."""
    notation = data.get("notation", {})
    return Template(
        layout=data.get("pack", {}).get("layout", ""),
        layouts=tuple(_layout(entry) for entry in data.get("layouts", ())),
        sections=tuple(_section(entry) for entry in data.get("sections", ())),
        tables=tuple(_table(entry) for entry in data.get("tables", ())),
        notation=Notation(tuple(notation.get("units", ())), dict(notation.get("signs", {}))),
        facts={
            name: tuple(FactPattern(entry.get("region", ""), entry.get("pattern", "")) for entry in patterns)
            for name, patterns in data.get("facts", {}).items()
        },
        agencies=tuple(
            AgencyKind(entry["id"], localised(entry.get("title")), entry.get("pattern", ""), entry.get("sure", True))
            for entry in data.get("agencies", ())
        ),
        titles=tuple(
            TitlePattern(expand(entry.get("pattern", ""), data.get("vocabulary", {})), entry.get("alone", True))
            for entry in data.get("titles", ())
        ),
        marks=tuple(data.get("marks", ())),
        spellings=dict(data.get("spellings", {})),
        form=_form(data.get("form", {})),
        documents=build_documents(data.get("documents", ())),
        agency_names=_agency_names(data.get("agency-names", {})),
    )


def _form(data: Data) -> FormTexts:
    return FormTexts(data.get("title", ""), data.get("lead", ""), dict(data.get("sections", {})))


def _agency_names(data: Data) -> AgencyNames:
    return AgencyNames(dict(data.get("endings", {})), data.get("area", ""))


def localised(data: Data | None) -> Localised:
    return Localised(data.get("zh", ""), data.get("en", "")) if data else Localised("", "")


def years(data: Data | None) -> Years:
    return Years(data.get("first"), data.get("last")) if data else Years()


def blocks_of(table: Data) -> Sequence[Data]:
    """The table's blocks; a table that states its rows and columns itself is one."""
    blocks: Sequence[Data] = table.get("blocks", ())
    return blocks or ([table] if "rows" in table or "columns" in table else [])


def walk(entries: Sequence[Data], key: str, parents: tuple[Data, ...] = ()) -> Iterator[tuple[Data, tuple[Data, ...]]]:
    """Each entry of a tree of rows or columns with the groups above it, from top to bottom."""
    for entry in entries:
        yield entry, parents
        yield from walk(entry.get(key, ()), key, (*parents, entry))


def resolve_sum(name: str, sums: Mapping[str, Sequence[str]], above: tuple[str, ...] = ()) -> Iterator[str]:
    """The rows and groups that a sum names, those of the sums in it included, in order; a circle is left out."""
    for member in sums[name]:
        if member not in sums:
            yield member
        elif member not in above and member != name:
            yield from resolve_sum(member, sums, (*above, name))


def _layout(entry: Data) -> Layout:
    return Layout(
        entry["id"],
        localised(entry.get("title")),
        years(entry.get("years")),
        tuple(entry.get("labels", ())),
        tuple(entry.get("headings", ())),
    )


def _section(entry: Data) -> SectionSpec:
    return SectionSpec(entry["id"], _label(entry), entry.get("number", ""), tuple(entry.get("keywords", ())))


def _label(entry: Data | str) -> Label:
    if isinstance(entry, str):
        return Label(entry)
    return Label(entry.get("label", ""), tuple(entry.get("aliases", ())), tuple(entry.get("outdated", ())))


def _table(entry: Data) -> TableSpec:
    sums = entry.get("sums", {})
    return TableSpec(
        id=entry["id"],
        section=entry.get("section", ""),
        title=localised(entry.get("title")),
        blocks=tuple(_block(block) for block in blocks_of(entry)),
        across=entry.get("across", False),
        sums={name: tuple(dict.fromkeys(resolve_sum(name, sums))) for name in sums},
        empty=_empty_cells(entry.get("empty-cells", {})),
    )


def _empty_cells(data: Data) -> EmptyCells:
    default = EmptyCells()
    return EmptyCells(
        blank=EmptyMeaning(data.get("blank", default.blank)),
        throughout=EmptyMeaning(data.get("throughout", default.throughout)),
        always_filled=tuple(data.get("always-filled", ())),
        placeholders={text: EmptyMeaning(meaning) for text, meaning in data.get("placeholders", {}).items()},
    )


def _block(data: Data) -> BlockSpec:
    heading = data.get("heading")
    rows, groups = _rows(data.get("rows", ()))
    return BlockSpec(
        rows=rows,
        columns=_columns(data.get("columns", ())),
        groups=groups,
        heading=_label(heading) if heading else None,
        corner=tuple(_label(entry) for entry in data.get("corner", ())),
    )


def _rows(entries: Sequence[Data]) -> tuple[tuple[RowSpec, ...], tuple[GroupSpec, ...]]:
    rows: list[RowSpec] = []
    groups: list[GroupSpec] = []
    for entry, above in walk(entries, "rows"):
        id, label = entry["id"], _label(entry)
        name = entry.get("name") or row_name(label.text, [parent.get("label", "") for parent in above])
        parents = tuple(_label(parent) for parent in above)
        if "rows" in entry:
            below = tuple(leaf["id"] for leaf, _ in walk(entry["rows"], "rows") if "rows" not in leaf)
            groups.append(GroupSpec(id, label, name, below, parents))
        else:
            rows.append(RowSpec(id, label, name, parents))
    return tuple(rows), tuple(groups)


def _columns(entries: Sequence[Data]) -> tuple[ColumnSpec, ...]:
    leaves = [(entry, above) for entry, above in walk(entries, "columns") if "columns" not in entry]
    labels = [(entry.get("label", ""), [parent.get("label", "") for parent in above]) for entry, above in leaves]
    return tuple(
        ColumnSpec(
            entry["id"],
            _label(entry),
            entry.get("name") or name,
            ValueType(entry.get("type", ValueType.COUNT)),
            entry.get("unit", ""),
            tuple(_label(parent) for parent in above),
        )
        for (entry, above), name in zip(leaves, column_names(labels), strict=True)
    )
