"""The form as a web page, in one file, whose tables have merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from linter.forms.grid import FormCell
from linter.forms.parts import FilledTable, Heading, Part, Text, Title
from linter.language import render

_STYLE = (
    "body{max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.8;font-family:FangSong,serif}"
    "h1{text-align:center}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.9rem}td{border:1px solid;padding:.2rem .4rem;"
    "text-align:center}td[title]{background:#ddebf7;color:#000}p{text-indent:2em}"
)


def write(parts: Sequence[Part], language: str) -> bytes:
    """The page in UTF-8; a figure that was carried in says where from when one points at it."""
    title = next((part.text for part in parts if isinstance(part, Title)), "")
    body = "\n".join(_part(part, language) for part in parts)
    head = f'<meta charset="utf-8">\n<title>{escape(title)}</title>\n<style>{_STYLE}</style>'
    page = f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    return page.encode()


def _part(part: Part, language: str) -> str:
    match part:
        case Title(text):
            return f"<h1>{escape(text)}</h1>"
        case Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case Text(text):
            return f"<p>{escape(text)}</p>"
        case FilledTable(grid):
            rows = ("".join(_cell(part, cell, language) for cell in row) for row in grid.rows())
            return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def _cell(table: FilledTable, cell: FormCell, language: str) -> str:
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    carried = table.carried(cell)
    if carried is not None:
        spans += f' title="{escape(render(carried.remark, language))}"'
    return f"<td{spans}>{escape(table.text(cell))}</td>"
