"""The desk as a clerk meets it: in a browser, with files dropped on it."""

from __future__ import annotations

import base64
import io
import sys
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from running_desk import REPORTS, WRONG, Running, begun, end

DROP = """([target, files]) => {
  const transfer = new DataTransfer();
  for (const [name, data] of files) {
    transfer.items.add(new File([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], name));
  }
  const given = {dataTransfer: transfer, bubbles: true, cancelable: true};
  for (const type of ['dragenter', 'dragover', 'drop']) {
    document.querySelector(target).dispatchEvent(new DragEvent(type, given));
  }
}"""


def drop(page: Any, *files: Path, target: str = "#drop-draft") -> None:
    given = [[file.name, base64.b64encode(file.read_bytes()).decode("ascii")] for file in files]
    page.evaluate(DROP, [target, given])


def statuses(page: Any) -> list[str]:
    return [text.strip() for text in page.locator("#drafts .status").all_inner_texts()]


def test_a_draft_is_dropped_checked_and_saved_with_its_marks(page: Any, tmp_path: Path) -> None:
    page.evaluate(
        """() => { window.seen = []; new MutationObserver(() => {
          const status = document.querySelector('#drafts .status'); if (status) window.seen.push(status.textContent);
        }).observe(document.getElementById('drafts'), {childList: true, subtree: true}); }"""
    )
    drop(page, WRONG / "report.docx")
    page.wait_for_selector(".card")
    seen = page.evaluate("() => window.seen")
    assert "正在检查…" in seen, "the page is told when the check begins"
    assert "松湖街道办事处" in page.inner_text(".whose")
    assert page.inner_text(".headline").endswith("3 处错误")
    assert page.locator("#findings .group h3").all_inner_texts()[0].startswith("表二")
    # the cells that are to be changed stand out, each with the number of its finding
    assert page.locator("td.mark.wrong[data-findings='1']").count() == 2
    assert page.locator("td.mark.wrong.current").first.inner_text() == "31", "a 3, and the sign of finding 1"

    page.keyboard.press("Alt+ArrowDown")
    assert page.locator(".card.current").get_attribute("data-number") == "2"
    assert page.locator("td.mark.current").count() > 0
    box, pane = page.locator("td.mark.wrong.current").first.bounding_box(), page.locator("#document").bounding_box()
    page.wait_for_timeout(600)
    box = page.locator("td.mark.wrong.current").first.bounding_box()
    assert pane["y"] <= box["y"] <= pane["y"] + pane["height"], "the place is scrolled into sight"
    page.keyboard.press("Alt+ArrowUp")
    assert page.inner_text(".position") == "第 1 处，共 3 处"

    with page.expect_download() as download:
        page.click("text=保存标注稿（.docx）")
    assert download.value.suggested_filename == "report（标注稿）.docx"
    download.value.save_as(tmp_path / "marked.docx")
    from docx import Document

    texts = [
        paragraph.text
        for comment in Document(str(tmp_path / "marked.docx")).comments
        for paragraph in comment.paragraphs
    ]
    assert any("街道办事处" in text for text in texts)

    with page.expect_download() as download:
        page.click("text=问题清单（Excel）")
    download.value.save_as(tmp_path / "found.xlsx")
    from openpyxl import load_workbook

    book = load_workbook(tmp_path / "found.xlsx")
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0][0] == "文件"
    assert [row[0] for row in rows[1:]] == ["report.docx"] * 3
    assert len(book.worksheets) == 3, "findings, what was not checked, the reports"


def test_pages_of_a_pdf_file_are_shown_with_boxes(page: Any) -> None:
    drop(page, WRONG / "report.pdf")
    page.wait_for_selector(".box.wrong")
    page.wait_for_function(
        "() => { const one = document.querySelector('.page img'); return one && one.naturalWidth > 1000; }"
    )
    page_box = page.locator(".page").first.bounding_box()
    box = page.locator(".page").first.locator(".box").first.bounding_box()
    assert page_box["x"] < box["x"] < page_box["x"] + page_box["width"]
    page.locator(".box .sign").last.click()
    assert page.evaluate("() => document.activeElement.className") == "todo"


