"""Ways in which a well-formed report is damaged, with a record of what is still there to be read.

A sheet holds the tables of one report as physical rows. Every figure is different, so that each bound cell tells
where it came from.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from linter.model.address import Address
from linter.model.template import TableSpec, Template
from linter.run.form import table_rows

FOREIGN = (
    "其他主动公开文件",
    "备注说明",
    "网上咨询件数",
    "电子邮件渠道",
    "当面申请",
    "信函渠道",
    "年度小计数",
    "政务新媒体",
)
WRONG = "某甲乙丙丁戊己庚辛壬"
NARROW_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass
class PhysicalRow:
    """One row as it will be printed. `id` is the template row, None for headers and foreign rows; `count` is the
    number of cells for figures.
    """

    cells: list[str]
    label_at: int
    figures_at: int
    id: str | None = None
    page_break: bool = False
    count: int = 0
    moved: bool = False

    @property
    def figures(self) -> list[str]:
        return [cell for cell in self.cells[self.figures_at :] if cell]


@dataclass
class Sheet:
    """One table. `truth` maps a printed figure to its address; `blanked` are addresses emptied on purpose."""

    spec: TableSpec
    rows: list[PhysicalRow]
    truth: dict[str, Address]
    blanked: set[Address] = field(default_factory=set)
    log: list[str] = field(default_factory=list)

    def data(self) -> list[PhysicalRow]:
        return [row for row in self.rows if row.id is not None]

    def headers(self) -> list[PhysicalRow]:
        return [row for row in self.rows if row.id is None]


def sheets(template: Template) -> list[Sheet]:
    """The tables of a template, filled with figures that occur once."""
    made = []
    start = 1000
    for spec in template.tables:
        figures = {address: str(start + index) for index, address in enumerate(spec.addresses())}
        start += 1000
        truth = {figure: address for address, figure in figures.items()}
        rows = [_physical(cells, truth) for cells in table_rows(spec, figures)]
        made.append(Sheet(spec, rows, truth))
    return made


def _physical(cells: list[str], truth: dict[str, Address]) -> PhysicalRow:
    figures = [index for index, cell in enumerate(cells) if cell in truth]
    if not figures:
        filled = [index for index, cell in enumerate(cells) if cell]
        return PhysicalRow(cells, filled[0] if filled else 0, len(cells))
    labels = [index for index in range(figures[0]) if cells[index]]
    return PhysicalRow(
        cells, labels[-1] if labels else 0, figures[0], truth[cells[figures[0]]].row, False, len(figures)
    )


def write_tabs(sheet: Sheet) -> str:
    return "\n".join(("\n" if row.page_break else "") + "\t".join(row.cells) for row in sheet.rows)


def write_pipes(sheet: Sheet) -> str:
    return "\n".join(("\n" if row.page_break else "") + " | ".join(row.cells) + " |" for row in sheet.rows)


def write_cells(sheet: Sheet) -> str:
    """Every cell a line; the cells that a merged one covers are not printed."""
    lines = []
    for row in sheet.rows:
        tail = len(row.cells)
        while tail > row.figures_at + row.count and not row.cells[tail - 1]:
            tail -= 1
        labels = row.cells[: row.label_at + 1] if row.id is not None and row.figures_at > row.label_at else []
        cells = labels + row.cells[row.figures_at : tail] if labels else row.cells
        lines += ["", *["\t" + cell for cell in cells]]
    return "\n".join(lines) + "\n"


def write_ended_cells(sheet: Sheet) -> str:
    """A cell a line with a pipe after it, and pipes for the cells that a row lacks: text taken out of a web page."""
    lines = []
    for row in sheet.rows:
        cells = _unmerged(row)
        lacking = len(row.cells) - len(cells)
        lines += [f"{cell} |" if cell else "|" for cell in cells] + (["|" * lacking] if lacking else [])
    return "\n".join(lines)


def write_pipes_with_fillings(sheet: Sheet) -> str:
    """A row a line, merged cells left out and made up for by pipes at the end."""
    lines = []
    for row in sheet.rows:
        cells = _unmerged(row)
        lines.append(" | ".join(cells) + " | " + "|" * (len(row.cells) - len(cells)))
    return "\n".join(lines)


def write_bars(sheet: Sheet) -> str:
    """A cell a line and a pipe alone on the line below it; nothing tells where a row ends."""
    return "\n".join(f"{cell}\n|" for row in sheet.rows for cell in _unmerged(row))


def write_bars_before_rows(sheet: Sheet) -> str:
    """A pipe alone before every row, then a cell a line with a pipe after it, and pipes for the cells that lack."""
    lines = []
    for row in sheet.rows:
        cells = _unmerged(row)
        lines += ["| ", *[f" {cell}  | " for cell in cells]]
        lines[-1] += "|" * (len(row.cells) - len(cells))
    return "\n".join(lines)


def write_words(sheet: Sheet) -> str:
    """A row a line and nothing but a space between its cells: text taken out of a PDF file."""
    return "\n".join(" ".join(cell for cell in row.cells if cell) for row in sheet.rows)


def write_paragraphs(sheet: Sheet) -> str:
    """Every filled cell a paragraph of its own."""
    return "\n\n".join(cell for row in sheet.rows for cell in row.cells if cell)


def write_wrapped(sheet: Sheet, width: int = 7) -> str:
    """Every filled cell a line, words of more than `width` characters on several: text taken out of narrow columns."""
    return "\n".join(part for row in sheet.rows for cell in row.cells if cell for part in _wrapped(cell, width))


def write_narrow(sheet: Sheet) -> str:
    return write_wrapped(sheet, 3)


def write_turned(sheet: Sheet) -> str:
    """Every filled cell a line, the figures of each row before its labels."""
    return "\n".join(cell for row in sheet.rows for cell in _turned(row))


def write_half_turned(sheet: Sheet) -> str:
    """Every filled cell a line; long labels are wrapped and stand after their figures, as they begin lower down."""
    lines: list[str] = []
    for row in sheet.rows:
        turned = row.id is not None and len(row.cells[row.label_at]) > 9
        cells = _turned(row) if turned else [cell for cell in row.cells if cell]
        lines += [part for cell in cells for part in _wrapped(cell, 9)]
    return "\n".join(lines)


def write_figures_within(sheet: Sheet) -> str:
    """Labels wrapped at eight characters, a part a line; the figures of a row on the line of the middle part."""
    lines: list[str] = []
    for row in sheet.rows:
        words = [cell for cell in row.cells[: row.figures_at] if cell]
        parts = _wrapped(words[-1], 8) if words else [""]
        parts[len(parts) // 2] += "  " + " ".join(row.figures)
        lines += [*words[:-1], *parts]
    return "\n".join(lines)


def _turned(row: PhysicalRow) -> list[str]:
    labels = [cell for cell in row.cells[: row.figures_at] if cell]
    return [*row.figures, *labels] if row.id is not None else [cell for cell in row.cells if cell]


def _wrapped(cell: str, width: int) -> list[str]:
    """The parts of a label; a figure, whatever has become of it, stays in one."""
    figure = any(digit in cell.translate(NARROW_DIGITS) for digit in "0123456789") and len(cell) < 6
    marked = cell[:4].isdecimal()
    return [cell] if figure or marked else [cell[start : start + width] for start in range(0, len(cell), width)]


def _unmerged(row: PhysicalRow) -> list[str]:
    """The cells without those that a merged one covers."""
    if row.id is None:
        return [cell for cell in row.cells if cell]
    return [cell for cell in row.cells[: row.figures_at] if cell] + row.cells[row.figures_at :][: row.count]


# --- damages: each changes the sheet in place -------------------------------------------------------------------


def drop_header(rng: random.Random, sheet: Sheet) -> None:
    """Lose one header row, or all of them."""
    headers = sheet.headers()
    for row in headers if rng.random() < 0.3 else [rng.choice(headers)] if headers else []:
        sheet.rows.remove(row)


def repeat_header(rng: random.Random, sheet: Sheet) -> None:
    """Print the header again on a new page."""
    first = next((index for index, row in enumerate(sheet.rows) if row.id is not None), 0)
    last = len(sheet.rows)
    if sheet.spec.across or len(sheet.spec.blocks) > 1 or last - first < 3:
        return
    at = rng.randrange(first + 1, last)
    copies = [PhysicalRow(list(row.cells), row.label_at, row.figures_at) for row in sheet.rows[:first]]
    if copies:
        copies[0].page_break = True
    sheet.rows[at:at] = copies


def page_break(rng: random.Random, sheet: Sheet) -> None:
    rng.choice(sheet.rows).page_break = True


def cut_label(rng: random.Random, sheet: Sheet) -> None:
    """A page break within a row: part of its label on each page, its figures on one of them."""
    row = rng.choice(sheet.data())
    label = row.cells[row.label_at]
    if sheet.spec.across or len(label) < 2:
        return
    at = rng.randrange(1, len(label))
    blank_labels = [""] * row.figures_at
    rest = PhysicalRow(
        [*blank_labels, *row.cells[row.figures_at :]], row.label_at, row.figures_at, row.id, True, row.count
    )
    rest.cells[row.label_at] = label[at:]
    row.cells[row.label_at] = label[:at]
    emptied = row if rng.random() < 0.5 else rest
    emptied.cells[emptied.figures_at :] = [""] * (len(emptied.cells) - emptied.figures_at)
    emptied.id = None
    sheet.rows.insert(sheet.rows.index(row) + 1, rest)


def shift_left(rng: random.Random, sheet: Sheet) -> None:
    """Move a whole row one cell to the left; a first cell with words stays.

    The row is a full one: moved, a row with a blank first figure is the same as one with a blank last figure.
    """
    full = [row for row in sheet.data() if all(row.cells[row.figures_at :][: row.count])]
    if not full:
        return
    row = rng.choice(full)
    blanks = [index for index in range(min(row.figures_at, len(row.cells))) if not row.cells[index]]
    if blanks:
        index = rng.choice(blanks)
        row.cells.pop(index)
        row.cells.append("")
        row.moved = True
        row.label_at -= index < row.label_at
        row.figures_at -= 1


def shift_right(rng: random.Random, sheet: Sheet) -> None:
    """Move a whole row one cell to the right: it grows, or its last cell falls off the edge of the page."""
    row = rng.choice(sheet.data())
    row.cells.insert(0, "")
    row.label_at += 1
    row.figures_at += 1
    if rng.random() < 0.5:
        row.cells.pop()


def lose_column(rng: random.Random, sheet: Sheet) -> None:
    """One page lacks a column of figures, in its header too if the header is on that page."""
    data = sheet.data()
    if len(data) < 3:
        return
    start = rng.randrange(len(sheet.rows) - 2)
    end = rng.randrange(start + 2, len(sheet.rows) + 1)
    page = sheet.rows[start:end]
    counts = [len(row.cells) - row.figures_at for row in page if row.id is not None]
    if not counts:
        return
    figures_at = min(row.figures_at for row in page if row.id is not None)
    column = rng.randrange(figures_at, figures_at + min(counts))
    for row in page:
        if column < len(row.cells):
            row.cells.pop(column)
            row.count -= row.figures_at <= column < row.figures_at + row.count
    page[0].page_break = True
    if end < len(sheet.rows):
        sheet.rows[end].page_break = True


def respell(rng: random.Random, sheet: Sheet) -> None:
    """Spell labels as other drafts do: full-width, spaced, without notes, with other numbering marks, with aliases."""
    aliases = {
        label.text: label.aliases
        for block in sheet.spec.blocks
        for label in (*(row.label for row in block.rows), *(column.label for column in block.columns))
        if label.aliases
    }
    for row in sheet.rows:
        for index, cell in enumerate(row.cells):
            if cell and cell not in sheet.truth and rng.random() < 0.5:
                spelt = rng.choice(aliases[cell]) if cell in aliases and rng.random() < 0.5 else cell
                row.cells[index] = rng.choice(_SPELLINGS)(spelt)


_SPELLINGS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("（", "(").replace("）", ")"),
    lambda text: text.replace("其他", "其它"),
    lambda text: " ".join(text) if len(text) <= 12 else text,
    lambda text: text.split("（区分")[0],
    lambda text: text.replace(".", "、"),
    lambda text: text.replace(".", ". "),
    lambda text: text.translate(FULL_WIDTH),
    lambda text: f"**{text}**",
    lambda text: text.replace("“", '"').replace("”", '"'),
)


def wrong_letter(rng: random.Random, sheet: Sheet) -> None:
    """Mistype one letter of one label."""
    rows = [row for row in sheet.rows if any(cell and cell not in sheet.truth for cell in row.cells)]
    if not rows:
        return
    row = rng.choice(rows)
    index = rng.choice([index for index, cell in enumerate(row.cells) if cell and cell not in sheet.truth])
    cell = row.cells[index]
    at = rng.randrange(len(cell))
    row.cells[index] = cell[:at] + rng.choice(WRONG) + cell[at + 1 :]


def swap_rows(rng: random.Random, sheet: Sheet) -> None:
    """Two rows of figures in each other's place."""
    if len(sheet.spec.blocks) > 1 or len(sheet.data()) < 2:
        return
    first, second = rng.sample(sheet.data(), 2)
    i, j = sheet.rows.index(first), sheet.rows.index(second)
    sheet.rows[i], sheet.rows[j] = second, first


