"""Zip files: members read within limits, and a copy with some of them replaced."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence

from linter.model.records import Record

DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError)
"""What the library for zip files raises where one is damaged."""

_CHUNK = 256 * 1024
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s2B5H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_SIGN, _CENTRAL_SIGN, _END_SIGN, _LARGE_END_SIGN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06"

_LONGEST_END = _END.size + 0xFFFF  # bytes of the end of a zip with the longest comment

_SIZES_FOLLOW = 0x8  # the flag of a member whose sizes stand after it and not before
_UTF8 = 0x800
_VERSION = 20  # of the zip format that a reader needs
_LARGEST = 0xFFFF_FFFF  # for a size that only the end of a large zip (zip64) states
_MOST_PER_BYTE = 1032  # bytes that one of deflate can stand for
_FIRST_DAY = (1 << 5) | 1  # 1980-01-01, before which a zip knows no date


class DamagedZip(Exception):
    """A zip that cannot be opened, read or copied."""


class LargeZip(Exception):
    """A zip whose members come to more than they may when unpacked."""


class Zip:
    """The members of a zip by name. At most `most` bytes of it are unpacked in all; nothing is ever written."""

    def __init__(self, data: bytes, most: int) -> None:
        """Raises `DamagedZip`."""
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except (*DAMAGED, IndexError) as error:
            raise DamagedZip from error
        self.members: tuple[zipfile.ZipInfo, ...] = tuple(self._file.infolist())
        self._left = most

    def chunks(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """The content of a member, piece by piece; raises `DamagedZip` or `LargeZip`."""
        try:
            with self._file.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise LargeZip
                    yield chunk
        except DAMAGED as error:
            raise DamagedZip from error


def directory_size(data: bytes) -> int:
    """Bytes that the list of the members says it has; less than zero for a zip without an end."""
    end = data.rfind(_END_SIGN)
    if end < 0:
        return -1
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if size == _LARGEST and (end := data.rfind(_LARGE_END_SIGN, 0, end)) >= 0:
        return int.from_bytes(data[end + 40 : end + 48], "little")
    return size


def starts_with_member(data: bytes, members: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether the first byte of `data` is that of a member, and one end alone closes it.

    Otherwise there may be another zip before or within the one whose members these are, and programs differ on which
    of the two they open.
    """
    if members and min(member.header_offset for member in members):
        return False
    tail = data[-_LONGEST_END:]
    places = (match.start() for match in re.finditer(re.escape(_END_SIGN), tail))
    return sum(int.from_bytes(tail[at + 20 : at + 22], "little") == len(tail) - at - _END.size for at in places) == 1


class _Member(Record):
    """A member as it is written: `packed` is what stands in the file for its content."""

    info: zipfile.ZipInfo
    name: bytes
    flags: int
    method: int
    crc: int
    size: int
    packed: bytes


def repacked(data: bytes, changed: Mapping[str, bytes], most: int) -> bytes:
    """The zip `data` with the contents `changed` for the members of those names, and new members at its end.

    The others keep their order, their times, their method and every byte. Raises `DamagedZip`, also where a member says
    that it has a size that it cannot have, and `LargeZip` where those kept say they come to more than `most` bytes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
        kept = [info for info in infos if info.filename not in changed]
        if not all(map(_can_be, kept)):
            raise zipfile.BadZipFile
        if sum(info.file_size for info in kept) > most:
            raise LargeZip
        return _written([*_members(data, infos, changed), *_added(infos, changed)])
    except (zipfile.BadZipFile, struct.error, ValueError) as error:
        raise DamagedZip from error


def _can_be(info: zipfile.ZipInfo) -> bool:
    """Whether a member can have the size that it says it has."""
    if info.compress_type == zipfile.ZIP_STORED:
        return info.file_size == info.compress_size - 12 * (info.flag_bits & 1)  # an encrypted one has a head
    return info.compress_type != zipfile.ZIP_DEFLATED or info.file_size <= _MOST_PER_BYTE * info.compress_size


def _members(data: bytes, infos: list[zipfile.ZipInfo], changed: Mapping[str, bytes]) -> Iterator[_Member]:
    for info in infos:
        start = info.header_offset
        sign, *_, name_length, extra_length = _LOCAL.unpack_from(data, start)
        if sign != _LOCAL_SIGN or max(info.compress_size, info.file_size) >= _LARGEST:
            raise zipfile.BadZipFile
        start += _LOCAL.size
        name = data[start : start + name_length]
        if info.filename in changed:
            yield _packed(info, name, info.flag_bits & ~_SIZES_FOLLOW, changed[info.filename])
            continue
        start += name_length + extra_length
        packed = data[start : start + info.compress_size]
        flags, method = info.flag_bits & ~_SIZES_FOLLOW, info.compress_type
        yield _Member(info, name, flags, method, info.CRC, info.file_size, packed)


def _added(infos: list[zipfile.ZipInfo], changed: Mapping[str, bytes]) -> Iterator[_Member]:
    there = {info.filename for info in infos}
    for name, content in changed.items():
        if name not in there:
            yield _packed(zipfile.ZipInfo(name), name.encode(), 0 if name.isascii() else _UTF8, content)


def _packed(info: zipfile.ZipInfo, name: bytes, flags: int, content: bytes) -> _Member:
    squeeze = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = squeeze.compress(content) + squeeze.flush()
    return _Member(info, name, flags, zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content), packed)


def _written(members: list[_Member]) -> bytes:
    out, directory = io.BytesIO(), io.BytesIO()
    for member in members:
        offset = out.tell()
        info = member.info
        year, month, day, hour, minute, second = info.date_time
        date = max((year - 1980) << 9 | month << 5 | day, _FIRST_DAY)
        time = hour << 11 | minute << 5 | second // 2
        sizes = (member.crc, len(member.packed), member.size, len(member.name))
        head = (member.flags, member.method, time, date, *sizes)
        out.write(_LOCAL.pack(_LOCAL_SIGN, _VERSION, *head, 0) + member.name + member.packed)
        system = (info.create_version, info.create_system, _VERSION)
        rest = (0, len(info.comment), 0, info.internal_attr, info.external_attr, offset)
        directory.write(_CENTRAL.pack(_CENTRAL_SIGN, *system, *head, *rest) + member.name + info.comment)
    start, length = out.tell(), directory.tell()
    count = len(members)
    return out.getvalue() + directory.getvalue() + _END.pack(_END_SIGN, 0, 0, count, count, length, start, 0)
