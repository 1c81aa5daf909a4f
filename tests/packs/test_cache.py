"""What did not change is not parsed and validated again, and a cache can do no harm."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pack_texts import write_packs

from linter.packs import BrokenPack, load
from linter.packs import cache as cache_module
from linter.packs import loading as loading_module
from linter.packs.cache import FOLDER_VARIABLE

MINE = """
pack: {title: {zh: 我的, en: Mine}, extends: ../base}
tables: [{id: requests, rows: [{id: other, label: 其他}]}]
"""
BASE = """
pack: {title: {zh: 底, en: Base}}
sections: [{id: requests, label: 申请}]
tables:
  - id: requests
    section: requests
    title: {zh: 申请, en: requests}
    columns: [{id: total, label: 总计}]
    rows: [{id: received, label: 新收}, {id: other, label: 其它}]
rules:
  - id: has-requests
    title: {zh: 有表, en: has the table}
    kind: required-table
    severity: error
    source: 样表
    tables: [requests]
    tests: [{pass: {}}, {fail: {remove: [申请], year: 2021, share: 0.5}}]
"""


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack that extends another, and an empty cache."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    return write_packs(tmp_path, {"base": BASE, "mine": MINE}) / "mine"


@pytest.fixture
def validated(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were read and validated, in order."""
    folders: list[Path] = []
    validate = loading_module._validated

    def counting(packs: tuple[Path, ...], kinds: loading_module.Kinds) -> loading_module.Validated:
        folders.extend(packs)
        return validate(packs, kinds)

    monkeypatch.setattr(loading_module, "_validated", counting)
    return folders


def entry(mine: Path) -> Path:
    (file,) = (mine.parent / "cache" / "packs").iterdir()
    return file


def test_a_hit_is_equal_to_what_was_validated(mine: Path, validated: list[Path]) -> None:
    assert load(mine) == load(mine) == load(mine, cache=False)
    assert validated == [mine, mine]


def test_the_shipped_family_is_equal_from_the_cache(mine: Path) -> None:
    assert load("cn-open-government") == load("cn-open-government") == load("cn-open-government", cache=False)


@pytest.mark.parametrize("change", ["mine", "base", "new file", "file gone"])
def test_a_change_anywhere_in_the_chain_is_seen(mine: Path, change: str) -> None:
    (mine / "more.yaml").write_text("marks: [年报]\n", encoding="utf-8")
    before = load(mine)
    if change == "new file":
        (mine.parent / "base" / "marks.yaml").write_text("notation: {units: [件]}\n", encoding="utf-8")
    elif change == "file gone":
        (mine / "more.yaml").unlink()
    else:
        file = mine.parent / change / "pack.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("其他", "别的").replace("新收", "新增"), encoding="utf-8")
    assert load(mine) != before
    assert load(mine) == load(mine, cache=False)