def foreign_row(rng: random.Random, sheet: Sheet) -> None:
    """A row that is not in the form, with figures of its own."""
    data = sheet.data()
    model = rng.choice(data)
    if sheet.spec.across:
        return
    cells = [""] * len(model.cells)
    cells[model.label_at] = rng.choice(FOREIGN)
    for index in range(model.figures_at, len(cells)):
        cells[index] = str(rng.randrange(90000, 99999)) if rng.random() < 0.8 else ""
    at = sheet.rows.index(model) + rng.randrange(2)
    sheet.rows.insert(at, PhysicalRow(cells, model.label_at, model.figures_at))


def full_width_figures(rng: random.Random, sheet: Sheet) -> None:
    for row in sheet.data():
        row.cells[row.figures_at :] = [cell.translate(FULL_WIDTH) for cell in row.cells[row.figures_at :]]


def lose_row(rng: random.Random, sheet: Sheet) -> None:
    if len(sheet.data()) > 1:
        sheet.rows.remove(rng.choice(sheet.data()))


def blank_cells(rng: random.Random, sheet: Sheet) -> None:
    """Empty some cells of some rows."""
    in_place = [row for row in sheet.data() if not row.moved]
    for row in rng.sample(in_place, min(len(in_place), rng.randrange(1, 4))):
        for index in range(row.figures_at, len(row.cells)):
            if row.cells[index] in sheet.truth and rng.random() < 0.5:
                sheet.blanked.add(sheet.truth[row.cells[index]])
                row.cells[index] = ""


