"""The source of a page → a tree of the elements that are shown, every piece of text with its place.

The tokens come from turbohtml, whose tokenizer follows the HTML standard and says where each token stands. The tree is
made here, because the trees of the libraries do not say where their texts stand.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from linter.model.message import Message
from linter.readers.failure import ReadFailure
from linter.readers.html.builder import Builder
from linter.readers.html.nodes import Element, Run

if TYPE_CHECKING:
    from turbohtml import Token

MOST_PARTS = 300_000
"""Tags and character references of a page. A report of five pages, pasted from a word processor, has 4,000."""


class Page(NamedTuple):
    """A page: the element that holds all that is shown, the title in its head, and how many deletions are marked."""

    body: Element
    title: str
    deletions: int


def tree_of(text: str, first_line: int = 1, offset: int = 0) -> Page:
    """The elements of `text`, which begins at the start of line `first_line`, `offset` characters into the file.

    Raises `ReadFailure` for more elements than a page has.
    """
    from turbohtml import TokenType, tokenize

    if text.count("<") + text.count("&") > MOST_PARTS:
        raise ReadFailure(Message("read.html-too-many-parts", {"limit": MOST_PARTS}))
    # Every character keeps its place: the line ends are made the same without making the text shorter.
    source = text.replace("\r\n", " \n").replace("\r", "\n")
    starts = list(accumulate([len(line) + 1 for line in source.split("\n")], initial=0))

    def place(token: Token) -> tuple[int, int, int]:
        return token.line - 1 + first_line, token.col + 1, starts[token.line - 1] + token.col + offset

    builder = Builder()
    cell = None  # whose start tag was read last
    start_tag, end_tag = TokenType.START_TAG, TokenType.END_TAG
    words, reference = TokenType.TEXT, TokenType.CHARACTER_REFERENCE
    for token in tokenize(source, resolve_references=False):
        kind = token.type
        if cell is not None:
            cell.start = place(token)
            cell = None
        if kind is start_tag:
            cell = builder.open(token)
            if token.tag == "input" and (value := builder.entered(token)):
                builder.add(Run(*place(token), value, 1))
        elif kind is end_tag:
            builder.close(token.tag or "")
        elif kind is words or kind is reference:
            value = token.data or ""
            if value.isspace() and builder.begins_line():
                continue
            run = Run(*place(token), value, len(value))
            for part in (run,) if kind is words else _referred(run, token.source or ""):
                builder.add(part)
    return Page(builder.body, builder.title, builder.deletions)


def _referred(run: Run, source: str) -> list[Run]:
    """A character reference, and the letters and digits that follow one that has no semicolon (`&nbsp12`)."""
    tail = 0 if source.endswith(";") else len(run.value) - 1
    width = len(source) - tail
    found = [run._replace(value=run.value[: len(run.value) - tail], width=width)]
    if tail:
        rest = run.value[-tail:]
        found.append(Run(run.line, run.column + width, run.offset + width, rest, tail))
    return found
