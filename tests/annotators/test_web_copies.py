"""A marked page holds the report and each finding once, with links that lead somewhere, and nothing from elsewhere."""

from __future__ import annotations

import os
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from checked_drafts import DATE, CheckedDraft, text_draft
from test_word_copies import HOSTILE, hostile

from linter.annotators import Draft, annotate
from linter.annotators.html.marks import LONGEST_WORDS
from linter.annotators.html.style import STYLE
from linter.model.document import Cell, Document, Paragraph, Row, Table, Text
from linter.model.finding import Finding, Severity
from linter.model.message import Localised, Message
from linter.model.pack import Family
from linter.model.result import Checked, Head
from linter.model.span import TextSpan

GOLDEN = Path(__file__).parent / "golden"
VOID = {"meta", "br"}


class Page(HTMLParser):
    """A page as parsed: its elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += "" if self.open[-1:] == ["style"] else data

    def all(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


def html_of(draft: Draft) -> str:
    return annotate(draft, "html").decode()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_looks_like_its_golden_file(plain: CheckedDraft, language: str) -> None:
    html = html_of(plain.draft(language))
    golden = GOLDEN / f"faulty.{language}.html"
    if os.environ.get("GOUJI_UPDATE_GOLDEN") == "1":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(html, encoding="utf-8", newline="\n")
    assert html == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["plain", "word", "paper"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_has_one_note(kind: str, language: str, request: pytest.FixtureRequest) -> None:
    checked: CheckedDraft = request.getfixturevalue(kind)
    page = Page(html_of(checked.draft(language)))
    ids = Counter(page.all("id"))
    assert set(ids.values()) == {1}
    numbers = range(1, len(checked.result.findings) + 1)
    assert [id for id in ids if id.startswith("finding-")] == [f"finding-{number}" for number in numbers]
    assert {f"list-{number}" for number in numbers} | {f"place-{number}" for number in numbers} <= set(ids)
    assert {link.removeprefix("#") for link in page.all("href")} <= set(ids)
    for finding in checked.result.findings:
        assert finding.title.in_language(language) in page.text
        assert finding.source in page.text


@pytest.mark.parametrize("kind", ["plain", "word", "paper"])
def test_cells_are_marked_with_a_sign(kind: str, request: pytest.FixtureRequest) -> None:
    checked: CheckedDraft = request.getfixturevalue(kind)
    page = Page(html_of(checked.draft()))
    marked = [attributes for tag, attributes in page.elements if (attributes.get("class") or "").startswith("marked")]
    places = {cell.span for finding in checked.result.findings for cell in finding.cells}
    assert len(marked) >= len(places)
    signs = [a for tag, a in page.elements if tag == "a" and (a.get("class") or "").startswith("sign")]
    assert len(signs) >= len(places)
    assert all(sign.get("aria-label") for sign in signs)


def test_the_whole_report_is_there(plain: CheckedDraft) -> None:
    page = Page(html_of(plain.draft()))
    for line in plain.source.data.decode().split("\n"):
        for cell in line.split("\t"):
            assert cell in page.text


def test_nothing_comes_from_elsewhere(plain: CheckedDraft) -> None:
    html = html_of(plain.draft())
    page = Page(html)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert not page.all("src")
    assert all(link.startswith("#") for link in page.all("href"))
    assert "url(" not in html
    assert "@import" not in html


def schemes() -> list[dict[str, str]]:
    """The colours of the page by name, in light, in the dark, and on paper."""
    blocks = [
        dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    ]
    light = blocks[0]
    return [{**light, **block} for block in blocks]


def brightness(colour: str) -> float:
    """The relative luminance of a colour, as the accessibility guidelines (WCAG 2.2) define it."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", schemes(), ids=["light", "dark", "paper"])
def test_text_stands_out_from_its_ground(colours: dict[str, str]) -> None:
    """By 4.5 to 1, which is level AA."""
    grounds = ["paper", "ground", "head", "error-ground", "warning-ground", "info-ground"]
    pairs = [("ink", ground) for ground in grounds]
    pairs += [(words, ground) for words in ("quiet", "link") for ground in ("paper", "ground")]
    if colours["on-sign"] != "#000":  # on paper a sign has no ground
        pairs += [("on-sign", severity) for severity in ("error", "warning", "info")]
    for words, ground in pairs:
        one, other = sorted((brightness(colours[words]), brightness(colours[ground])))
        assert (other + 0.05) / (one + 0.05) >= 4.5, (words, ground)


def test_it_is_told_in_what_language_it_is(plain: CheckedDraft) -> None:
    def languages(language: str) -> list[str]:
        return Page(html_of(plain.draft(language))).all("lang")

    assert languages("zh")[0] == "zh-CN"
    assert languages("en")[:2] == ["en", "zh"]


