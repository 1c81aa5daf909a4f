"""What a PDF file would weigh unpacked, estimated from its bytes before anything unpacks it.

A few thousand bytes of a file can stand for gigabytes: a stream packed over and over, one that a page draws thousands
of times, groups that draw groups that draw groups. pdfium unpacks all of that before it can be asked how much it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from linter.formats.refusals import MEGABYTE
from linter.readers.pdf.filters import unpacked

MOST_UNPACKED = 30 * MEGABYTE
"""Bytes that the streams of a file may have unpacked, pictures and fonts left out. A report has 0.5 MB."""

MOST_OF_FONTS = 80 * MEGABYTE
"""Bytes that its fonts may have unpacked. A report's have some 20 MB."""

LARGEST_PICTURE = 150 * MEGABYTE
"""Bytes that a picture may have unpacked: a page scanned in colour, 600 dots an inch. It is only counted."""

MOST_REFERENCES = 500_000
"""References from object to object: each becomes an object of pdfium's. A tagged report of five pages has 5,000."""

MOST_DRAWN = 50_000
"""Groups that one group may draw, those counted that they draw in turn."""

_LONG_LIST = 2  # references that may be the same one
_LONGEST_DICTIONARY = 100_000
_STREAM = re.compile(rb"stream\r?\n")
_OBJECT = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+R\b")
_LIST = re.compile(rb"\[((?:\s*\d{1,10}\s+\d{1,5}\s+R\b){%d,})" % _LONG_LIST)
_KEPT = (b"/ObjStm", b"/Form")
_FONT = re.compile(rb"/Length1\b|/FontFile|/Type1C\b|/CIDFontType0C\b|/OpenType\b")
_DRAWS = re.compile(rb"/[^\s/<>\[\](){}%]+\s+Do\b")


@dataclass(frozen=True, slots=True)
class _Stream:
    """A stream: the number of its object, its dictionary, its size unpacked, which is not counted beyond the limit that
    it goes over, and its content, if that may refer to other objects.
    """

    number: int
    dictionary: bytes
    size: int
    content: bytes = b""


def is_too_heavy(data: bytes) -> bool:
    """Whether `data`, a PDF file, goes beyond one of the limits."""
    sums: Counter[int] = Counter()  # by the limit that counts
    groups: dict[int, _Stream] = {}
    sizes: dict[int, int] = {}
    packs: list[_Stream] = []
    references = _References(data)
    for stream in _streams(data):
        limit = _limit(stream.dictionary)
        sums[limit] += stream.size
        if stream.size > limit or (sums[limit] > limit != LARGEST_PICTURE) or references.are_too_many:
            return True
        if limit == MOST_UNPACKED:
            sizes[stream.number] = stream.size
        if b"/ObjStm" in stream.dictionary:
            packs.append(stream)
            references.add(stream.content)
        elif b"/Form" in stream.dictionary and _DRAWS.search(stream.content):
            groups[stream.number] = stream
    if references.are_too_many:
        return True
    if any(times * sizes.get(number, 0) > MOST_UNPACKED for number, times in references.repeated.items()):
        return True
    if not groups:
        return False
    objects = dict(_plain_objects(data))
    for pack in packs:
        objects.update(_packed_objects(pack))
    return _drawn_groups(groups, objects) > MOST_DRAWN


def _limit(dictionary: bytes) -> int:
    """What a stream, and all of its sort but pictures together, may come to."""
    if b"/Image" in dictionary:
        return LARGEST_PICTURE
    return MOST_OF_FONTS if _FONT.search(dictionary) else MOST_UNPACKED


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
        dictionary = head[begin:]
        chunks = unpacked(data[start:done], dictionary, _limit(dictionary))
        if any(word in dictionary for word in _KEPT):
            content = b"".join(chunks)
            yield _Stream(number, dictionary, len(content), content)
        else:
            yield _Stream(number, dictionary, sum(map(len, chunks)))


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


class _References:
    """The references of a file: whether they are too many, and how often lists of them, such as that of the streams of
    a page, name each object, in one list at most.
    """

    def __init__(self, data: bytes) -> None:
        self.repeated: Counter[int] = Counter()
        self._count = 0
        self.add(data)

    @property
    def are_too_many(self) -> bool:
        return self._count > MOST_REFERENCES

    def add(self, data: bytes) -> None:
        """Count those in `data` too, unless there are too many already."""
        self._count += sum(1 for _ in islice(_REFERENCE.finditer(data), MOST_REFERENCES + 1))
        if self.are_too_many:
            return
        for match in _LIST.finditer(data):
            self.repeated |= Counter(int(one[1]) for one in _REFERENCE.finditer(match[1]))


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
