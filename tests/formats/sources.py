"""The sources of the reports: what each `source.yaml` says, made into paragraphs and tables."""

# form: 2021                    the edition of the form that the draft follows
# year: 2023                    and what it says of itself
# organisation: 青溪镇人民政府
# page: {height: 430}           how its PDF file is drawn: see `pdf_paper.Paper`
# cells: {requests.*.research: 1}   what differs from zero; later entries before earlier ones
# faults:                       what went wrong, in this order
#   - remove-row: {table: requests, label: 2.重复申请}
#   - remove-column: {table: requests, label: 总计}
#   - add-row: {table: requests, after: 四、结转下年度继续办理, texts: [五、电话咨询, 7, 0, 0, 0, 0, 0, 7]}
#   - swap-rows: {table: requests, labels: [1.属于国家秘密, 2.其他法律行政法规禁止公开]}
#   - remove-section: {section: problems}
#   - replace: {重复申请: 从复申请}   in all texts

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from linter.model.address import Address
from linter.model.pack import Family
from linter.model.template import Template

HERE = Path(__file__).parent
READERS = HERE.parent / "readers"
for _folder in ("pdf", "docx", "doc"):
    if str(READERS / _folder) not in sys.path:
        sys.path.append(str(READERS / _folder))

from faults import with_row, with_rows_swapped, with_texts, without_column, without_row  # noqa: E402
from pdf_cells import Sheet, sheet_of  # noqa: E402

__all__ = ["NAMES", "REPORTS", "Part", "Report", "Title", "loaded", "made", "report", "stored"]

REPORTS = HERE.parent / "reports"
NAMES = tuple(sorted(path.parent.name for path in REPORTS.glob("*/source.yaml")))


class Title(NamedTuple):
    """The title of a report."""

    text: str


Part = Title | str | Sheet
"""The title, a paragraph or the title of a section, or a table."""


class Report(NamedTuple):
    """A report before it is written in any format. `page` says how its PDF file is drawn."""

    parts: tuple[Part, ...]
    page: Mapping[str, Any]


def stored(name: str, format: str) -> Path:
    """The file of a report in a format."""
    return REPORTS / name / f"report.{format}"


def loaded(name: str, part: str) -> dict[str, Any]:
    """What the YAML file of a report says that is its `source`, or what is `expected` of it."""
    content: dict[str, Any] = YAML(typ="safe").load(REPORTS / name / f"{part}.yaml")
    return content


def report(name: str, family: Family) -> Report:
    return made(loaded(name, "source"), family)


def made(said: Mapping[str, Any], family: Family) -> Report:
    """The report that a source says; `prose` has paragraphs that are added to sections."""
    (template,) = [pack.template for pack in family.packs if pack.id.endswith(f"/{said['form']}")]
    words = {"organisation": said["organisation"], "year": str(said["year"])}
    sections = {id: [text.format(**words) for text in texts] for id, texts in _prose(template).items()}
    for id, text in said.get("prose", {}).items():
        sections[id].append(text)
    tables = {table.id: sheet_of(table, _cells(template, said.get("cells", {}))) for table in template.tables}
    replaced: list[tuple[str, str]] = []
    for fault in said.get("faults", ()):
        ((kind, options),) = fault.items()
        if kind == "remove-section":
            del sections[options["section"]]
        elif kind == "replace":
            replaced += options.items()
        else:
            tables[options["table"]] = FAULTS[kind](tables[options["table"]], options)
    parts: list[Part] = [Title(template.form.title.format(**words)), template.form.lead.format(**words)]
    for section, texts in sections.items():
        parts += [*texts, *(tables[table.id] for table in template.tables if table.section == section)]
    return Report(tuple(_replaced(part, replaced) for part in parts), said.get("page", {}))


FAULTS: Mapping[str, Callable[[Sheet, Mapping[str, Any]], Sheet]] = {
    "remove-row": lambda sheet, options: without_row(sheet, options["label"]),
    "remove-column": lambda sheet, options: without_column(sheet, options["label"]),
    "add-row": lambda sheet, options: with_row(sheet, options["after"], [str(text) for text in options["texts"]]),
    "swap-rows": lambda sheet, options: with_rows_swapped(sheet, *options["labels"]),
}


def _prose(template: Template) -> dict[str, list[str]]:
    """The title and the paragraphs of each section, by its id."""
    form = template.form.sections
    return {
        section.id: [section.number + section.label.text, *([form[section.id]] if section.id in form else [])]
        for section in template.sections
    }


def _cells(template: Template, given: Mapping[str, object]) -> dict[Address, str]:
    addresses = [address for table in template.tables for address in table.addresses()]
    cells: dict[Address, str] = {}
    for pattern, value in given.items():
        named = [address for address in addresses if fnmatchcase(str(address), pattern)]
        if not named:
            raise ValueError(f"no such cell: {pattern}")
        cells.update(dict.fromkeys(named, str(value)))
    return cells


def _replaced(part: Part, texts: list[tuple[str, str]]) -> Part:
    if isinstance(part, Sheet):
        return with_texts(part, texts)
    for old, new in texts:
        part = Title(part.text.replace(old, new)) if isinstance(part, Title) else part.replace(old, new)
    return part
