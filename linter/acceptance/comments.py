"""Comments in a report that accept findings at their place, with a reason.

In Markdown and web pages `<!-- gouji: allow RULE -- reason -->`, in plain text a line `# gouji: allow RULE -- reason`.
At the end of a line it is meant for that line, on a line of its own for the paragraph or table that follows;
`allow-file` is meant for the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

from linter.model.document import Block, Document, Paragraph
from linter.model.records import Record
from linter.model.span import Span, TextSpan
from linter.text.comments import COMMA, IN_MARKUP, IN_TEXT, MARK

FORMATS = frozenset({"md", "html", "txt"})
"""Formats whose reports may hold comments."""


class Comment(Record):
    """A comment: the rules that it names, the reason, where it stands, and the lines that it is meant for, from `first`
    to `last`; an empty range for one that nothing follows.
    """

    rules: tuple[str, ...]
    reason: str
    span: TextSpan
    first: int
    last: int

    def means(self, rule: str, line: int) -> bool:
        """Whether it is meant for a finding of a rule in a line."""
        return self.first <= line <= self.last and any(fnmatchcase(rule, pattern) for pattern in self.rules)


def comments_in(document: Document) -> tuple[Comment, ...]:
    """The comments of a report, in their order."""
    if MARK not in document.text or document.format not in FORMATS:
        return ()
    patterns = (IN_TEXT, IN_MARKUP) if document.format == "txt" else (IN_MARKUP,)
    blocks = [lines for block in document.blocks if (lines := _lines_of(block)) is not None]
    found = [match for pattern in patterns for match in pattern.finditer(document.text)]
    return tuple(_comment(match, document.text, blocks) for match in sorted(found, key=lambda match: match.start()))


def _comment(match: re.Match[str], text: str, blocks: list[tuple[int, int]]) -> Comment:
    start = text.rfind("\n", 0, match.start()) + 1
    first, last = text.count("\n", 0, match.start()) + 1, text.count("\n", 0, match.end()) + 1
    end = text.find("\n", match.end())
    beside = text[start : match.start()] + text[match.end() : end if end >= 0 else len(text)]
    if match["file"]:
        lines = (1, text.count("\n") + 1)
    elif beside.strip():
        lines = (first, last)
    else:
        lines = min((block for block in blocks if block[0] > last), default=(1, 0))
    # White space at the beginning of a line of text belongs to the match and not to the comment.
    lead = len(match[0]) - len(match[0].lstrip())
    span = TextSpan(first, match.start() + lead - start + 1, match.start() + lead, len(match[0].strip().split("\n")[0]))
    return Comment(tuple(COMMA.split(match["rules"])), (match["reason"] or "").strip(), span, *lines)


def _lines_of(block: Block) -> tuple[int, int] | None:
    """The first and the last line of a block."""
    if isinstance(block, Paragraph):
        spans: Iterable[Span] = (span for _, span in block.text.pieces)
    else:
        spans = (span for row in block.rows for cell in row.cells for _, span in cell.text.pieces)
    lines = [span.line for span in spans if isinstance(span, TextSpan)]
    return (min(lines), max(lines)) if lines else None
