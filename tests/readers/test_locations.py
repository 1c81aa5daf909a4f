"""Every place of a document that was read says where in the document it is."""

from __future__ import annotations

import pytest

from linter.model.document import Document, Paragraph, Source, Text
from linter.model.span import Location, TextSpan
from linter.readers import read

TEXTS = {
    "txt": "总体情况\n\n甲\t乙\t丙\n一\t1\t2\n二\t3\t4\n\n其他说明\n",
    "md": "# 总体情况\n\n| 甲 | 乙&amp;丙 |\n|---|---|\n| 一 | 1 |\n\n其他 `说明`\n",
    "html": "<p>总体<b>情况</b></p><table><tr><td>甲<td rowspan=2>乙<br>丙<tr><td>1</table><p>其他 说明</p>",
}


def texts(document: Document) -> list[tuple[Location, Text]]:
    found = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            found.append((Location(number), block.text))
            continue
        for row, cells in enumerate(block.rows):
            found += [(Location(number, row, index), cell.text) for index, cell in enumerate(cells.cells)]
    return found


@pytest.mark.parametrize("suffix", TEXTS)
def test_every_text_and_every_part_knows_its_place(suffix: str) -> None:
    document = read(Source(f"a.{suffix}", TEXTS[suffix].encode(), suffix), locate=True)
    assert {type(block).__name__ for block in document.blocks} == {"Paragraph", "Table"}
    for location, text in texts(document):
        assert text.span.at == location
        for start in range(len(text.value)):
            at = text.span_at(start, 1).at
            assert (at.whole, at.offset) == (location, start)
            assert text.cut(start, len(text.value)).span.at.offset == start


def test_what_no_reader_has_finished_is_nowhere() -> None:
    span = TextSpan(1, 1, 0, 5)
    assert span.narrow(2, 2).at == Location()
    assert span.located(Location(3)).narrow(2, 2).at == Location(3, offset=2, length=2)
    assert span.located(Location(3)).location() == span.location()
