"""Pages that a browser or Word saved with their pictures in one file."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage, MIMEPart

import pytest
from page_blocks import shown, stated, texts

from linter.model.document import Source
from linter.readers import ReadFailure, read

PAGE = "<html><head><title>年报</title></head><body>\n<p>规章</p>\n<table><tr><td>规章<td>12</table></body></html>"


def archive(charset: str, encoding: str, page: str = PAGE, kind: str = "html", picture_first: bool = False) -> bytes:
    """An archive as browsers write it: the page among other parts, its lines broken up."""
    message = EmailMessage(policy.SMTP)
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://www.example.org/2024/report.html"
    message["Subject"] = "=?utf-8?Q?=E5=B9=B4=E6=8A=A5?="
    part, picture = MIMEPart(), MIMEPart()
    part.set_content(page, subtype=kind, charset=charset, cte=encoding)
    picture.set_content(bytes(3000), "image", "png")
    message.make_related()
    for each in (picture, part) if picture_first else (part, picture):
        message.attach(each)
    return message.as_bytes()


@pytest.mark.parametrize("suffix", ["mht", "mhtml", "html", "doc", "txt", "docx", ""])
def test_told_by_content(suffix: str) -> None:
    document = read(Source(f"report.{suffix}", archive("utf-8", "quoted-printable"), suffix))
    assert document.format == "mht"
    assert stated(document) == ["2:4 规章", ["3:16 | 0 规章 | 1 12"]]


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "gb2312"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_encodings(charset: str, encoding: str) -> None:
    document = read(Source("report.mht", archive(charset, encoding, picture_first=True), "mht"))
    assert [shown(text) for text in texts(document)] == ["规章", "规章", "12"]


def test_letters_that_are_not_in_the_encoding_that_is_declared() -> None:
    data = archive("gbk", "base64", PAGE.replace("规章", "規章镕")).replace(b'charset="gbk"', b'charset="gb2312"')
    document = read(Source("report.mht", data, "mht"))
    assert [shown(text) for text in texts(document)] == ["規章镕", "規章镕", "12"]


@pytest.mark.parametrize(("start", "read_as"), [('; start="<b@x>"', "乙"), ('; start="<c@x>"', "甲"), ("", "甲")])
def test_the_page_that_is_shown_is_the_one_that_is_read(start: str, read_as: str) -> None:
    """An archive names it; otherwise it is the first."""
    parts = "".join(
        f"--x\nContent-Type: text/html; charset=utf-8\nContent-ID: <{id}@x>\n\n<p>{text}</p>\n"
        for id, text in (("a", "甲"), ("b", "乙"))
    )
    data = f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x{start}\n\n{parts}--x--\n".encode()
    assert [shown(text) for text in texts(read(Source("report.mht", data, "mht")))] == [read_as]


def nested(depth: int) -> bytes:
    data = b"MIME-Version: 1.0\n"
    for number in range(depth):
        data += b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (number, number)
    return data + b"Content-Type: text/html\n\n<p>x</p>"


REFUSED = {
    "no page": (archive("utf-8", "base64", kind="css"), "read.archive-without-page"),
    "deep": (nested(2000), "read.too-many-parts"),
    "many parts": (archive("utf-8", "base64") + b"\n--" * 3000, "read.too-many-parts"),
    "large": (archive("utf-8", "base64") + bytes(30_000_000), "read.too-large"),
}


@pytest.mark.parametrize(("data", "key"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_reason(data: bytes, key: str) -> None:
    with pytest.raises(ReadFailure) as failure:
        read(Source("report.mht", data, "mht"))
    assert failure.value.message.key == key


def test_a_letter_about_multipart_is_none() -> None:
    document = read(Source("report.txt", "统计：multipart/related 一类\n规章\t0\t1\t2\n".encode(), "txt"))
    assert document.format == "txt"