def test_hostile_words_are_words(family: Family) -> None:
    checked = text_draft(family, "青溪镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n<b>a</b>&amp;\x07\"'\n")
    draft = checked.draft()
    result = draft.result._replace(
        head=draft.result.head._replace(organisation=HOSTILE, path=HOSTILE),
        findings=tuple(map(hostile, draft.result.findings)),
    )
    html = html_of(draft._replace(result=result, document=draft.document._replace(name=f'"><img src=x>{HOSTILE}')))
    page = Page(html)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "b", "w:t"}
    assert all(words in page.text for words in ("<b>a</b>", "&amp;"))  # with the mark of a finding between
    assert not [letter for letter in html if ord(letter) < 32 and letter != "\n"]
    assert not set(html) & {"\u202e", "\ufffe", "\ud800"}


def text(value: str, offset: int) -> Text:
    return Text(value, ((0, TextSpan(1, offset + 1, offset, len(value))),))


def finding(span: TextSpan) -> Finding:
    title = Localised("题", "title")
    return Finding("rule", title, Severity.WARNING, Message("report.nothing-found"), "", span, "0")


def drawn(*blocks: Paragraph | Table, spans: tuple[TextSpan, ...] = ()) -> Page:
    document = Document("a.txt", "txt", blocks).located()
    result = Checked(Head("a.txt"), tuple(map(finding, spans)))
    return Page(html_of(Draft(b"", document, result, "zh", DATE)))


def test_words_in_a_paragraph_are_marked() -> None:
    words = text("共公开125条信息。", 10).located(0)
    page = drawn(Paragraph(words), spans=(words.span_at(3, 4), words.span_at(4, 2), words.span))
    assert [tag for tag, _ in page.elements].count("mark") == 1
    assert "▲2▲3共公开125条▲1信息。" in page.text.replace("\n", "")


@pytest.mark.parametrize(("length", "marked"), [(LONGEST_WORDS, 1), (LONGEST_WORDS + 1, 0)])
def test_of_a_long_place_the_paragraph_is_marked(length: int, marked: int) -> None:
    words = text("公" * (2 * LONGEST_WORDS), 0).located(0)
    page = drawn(Paragraph(words), spans=(words.span_at(7, length),))
    assert [tag for tag, _ in page.elements].count("mark") == marked


GRIDS = {
    "gaps and short rows": [[(0, 1, 1)], [(1, 1, 1), (3, 1, 1)], [(0, 2, 1)]],
    "merged downward": [[(0, 1, 2), (1, 2, 1)], [(1, 1, 1), (2, 1, 1)]],
    "merged downward in the middle": [[(0, 1, 1), (2, 1, 3), (4, 1, 1)], [(0, 1, 1)], [(4, 1, 1)]],
    "further down than the table": [[(0, 1, 9), (1, 1, 1)]],
    "overlapping": [[(0, 1, 2), (1, 1, 1)], [(0, 2, 1)]],
    "overlapping from the right": [[(2, 1, 2)], [(0, 4, 1)]],
    "the same column twice": [[(0, 1, 1), (0, 1, 1)]],
}
"""(column, columns, rows) of the cells of each row."""


@pytest.mark.parametrize("cells", GRIDS.values(), ids=GRIDS)
def test_tables_keep_their_grid(cells: list[list[tuple[int, int, int]]]) -> None:
    """However hostile the spans: each place of the grid is drawn once, and every text is there."""
    rows = [
        Row(tuple(Cell(text("数", 9 * number + index), *one) for index, one in enumerate(row)))
        for number, row in enumerate(cells)
    ]
    page = drawn(Table(tuple(rows), ruled=True))
    assert page.text.count("数") == sum(map(len, cells))
    taken: list[tuple[int, int]] = []
    row = -1
    for tag, attributes in page.elements:
        if tag == "tr":
            row += 1
        elif tag in ("td", "th"):
            column = next(number for number in range(99) if (row, number) not in taken)
            across, down = (int(attributes.get(name) or 1) for name in ("colspan", "rowspan"))
            taken += [(row + one, column + other) for one in range(down) for other in range(across)]
    width = 1 + max(column for _, column in taken)
    assert sorted(taken) == [(number, column) for number in range(len(cells)) for column in range(width)]


def test_a_wide_row_does_not_make_the_others_long() -> None:
    """One row of a thousand cells and a thousand rows of one are two thousand cells, and not a million."""
    rows = [Row(tuple(Cell(text("", index), index) for index in range(1000)))]
    rows += [Row((Cell(text("", 1000 + index), 0),)) for index in range(1000)]
    page = drawn(Table(tuple(rows)))
    assert sum(tag in ("td", "th") for tag, _ in page.elements) == 3000
