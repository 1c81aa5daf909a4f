"""What a PDF file would weigh unpacked, told from its bytes before anything unpacks it.

A few thousand bytes of a file can stand for gigabytes: a stream packed over and over, one that a page draws thousands
of times, groups that draw groups that draw groups. pdfium unpacks all of that before it can be asked how much it is.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from linter.formats.refusals import MEGABYTE

MOST_UNPACKED = 100 * MEGABYTE
"""Bytes that the streams of a file may have unpacked, pictures left out. A report's fonts have some 20 MB."""

LARGEST_PICTURE = 150 * MEGABYTE
"""Bytes that a picture may have unpacked: a page scanned in colour, 600 dots an inch."""

MOST_DRAWN = 50_000
"""Groups that one group may draw, those counted that they draw in turn."""

_LONG_LIST = 2  # references that may be the same one
_PACKED_IN_PACKED = 4
_LONGEST_DICTIONARY = 100_000
_STREAM = re.compile(rb"stream\r?\n")
_OBJECT = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+R\b")
_LIST = re.compile(rb"\[((?:\s*\d{1,10}\s+\d{1,5}\s+R\b){%d,})" % _LONG_LIST)
_DRAWS = re.compile(rb"/[^\s/<>\[\](){}%]+\s+Do\b")


@dataclass(frozen=True, slots=True)
class _Stream:
    """A stream unpacked, or the beginning of one that is too large: the number of its object, its dictionary."""

    number: int
    dictionary: bytes
    content: bytes


def is_too_heavy(data: bytes) -> bool:
    """Whether `data`, a PDF file, goes beyond one of the limits."""
    unpacked = 0
    groups: dict[int, _Stream] = {}
    sizes: dict[int, int] = {}
    packs: list[_Stream] = []
    repeated = _repeated(data)
    for stream in _streams(data):
        picture = b"/Image" in stream.dictionary
        if len(stream.content) > (LARGEST_PICTURE if picture else MOST_UNPACKED):
            return True
        if picture:
            continue
        sizes[stream.number] = len(stream.content)
        unpacked += len(stream.content)
        if unpacked > MOST_UNPACKED:
            return True
        if b"/ObjStm" in stream.dictionary:
            packs.append(stream)
            repeated |= _repeated(stream.content)
        elif b"/Form" in stream.dictionary and _DRAWS.search(stream.content):
            groups[stream.number] = stream
    if any(times * sizes.get(number, 0) > MOST_UNPACKED for number, times in repeated.items()):
        return True
    if not groups:
        return False
    objects = dict(_plain_objects(data))
    for pack in packs:
        objects.update(_packed_objects(pack))
    return _drawn_groups(groups, objects) > MOST_DRAWN


def _streams(data: bytes) -> Iterator[_Stream]:
    done = 0
    for match in _STREAM.finditer(data):
        start = match.end()
        if start < done or data[match.start() - 3 : match.start()] == b"end":
            continue
        head = data[max(done, match.start() - _LONGEST_DICTIONARY) : match.start()]
        objects = list(_OBJECT.finditer(head))
        number, begin = (int(objects[-1][1]), objects[-1].end()) if objects else (0, 0)
        done = data.find(b"endstream", start)
        done = len(data) if done < 0 else done
        yield _Stream(number, head[begin:], _unpacked(data[start:done], head[begin:]))


def _unpacked(packed: bytes, dictionary: bytes) -> bytes:
    """The content of a stream, of which at most one byte more than the largest limit is unpacked."""
    if b"ASCII85" in dictionary or b"/A85" in dictionary:
        try:
            packed = a85decode(packed.strip().removesuffix(b"~>"))
        except ValueError:
            return packed
    for _ in range(_PACKED_IN_PACKED):
        if len(packed) < 2 or packed[0] & 15 != 8 or int.from_bytes(packed[:2], "big") % 31:
            break
        try:
            packed = zlib.decompressobj().decompress(packed, LARGEST_PICTURE + 1)
        except zlib.error:
            break
    return packed


def _plain_objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Objects that are not packed, by number, up to their stream."""
    starts = list(_OBJECT.finditer(data))
    ends = [*(match.start() for match in starts), len(data)][1:]
    for match, end in zip(starts, ends, strict=True):
        text = data[match.end() : min(end, match.end() + _LONGEST_DICTIONARY)]
        yield int(match[1]), text.partition(b"stream")[0]


def _packed_objects(stream: _Stream) -> Iterator[tuple[int, bytes]]:
    """The objects packed into a stream, by number."""
    first = re.search(rb"/First\s+(\d{1,9})", stream.dictionary)
    if first is None:
        return
    start = int(first[1])
    numbers = [int(number) for number in re.findall(rb"\d{1,9}", stream.content[:start])]
    places = list(zip(numbers[::2], numbers[1::2], strict=False))
    for index, (number, offset) in enumerate(places):
        end = places[index + 1][1] if index + 1 < len(places) else len(stream.content)
        yield number, stream.content[start + offset : start + end]


def _repeated(data: bytes) -> Counter[int]:
    """How often lists of references, such as that of the streams of a page, name each object, in one list at most."""
    repeated: Counter[int] = Counter()
    for match in _LIST.finditer(data):
        repeated |= Counter(map(int, _REFERENCE.findall(match[1])))
    return repeated


def _drawn_groups(groups: Mapping[int, _Stream], objects: Mapping[int, bytes]) -> int:
    """The most groups that any of `groups` draws, those counted that are drawn within them."""
    known: dict[int, int] = {}
    weights = {number: len(_DRAWS.findall(group.content)) for number, group in groups.items()}
    inner = {number: _named(group.dictionary, groups, objects) for number, group in groups.items()}
    for first in groups:
        waiting = [] if first in known else [first]
        seen = {first}
        while waiting:
            number = waiting[-1]
            unknown = next((other for other in inner[number] if other not in known and other not in seen), None)
            if unknown is not None:
                waiting.append(unknown)
                seen.add(unknown)
                continue
            waiting.pop()
            known[number] = 1 + weights[number] * max((known.get(other, 1) for other in inner[number]), default=1)
            known[number] = min(known[number], MOST_DRAWN + 1)
    return max(known.values(), default=0)


def _named(dictionary: bytes, groups: Mapping[int, _Stream], objects: Mapping[int, bytes]) -> set[int]:
    """The groups that a dictionary refers to, itself or through up to two objects that are none."""
    found: set[int] = set()
    texts = [dictionary]
    for _ in range(3):
        references = {int(number) for text in texts for number in _REFERENCE.findall(text)}
        found |= references & groups.keys()
        texts = [objects[number] for number in references - groups.keys() if number in objects]
    return found
