"""PDF files written byte by byte: what no program writes, and what hostile people do."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

WORDS = b"BT /F1 12 Tf 100 700 Td (twelve words of text, so that the page is no scan) Tj ET "


def pdf(objects: Sequence[bytes]) -> bytes:
    """A file of `objects`, numbered from 1, the first of which is the catalogue."""
    out = b"%PDF-1.7\n"
    offsets = []
    for number, item in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    places = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + places + tail


def stream(content: bytes, dictionary: bytes = b"", times: int = 1) -> bytes:
    """A stream, packed so many times."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/Filter[" + b"/FlateDecode " * times + b"]"
    return b"<<%b%b/Length %d>>stream\n%b\nendstream" % (dictionary, filters, len(content), content)


def one_page(content: bytes, resources: bytes = b"", contents: bytes = b"4 0 R", more: Sequence[bytes] = ()) -> bytes:
    """A file of one page that draws `content`, with Helvetica as /F1; `more` are objects from the sixth on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>%b>>/Contents %b>>"
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page % (resources, contents),
            content,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            *more,
        ]
    )


def groups_in_groups(depth: int, fan: int) -> bytes:
    """A page on which a group draws `fan` groups, each of which draws as many, `depth` deep."""
    groups = []
    for level in range(depth):
        inner = b"/XObject<</X %d 0 R>>" % (7 + level) if level < depth - 1 else b""
        body = b"/X Do " * fan if level < depth - 1 else WORDS
        head = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>%b>>" % inner
        groups.append(stream(body, head))
    return one_page(stream(WORDS + b"/X Do "), b"/XObject<</X 6 0 R>>", more=groups)
