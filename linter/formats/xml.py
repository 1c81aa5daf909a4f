"""XML of untrusted files: without entities, network, or more than a report ever has."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from linter.formats.refusals import ReadFailure
from linter.model.message import Message

MOST_NODES = 1_000_000
"""Tags and attributes that an XML part may have: each takes some 200 bytes once parsed. A report of five pages has
20,000, one with thirty tables of forty departments each 600,000."""

_DECLARATION = b"<!DOCTYPE"  # no entity can be declared without one


def parsed(data: bytes, whole: bool = False) -> _Element:
    """The root of an XML part of a Word file; with comments and instructions only where it is to be kept `whole`.

    Raises `ReadFailure` for XML that is damaged, declares entities, has too many elements, or has them nested more
    than 256 deep.
    """
    if _DECLARATION in data:
        raise ReadFailure(Message("read.docx-entities"))
    if data.count(b"<") + data.count(b"=") > MOST_NODES:
        raise ReadFailure(Message("read.too-many-parts", {"limit": MOST_NODES}))
    try:
        root = etree.fromstring(data, _parser(whole))
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error)
        raise ReadFailure(Message("read.docx-too-deep" if deep else "read.docx-damaged")) from error
    if root is None:
        raise ReadFailure(Message("read.docx-damaged"))
    if root.getroottree().docinfo.doctype:
        raise ReadFailure(Message("read.docx-entities"))
    return root


def _parser(whole: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=not whole,
        remove_pis=not whole,
        strip_cdata=not whole,
        collect_ids=False,
    )
