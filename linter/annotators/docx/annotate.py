"""A Word file with a comment at the place of each finding. Nothing else in it is changed.

The package is copied byte for byte. Only the main part, in which the anchors of the comments stand, the part with the
comments, and the two lists in which that has to be named are written anew.
"""

from __future__ import annotations

from linter.annotators.docx.anchors import Anchors
from linter.annotators.docx.comments import Author, Comments
from linter.annotators.docx.parts import LARGEST_COPIED, ChangedPackage
from linter.annotators.draft import AnnotateFailure, Draft
from linter.formats.refusals import MEGABYTE, ReadFailure
from linter.formats.zip import DamagedZip, LargeZip
from linter.model.document import Paragraph
from linter.model.message import Message
from linter.model.span import Span
from linter.presentation.remarks import paragraphs, remark, summary
from linter.presentation.words import say


def annotate(draft: Draft) -> bytes:
    """The Word file with a comment for each finding, and one at its start for all; raises `AnnotateFailure`."""
    try:
        return _annotated(draft)
    except ReadFailure as failure:
        raise AnnotateFailure(failure.message) from failure
    except DamagedZip as error:
        raise AnnotateFailure(Message("read.docx-damaged")) from error
    except LargeZip as error:
        raise AnnotateFailure(Message("read.docx-too-large", {"limit": LARGEST_COPIED // MEGABYTE})) from error


def _annotated(draft: Draft) -> bytes:
    package = ChangedPackage(draft.data)
    story = package.part(package.main)
    if story is None:
        raise ReadFailure(Message("read.docx-damaged"))
    anchors = Anchors(story.root)
    comments = Comments(package, anchors.namespace)
    author = Author(say(draft.language, "annotate.author"), say(draft.language, "annotate.initials"), draft.date)
    texts: list[tuple[Span, tuple[str, ...]]] = [(_start(draft), summary(draft.result, draft.language))]
    for finding in draft.result.findings:
        texts.append((finding.span, paragraphs(remark(finding, draft.language), draft.language)))
    # All ranges are found before any is marked: the marks are runs too, and would be counted.
    found = [(anchors.find(span), text) for span, text in texts]
    for anchor, text in found:
        if anchor is not None:
            anchors.mark(anchor, comments.add(text, author))
    comments.save()
    package.put(package.main, story)
    return package.packed()


def _start(draft: Draft) -> Span:
    first = draft.document.blocks[0]
    return first.text.span if isinstance(first, Paragraph) else first.span