def test_a_pack_that_breaks_is_reported_although_it_was_kept(mine: Path) -> None:
    load(mine)
    (mine / "pack.yaml").write_text(MINE + "markss: []\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(BrokenPack):
            load(mine)


DAMAGE = {
    "empty": lambda data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "head only": lambda data: data.partition(b"\n")[0],
    "a byte changed": lambda data: data[:-40] + b"X" + data[-39:],
    "other words": lambda data: data.replace(b"has the table", b"has no tables"),
    "another format": lambda data: b"[]\n{}",
    "binary": lambda data: bytes(range(256)),
    "deep": lambda data: b"[" * 100_000,
    "pickle": lambda data: b"\x80\x04\x95\x00\x00\x00\x00\x00\x00\x00\x00.",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_entry_is_ignored_and_written_anew(mine: Path, validated: list[Path], damage: str) -> None:
    family = load(mine)
    whole = entry(mine).read_bytes()
    entry(mine).write_bytes(DAMAGE[damage](whole))
    assert load(mine) == family
    assert len(validated) == 2
    assert entry(mine).read_bytes() == whole


@pytest.mark.parametrize("data", [[], {}, {"id": "x", "packs": [{}]}, {"id": "x", "packs": [{"id": "y", "data": 1}]}])
def test_a_foreign_entry_with_the_right_digests_is_ignored_too(mine: Path, data: object) -> None:
    family = load(mine)
    fresh = loading_module._validated((mine,), loading_module.shipped_kinds())
    loading_module.keep((mine,), fresh.digests, data)
    assert load(mine) == family


def without_rules(data: bytes) -> bytes:
    """An entry in which no rule is left, with every digest in it that can be made without the key."""
    _, head, body = data.split(b"\n", 2)
    packs = json.loads(body)
    for pack in packs["packs"]:
        pack["rules"] = "[]"
    sealed = head + b"\n" + json.dumps(packs).encode()
    return hashlib.sha256(sealed).hexdigest().encode() + b"\n" + sealed


def test_an_entry_that_others_made_is_not_used(mine: Path, validated: list[Path]) -> None:
    family = load(mine)
    entry(mine).write_bytes(without_rules(entry(mine).read_bytes()))
    assert load(mine) == family
    assert len(validated) == 2


def test_an_entry_of_another_machine_is_not_used(
    mine: Path, validated: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its key is another one, wherever the entry was brought to."""
    load(mine)
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(mine.parent / "elsewhere"))
    load(mine)
    load(mine)
    assert len(validated) == 2
    (key,) = (mine.parent / "elsewhere" / "gouji").iterdir()
    key.write_bytes(b"")
    load(mine)
    assert len(validated) == 3


@pytest.mark.skipif(os.name == "nt", reason="no such permissions here")
@pytest.mark.parametrize("where", ["entry", "folder", "key"])
@pytest.mark.parametrize("mode", [0o020, 0o002])
def test_what_others_may_write_to_is_not_used(
    mine: Path, validated: list[Path], where: str, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(mine.parent / "state"))
    load(mine)
    path = {"entry": entry(mine), "folder": entry(mine).parent, "key": cache_module._key_file()}[where]
    path.chmod(path.stat().st_mode | mode)
    load(mine)
    load(mine)
    assert len(validated) == 2
    assert path.stat().st_mode & 0o022 == 0


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no such owner here")
def test_what_belongs_to_others_is_not_used(mine: Path, validated: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    load(mine)
    stranger = entry(mine).stat().st_uid + 1
    monkeypatch.setattr(os, "geteuid", lambda: stranger)
    load(mine)
    assert len(validated) == 2


@pytest.mark.parametrize("where", ["entry", "folder", "above"])
def test_what_lies_behind_a_link_is_not_used(mine: Path, validated: list[Path], where: str) -> None:
    load(mine)
    path = {"entry": entry(mine), "folder": entry(mine).parent, "above": entry(mine).parent.parent}[where]
    moved = mine.parent / "moved"
    path.rename(moved)
    try:
        path.symlink_to(moved, target_is_directory=moved.is_dir())
    except OSError:
        pytest.skip("no links here")
    load(mine)
    assert len(validated) == 2


def test_no_cache_is_no_error(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = mine.parent / "blocked"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(blocked))
    assert load(mine) == load(mine, cache=False)


def test_without_cache_nothing_is_written(mine: Path) -> None:
    load(mine, cache=False)
    assert not (mine.parent / "cache").exists()


def test_a_hit_imports_no_library_for_reading_and_validating(mine: Path) -> None:
    load(mine)
    program = "import sys, linter.packs; linter.packs.load(sys.argv[1]); print(*sys.modules)"
    root = Path(__file__).parent.parent.parent
    environment = os.environ | {"PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", program, str(mine)], env=environment, capture_output=True, text=True, check=True
    )
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert "linter" in loaded
    assert not loaded & {"ruamel", "jsonschema", "re2", "rapidfuzz", "difflib", "tempfile", "pickle"}


@pytest.mark.parametrize("module", ["packs/shape.py", "kinds/kind.py", "kinds/cells/cell_value.py"])
def test_a_change_of_the_code_that_validates_is_seen(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever below its folders the module lies."""
    file = tmp_path / module
    file.parent.mkdir(parents=True)
    file.write_text("LIMIT = 1\n", encoding="utf-8")
    monkeypatch.setattr(cache_module, "__file__", str(tmp_path / "packs" / "cache.py"))
    before = cache_module.code_version()
    assert cache_module.code_version() == before
    file.write_text("LIMIT = 10\n", encoding="utf-8")
    assert cache_module.code_version() != before
