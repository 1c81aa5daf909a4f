"""Word files (.docx), as Word, WPS and LibreOffice write them: the XML is walked as it is stored.

A report is read as it reads when printed: tracked changes accepted, automatic numbers in place, fields by their
results; hidden text, headers, footers, notes, comments and the table of contents are not of its body.
"""

from __future__ import annotations

from lxml.etree import _Element

from linter.formats.opc import Package
from linter.formats.refusals import ReadFailure
from linter.formats.signatures import foreign_content
from linter.model.document import Document, Source
from linter.model.message import Message
from linter.readers.docx.blocks import Blocks
from linter.readers.docx.numbering import Numbering
from linter.readers.docx.state import State
from linter.readers.docx.styles import Styles
from linter.readers.docx.xml import BODY, child, parse, w

_DOCUMENT = w("document")
_OTHER_KINDS = ("read.is-excel", "read.is-opendocument")


def read(source: Source) -> Document:
    """The blocks of a Word file; raises `ReadFailure`."""
    package = Package(source.data)
    main = package.main
    root = _part(package, main)
    if root is None or root.tag != _DOCUMENT:
        raise ReadFailure(_other(source.data))
    styles = Styles(_related(package, main, "styles"))
    return _document(source.name, State(root, styles, Numbering(_related(package, main, "numbering"))), root)


def read_parts(name: str, document: str, numbering: str) -> Document:
    """The blocks of a text that is no Word file, but is written as two parts of one; raises `ReadFailure`."""
    root = parse(document.encode())
    return _document(name, State(root, Styles(None), Numbering(parse(numbering.encode()))), root)


def _part(package: Package, name: str) -> _Element | None:
    data = package.part(name)
    return None if data is None else parse(data)


def _related(package: Package, main: str, kind: str) -> _Element | None:
    name = package.related(main, kind)
    return None if name is None else _part(package, name)


def _document(name: str, state: State, root: _Element) -> Document:
    body = child(root, BODY)
    blocks = () if body is None else Blocks(state).read(body)
    return Document(name, "docx", blocks, _notes(state))


def _other(data: bytes) -> Message:
    """What a package without a Word document is."""
    found = foreign_content(data)
    return found if found is not None and found.key in _OTHER_KINDS else Message("read.docx-not-word")


def _notes(state: State) -> tuple[Message, ...]:
    seen = {"read.docx-tracked-changes": state.tracked, "read.docx-embedded": state.embedded}
    left_out = {"read.struck-text": state.struck, "read.unseen-text": state.unseen}
    return (
        *(Message(key) for key, met in seen.items() if met),
        *(Message(key, {"count": count}) for key, count in left_out.items() if count),
    )