def test_what_is_no_report_is_refused_with_the_reason(page: Any, tmp_path: Path) -> None:
    picture, other = tmp_path / "图.png", tmp_path / "清单.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    other.write_text("今天开会的名单\n", encoding="utf-8")
    drop(page, picture, other, WRONG / "report.md")
    page.wait_for_function("() => document.querySelectorAll('#drafts .shape').length >= 3")
    assert statuses(page)[:2] == ["!\n未能检查", "!\n未能检查"] or all("未能检查" in one for one in statuses(page)[:2])
    page.click("#drafts .file >> nth=1")
    page.wait_for_selector(".refused")
    refused = page.inner_text(".refused")
    assert "设置" in refused
    assert "--" not in refused, "nothing of the command line"
    page.evaluate(
        """() => { const large = new File(['x'], '大.docx');
          Object.defineProperty(large, 'size', {value: 60 * 2 ** 20 + 1});
          const transfer = {types: ['Files'], items: [], files: [large]};
          const event = new Event('drop', {bubbles: true, cancelable: true}); event.dataTransfer = transfer;
          document.body.dispatchEvent(event); }"""
    )
    page.wait_for_selector("#notice:has-text('60 MB')")
    assert len(statuses(page)) == 3


def test_last_years_report_is_compared(page: Any) -> None:
    drop(page, REPORTS / "2021-clean" / "report.docx", target="#drop-earlier")
    page.wait_for_selector("#welcome .earlier-files .status:has-text('年')")
    drop(page, WRONG / "report.md")
    page.wait_for_selector(".card")
    assert page.locator("#undecided").count() == 1, (
        "it is another agency's: said, and the draft is checked all the same"
    )
    page.click("#files .earlier-files .remove")
    page.wait_for_function("() => document.querySelectorAll('#files .earlier-files li').length === 0")
    page.wait_for_function("() => document.querySelector('.card') && !document.querySelector('#undecided')")


def test_a_second_tab_sees_the_same(page: Any, desk: Running) -> None:
    second = page.context.new_page()
    second.goto(desk.address)
    drop(page, WRONG / "report.md")
    second.wait_for_selector(".card")
    second.click("#drafts .remove")
    page.wait_for_selector("#welcome:not([hidden])")
    second.close()


def test_the_language_and_the_kind_of_agency_are_chosen(page: Any) -> None:
    drop(page, WRONG / "report.md")
    page.wait_for_selector(".card")
    page.click("#open-settings")
    page.select_option("[name=agency]", "province")
    page.select_option("[name=language]", "en")
    page.click("#settings [type=submit]")
    page.wait_for_selector(".headline:has-text('2 errors')")  # a province may make rules
    assert page.inner_text(".private") == "Files are checked on this machine only, and never uploaded"
    page.click("#open-settings")
    page.select_option("[name=agency]", "")
    page.select_option("[name=language]", "zh")
    page.click("#settings [type=submit]")
    page.wait_for_selector(".headline:has-text('3 处错误')")


def test_fifty_files(page: Any, tmp_path: Path) -> None:
    text = (WRONG / "report.md").read_text(encoding="utf-8")
    files = [tmp_path / f"{number:02}.md" for number in range(50)]
    for number, file in enumerate(files):
        file.write_text(text.replace("松湖", f"松湖{number}号"), encoding="utf-8")
    drop(page, *files)
    page.wait_for_function(
        "() => document.querySelector('#progress p').textContent === '50 份都已检查'", timeout=60_000
    )
    assert page.locator("#drafts .count.error").count() == 50
    with page.expect_download() as download:
        page.click("text=全部标注稿（zip）")
    import zipfile

    assert len(zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())).namelist()) == 50


