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
from linter.language import LANGUAGES
from linter.model.document import Paragraph
from linter.model.message import Message
from linter.model.span import Span
from linter.presentation.remarks import numbered, remark, summary
from linter.presentation.words import SEVERITIES, say


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
    texts = [(_start(draft), _author("", draft), summary(draft.result, draft.language))]
    for number, finding in enumerate(draft.result.findings, 1):
        said = remark(finding, draft.language)
        texts.append((finding.span, _author(said.word, draft), numbered(said, number, draft.language)))
    # All ranges are found before any is marked or unmarked: the marks are runs too, and are counted.
    found = anchors.find(span for span, _, _ in texts)
    comments.take_out(_own_authors(), story.root)
    for anchor, (_, author, text) in zip(found, texts, strict=True):
        if anchor is not None:
            anchors.mark(anchor, comments.add(text, author))
    comments.save()
    package.put(package.main, story)
    return package.packed()


def _author(severity: str, draft: Draft) -> Author:
    """Who says it: one author for each severity, so that a word processor tells them apart."""
    name = say(draft.language, "annotate.author-of", severity=severity) if severity else None
    initials = say(draft.language, "annotate.initials")
    return Author(name or say(draft.language, "annotate.author"), initials, draft.date)


def _own_authors() -> frozenset[str]:
    """All names that we have given as an author, in either language."""
    severities = [severity.key for severity in SEVERITIES.values()]
    return frozenset(
        name
        for language in LANGUAGES
        for name in (
            say(language, "annotate.author"),
            say(language, "annotate.former-author"),
            *(say(language, "annotate.author-of", severity=say(language, key)) for key in severities),
        )
    )


def _start(draft: Draft) -> Span:
    first = draft.document.blocks[0]
    return first.text.span if isinstance(first, Paragraph) else first.span
