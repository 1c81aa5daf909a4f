"""How pages are laid out: what is a paragraph, what runs on every page, which way text is set, where things are."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from pdf_font import FONT
from pdf_paper import Paper
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from linter.model.document import Document, Source, Table
from linter.model.span import PdfSpan
from linter.readers import format_of, read

Stated = list[str | list[list[str]]]


def read_pdf(data: bytes) -> Document:
    return read(Source("draft.pdf", data, "pdf"))


def stated(document: Document) -> Stated:
    """Paragraphs as their texts, tables as rows of `column:text`."""
    return [
        [[f"{cell.column}:{cell.text.value}" for cell in row.cells] for row in block.rows]
        if isinstance(block, Table)
        else block.text.value
        for block in document.blocks
    ]


def sheet(draw: Callable[[Canvas], None], size: float = 12) -> Document:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setFont(FONT, size)
    draw(canvas)
    canvas.save()
    return read_pdf(out.getvalue())


def grid(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])


def fill(canvas: Canvas, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]]) -> None:
    for y, row in zip(ys, rows, strict=True):
        for x, text in zip(xs, row, strict=True):
            canvas.drawString(x, y, text)


def turned(canvas: Canvas, x: float, y: float, angle: float, text: str) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(angle)
    canvas.setFont(FONT, 10)
    canvas.drawString(0, 0, text)
    canvas.restoreState()


LONG = "本机关坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务和结果公开。"


def test_paragraphs_across_lines_and_pages() -> None:
    paper = Paper(height=300, running_head="松湖街道办事处")
    paragraphs = [LONG, LONG + LONG, "一、总体情况", LONG + "2023年12月31日", "（一）" + LONG, LONG * 4, LONG]
    for text in paragraphs:
        paper.prose(text)
    assert stated(read_pdf(paper.finish())) == paragraphs


def test_latin_words_keep_their_spaces() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "We publish the annual report of the office in accordance with the rules on")
        canvas.drawString(72, 682, "open government information.")

    assert stated(sheet(draw)) == [
        "We publish the annual report of the office in accordance with the rules on open government information."
    ]


def test_running_lines_leave_the_flow() -> None:
    paper = Paper(height=300, running_head="松湖街道办事处年度报告")
    for _ in range(9):
        paper.prose(LONG)
    assert stated(read_pdf(paper.finish())) == [LONG] * 9


def test_bold_print_drawn_twice_is_read_once() -> None:
    paper = Paper(bold=True)
    paper.prose("一、总体情况，公开信息一一列出")
    assert stated(read_pdf(paper.finish())) == ["一、总体情况，公开信息一一列出"]


def test_signs_of_radicals_are_read_as_the_characters_meant() -> None:
    paper = Paper()
    paper.prose("收费⽤途")
    assert stated(read_pdf(paper.finish())) == ["收费用途"]


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_turned_pages_read_the_same_and_keep_their_places(angle: int) -> None:
    corner = {0: (0, 0), 90: (595, 0), 180: (595, 842), 270: (0, 842)}[angle]

    def draw(canvas: Canvas) -> None:
        canvas.translate(*corner)
        canvas.rotate(angle)
        canvas.setFont(FONT, 12)
        canvas.drawString(100, 530, "一、总体情况")
        grid(canvas, (100, 200, 300, 400), (500, 480, 460))
        fill(canvas, (105, 205, 305), (486, 466), [("规章", "0", "5"), ("规范性文件", "3", "8")])

    document = sheet(draw)
    table = [["0:规章", "1:0", "2:5"], ["0:规范性文件", "1:3", "2:8"]]
    assert stated(document) == ["一、总体情况", table]
    figure = document.blocks[1].rows[1].cells[2].text.span  # type: ignore[union-attr]
    assert isinstance(figure, PdfSpan)
    middle = (figure.left + figure.right) / 2, (figure.bottom + figure.top) / 2
    expected = {0: (308, 470), 90: (595 - 470, 308), 180: (595 - 308, 842 - 470), 270: (470, 842 - 308)}[angle]
    assert middle == pytest.approx(expected, abs=4)


def test_labels_set_upright_or_turned() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, (100, 120, 140, 200), (700, 600, 500))
        turned(canvas, 115, 610, 90, "三、本年")
        turned(canvas, 105, 590, -90, "二、上年")
        for number, character in enumerate("办理结果"):
            canvas.drawString(124, 680 - 15 * number, character)
        canvas.drawString(150, 650, "3")

    rows = [["0:三、本年", "1:办理结果", "2:3"], ["0:二、上年", "1:", "2:"]]
    assert stated(sheet(draw)) == [rows]


def test_lines_of_a_cell_join_where_only_its_width_broke_them() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, (100, 160, 240), (700, 640, 580))
        fill(canvas, (104, 164), (680, 660), [("行政规范", "12"), ("性文件", "34")])
        fill(canvas, (104, 164), (620,), [("金额", "88082")])
        canvas.drawString(164, 600, "57.32元")

    assert stated(sheet(draw)) == [[["0:行政规范性文件", "1:12\n34"], ["0:金额", "1:88082\n57.32元"]]]


def test_figure_that_sticks_out_of_its_cell_stays_whole() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, (100, 160, 220, 300), (700, 670))
        fill(canvas, (104, 164, 260), (680,), [("金额", "8808257.32", "1")])

    assert stated(sheet(draw)) == [[["0:金额", "1:8808257.32", "2:1"]]]


def test_merged_cells_and_open_edges() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (700, 660):
            canvas.line(100, y, 400, y)
        canvas.line(200, 680, 400, 680)
        canvas.line(100, 660, 100, 700)
        canvas.line(200, 640, 200, 700)
        canvas.line(300, 640, 300, 680)
        canvas.drawString(105, 675, "信息内容")
        canvas.drawString(290, 685, "数量")
        fill(canvas, (105, 205, 305), (645,), [("规章", "1", "2")])

    document = sheet(draw)
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert [[(cell.column, cell.column_span, cell.row_span) for cell in row.cells] for row in table.rows] == [
        [(0, 1, 2), (1, 2, 1)],
        [(1, 1, 1), (2, 1, 1)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
    ]
    assert stated(document)[0][-1] == ["0:规章", "1:1", "2:2"]


def test_underlines_and_frames_are_no_tables() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 50, 495, 742)
        canvas.drawString(72, 700, "填报单位：松湖街道办事处")
        canvas.line(130, 697, 240, 697)
        for number in range(5):
            canvas.drawString(72, 660 - 20 * number, f"（{'一二三四五'[number]}）本机关公开信息的情况。")

    assert [type(block) is Table for block in sheet(draw).blocks] == [False] * 6


def test_table_without_rulings() -> None:
    rows = [("项目", "受理", "办结", "总计"), ("行政许可", "12", "11", "23"), ("行政处罚", "1", "0", "1")]

    def draw(canvas: Canvas) -> None:
        canvas.drawString(90, 780, "行政许可情况如下。")
        fill(canvas, (90, 250, 350, 450), (740, 720), rows[:2])
        fill(canvas, (90, 250, 350, 450), (700,), rows[2:])
        canvas.drawString(90, 600, "以上为全部数据。")

    document = sheet(draw)
    table = [[f"{column}:{text}" for column, text in enumerate(row)] for row in rows]
    assert stated(document) == ["行政许可情况如下。", table, "以上为全部数据。"]
    figure = document.blocks[1].rows[1].cells[3].text.span  # type: ignore[union-attr]
    assert isinstance(figure, PdfSpan)
    assert (figure.left, figure.right) == pytest.approx((450, 462), abs=1)


def test_table_whose_rows_alone_are_ruled() -> None:
    rows = [("项目", "受理", "办结"), ("行政许可", "12", "11"), ("行政处罚", "1", "0")]

    def draw(canvas: Canvas) -> None:
        for y in (755, 735, 715, 695):
            canvas.line(80, y, 500, y)
        canvas.line(80, 755, 80, 695)
        canvas.line(500, 755, 500, 695)
        fill(canvas, (90, 250, 350), (740, 720, 700), rows)

    assert stated(sheet(draw)) == [[[f"{column}:{text}" for column, text in enumerate(row)] for row in rows]]


@pytest.mark.parametrize("lines", ["rows", "rows and sides", "nothing"])
def test_columns_follow_from_where_figures_stand(lines: str) -> None:
    """Labels run over lines and come closer to the figures than characters of one word may be apart."""
    ys = (760, 725, 690, 670)

    def draw(canvas: Canvas) -> None:
        for y in ys if lines != "nothing" else ():
            canvas.line(80, y, 500, y)
        for x in (80, 500) if lines == "rows and sides" else ():
            canvas.line(x, ys[0], x, ys[-1])
        canvas.drawString(90, 745, "项目")
        fill(canvas, (150, 250, 350), (745,), [("许可", "处罚或强", "总计")])
        canvas.drawString(250, 731, "制")
        canvas.drawString(90, 710, "本年新收")
        fill(canvas, (145, 250, 350), (710,), [("12", "0", "12")])
        canvas.drawString(90, 696, "申请")
        canvas.drawString(90, 675, "结转")
        fill(canvas, (145, 250, 350), (675,), [("1", "3", "4")])

    (table,) = sheet(draw).blocks
    assert isinstance(table, Table)
    rows = [["".join(cell.text.value.split()) for cell in row.cells] for row in table.rows]
    assert rows == [["项目", "许可", "处罚或强制", "总计"], ["本年新收申请", "12", "0", "12"], ["结转", "1", "3", "4"]]


def test_rows_set_in_the_middle_of_their_labels_are_not_parted_by_guess() -> None:
    def draw(canvas: Canvas) -> None:
        for top in (740, 698):
            canvas.drawString(90, top, "本年新收")
            fill(canvas, (250, 350), (top - 14,), [("12", "0")])
            canvas.drawString(90, top - 28, "申请")

    assert {cell.text.value for row in table_of(sheet(draw)).rows for cell in row.cells} >= {"12", "0"}


def table_of(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def test_what_is_filled_in_in_the_fields_of_a_form() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, (80, 200, 300, 400), (760, 735, 710))
        fill(canvas, (90,), (742, 717), [("规章",), ("文件",)])
        values = (("12", "0"), ("", "1036"))
        for y, row in zip((738, 713), values, strict=True):
            for x, value in zip((205, 305), row, strict=True):
                canvas.acroForm.textfield(name=f"f{x}{y}", value=value, x=x, y=y, width=80, height=18)
        canvas.acroForm.checkbox(name="box", x=450, y=742, checked=True)

    assert stated(sheet(draw)) == [[["0:规章", "1:12", "2:0"], ["0:文件", "1:", "2:1036"]]]


def test_figures_one_below_the_other() -> None:
    words = ["信息内容", "数量", "规章", *"01", "行政许可", *"23", "行政处罚", *"45", "行政强制", *"67"]

    def draw(canvas: Canvas) -> None:
        for number, word in enumerate(words):
            canvas.drawString(90, 800 - 20 * number, word)

    rows = [words[:5], *(words[start : start + 3] for start in range(5, 14, 3))]
    assert stated(sheet(draw)) == [[[f"{column}:{text}" for column, text in enumerate(row)] for row in rows]]


def test_what_is_written_beyond_the_edge_is_not_on_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "一、总体情况")
        canvas.drawString(620, 700, "1036")
        canvas.drawString(72, -30, "13")

    assert stated(sheet(draw)) == ["一、总体情况"]


def test_watermark_across_the_page_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.setFont(FONT, 60)
        canvas.drawString(0, 0, "征求意见稿")
        canvas.restoreState()
        canvas.drawString(72, 700, "一、总体情况")

    assert stated(sheet(draw)) == ["一、总体情况"]


def test_figures_at_the_foot_of_two_pages_are_no_running_lines() -> None:
    paper = Paper()
    for _ in range(2):
        paper.y = 130
        for column in range(4):
            paper.write(150 + 80 * column, 90, "0", 10)
            paper.write(150 + 80 * column, 110, str(column), 10)
        paper.turn()
    rows = [row for block in read_pdf(paper.finish()).blocks if isinstance(block, Table) for row in block.rows]
    assert [len(row.cells) for row in rows] == [4] * 4


def test_table_drawn_within_a_group() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("group")
        grid(canvas, (0, 100, 200), (0, -20, -40))
        canvas.endForm()
        canvas.translate(100, 500)
        canvas.scale(0.9, 0.9)
        canvas.doForm("group")
        canvas.setFont(FONT, 10)
        fill(canvas, (10, 110), (-15, -35), [("规章", "1"), ("规范性文件", "2")])

    assert stated(sheet(draw)) == [[["0:规章", "1:1"], ["0:规范性文件", "1:2"]]]


def test_told_by_content() -> None:
    paper = Paper()
    paper.prose("一、总体情况")
    assert format_of(Source("draft.txt", paper.finish(), "txt")) == "pdf"


def test_fonts_that_a_file_does_not_hold_are_the_same_everywhere() -> None:
    """A machine without Chinese fonts gave characters no height, and left out those that stood alone."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 10)
        grid(canvas, (80, 200, 300), (760, 720))
        canvas.drawString(90, 745, "本年新收申请数")
        canvas.drawString(90, 732, "量")
        canvas.drawString(210, 745, "11")

    (table,) = sheet(draw).blocks
    assert isinstance(table, Table)
    label, figure = table.rows[0].cells
    assert ("".join(label.text.value.split()), figure.text.value) == ("本年新收申请数量", "11")
    box = label.text.span
    assert isinstance(box, PdfSpan)
    assert (box.left, box.right, round(box.top - box.bottom, 1)) == (90, 160, SQUARE)


