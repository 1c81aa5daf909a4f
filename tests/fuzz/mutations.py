"""Changes to files that know what the files are made of: members, nodes, streams, objects, tags, lines, keys.

Each takes a source of chance and the bytes of a file, and gives other bytes. What is changed at random byte by byte is
mostly refused at the door; what keeps the form of the file gets far into the program.
"""

from __future__ import annotations

import io
import re
import struct
import sys
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from random import Random

from lxml import etree

READERS = Path(__file__).parents[1] / "readers"
sys.path += [str(READERS / format) for format in ("doc", "docx", "pdf")]

from old_word import container  # noqa: E402

from linter.formats.zip import DAMAGED  # noqa: E402

Mutation = Callable[[Random, bytes], bytes]

MOST = 3  # changes to one file at a time
_WORDS = (
    "0 -1 1 7 65535 2147483647 4294967296 1e309 NaN ² ９ 〇 十 亿 万 % 余 ， 。 、 （ ） ( | 总计 合计 其中 "
    "一、 （一） 第二十条 2020年 共1件 restart continue true 𠀀"
)
WORDS = (
    *re.split(" ", _WORDS),
    *("", " ", "\t", "\n", "\x0b", "\u3000", "\u200b", "\u202e", "\ufeff", "\ud7ff", "A" * 300, "甲" * 300),
)


def word(chance: Random) -> str:
    return chance.choice(WORDS)


def in_list(chance: Random, items: list[bytes], other: Callable[[bytes], bytes]) -> list[bytes]:
    """The items with one of them left out, doubled, moved, put in place of another, or changed by `other`."""
    if not items:
        return items
    at, to = chance.randrange(len(items)), chance.randrange(len(items))
    match chance.randrange(6):
        case 0:
            del items[at]
        case 1:
            items.insert(to, items[at])
        case 2:
            items[at:at] = items[at : at + 8] * chance.choice((2, 10, 60))
        case 3:
            items[at], items[to] = items[to], items[at]
        case _:
            items[at] = other(items[at])
    return items


def of_bytes(chance: Random, data: bytes) -> bytes:
    """Bytes changed, cut out or put in, wherever they stand."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, MOST)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + chance.randint(1, 64)]
            case 2:
                changed[at:at] = chance.randbytes(chance.randint(1, 16))
            case _:
                changed[at : at + 4] = chance.choice(
                    (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\1\0\0\0")
                )
    return bytes(changed)


def of_text(chance: Random, data: bytes) -> bytes:
    """Words put in, in place of others, or characters taken out."""
    text = data.decode("utf-8", "replace")
    for _ in range(chance.randint(1, MOST)):
        at = chance.randrange(len(text) + 1)
        length = chance.choice((0, 0, 1, 2, 9))
        text = text[:at] + word(chance) * chance.choice((1, 1, 1, 5)) + text[at + length :]
    return text.encode("utf-8", "replace")


def of_lines(chance: Random, data: bytes) -> bytes:
    """Lines left out, doubled, moved or changed."""
    end = chance.choice((b"\n", b"\n", b"\r\n", b"\r"))
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    for _ in range(chance.randint(1, MOST)):
        lines = in_list(chance, lines, lambda line: of_text(chance, line))
    return end.join(lines)


_CELL = re.compile(rb"[\t|]")


def of_cells(chance: Random, data: bytes) -> bytes:
    """What stands between the marks of tables left out, doubled, moved or changed."""
    mark = b"|" if data.count(b"|") > data.count(b"\t") else b"\t"
    cells = _CELL.split(data)
    for _ in range(chance.randint(1, MOST)):
        cells = in_list(chance, cells, lambda _: word(chance).encode("utf-8", "replace"))
    return mark.join(cells)


_TAG = re.compile(rb"(<[^>]*>)")
_TAGS = (
    *(b"<table>", b"</table>", b"<tr>", b"<td>", b"<td colspan=999>", b"<td rowspan=65535>", b"<th rowspan=0>", b"<p>"),
    *(b"</p>", b"<div>", b"</div>", b"<br>", b"<pre>", b"<ul>", b"<li value=-9>", b"<ol start=2147483648>", b"<sup>"),
    *(b"<del>", b"<style>td{display:none}</style>", b"<select><option selected>", b"<a href=x>", b"<!--", b"<![CDATA["),
    *(b"<p style='display:none'>", b"<caption>", b"<tfoot>", b"<h1>", b"<input type=number value=9>", b"&#x110000;"),
)


def of_tags(chance: Random, data: bytes) -> bytes:
    """Tags and the texts between them left out, doubled, moved or changed."""
    parts = _TAG.split(data)
    for _ in range(chance.randint(1, MOST)):
        other = chance.choice(_TAGS)
        parts = in_list(chance, parts, lambda part, tag=other: tag if part.startswith(b"<") else of_text(chance, part))
    return b"".join(parts)


def of_nodes(chance: Random, data: bytes) -> bytes:
    """Elements of XML left out, doubled, moved or put into others; attributes and texts changed."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return of_bytes(chance, data)
    for _ in range(chance.randint(1, MOST)):
        elements = list(root.iter("*"))
        one, other = chance.choice(elements), chance.choice(elements)
        parent = one.getparent()
        match chance.randrange(7):
            case 0 if parent is not None:
                parent.remove(one)
            case 1 if parent is not None:
                parent.insert(parent.index(one), deepcopy(one))
            case 2:
                other.insert(0, deepcopy(one) if len(elements) < 20_000 else etree.Element("x"))
            case 3:
                one.text = re.sub(r"[^\t\n\x20-\ud7ff\ue000-\ufffd]", "", word(chance))
            case 4 if one.attrib:
                name = chance.choice(list(one.attrib))
                one.set(name, re.sub(r"[^\x20-\ud7ff]", "", word(chance)))
            case 5:
                one.insert(0, etree.Comment("x"))
            case _:
                one.tag, other.tag = other.tag, one.tag
    return etree.tostring(root, xml_declaration=True, encoding=chance.choice(("UTF-8", "UTF-8", "UTF-16", "GB18030")))


