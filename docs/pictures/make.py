"""Makes the pictures of the documentation: the desk, a marked Word file, a marked PDF file, the terminal.

    python docs/pictures/make.py

It needs LibreOffice, Chromium, Playwright and Pillow. The report that is shown is of an agency that does not exist.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from linter.forms.parts import Filling, parts_of
from linter.forms.word import write
from linter.model.address import Address
from linter.packs import load

HERE = Path(__file__).resolve().parent
YEAR, AGENCY = 2025, "云岭县青溪镇人民政府"
IN_THE_MARGIN = (
    '<item oor:path="/org.openoffice.Office.Writer/Print/Content"><prop oor:name="Note" oor:op="fuse">'
    "<value>4</value></prop></item>"
)
"""The setting of LibreOffice that comments are printed in the margin."""

COLUMNS = 100

REQUESTS = {
    "new_received": (12, 3, 0, 0, 1, 0, 16),
    "carried_in": (1, 0, 0, 0, 0, 0, 1),
    "granted": (7, 2, 0, 0, 1, 0, 10),
    "partially_granted": (2, 0, 0, 0, 0, 0, 2),
    "unable_not_held": (2, 0, 0, 0, 0, 0, 2),
    "processed_total": (11, 2, 0, 0, 1, 0, 41),
    "carried_out": (2, 1, 0, 0, 0, 0, 3),
}
"""Rows of table 3. The last figure of the total should be 14."""


def main() -> int:
    """Writes all pictures beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        draft = work / "青溪镇2025年报告.docx"
        draft.write_bytes(report())
        office(work, "--convert-to", "pdf", "--outdir", str(work), str(draft))
        word(draft, work)
        pdf(work / f"{draft.stem}.pdf")
        from playwright.sync_api import sync_playwright

        with sync_playwright() as started:
            program = shutil.which("chromium") or shutil.which("google-chrome")
            browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
            terminal(draft, browser)
            desk([draft, work / f"{draft.stem}.pdf"], browser)
            browser.close()
    for file in sorted(HERE.glob("*.png")):
        print(f"{file.name}: {file.stat().st_size // 1000} kB")
    return 0


def report() -> bytes:
    """A draft with a wrong total, a wrong number in its text, and figures where there may be none."""
    pack = load("cn-open-government").for_year(YEAR)
    assert pack is not None
    table = next(table for table in pack.template.tables if table.id == "requests")
    columns = [column.id for block in table.blocks for column in block.columns]
    given = {Address("proactive", "rules", "in_force"): "2", Address("proactive", "admin_fees", "amount"): "3.5"}
    for row, figures in REQUESTS.items():
        given |= {Address("requests", row, column): str(one) for column, one in zip(columns, figures, strict=True)}
    texts = {id: text.format(year=YEAR) for id, text in pack.template.form.sections.items()}
    texts["overview"] += "全年新收政府信息公开申请19件，上年结转1件。"
    filling = Filling(YEAR, AGENCY, "0", given=given, texts=texts)
    return write(parts_of(pack.template, filling), "zh")


def gouji(*words: str) -> list[str]:
    return [sys.executable, "-m", "linter", *words, "--lang", "zh"]


def office(folder: Path, *words: str) -> None:
    """LibreOffice at work, with settings of its own in `folder`."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def word(draft: Path, work: Path) -> None:
    """The marked Word file as LibreOffice prints it, with the comments in the margin."""
    marked = work / "marked.docx"
    subprocess.run(gouji("annotate", str(draft), "-o", str(marked)), check=True, stdout=subprocess.DEVNULL)
    profile = work / "profile" / "user" / "registrymodifications.xcu"
    settings = profile.read_text(encoding="utf-8")
    profile.write_text(settings.replace("</oor:items>", f"{IN_THE_MARGIN}</oor:items>"), encoding="utf-8")
    office(work, "--print-to-file", "--outdir", str(work), str(marked))
    page(work / "marked.pdf", 1, "word.png", 1600)


def pdf(file: Path) -> None:
    """The marked PDF file as viewers show it."""
    marked = file.with_name("marked-copy.pdf")
    subprocess.run(gouji("annotate", str(file), "-o", str(marked)), check=True, stdout=subprocess.DEVNULL)
    page(marked, 2, "pdf.png", 900)


def page(file: Path, number: int, name: str, width: int) -> None:
    from linter.readers.pdf.pictures import picture

    save(picture(file.read_bytes(), number, width), name)


def terminal(draft: Path, browser: Any) -> None:
    """What `gouji check` prints on a terminal of a hundred columns."""
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "PYTHONPATH": str(HERE.parents[1])}
    program = subprocess.Popen(
        gouji("check", draft.name), cwd=draft.parent, env=environment, stdout=theirs, stderr=theirs, close_fds=True
    )
    os.close(theirs)
    shown = bytearray()
    with contextlib.suppress(OSError):  # Linux says so when the other end is closed
        while data := os.read(ours, 4096):
            shown += data
    program.wait()
    os.close(ours)
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text("$ gouji check " + draft.name))
    console.print(Text.from_ansi(shown.decode("utf-8", "replace").replace("\r", "")))
    html = console.export_html(inline_styles=True)
    # A cell is half of a Chinese character: that is what makes columns stand under one another.
    font = "pre,code{font:16px/1.45 'Noto Sans Mono CJK SC',monospace!important}"
    style = f"<style>body{{background:#1e1e1e;color:#ddd;margin:16px}}{font}</style>"
    opened = browser.new_page(viewport={"width": 900, "height": 700})
    opened.set_content(
        html.replace("</head>", style + "</head>").replace("#000000", "#dddddd").replace("#ffffff", "#1e1e1e")
    )
    save(opened.screenshot(full_page=True), "terminal.png")
    opened.close()


def desk(drafts: list[Path], browser: Any) -> None:
    """The desk with a Word file at 1280 pixels, and with a PDF file in the dark at 390."""
    program = subprocess.Popen(gouji("desk", "--no-browser"), stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert program.stdout is not None
    found = re.search(r"http://\S+", program.stdout.readline())
    assert found
    try:
        for name, width, height, scheme in (
            ("desk", 1280, 800, "light"),
            ("desk-dark", 1280, 800, "dark"),
            ("desk-narrow", 390, 780, "light"),
        ):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, locale="zh-CN"
            )
            opened = context.new_page()
            opened.goto(found[0])
            if name == "desk":
                opened.wait_for_selector("#welcome:not([hidden])")
                save(opened.screenshot(), "desk-empty.png")
                opened.set_input_files("#chooser", [str(draft) for draft in drafts])
                opened.wait_for_function("() => document.querySelectorAll('#drafts .count').length >= 2")
            opened.wait_for_selector(".card")
            if name == "desk-dark":
                opened.click("#drafts .file >> nth=1")
                opened.wait_for_function("() => document.querySelector('.page img')?.naturalWidth")
            opened.click("text=下一处")
            opened.wait_for_timeout(900)
            save(opened.screenshot(), f"{name}.png")
            context.close()
    finally:
        program.terminate()
        program.wait()


def save(data: bytes, name: str) -> None:
    """A PNG file of at most 128 colours, which screens need no more than, without empty edges."""
    from PIL import Image, ImageOps

    picture = Image.open(io.BytesIO(data)).convert("RGB")
    if name in ("word.png", "pdf.png"):
        left, top, right, bottom = ImageOps.invert(picture).getbbox() or (0, 0, *picture.size)
        picture = picture.crop((max(left - 30, 0), max(top - 30, 0), right + 30, bottom + 30))
    picture.quantize(128).save(HERE / name, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