SQUARE = 11.5
"""Points from the foot to the head of a Chinese character of ten points, as the font in place of others has it."""


@pytest.mark.parametrize(
    ("rest", "second", "rows"),
    {
        "labels that a narrow column broke": (("业", "构"), ("12", "0"), [["商业企\n业", "科研机\n构"], ["12", "0"]]),
        "labels with room for more": (
            ("企业", "机构"),
            ("12", "0"),
            [["商业企", "科研机"], ["企业", "机构"], ["12", "0"]],
        ),
        "items of a list": (("1.甲", "2.乙"), ("12", "0"), [["商业企", "科研机"], ["1.甲", "2.乙"], ["12", "0"]]),
        "figures": (("12", "0"), ("3", "4"), [["商业企", "科研机"], ["12", "0"], ["3", "4"]]),
    }.values(),
)
def test_a_page_break_within_a_row_of_the_header(
    rest: tuple[str, str], second: tuple[str, str], rows: list[list[str]]
) -> None:
    right = 142 if rest[0] in ("业", "1.甲", "12") else 180
    xs = (100, right, 2 * right - 100)

    def draw(canvas: Canvas) -> None:
        grid(canvas, xs, (80, 60))
        fill(canvas, (103, right + 3), (65,), [("商业企", "科研机")])
        canvas.showPage()
        canvas.setFont(FONT, 12)
        grid(canvas, xs, (780, 760, 740))
        fill(canvas, (103, right + 3), (765, 745), [rest, second])

    table = table_of(sheet(draw))
    assert [[cell.text.value for cell in row.cells] for row in table.rows] == rows


def test_a_page_of_a_watermark_alone_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "一、总体情况")
        canvas.showPage()
        turned(canvas, 200, 400, 45, "征求意见稿")

    assert stated(sheet(draw)) == ["一、总体情况"]
