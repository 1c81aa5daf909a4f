"""LibreOffice: where it is, and how it is started, in a folder and with settings of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

TIME_LIMIT = 45
"""Seconds that LibreOffice may take for one file. It needs some three, ten on a slow machine."""

_NAMES = ("soffice.com", "soffice.exe") if os.name == "nt" else ("soffice", "libreoffice")
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
_PLACES: Mapping[str, tuple[str, ...]] = {
    "darwin": ("/Applications", "~/Applications"),
    "linux": ("/usr/bin", "/usr/local/bin", "/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program"),
}
_OPTIONAL = Path("/opt")  # where the packages of libreoffice.org go
_DARWIN_INSIDE = "Contents/MacOS"
_QUIET = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard")
_FILTERS: Mapping[str, str] = {
    "doc": "MS Word 97",
    "fodt": "OpenDocument Text Flat XML",
    "odt": "writer8",
    "rtf": "Rich Text Format",
    "wps": "MS_Works",
    "xml": "MS Word 2003 XML",
}
"""Suffix → what LibreOffice is to take the file for. Left to itself it takes whatever is damaged for a text."""

_NOWHERE = "http://127.0.0.1:9"  # nothing listens there
_PROXIES = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")
_OWN_PLACES = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR", "TMP", "TEMP")
_FOREIGN = ("PYTHONHOME", "PYTHONPATH", "no_proxy", "NO_PROXY")

_COMMON = "/org.openoffice.Office.Common"
_SETTINGS = (
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", 3),
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", True),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", True),
    (f"{_COMMON}/Security/Scripting", "DisableOLEAutomation", True),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", True),
    (f"{_COMMON}/Misc", "FirstRun", False),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", 2),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", 2),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", 9),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", 9),
)
"""(node, property, value): no macros, no links followed or updated (2: never), and no way to the network."""


def find_office() -> Path | None:
    """The program of an installed LibreOffice: on the PATH, or where it is usually installed; None without one.

    Never one in the current folder, where a stranger's file may lie.
    """
    return next(filter(_can_run, _candidates()), None)


def _candidates() -> Iterator[Path]:
    for name in _NAMES:
        yield from (Path(folder) / name for folder in os.get_exec_path() if Path(folder).is_absolute())
    for folder in _folders():
        yield from (folder / name for name in _NAMES)


def _folders() -> Iterator[Path]:
    """Where LibreOffice is usually installed on this system."""
    if os.name == "nt":
        for variable in _WINDOWS_FOLDERS:
            if programs := os.environ.get(variable):
                yield from (folder / "program" for folder in sorted(Path(programs).glob("LibreOffice*"), reverse=True))
        return
    places = [Path(place).expanduser() for place in _PLACES.get(sys.platform, ())]
    if sys.platform == "darwin":
        for place in places:
            yield from (app / _DARWIN_INSIDE for app in sorted(place.glob("LibreOffice*.app")))
        return
    yield from places
    yield from (folder / "program" for folder in sorted(_OPTIONAL.glob("libreoffice*"), reverse=True))


def _can_run(program: Path) -> bool:
    try:
        return program.is_file() and os.access(program, os.X_OK)
    except OSError:
        return False


def start(program: Path, folder: Path, file: Path) -> subprocess.Popen[bytes]:
    """Begin to have `file` converted to .docx in `folder`/out.

    All that the program writes stands in `folder`. Raises OSError where it cannot be started.
    """
    profile, temporary = folder / "profile", folder / "temporary"
    (profile / "user").mkdir(parents=True)
    temporary.mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_settings_xml(), encoding="utf-8")
    return subprocess.Popen(
        [
            str(program),
            f"-env:UserInstallation={profile.as_uri()}",
            *_QUIET,
            f"--infilter={_FILTERS[file.suffix[1:]]}",
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(file)),
        ],
        cwd=folder,
        env=_environment(temporary),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program, where it still runs, with all that it has started: the window-less LibreOffice is a child of what
    was called.
    """
    if process.poll() is not None:
        return
    if os.name == "nt":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
    else:  # it leads a group of its own, which has its number
        command = ["/bin/sh", "-c", f"kill -s KILL -- -{process.pid}"]
    subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    process.kill()
    process.wait()


def _environment(temporary: Path) -> dict[str, str]:
    """The variables for LibreOffice: those of this program, but with places of its own and no way to the network."""
    kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    proxies = {name: _NOWHERE for lower in _PROXIES for name in (lower, lower.upper())}
    return {**kept, **proxies, **dict.fromkeys(_OWN_PLACES, str(temporary))}


def _settings_xml() -> str:
    items = "".join(
        f'<item oor:path="{node}"><prop oor:name="{name}" oor:op="fuse"><value>{_value(value)}</value></prop></item>'
        for node, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>"
    )


def _value(value: bool | int | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
