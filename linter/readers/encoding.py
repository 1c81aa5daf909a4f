"""Bytes → text. The encodings are a closed set: UTF-8, UTF-16 and GB18030, with and without a byte order mark.

No library guesses among dozens of encodings here. The reports are written by programs that save in one of these three
families (GB18030 includes GBK and GB2312), each of which can be recognised by its own structure; a general detector
would be slower and would now and then find Cyrillic or Korean in a damaged file and misread all of it.
"""

from __future__ import annotations

import re

from linter.formats.refusals import MEGABYTE, ReadFailure, refuse_larger
from linter.formats.signatures import foreign_content
from linter.model.message import Message

LARGEST = 20 * MEGABYTE
"""Bytes of text a report may have. A report of five pages has 0.02 MB."""

_REPLACED = "\ufffd"
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 65_536
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1C), 0x7F])
_STRAY_CONTROLS = 8  # left by a terminal or a converter
_MOST_CONTROLS = 0.02  # of all characters

# What text of the reports consists of: ASCII and CJK with their punctuation. Bytes read in a wrong encoding do not.
# Large sets of characters take long to compile and serve only files that are not clean UTF-8, hence not compiled here.
_USUAL = r"[\t\n\r -~\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_ASCII = r"[\t\n\r -~]"
_WIDE = r"[\u0800-\ufffc]"
_GOOD = 0.9


def decode(data: bytes) -> tuple[str, tuple[Message, ...]]:
    """The text of `data` without its byte order mark, and notes on what had to be assumed.

    Raises `ReadFailure` for data that is too large, empty, no text, or in no encoding of the set.
    """
    refuse_larger(data, LARGEST)
    if foreign := foreign_content(data):
        raise ReadFailure(foreign)
    text = _decoded(data)
    if not text or text.isspace():
        raise ReadFailure(Message("read.empty"))
    if b"\0" in data and "\0" in text:
        raise ReadFailure(Message("read.not-text"))
    _refuse_binary(text)
    damaged = text.count(_REPLACED)
    return text, (Message("read.damaged-characters", {"count": damaged}),) if damaged else ()


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\0" not in data:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return _not_clean_utf8(data)
    encoding, score = _utf16(data)
    if score < _GOOD:
        raise ReadFailure(Message("read.not-text"))
    return data.decode(encoding, errors="replace")


def _not_clean_utf8(data: bytes) -> str:
    """Text without NULs that is not well-formed UTF-8: damaged UTF-8, GB18030, or UTF-16 of nothing but wide
    characters. GB18030 read as UTF-8 hardly ever gives characters of three bytes, so a file with many of them and few
    damaged ones is UTF-8, although GB18030 might read it without a complaint.
    """
    damaged = data.decode("utf-8", errors="replace")
    broken = damaged.count(_REPLACED)
    if broken * 10 <= len(re.findall(_WIDE, damaged[:_SAMPLE])):
        return damaged
    utf16, utf16_score = _utf16(data)
    gb_score = _gb18030_score(data)
    if utf16_score >= _GOOD and utf16_score > gb_score:
        return data.decode(utf16, errors="replace")
    if gb_score >= 0.5:
        return data.decode("gb18030", errors="replace")
    if broken * 20 <= len(damaged):
        return damaged
    raise ReadFailure(Message("read.unknown-encoding"))


def _utf16(data: bytes) -> tuple[str, float]:
    """The likelier byte order of UTF-16, and the share of usual characters that it gives (0 to 1)."""
    sample = data[:_SAMPLE]
    best = ("utf-16-le", 0.0, 0)
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        score = (encoding, len(re.findall(_USUAL, text)) / max(len(text), 1), len(re.findall(_ASCII, text)))
        best = max(best, score, key=lambda item: item[1:])
    return best[:2]


def _gb18030_score(data: bytes) -> float:
    """The share (0 to 1) of the characters beyond ASCII that belong to GB2312, i.e. are in common use."""
    text = data[:_SAMPLE].decode("gb18030", errors="replace")
    beyond = [character for character in text if character > "\x7f"]
    common = len("".join(beyond).encode("gb2312", errors="ignore")) // 2
    return common / max(len(beyond), 1)


def _refuse_binary(text: str) -> None:
    sample = text[: 4 * _SAMPLE].encode(errors="replace")  # in UTF-8 no other character has such bytes in it
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _STRAY_CONTROLS + len(text[: 4 * _SAMPLE]) * _MOST_CONTROLS:
        raise ReadFailure(Message("read.not-text"))