def lose_groups(rng: random.Random, sheet: Sheet) -> None:
    """The labels of merged cells are lost, or repeated on every row."""
    above = ""
    repeat = rng.random() < 0.5
    for row in sheet.data():
        for index in range(row.label_at):
            if repeat:
                above = row.cells[index] or above
                row.cells[index] = above
            else:
                row.cells[index] = ""


def separator(rng: random.Random, sheet: Sheet) -> None:
    """A Markdown rule that a converter left behind."""
    width = len(sheet.rows[0].cells)
    sheet.rows.insert(rng.randrange(len(sheet.rows)), PhysicalRow(["---"] * width, 0, width))


# --- damages to columns: with their figures, or the label alone --------------------------------------------------


def _header_of_block(rng: random.Random, sheet: Sheet) -> tuple[list[PhysicalRow], list[PhysicalRow]]:
    """The header rows and the rows of figures of one block that has more than one column."""
    blocks = [block for block in sheet.spec.blocks if sheet.spec.across or len(block.columns) > 1]
    ids = {row.id for row in rng.choice(blocks).rows} if blocks else set()
    data = [row for row in sheet.data() if row.id in ids and not row.moved]
    above = sheet.rows[: sheet.rows.index(data[0])] if data else []
    start = max((index + 1 for index, row in enumerate(above) if row.id is not None), default=0)
    return above[start:], data


