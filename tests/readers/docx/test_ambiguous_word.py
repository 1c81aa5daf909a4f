"""A Word file of which programs might show different texts is refused: what is checked is what is shown."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping

import pytest
from word_files import OFFICE, RELATIONSHIPS, packed, para, part, parts_of, read_word, relationships, stated

from linter.readers import ReadFailure

CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN, STYLES, LINKS, TYPES = "word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml"
SHOWN = parts_of(para("合计4件"))
HIDDEN = part("document", f"<w:body>{para('合计5件')}</w:body>")


def together(*parts: tuple[str, str]) -> bytes:
    """The sample and more members after it, whatever they are called."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in [*SHOWN.items(), *parts]:
            archive.writestr(name, content)
    return buffer.getvalue()


def links(*types: str, target: str = MAIN, more: str = "") -> dict[str, str]:
    items = "".join(
        f'<Relationship Id="r{at}" Type="{type}" Target="{target}" {more}/>' for at, type in enumerate(types)
    )
    return {**SHOWN, LINKS: f'<Relationships xmlns="{RELATIONSHIPS}">{items}</Relationships>', "word/b.xml": HIDDEN}


def types(*entries: str) -> dict[str, str]:
    return {**SHOWN, TYPES: f'<Types xmlns="{CONTENT}">{"".join(entries)}</Types>'}


def override(content: str, name: str = MAIN) -> str:
    return f'<Override PartName="/{name}" ContentType="{content}"/>'


def second_end() -> bytes:
    """A package whose comment is a second list of its members, and a second end."""
    data = bytearray(packed(SHOWN))
    size, start = struct.unpack_from("<2L", data, len(data) - 10)
    comment = data[start : start + size] + data[-22:]
    struct.pack_into("<L", comment, len(comment) - 6, len(data))
    struct.pack_into("<H", data, len(data) - 2, len(comment))
    return bytes(data + comment)


MAIN_TYPE = f"{OFFICE}/relationships/officeDocument"
AMBIGUOUS: Mapping[str, tuple[bytes, str]] = {
    "another case": (together(("word/Document.xml", HIDDEN)), "two-parts"),
    "the same name": (together((MAIN, HIDDEN)), "two-parts"),
    "a character written as its number": (together(("word/documen%74.xml", HIDDEN)), "two-parts"),
    "a backslash": (together(("word\\document.xml", HIDDEN)), "two-parts"),
    "a way round": (together(("word/./document.xml", HIDDEN)), "two-parts"),
    "from the root": (together(("/word/document.xml", HIDDEN)), "two-parts"),
    "in pieces": (together(("word/document.xml/[0].piece", HIDDEN)), "two-parts"),
    "two lists of content": (together(("[content_types].xml", "<Types/>")), "two-parts"),
    "two lists of references": (
        together(("_RELS/.rels", relationships(("officeDocument", "word/b.xml")))),
        "two-parts",
    ),
    "two styles": (together(("word/STYLES.xml", part("styles", ""))), "two-parts"),
    "a package before it": (packed({MAIN: HIDDEN}) + packed(SHOWN), "two-packages"),
    "an end after the end": (second_end(), "two-packages"),
    "a foreign type": (packed(links("http://x/officeDocument", target="word/b.xml")), "unclear-reference"),
    "a foreign type first": (packed(links("urn:x/officeDocument", MAIN_TYPE)), "unclear-reference"),
    "a type in another case": (packed(links(MAIN_TYPE.replace("office", "Office"))), "unclear-reference"),
    "two main parts": (packed(links(MAIN_TYPE, MAIN_TYPE)), "unclear-reference"),
    "today's and strict": (
        packed(links(MAIN_TYPE, "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")),
        "unclear-reference",
    ),
    "two lists of numbers": (
        packed(
            {
                **SHOWN,
                "word/_rels/document.xml.rels": relationships(("numbering", "numbering.xml"), ("numbering", "b.xml")),
            }
        ),
        "unclear-reference",
    ),
    "outside": (packed(links(MAIN_TYPE, more='TargetMode="External"')), "outside-reference"),
    "a file": (packed(links(MAIN_TYPE, target="file:///word/document.xml")), "outside-reference"),
    "another machine": (packed(links(MAIN_TYPE, target="//a/word/document.xml")), "outside-reference"),
    "above the root": (packed(links(MAIN_TYPE, target="../word/document.xml")), "outside-reference"),
    "as Windows writes it": (packed(links(MAIN_TYPE, target="word\\document.xml")), "outside-reference"),
    "with a fragment": (packed(links(MAIN_TYPE, target="word/document.xml#b")), "outside-reference"),
    "with a number": (packed(links(MAIN_TYPE, target="word/documen%74.xml")), "outside-reference"),
    "nothing there": (packed(links(MAIN_TYPE, target="word/c.xml")), "damaged"),
    "a main part that is said to be a header": (packed(types(override(f"{WORD_TYPE}.header+xml"))), "other-content"),
    "no content of Word": (packed(types('<Default Extension="xml" ContentType="application/xml"/>')), "other-content"),
    "styles that are said to be settings": (
        packed(types(override(f"{WORD_TYPE}.settings+xml", STYLES))),
        "other-content",
    ),
    "two contents": (packed(types(override(f"{WORD_TYPE}.document.main+xml") * 2)), "two-parts"),
}


@pytest.mark.parametrize(("data", "key"), AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_refused(data: bytes, key: str) -> None:
    with pytest.raises(ReadFailure) as failure:
        read_word(data)
    assert failure.value.message.key == f"read.docx-{key}"


COMMENT = "<!-- a --><?b c?>"
CLEAR: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "the parts of others": lambda: {**SHOWN, "word/b.xml": HIDDEN, "Document.xml": HIDDEN},
    "from the root": lambda: links(MAIN_TYPE, target="/word/document.xml"),
    "round within": lambda: links(MAIN_TYPE, target="word/../word/document.xml"),
    "in another case": lambda: links(MAIN_TYPE, target="Word/Document.XML"),
    "by its content": lambda: types(override(f"{WORD_TYPE}.document.main+xml")),
    "by its suffix": lambda: {
        **types(
            f'<Default Extension="XML" ContentType="{WORD_TYPE}.document.main+xml"/>',
            override(f"{WORD_TYPE}.styles+xml", STYLES),
            override(f"{WORD_TYPE}.numbering+xml", "word/numbering.xml"),
        )
    },
    "with macros": lambda: types(override("application/vnd.ms-word.document.macroEnabled.main+xml")),
    "comments among the lists": lambda: {
        name: content.replace("<Relationship ", f"{COMMENT}<Relationship ").replace(
            "<Types/>", f"<Types>{COMMENT}</Types>"
        )
        for name, content in SHOWN.items()
    },
    "links to elsewhere": lambda: {
        **SHOWN,
        "word/_rels/document.xml.rels": relationships(
            ("hyperlink", "https://a.example/#b"), ("hyperlink", "https://c.example/"), mode=' TargetMode="External"'
        ),
    },
}


@pytest.mark.parametrize("parts", CLEAR.values(), ids=CLEAR)
def test_read(parts: Callable[[], Mapping[str, str]]) -> None:
    assert stated(read_word(packed(parts()))) == ["合计4件"]