@pytest.mark.parametrize("dark", ["light", "dark"])
def test_nothing_stands_in_the_way_of_anybody(page: Any, dark: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()

    def violations() -> list[str]:
        found = axe.run(page).response["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]

    page.emulate_media(color_scheme=dark)
    assert violations() == []
    drop(page, WRONG / "report.docx")
    page.wait_for_selector(".card")
    assert violations() == []
    page.click("#open-settings")
    assert violations() == []
    page.keyboard.press("Escape")
    for tab in ("files", "findings", "document"):
        page.set_viewport_size({"width": 390, "height": 780})
        page.click(f"#tab-{tab}")
        assert violations() == []
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390, "nothing reaches beyond the screen"
    page.emulate_media(media="print")
    assert page.locator(".card .details").nth(1).is_visible(), "on paper everything is told"
    assert not any(page.locator(part).is_visible() for part in (".bar", "#files", ".saves"))


def test_all_is_done_with_the_keyboard(page: Any) -> None:
    drop(page, WRONG / "report.md")
    page.wait_for_selector(".card")
    page.locator(".todo").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator(".card.current").get_attribute("data-number") == "2"
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("() => document.activeElement.id || document.activeElement.className"))
    assert {"document", "end", "open-settings", "file", "remove", "todo"} <= reached


def asked(desk: Running, path: str, method: str = "GET", **headers: str) -> int:
    connection = HTTPConnection("127.0.0.1", desk.port, timeout=10)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers={"X-Gouji-Token": desk.token, **given})
    return connection.getresponse().status


def test_no_other_host_origin_or_key(desk: Running) -> None:
    assert asked(desk, "/api/texts") == 200
    assert asked(desk, "/api/texts", Host=f"evil.example:{desk.port}") == 421
    assert asked(desk, "/", Host="127.0.0.1:1") == 421
    assert asked(desk, "/api/files", "DELETE", Origin="http://evil.example") == 403
    assert asked(desk, "/api/texts", Sec_Fetch_Site="cross-site") == 403
    assert asked(desk, "/api/texts", X_Gouji_Token="guess") == 401
    assert asked(desk, "/api/files", "POST", Content_Length=str(61 * 1024 * 1024)) == 413
    assert asked(desk, "/../desk.py") == 404


def test_a_page_of_another_origin_gets_nothing(page: Any, desk: Running, browser: Any) -> None:
    class Foreign(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<!DOCTYPE html><title>foreign</title>")

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Foreign)
    Thread(target=server.serve_forever, daemon=True).start()
    foreign = browser.new_page()
    foreign.goto(f"http://127.0.0.1:{server.server_port}/")
    script = f"""() => fetch('http://127.0.0.1:{desk.port}/api/files', {{method: 'POST', mode: 'no-cors', body: 'x'}})
        .then((answer) => answer.type, () => 'refused')"""
    assert foreign.evaluate(script) in ("opaque", "refused")
    readable = f"() => fetch('http://127.0.0.1:{desk.port}/').then(() => 'read', () => 'refused')"
    assert foreign.evaluate(readable) == "refused"
    foreign.close()
    server.shutdown()
    assert page.locator("#drafts li").count() == 0


SHORT = """
from linter.web.serve import Patience, Sitting, serve
from linter.web.settings import Settings
if __name__ == "__main__":
    settings = Settings("cn-open-government", "zh")
    sitting = Sitting(settings, ("cn-open-government",), patience=Patience(20, 0.4))
    print(serve(sitting, lambda address, once: print(address, once, flush=True)).value)
"""


def test_it_ends_when_the_page_is_closed_and_says_so(browser: Any, tmp_path: Path) -> None:
    """The address that a browser is started with opens one page, which goes on with another."""
    script = tmp_path / "short.py"
    script.write_text(SHORT, encoding="utf-8")
    running = begun(sys.executable, str(script))
    opened, second = browser.new_page(), browser.new_page()
    opened.goto(running.once)
    opened.wait_for_selector("#welcome:not([hidden])")
    assert opened.url == running.address
    opened.reload()
    opened.wait_for_selector("#welcome:not([hidden])")
    second.goto(running.once)
    second.wait_for_selector("body.over")
    second.close()
    opened.close()
    out, _ = running.process.communicate(timeout=20)
    assert out.strip() == "closed"
    assert running.process.returncode == 0


def test_it_is_killed_while_it_checks(browser: Any) -> None:
    running = begun()
    opened = browser.new_page()
    opened.set_default_timeout(20_000)
    opened.goto(running.address)
    opened.wait_for_selector("#welcome:not([hidden])")
    drop(opened, *[WRONG / "report.docx"] * 4)
    opened.wait_for_selector("#drafts .dot")
    end(running)
    opened.wait_for_selector("body.over")
    assert "重新打开" in opened.inner_text("#notice")
    assert opened.locator("#open-settings").is_disabled()
    opened.close()
