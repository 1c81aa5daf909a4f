"""LibreOffice is found where it is, held to its time, kept from the network, and leaves nothing behind."""

from __future__ import annotations

import base64
import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from office_files import needs_office
from old_word import OldWord

from linter.language import render
from linter.model.document import Document, Paragraph, Source
from linter.model.message import Message
from linter.readers import ReadFailure, read
from linter.readers.office import program as office_program
from linter.readers.office import read as office
from linter.readers.office.fields import without_foreign_files

ROOT = Path(__file__).parents[3]

RTF = b"{\\rtf1\\ansi\\ansicpg936 {\\uc1\\u24635?\\u20307?}\\par}"
KIND = Message("read.office-rtf")

posix = pytest.mark.skipif(os.name == "nt", reason="the program that stands in for LibreOffice is a script")


def read_as(data: bytes, suffix: str) -> Document:
    return read(Source(f"sample.{suffix}", data, suffix))


def texts(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks if isinstance(block, Paragraph)]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only place where temporary files may be made; it is empty when the test is over."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(office_program, "_PLACES", {})
    monkeypatch.setattr(office_program, "_OPTIONAL", tmp_path / "none")
    return folder


def stand_in(folder: Path, script: str) -> Path:
    """A program that runs Python in place of LibreOffice: `arguments`, `out` and `folder` are given to it."""
    program = folder / "soffice"
    head = (
        "import os, subprocess, sys, time\nfrom pathlib import Path\narguments = sys.argv[1:]\n"
        "out = Path(arguments[arguments.index('--outdir') + 1])\nfolder = out.parent\n"
    )
    program.write_text(f"#!{sys.executable}\n{head}{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


@posix
def test_what_it_writes_is_given_back(programs: Path, temporary: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    stand_in(
        programs,
        f"Path({str(log)!r}).write_text('\\n'.join([*arguments, *map(str, sorted(folder.rglob('*'))),"
        " *(f'{name}={value}' for name, value in os.environ.items())]), encoding='utf-8')\n"
        "out.mkdir()\n(out / 'report.docx').write_bytes(b'made')\n(folder / 'left').write_text('x', encoding='utf-8')\n"
        "(Path(os.environ['TMPDIR']) / 'lu1').write_text('x', encoding='utf-8')",
    )
    assert office.convert(RTF, KIND, "rtf") == b"made"
    seen = log.read_text(encoding="utf-8")
    assert "report.rtf" in seen
    for option in (
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "-env:UserInstallation=file:",
    ):
        assert option in seen
    assert "registrymodifications.xcu" in seen
    assert "https_proxy=http://127.0.0.1:9" in seen
    assert f"HOME={temporary}" in seen


FAILURES = {
    "nothing written": "pass",
    "an empty file": "out.mkdir()\n(out / 'report.docx').touch()",
    "another name": "out.mkdir()\n(out / 'other.docx').write_bytes(b'x')",
    "a crash": "out.mkdir()\nos.abort()",
    "a folder": "(out / 'report.docx').mkdir(parents=True)",
}


@posix
@pytest.mark.parametrize("script", FAILURES.values(), ids=FAILURES)
def test_what_it_does_not_write_is_a_failure(script: str, programs: Path, temporary: Path) -> None:
    stand_in(programs, script)
    with pytest.raises(ReadFailure) as failure:
        read_as(RTF, "rtf")
    assert failure.value.message == Message("read.office-failed", {"kind": KIND})


@posix
def test_what_it_writes_wrongly_is_refused_as_a_damaged_word_file(programs: Path, temporary: Path) -> None:
    stand_in(programs, "out.mkdir()\n(out / 'report.docx').write_bytes(b'PK\\3\\4 no package')")
    with pytest.raises(ReadFailure) as failure:
        read_as(RTF, "rtf")
    assert failure.value.message.key == "read.docx-damaged"


@posix
def test_what_hangs_is_ended_with_all_that_it_started(
    programs: Path, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "TIME_LIMIT", 1)
    alive = tmp_path / "alive"
    child = (
        f"import time\nfrom pathlib import Path\nwhile True:\n    Path({str(alive)!r}).touch()\n    time.sleep(0.05)"
    )
    stand_in(programs, f"subprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(100)")
    began = time.perf_counter()
    with pytest.raises(ReadFailure) as failure:
        read_as(RTF, "rtf")
    assert time.perf_counter() - began < 10
    assert failure.value.message.key == "read.office-too-slow"
    assert alive.exists()
    alive.unlink()
    time.sleep(0.5)
    assert not alive.exists()


@posix
def test_what_cannot_be_started_is_a_failure(programs: Path, temporary: Path) -> None:
    program = programs / "soffice"
    program.write_bytes(b"\x7fELF no program")
    program.chmod(0o755)
    with pytest.raises(ReadFailure) as failure:
        read_as(RTF, "rtf")
    assert failure.value.message.key == "read.office-failed"


ABSENT = {
    "rtf": (RTF, "rtf"),
    "odt": (None, "odt"),
    "Word 95": (OldWord([("甲\r", 2)], version=0x68).file(), "doc"),
    "Works": (b"\x01\xfe\x32\x02\x00\x00" * 400, "wps"),
}


def opendocument(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, content in members:
            package.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(("data", "suffix"), ABSENT.values(), ids=ABSENT)
def test_without_it_a_sentence_says_what_to_do(data: bytes | None, suffix: str, programs: Path) -> None:
    with pytest.raises(ReadFailure) as failure:
        read_as(opendocument() if data is None else data, suffix)
    assert failure.value.message.key == "read.office-missing"
    for language, words in (("zh", ("LibreOffice", "安装", "另存为")), ("en", ("LibreOffice", "Install", ".docx"))):
        assert all(word in render(failure.value.message, language) for word in words)


def test_an_old_word_file_does_without_it(programs: Path) -> None:
    assert texts(read_as(OldWord([("甲\r", 2)]).file(), "doc")) == ["甲"]


def test_a_program_in_the_current_folder_is_not_run(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(programs, "pass")
    monkeypatch.chdir(programs)
    for path in ("", ".", os.pathsep, f".{os.pathsep}"):
        monkeypatch.setenv("PATH", path)
        assert office_program.find_office() is None


@posix
def test_it_is_found_where_it_is_usually_installed(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = tmp_path / "opt" / "libreoffice24.8" / "program"
    newer.mkdir(parents=True)
    program = stand_in(newer, "pass")
    monkeypatch.setattr(office_program, "_OPTIONAL", tmp_path / "opt")
    assert office_program.find_office() == program
    app = tmp_path / "Applications" / "LibreOffice.app" / "Contents" / "MacOS"
    app.mkdir(parents=True)
    on_mac = stand_in(app, "pass")
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(office_program, "_PLACES", {"darwin": (str(tmp_path / "Applications"),)})
    assert office_program.find_office() == on_mac


ENTITIES = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>"
BOMBS = {
    "too large": (("content.xml", bytes(office.LARGEST_UNPACKED + 1)), "read.office-too-large"),
    "entities": (("content.xml", ENTITIES.encode()), "read.docx-entities"),
    "entities in wide letters": (("content.xml", ENTITIES.encode("utf-16")), "read.docx-entities"),
    "entities in wide letters without a mark": (("styles.xml", ENTITIES.encode("utf-16-be")), "read.docx-entities"),
    "entities in the widest": (("content.xml", ENTITIES.encode("utf-32")), "read.docx-entities"),
    "entities far within": (("content.xml", (" " * (256 * 1024 - 3) + ENTITIES).encode()), "read.docx-entities"),
    "letters that hide them": (
        ("content.xml", b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'),
        "read.docx-entities",
    ),
    "a declaration alone": (("content.xml", b"<!DOCTYPE a SYSTEM 'a.dtd'><a/>"), "read.docx-entities"),
    "a macro with entities": (("Basic/Standard/Module1.xml", ENTITIES.encode()), "read.docx-entities"),
}


@pytest.mark.parametrize(("member", "key"), BOMBS.values(), ids=BOMBS)
def test_bombs_are_not_given_to_it(member: tuple[str, bytes], key: str, programs: Path) -> None:
    with pytest.raises(ReadFailure) as failure:
        read_as(opendocument(member), "odt")
    assert failure.value.message.key == key


def test_entities_of_a_word_file_saved_as_xml_are_not_given_to_it(programs: Path) -> None:
    page = ENTITIES.replace("<a/>", '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>')
    with pytest.raises(ReadFailure) as failure:
        read_as(page.replace("?>", "?><?mso-application progid='Word.Document'?>", 1).encode(), "doc")
    assert failure.value.message.key == "read.docx-entities"


MACRO = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument '
    b'1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script">Sub A</script:module>'
)


@pytest.mark.parametrize("name", ["Basic/Standard/Module1.xml", "Dialogs/Standard/Dialog1.xml"])
def test_macros_are_no_reason_to_refuse(name: str, programs: Path) -> None:
    """They are never run, and LibreOffice writes them with a declaration."""
    with pytest.raises(ReadFailure) as failure:
        read_as(opendocument(("content.xml", b"<a/>"), (name, MACRO)), "odt")
    assert failure.value.message.key == "read.office-missing"


def test_a_damaged_package_is_not_given_to_it(programs: Path) -> None:
    with pytest.raises(ReadFailure) as failure:
        read_as(opendocument(("content.xml", b"<a/>"))[:-30], "odt")
    assert failure.value.message.key == "read.office-failed"


def test_it_reads_what_is_left_to_it(temporary: Path) -> None:
    needs_office()
    document = read_as(RTF, "rtf")
    assert (texts(document), document.format, document.notes) == (["总体"], "rtf", ())
    assert read_as(RTF, "doc").format == "rtf"


def test_it_says_so_where_it_read_an_odd_file(temporary: Path) -> None:
    needs_office()
    with pytest.raises(ReadFailure) as failure:
        read_as(OldWord([("甲\r", 2)], kind=0).file(), "doc")
    assert failure.value.message.key == "read.office-failed"


def linked(address: str) -> bytes:
    """An .odt file with a picture, a section and an object that stand at `address`, and a macro for its opening."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            *(("office", "office"), ("text", "text"), ("draw", "drawing"), ("script", "script")),
            ("svg", "svg-compatible"),
        )
    )
    link = f'xlink:href="{address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    content = (
        f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f'<office:body><office:text><text:p>总体<draw:frame svg:width="1cm" svg:height="1cm"><draw:image {link}/>'
        f'</draw:frame></text:p><text:section text:name="s"><text:section-source {link}/><text:p>旧</text:p>'
        "</text:section></office:text></office:body></office:document-content>"
    )
    types = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"))
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f'<manifest:manifest xmlns:manifest="{space}">{types}</manifest:manifest>'
    return opendocument(("content.xml", content.encode()), ("META-INF/manifest.xml", manifest.encode()))


def test_it_asks_nothing_of_the_network(temporary: Path) -> None:
    import socket

    needs_office()
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/report.html"
        pictures = b'{\\rtf1 {\\field{\\*\\fldinst INCLUDEPICTURE "%s" }{\\fldrslt x}}\\par A\\par}' % address.encode()
        assert "总体" in "".join(texts(read_as(linked(address), "odt")))
        read_as(pictures, "rtf")
        with pytest.raises(TimeoutError):
            server.accept()


def test_it_reads_no_other_file(temporary: Path, tmp_path: Path) -> None:
    needs_office()
    secret = tmp_path / "secret.txt"
    secret.write_text("not for others", encoding="utf-8")
    read_text = "".join(texts(read_as(linked(secret.as_uri()), "odt")))
    assert "总体" in read_text
    assert "not for others" not in read_text


RUN = """
import signal, sys, tempfile
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored below a shell's background job, as CI may be one
from pathlib import Path
from linter.model.message import Message
from linter.readers.office import program, read

if __name__ == "__main__":
    program._PLACES = {}
    read.convert(b"{\\\\rtf1 secret}", Message("read.office-rtf"), "rtf")
"""


@posix
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_nothing_is_left_of_a_run_that_is_ended(programs: Path, temporary: Path, tmp_path: Path, how: str) -> None:
    """Neither the draft in the folder for temporary files, nor the program, nor what that has started."""
    alive = tmp_path / "alive"
    child = f"import time\nfrom pathlib import Path\nwhile True: Path({str(alive)!r}).touch(); time.sleep(0.05)"
    stand_in(programs, f"subprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(100)")
    (tmp_path / "run.py").write_text(RUN, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)}
    run = subprocess.Popen(
        [sys.executable, str(tmp_path / "run.py")], env=environment, start_new_session=True, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 30
    while not alive.exists():
        assert time.monotonic() < until
        time.sleep(0.05)
    assert list(temporary.glob("*/report.rtf"))
    # Ctrl+C and the end of a terminal reach all of its processes
    (os.killpg if how in ("SIGINT", "SIGHUP") else os.kill)(run.pid, getattr(signal, how))
    run.wait(10)
    while list(temporary.iterdir()):
        assert time.monotonic() < until
        time.sleep(0.05)
    alive.unlink()
    time.sleep(0.5)
    assert not alive.exists()


@posix
def test_the_folder_of_a_conversion_that_was_killed_with_all_is_deleted_by_a_later_one(
    programs: Path, temporary: Path
) -> None:
    stand_in(programs, "pass")
    old, new, other = (temporary / f"gouji-{name}" for name in ("office-old", "office-new", "drafts"))
    for folder in (old, new, other):
        (folder / "temporary").mkdir(parents=True)
        (folder / "report.rtf").write_bytes(b"secret")
    for folder in (old, other):
        os.utime(folder, (time.time() - 660,) * 2)
    os.utime(new, (time.time() - 540,) * 2)
    with pytest.raises(ReadFailure):
        office.convert(RTF, KIND, "rtf")
    assert {folder.name for folder in temporary.iterdir()} == {"gouji-office-new", "gouji-drafts"}
    for folder in (new, other):
        shutil.rmtree(folder)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is not limited by the system here")
def test_it_has_so_much_memory_and_no_more(programs: Path, temporary: Path) -> None:
    script = "kept = bytearray({} * 1024 * 1024)\nout.mkdir()\n(out / 'report.docx').write_bytes(b'made')"
    stand_in(programs, script.format(500))
    assert office.convert(RTF, KIND, "rtf") == b"made"
    stand_in(programs, script.format(700))
    with pytest.raises(ReadFailure) as failure:
        office.convert(RTF, KIND, "rtf")
    assert failure.value.message.key == "read.office-failed"


PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="

KEPT = [
    rb" HYPERLINK \"https://example.org\"",
    rb"{\b PAGE  \\* MERGEFORMAT}",
    rb" = SUM(ABOVE)",
    rb" seq Table",
    rb"{\rtlch\fcs1 \af0 \ltrch TOC \\o 1-3}",
]
TAKEN_OUT = [
    rb' INCLUDEPICTURE "/etc/secret.png" \\d',
    rb"{\b INCLUDE}PICTURE x",
    b" INC\r\nLUDEPICTURE x",
    rb" INC\'4cUDEPICTURE x",
    rb"\u73?NCLUDETEXT \\\\\\\\server\\\\share\\\\a.docx",
    rb" LINK Word.Document.8 x",
    rb" ddeauto c m",
    rb" PAGEINCLUDEPICTURE x",
    rb" {HYPERLINK {\field{\*\fldinst INCLUDEPICTURE x}}}",
]


@pytest.mark.parametrize("instruction", KEPT)
def test_harmless_fields_stay(instruction: bytes) -> None:
    data = rb"{\rtf1 a{\field{\*\fldinst" + instruction + rb"}{\fldrslt b}}c}"
    assert without_foreign_files(data, "rtf") == data


@pytest.mark.parametrize("instruction", TAKEN_OUT)
def test_fields_that_pull_other_files_are_taken_out(instruction: bytes) -> None:
    data = rb"{\rtf1 a{\field{\*\fldinst" + instruction + rb"}{\fldrslt INCLUDEPICTURE}}c}"
    cleaned = without_foreign_files(data, "rtf")
    assert len(cleaned) == len(data)
    assert cleaned.endswith(rb"}{\fldrslt INCLUDEPICTURE}}c}")
    assert b"x" not in cleaned
    assert b"share" not in cleaned
    assert b"secret" not in cleaned


@pytest.mark.parametrize("encoding", ["ascii", "utf-16-le"])
@pytest.mark.parametrize("suffix", ["doc", "wps"])
def test_fields_in_old_word_files_too(encoding: str, suffix: str) -> None:
    pulling, other = "\x13 IncludePicture x", "\x13 HYPERLINK x INCLUDEPICTURE"
    assert without_foreign_files(pulling.encode(encoding), suffix) == f"\x13 {' ' * 14} x".encode(encoding)
    assert without_foreign_files(other.encode(encoding), suffix) == other.encode(encoding)


def test_fields_in_word_files_in_one_file_of_xml_too() -> None:
    data = b'<w:instrText xml:space="x"> INCLUDETEXT a</w:instrText><w:fldSimple w:instr="LINK b"/><w:t>LINK</w:t>'
    cleaned = without_foreign_files(data, "xml")
    assert b"INCLUDETEXT" not in cleaned
    assert cleaned.count(b"LINK") == 1


def test_no_picture_of_the_machine_comes_into_the_copy(tmp_path: Path) -> None:
    needs_office()
    picture = tmp_path / "secret.png"
    picture.write_bytes(base64.b64decode(PNG))
    field = rb'{\rtf1\ansi hello {\field{\*\fldinst INCLUDEPICTURE "%b"}{\fldrslt shown}}\par}' % str(picture).encode()
    with zipfile.ZipFile(io.BytesIO(office.convert(field, KIND, "rtf"))) as copy:
        assert [name for name in copy.namelist() if "media" in name] == []
        assert b"shown" in copy.read("word/document.xml")
