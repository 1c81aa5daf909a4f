"""The source of a page → a tree of the elements that are shown, every piece of text with its place.

It is made here, because the trees of the libraries do not say where their texts stand.
"""

from __future__ import annotations

from itertools import accumulate

from linter.formats.refusals import ReadFailure
from linter.model.document import PICTURE
from linter.model.message import Message
from linter.model.records import Record
from linter.readers.html.builder import Builder
from linter.readers.html.looks import choose, drop_beside_text, raise_marks, take_out_white
from linter.readers.html.nodes import Element, Run
from linter.readers.html.tokens import tokens

MOST_PARTS = 100_000
"""Tags and character references of a page. A report of five pages, pasted from a word processor, has 4,000."""


class Page(Record):
    """A page: the element that holds all that is shown, the title in its head, how many deletions are marked, and how
    many texts cannot be seen.
    """

    body: Element
    title: str
    deletions: int
    unseen: int


def tree_of(text: str, first_line: int = 1, offset: int = 0) -> Page:
    """The elements of `text`, which begins at the start of line `first_line`, `offset` characters into the file.

    Raises `ReadFailure` for more elements than a page has.
    """
    if text.count("<") + text.count("&") > MOST_PARTS:
        raise ReadFailure(Message("read.html-too-many-parts", {"limit": MOST_PARTS}))
    # Every character keeps its place: the line ends are made the same without making the text shorter.
    source = text.replace("\r\n", " \n").replace("\r", "\n")
    starts = list(accumulate([len(line) + 1 for line in source.split("\n")], initial=0))
    line = 0

    def place(at: int) -> tuple[int, int, int]:
        nonlocal line
        while starts[line + 1] <= at:
            line += 1
        return line + first_line, at - starts[line] + 1, at + offset

    builder = Builder()
    for start, end, token in tokens(source):
        if isinstance(token, str):
            if not (token.isspace() and builder.begins_line()):
                builder.add(Run(*place(start), token, end - start))
        elif token.closes:
            builder.close(token.name)
        elif (cell := builder.open(token)) is not None:
            cell.start = place(end)
        elif token.name == "input" and (value := builder.entered(token.attributes)):
            builder.add(Run(*place(start), value, 1))
        elif token.name == "img" and builder.pictures_figure(token.attributes):
            builder.add(Run(*place(start), PICTURE, end - start))
    for cell in builder.pictured:
        drop_beside_text(cell)
    for select in builder.selects:
        choose(select)
    raise_marks(builder.raised)
    unseen = builder.unseen + take_out_white(builder.white)
    return Page(builder.body, builder.title, builder.deletions, unseen)