def _leaf(headers: list[PhysicalRow], column: int) -> PhysicalRow | None:
    """The header row with the label right over a column of figures."""
    return next((row for row in reversed(headers) if column < len(row.cells) and row.cells[column]), None)


def _two_columns(rng: random.Random, sheet: Sheet) -> tuple[list[PhysicalRow], int, int] | None:
    """The rows of figures of a block, and two of its columns with different labels in one header row (of a table that
    runs across: of one of its rows).
    """
    headers, data = _header_of_block(rng, sheet)
    if not headers or not data or len({(row.figures_at, row.count) for row in data}) > 1:
        return None
    first, width = data[0].figures_at, len(sheet.spec.blocks[0].columns)
    pairs = [
        (one, other)
        for one in range(first, first + data[0].count)
        for other in range(one + 1, first + data[0].count)
        if (leaf := _leaf(headers, one)) is not None
        and leaf is _leaf(headers, other)
        and leaf.cells[one] != leaf.cells[other]
        and not (sheet.spec.across and (one - first) // width != (other - first) // width)
    ]
    return (data, *rng.choice(pairs)) if pairs else None


def _swap(row: PhysicalRow, one: int, other: int) -> None:
    row.cells[one], row.cells[other] = row.cells[other], row.cells[one]


def exchange_columns(rng: random.Random, sheet: Sheet) -> None:
    """Two columns in each other's place, labels and figures."""
    found = _two_columns(rng, sheet)
    if found is not None:
        data, one, other = found
        leaf = _leaf(sheet.rows[: sheet.rows.index(data[0])], one)
        assert leaf is not None
        for row in (leaf, *data):
            _swap(row, one, other)


def exchange_labels(rng: random.Random, sheet: Sheet) -> None:
    """Two labels of columns in each other's place, over figures that stay where they are."""
    found = _two_columns(rng, sheet)
    if found is not None:
        data, one, other = found
        leaf = _leaf(sheet.rows[: sheet.rows.index(data[0])], one)
        assert leaf is not None
        _swap(leaf, one, other)


def rename_label(rng: random.Random, sheet: Sheet) -> None:
    """The label of a column is another one, blank, or that of a column beside it."""
    headers, data = _header_of_block(rng, sheet)
    if not headers or not data:
        return
    column = rng.randrange(data[0].figures_at, data[0].figures_at + data[0].count)
    leaf = _leaf(headers, column)
    if leaf is not None:
        others = [cell for cell in leaf.cells if cell and cell != leaf.cells[column]]
        leaf.cells[column] = rng.choice([rng.choice(FOREIGN), "", *others[:1]])


def add_column(rng: random.Random, sheet: Sheet) -> None:
    """A column that the form does not have, with a label and figures, words or nothing in it."""
    headers, data = _header_of_block(rng, sheet)
    if not headers or not data or sheet.spec.across or len(sheet.spec.blocks) > 1:
        return
    at = rng.randrange(data[0].figures_at, data[0].figures_at + data[0].count + 1)
    holds = rng.choice(["figures", "words", ""])
    labelled = _leaf(headers, at) or headers[-1]
    for row in sheet.rows:
        text = rng.choice(FOREIGN) if row is labelled else ""
        if row.id is not None and holds:
            text = str(rng.randrange(90000, 99999)) if holds == "figures" else "已核"
        row.cells.insert(at, text)
        row.count += row.id is not None


def double_column(rng: random.Random, sheet: Sheet) -> None:
    """A column twice: its label and its figures, or the label over figures of none."""
    headers, data = _header_of_block(rng, sheet)
    if not headers or not data or sheet.spec.across or len(sheet.spec.blocks) > 1:
        return
    at = rng.randrange(data[0].figures_at, data[0].figures_at + data[0].count)
    leaf, same = _leaf(headers, at), rng.random() < 0.5
    for row in sheet.rows:
        text = row.cells[at] if row is leaf or (same and row.id is not None) else ""
        if row.id is not None and not same:
            text = str(rng.randrange(90000, 99999))
        row.cells.insert(at, text)
        row.count += row.id is not None


# --- damages by other tables, and to the figures themselves -------------------------------------------------------


def decoy(rng: random.Random, sheet: Sheet) -> None:
    """Another table before, after or in the middle of this one that shares labels with it: by channel, or the report's
    own table with figures of another year.
    """
    if rng.random() < 0.5:
        texts = [["渠道", "件数"], ["信函", "9"], ["当面", "7"], ["总计", "16"]]
        rows = [PhysicalRow(list(cells), 0, 1) for cells in texts]
    else:
        rows = [PhysicalRow(list(row.cells), row.label_at, row.figures_at) for row in sheet.rows]
        for row in rows:
            row.cells = [str(90000 + int(cell) % 9000) if cell in sheet.truth else cell for cell in row.cells]
    rows[0].page_break = True
    at = rng.choice([0, len(sheet.rows), rng.randrange(len(sheet.rows))])
    if at < len(sheet.rows):
        sheet.rows[at].page_break = True
    sheet.rows[at:at] = rows


def marks(rng: random.Random, sheet: Sheet) -> None:
    """Marks of footnotes after figures."""
    for row in rng.sample(sheet.data(), min(3, len(sheet.data()))):
        for index in range(row.figures_at, len(row.cells)):
            if row.cells[index] in sheet.truth and rng.random() < 0.5:
                row.cells[index] += rng.choice(["①", "[2]", "*", "（注1）", "¹", "†"])


HARMLESS: tuple[Callable[[random.Random, Sheet], None], ...] = (
    drop_header,
    repeat_header,
    page_break,
    cut_label,
    shift_left,
    respell,
    wrong_letter,
    swap_rows,
    foreign_row,
    full_width_figures,
    blank_cells,
    lose_groups,
    separator,
    marks,
)
"""Damages after which every figure can still be told."""

LOSSY = (shift_right, lose_column, lose_row)
"""Damages after which some figures cannot be told."""

OF_COLUMNS = (exchange_columns, exchange_labels, rename_label, add_column, double_column)
"""Damages to columns, which only the header above them shows."""

OF_TABLES = (decoy,)

WITH_COLUMNS = (page_break, cut_label, foreign_row, full_width_figures, blank_cells, marks)
"""Harmless damages that leave the header as it is and the rows in place."""