def of_members(chance: Random, data: bytes) -> bytes:
    """Members of a zip left out, doubled, renamed or changed: most often their XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    named = [index for index, (name, _) in enumerate(members) if name.endswith((".xml", ".rels"))]
    main = [index for index, (name, _) in enumerate(members) if name in ("word/document.xml", "content.xml")]
    for _ in range(chance.randint(1, MOST)):
        at = chance.choice(chance.choice((named, main or named)))
        name, content = members[at]
        match chance.randrange(12):
            case 0:
                members[at] = (chance.choice((name.upper(), f"/{name}", name[:-1], "word/x.xml")), content)
            case 1:
                members.append((name, content))
            case 2:
                members[at] = (name, of_bytes(chance, content))
            case _:
                members[at] = (name, of_nodes(chance, content))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names that stand twice
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def of_streams(chance: Random, data: bytes) -> bytes:
    """Streams of an old Office file left out, cut or changed, most often in their heads and tables."""
    from olefile import OleFileIO

    file = OleFileIO(data)
    streams = {path[0]: file.openstream(path).read() for path in file.listdir() if len(path) == 1}
    for _ in range(chance.randint(1, MOST)):
        name = chance.choice(list(streams))
        content = streams[name]
        match chance.randrange(8):
            case 0:
                content = content[: chance.randrange(len(content) + 1)]
            case 1:
                content = of_bytes(chance, content[:512]) + content[512:]
            case 2:
                at = chance.randrange(0, max(len(content) - 1, 1), 2)
                content = content[:at] + word(chance).encode("utf-16-le", "replace") + content[at + 2 :]
            case 3:
                name = name[::-1]
            case _:
                content = of_bytes(chance, content)
        streams[name] = content
    return container(streams)


_OBJECT = re.compile(rb"(?=\b\d+\s+\d+\s+obj\b)")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_TOKEN = re.compile(rb"(-?\d+(?:\.\d+)?|/[A-Za-z]+|\b[A-Za-z]{1,2}\b)")
_TOKENS = (
    *(b"1 0 R", b"9 0 R", b"[1 0 R 1 0 R]"),
    *b"0 -1 1 99999 2147483648 1e9 null <<>> [] /Type /Page /Form q Q BT ET Tj Do re cm Tr S f (x) <0041>".split(),
)


def of_objects(chance: Random, data: bytes) -> bytes:
    """Objects of a PDF file left out, doubled, moved or changed, within packed streams too."""
    objects = _OBJECT.split(data)

    def changed(item: bytes) -> bytes:
        found = _STREAM.search(item)
        if found is None or chance.random() < 0.3:
            return of_tokens(chance, item)
        try:
            inner = zlib.compress(of_tokens(chance, zlib.decompress(found[1])))
        except zlib.error:
            return of_bytes(chance, item)
        return item[: found.start(1)] + inner + item[found.end(1) :]

    for _ in range(chance.randint(1, MOST)):
        at = chance.randrange(len(objects))
        objects = (
            in_list(chance, objects, changed)
            if chance.random() < 0.3
            else [changed(item) if index == at else item for index, item in enumerate(objects)]
        )
    return b"".join(objects)


def of_tokens(chance: Random, data: bytes) -> bytes:
    """Numbers, names and operators left out, doubled, moved or changed."""
    parts = _TOKEN.split(data)
    for _ in range(chance.randint(1, MOST)):
        other = chance.choice(_TOKENS)
        parts = in_list(chance, parts, lambda _, other=other: other)
    return b"".join(parts)


MUTATIONS: dict[str, Sequence[Mutation]] = {
    "txt": (of_lines, of_lines, of_cells, of_text, of_bytes),
    "md": (of_lines, of_lines, of_cells, of_text, of_tags),
    "html": (of_tags, of_tags, of_tags, of_text, of_bytes),
    "mht": (of_lines, of_tags, of_bytes),
    "docx": (of_members, of_members, of_members, of_members, of_bytes),
    "odt": (of_members, of_bytes),
    "doc": (of_streams, of_streams, of_streams, of_bytes),
    "pdf": (of_objects, of_objects, of_objects, of_bytes),
}
"""Format → how its files are changed, the likelier ones more than once."""


def mutated(chance: Random, format: str, data: bytes) -> bytes:
    """A file made of `data` by one or two mutations of its format."""
    for _ in range(chance.choice((1, 1, 2))):
        try:
            data = chance.choice(MUTATIONS[format])(chance, data)
        except (*DAMAGED, IndexError, struct.error):
            data = of_bytes(chance, data)  # the one before has left nothing that has a form
        if len(data) > 3_000_000:
            break
    return data
