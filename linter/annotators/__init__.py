"""What was found, drawn into a copy of the draft: one module per format of the copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from linter.annotators.draft import AnnotateFailure, Draft

__all__ = ["ANNOTATORS", "AnnotateFailure", "Draft", "annotate"]

ANNOTATORS: Mapping[str, str] = {
    "docx": "linter.annotators.docx.annotate",
    "html": "linter.annotators.html.annotate",
    "pdf": "linter.annotators.pdf.annotate",
}
"""Format of the copy → its module, imported when it is used. Each has `annotate(draft) -> bytes`."""


def annotate(draft: Draft, format: str) -> bytes:
    """The marked copy of `draft` in one of the formats of `ANNOTATORS`; raises `AnnotateFailure`.

    A copy as docx or pdf can be made of a draft in that format only, one as html of any.
    """
    module = import_module(ANNOTATORS[format])
    return cast(Callable[[Draft], bytes], module.annotate)(draft)
