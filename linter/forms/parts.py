"""What stands in an empty form, from top to bottom: the template's title, sections, tables, and room for the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.binding import sample
from linter.forms.grid import FormCell, Grid, grid_of, with_codes
from linter.language import render
from linter.model.address import Address
from linter.model.message import Message
from linter.model.records import Record, by_class
from linter.model.template import FormTexts, TableSpec, Template
from linter.model.value import Sort
from linter.text.regex import regex

_ESCAPED = regex(r"\\([^\w\s])")


class Carried(Record):
    """A figure of last year's report that this year's begins with, and what is said of that."""

    text: str
    remark: Message


class Filling(Record):
    """What is written into a form: whose it is and of which year, `cell` into each cell for figures, and `carried` in
    place of it where last year's report has said that already; `given` goes before both. `texts` are those of sections
    by their id, where they are not left to be written. `language` is that of the words it is left to add.
    """

    year: int
    organisation: str = ""
    cell: str = ""
    carried: Mapping[Address, Carried] = {}
    language: str = "zh"
    given: Mapping[Address, str] = {}
    texts: Mapping[str, str] = {}


@by_class
class Title(Record):
    text: str


@by_class
class Heading(Record):
    text: str


@by_class
class Text(Record):
    text: str


@by_class
class FilledTable(Record):
    """A table, with what is written in its cells."""

    grid: Grid
    filling: Filling

    def text(self, cell: FormCell) -> str:
        """What stands in a cell: a label, a figure of last year's, or what all cells begin with; dates are blank."""
        if cell.of is None or cell.address is None:
            return cell.text
        if cell.address in self.filling.given:
            return self.filling.given[cell.address]
        if cell.address in self.filling.carried:
            return self.filling.carried[cell.address].text
        row, column = cell.of
        return "" if (row.value or column.value).sort is not Sort.FIGURE else self.filling.cell

    def carried(self, cell: FormCell) -> Carried | None:
        return self.filling.carried.get(cell.address) if cell.address is not None else None


Part = Title | Heading | Text | FilledTable


def parts_of(template: Template, filling: Filling) -> tuple[Part, ...]:
    """The form, part by part; open tables have the entities that the pack gives as samples, to be written over."""
    return tuple(_parts(sample(template, filling.year), filling))


def _parts(template: Template, filling: Filling) -> Iterator[Part]:
    organisation = filling.organisation or render(Message("form.agency"), filling.language)
    words = {"organisation": organisation, "year": str(filling.year)}
    yield Title(template.form.title.format(**words))
    if template.form.lead:
        yield Text(template.form.lead.format(**words))
    for section in template.sections:
        yield Heading(section.number + section.label.text)
        if section.id in {**template.form.sections, **filling.texts}:
            asked = render(Message("form.write-here", {"title": section.label.text}), filling.language)
            yield Text(filling.texts.get(section.id, asked))
        yield from _tables(template, section.id, filling)
    yield from _tables(template, "", filling)


def _tables(template: Template, section: str, filling: Filling) -> Iterator[Part]:
    coded = frozenset(id for id, kind in template.entities.items() if kind.code)
    for table in template.tables:
        if table.section == section:
            title = title_of(table, template.form)
            if title:
                yield Heading(title)
            yield FilledTable(grid_of(with_codes(table, coded)), filling)


def title_of(table: TableSpec, form: FormTexts) -> str:
    """The line above a table: as the pack gives it, or the pattern by which it is found, if that is mere words."""
    base = table.id.removesuffix(f".{table.entity}") if table.entity else table.id
    plain = _ESCAPED.sub(r"\1", table.found_by.title or table.found_by.caption)
    return form.tables.get(base, plain).replace("{entity}", table.entity)
