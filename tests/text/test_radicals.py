"""Signs of radicals are read as the characters that they print like, one for one; nothing else is touched."""

from __future__ import annotations

import pytest

from linter.model.document import Source
from linter.readers import read
from linter.text.radicals import radicals, without_radicals


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("⽯桥镇⼈⺠政府", "石桥镇人民政府"),
        ("⻔⼾⽹站", "门户网站"),
        ("⾏政⻢车⻋", "行政马车车"),
        ("⾭", "青"),
        ("\uf9b5", "例"),
    ],
)
def test_a_radical_is_the_character_that_it_prints_like(printed: str, meant: str) -> None:
    assert without_radicals(printed) == meant
    assert radicals(printed) == [sign for sign, plain in zip(printed, meant, strict=True) if sign != plain]


@pytest.mark.parametrize("text", ["石桥镇人民政府", "①，１２％〇", "plain", "㎡", "⺀"])
def test_what_is_no_radical_stays(text: str) -> None:
    assert without_radicals(text) == text
    assert radicals(text) == []


def test_a_document_tells_of_radicals_once_and_places_stay() -> None:
    text = "⽯桥镇⼯作\n\n规章\t⼀\t1\t2\n规章\t0\t1\t2\n\n⼯作"
    document = read(Source("a.txt", text.encode(), "txt"))
    plain = read(Source("a.txt", text.translate({ord(a): b for a, b in ("⽯石", "⼯工", "⼀一")}).encode(), "txt"))
    assert document.blocks == plain.blocks
    assert [note.key for note in document.notes] == ["read.radicals"]
    assert document.notes[0].values["count"] == 4
    assert not plain.notes
