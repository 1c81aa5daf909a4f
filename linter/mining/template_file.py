"""The template of a mined pack, as data: what kind of report it is, its sections, tables and value types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from linter.language.table_words import BREAKS, OF_DATES
from linter.mining.forms import Form, FormLine, FormPart, FormTable
from linter.mining.named import Names, PartNames, TableNames
from linter.mining.outlines import Outline
from linter.mining.value_types import name_of, type_of
from linter.text.regex import regex

Data = dict[str, Any]

_YEAR = regex(r"(?:19|20)[0-9]{2}")
_BREAKS = regex(BREAKS)
_SPECIAL = regex(r"([.^$*+?()\[\]{}|\\])")
MOST_LABELS = 4
LAYOUT = "mined"


def template_data(id: str, form: Form, names: Names, reports: Sequence[Outline], exact: bool) -> Data:
    """All of a pack file but its rules."""
    titles = [report.title for report in reports]
    mark = common_words(titles)
    name = mark or titles[0] or id
    values: dict[str, Mapping[str, Any]] = {}
    tables = [
        _table(table, of_table, values, form, exact) for table, of_table in zip(form.tables, names.tables, strict=True)
    ]
    data: Data = {
        "pack": {"title": _both(name), "layout": LAYOUT},
        "layouts": [{"id": LAYOUT, "title": _both(name), "labels": _labels(form)}],
    }
    if mark:
        data["marks"] = ["(?i)" + _SPECIAL.sub(r"\\\1", "".join(mark.split()))]
    if all(_YEAR.search(title) for title in titles):
        data["facts"] = {"year": [{"region": "title", "pattern": "(?P<value>(?:19|20)[0-9][0-9])"}]}
    entities = {entity: _entity(entity, parts) for entity, parts in names.entities.items()}
    data |= {"entities": entities} if entities else {}
    data |= {"values": values} if values else {}
    data["sections"] = [
        {
            "id": names.sections[heading.words],
            **({"number": heading.number} if heading.number else {}),
            "label": heading.label,
        }
        for heading in form.headings
    ]
    data["tables"] = tables
    data["form"] = {"title": _YEAR.sub("{year}", titles[0]).strip() or id}
    return data


def _both(text: str) -> Data:
    return {"zh": text, "en": text}


def common_words(titles: Sequence[str]) -> str:
    """The longest words that all titles have, between figures and marks; empty where these are too few to tell."""
    pieces = [part.strip() for part in _BREAKS.split(titles[0])] if titles else []
    best = ""
    for piece in pieces:
        for start in range(len(piece)):
            for end in range(len(piece), start + len(best), -1):
                if all(piece[start:end] in title for title in titles):
                    best = max(best, piece[start:end].strip().lstrip(OF_DATES), key=len)
                    break
    letters = "".join(best.split())
    return best if len(letters) >= (3 if not letters.isascii() else 5) else ""


def _labels(form: Form) -> list[str]:
    """Some labels of its tables, by which a report without a year is known."""
    lines = [line.path[-1] for table in form.tables for part in table.parts for line in (*part.columns, *part.rows)]
    return sorted(dict.fromkeys(lines), key=len, reverse=True)[:MOST_LABELS]


def _entity(id: str, parts: Sequence[FormPart]) -> Data:
    totals = list(dict.fromkeys(line.path[-1] for part in parts for line in part.rows))
    return {
        "title": _both(parts[0].corner[0] if parts[0].corner else id),
        **({"total": totals} if totals else {}),
        "samples": list(parts[0].samples) or [f"{id} 1", f"{id} 2"],
    }


def _table(table: FormTable, names: TableNames, values: dict[str, Any], form: Form, exact: bool) -> Data:
    data: Data = {"id": names.id, "title": _both(names.title)}
    if names.section:
        data["section"] = names.section
    if table.title:
        data["found-by"] = {"title": _SPECIAL.sub(r"\\\1", table.title)}
    elif not names.section or _shares_rows(table, form):
        data["found-by"] = {"header": _header(table)}
    if any(part.across for part in table.parts):
        data["across"] = True
    blocks = [
        _block(part, of_part, values, exact, len(table.parts) > 1)
        for part, of_part in zip(table.parts, names.parts, strict=True)
    ]
    if len(blocks) == 1:
        return data | blocks[0]
    return data | {"blocks": blocks}


def _shares_rows(table: FormTable, form: Form) -> bool:
    """Whether another table of its section has rows of the same labels, so that its header has to tell it."""
    own = {line.key for part in table.parts for line in part.rows}
    others = (other for other in form.tables if other is not table and other.section == table.section)
    return any(own & {line.key for part in other.parts for line in part.rows} for other in others)


def _header(table: FormTable) -> list[str]:
    columns = [line.path[-1] for part in table.parts for line in part.columns]
    return list(dict.fromkeys(columns))


def _block(part: FormPart, names: PartNames, values: dict[str, Any], exact: bool, headed: bool) -> Data:
    data: Data = {"heading": part.heading} if headed and part.heading else {}
    if part.corner:
        data["corner"] = [{"label": label} for label in part.corner]
    data["columns"] = list(_tree(part.columns, _column_entries(part, names, values, exact), "columns", {}))
    if part.open:
        totals = [{"id": names.rows[line.key], "total-of": names.entity} for line in part.rows[:1]]
        data["rows"] = [{"each": names.entity}, *totals]
    else:
        entries = {line.key: {"id": names.rows[line.key], "label": line.path[-1]} for line in part.rows}
        data["rows"] = list(_tree(part.rows, entries, "rows", names.groups))
    return data


def _column_entries(part: FormPart, names: PartNames, values: dict[str, Any], exact: bool) -> dict[Any, Data]:
    entries: dict[Any, Data] = {}
    kept = {line.key for line in part.rows}
    for line in part.columns:
        cells = [
            cell
            for figures in part.figures
            for (row, column), cell in figures.items()
            if column == line.key and (part.open or row in kept)
        ]
        type = type_of(cells, " ".join(line.path), exact)
        value = {}
        if type:
            name = name_of(type, values)
            values[name] = type
            value = {"value": name}
        entries[line.key] = {"id": names.columns[line.key], "label": line.path[-1], **value}
    return entries


def _tree(
    lines: Iterable[FormLine], entries: Mapping[Any, Data], below: str, groups: Mapping[Any, str], depth: int = 0
) -> Iterator[Data]:
    """Entries in a tree of groups: lines that follow one another below the same label."""
    waiting: list[FormLine] = []

    def group() -> Iterator[Data]:
        if waiting:
            key = waiting[0].key[: depth + 1]
            own = {"id": groups[key]} if key in groups else {}
            inner = list(_tree(waiting, entries, below, groups, depth + 1))
            yield {**own, "label": waiting[0].path[depth], below: inner}
            waiting.clear()

    for line in lines:
        deeper = len(line.path) > depth + 1
        if waiting and (not deeper or line.key[: depth + 1] != waiting[0].key[: depth + 1]):
            yield from group()
        if deeper:
            waiting.append(line)
        else:
            yield entries[line.key]
    yield from group()
