"""`check --watch`: checked once, and again after each change that matters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_files import FILES, Gouji

watchfiles = pytest.importorskip("watchfiles")

from linter.cli.watching import matters  # noqa: E402


def test_a_report_is_checked_again_when_it_is_saved(
    gouji: Gouji, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changes(*paths: str, **rest: Any) -> Iterator[set[str]]:
        assert paths == ("good.txt",)
        (folder / "good.txt").write_bytes(FILES["faulty.txt"])
        yield {"changed"}

    monkeypatch.setattr(watchfiles, "watch", changes)
    code, out, err = gouji("check", "good.txt", "--watch")
    assert code == 1
    assert "没有发现问题" in out and "requests-balance" in out
    assert "重新检查" in err
    assert gouji("check", "-", "--watch")[0] == 2


@pytest.mark.parametrize(
    ("name", "yes"),
    [("a.docx", True), (".gouji.yaml", True), ("a.marked.docx", False), ("~$a.docx", False), ("a.json", False)],
)
def test_what_matters(name: str, yes: bool) -> None:
    assert matters(f"drafts/{name}") is yes
