"""What stands on a page and is no part of a figure: marks above the line, struck and unseen text, watermarks.

And figures that are set in pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pdf_font import FONT
from reportlab.pdfgen.canvas import Canvas
from test_pdf_layout import Stated, grid, sheet, stated

XS = (72, 200, 300, 400)
YS = (760, 740, 720)
ROWS = (("事项", "件数", "人数"), ("许可", "41", "208"))


def table(canvas: Canvas, rows: Sequence[Sequence[str]] = ROWS, xs: Sequence[float] = XS) -> None:
    grid(canvas, xs, YS)
    for y, row in zip((745, 725), rows, strict=True):
        for x, text in zip(xs, row, strict=False):
            canvas.drawString(x + 3, y, text)


def of(draw: Callable[[Canvas], None], size: float = 9) -> Stated:
    return stated(sheet(lambda canvas: (table(canvas), draw(canvas)), size))  # type: ignore[func-returns-value]


def beside(canvas: Canvas, text: str, size: float, rise: float) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(XS[1] + 3 + canvas.stringWidth("41", FONT, 9), 725 + rise, text)


PLAIN: Stated = [[["0:事项", "1:件数", "2:人数"], ["0:许可", "1:41", "2:208"]]]


@pytest.mark.parametrize(("size", "rise", "seen"), [(5, 4, "41¹"), (7, 2, "41¹"), (9, 0, "411"), (8.5, 0.5, "411")])
def test_small_digits_above_the_line_are_marks(size: float, rise: float, seen: str) -> None:
    assert of(lambda canvas: beside(canvas, "1", size, rise)) == [
        [["0:事项", "1:件数", "2:人数"], ["0:许可", f"1:{seen}", "2:208"]]
    ]


def test_a_stroke_through_a_figure_takes_it_out_and_one_under_it_does_not() -> None:
    def draw(canvas: Canvas) -> None:
        beside(canvas, "77", 9, 0)
        left = XS[1] + 3 + canvas.stringWidth("41", FONT, 9)
        canvas.line(left, 728, left + canvas.stringWidth("77", FONT, 9), 728)
        canvas.line(XS[2] + 3, 724, XS[2] + 18, 724)

    document = sheet(lambda canvas: (table(canvas), draw(canvas)), 9)  # type: ignore[func-returns-value]
    assert stated(document) == PLAIN
    assert [note.key for note in document.notes] == ["read.struck-text"]


@pytest.mark.parametrize("angle", [30, 45, -35, 60])
@pytest.mark.parametrize("size", [6, 9, 16, 40])
def test_slanting_text_is_no_part_of_the_cells_it_crosses(angle: float, size: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        for x in range(100, 400, 60):
            canvas.saveState()
            canvas.translate(x, 715)
            canvas.rotate(angle)
            canvas.drawString(0, 0, "内部2024")
            canvas.restoreState()

    assert of(draw) == PLAIN


@pytest.mark.parametrize("shade", [1.0, 0.8])
def test_white_and_light_print_over_a_table_is_not_read(shade: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(shade)
        canvas.setFont(FONT, 9)
        canvas.drawString(XS[1] + 5, 726, "93")
        canvas.drawString(XS[2] + 40, 726, "93")

    assert of(draw) == PLAIN


def test_white_print_on_a_dark_ground_and_grey_print_beside_others_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.2)
        canvas.rect(72, 740, 328, 20, fill=1)
        canvas.setFillGray(1)
        table(canvas, (ROWS[0], ("", "", "")))
        canvas.setFillGray(0.75)
        table(canvas, (("", "", ""), ROWS[1]))

    assert stated(sheet(draw, 9)) == PLAIN


def test_text_drawn_in_no_way_is_left_out_beside_text_that_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(XS[1] + 15, 725)
        text.setTextRenderMode(3)
        text.textOut("5")
        canvas.drawText(text)

    assert of(draw) == PLAIN


def test_a_figure_in_spaced_letters_is_one_and_two_figures_are_two() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, XS, YS)
        for x, text, space in ((75, "1117", 3), (203, "12 81", 0), (303, "17", 0)):
            part = canvas.beginText(x, 745)
            part.setCharSpace(space)
            part.textOut(text)
            canvas.drawText(part)

    assert stated(sheet(draw, 9)) == [[["0:1117", "1:12 81", "2:17"], ["0:", "1:", "2:"]]]


@pytest.mark.parametrize(("width", "seen"), [(14, "0:87"), (40, "0:8\n7")])
def test_a_figure_wrapped_in_a_column_too_narrow_for_it_is_one(width: float, seen: str) -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, (72, 72 + width, 300), (760, 730))
        canvas.drawString(75, 748, "8")
        canvas.drawString(75, 736, "7")
        canvas.drawString(180, 740, "人数")

    document = sheet(draw, 9)
    assert stated(document) == [[[seen, "1:人数"]]]
    assert [note.key for note in document.notes] == (["read.joined-figures"] if width < 20 else [])
