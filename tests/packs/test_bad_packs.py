"""Bad packs as data: `bad/<name>.yaml` or the folder `bad/<name>`, and every mistake in it in `bad/<name>.out`.

`bad/<name>.zh.out` has the same list in Chinese.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from stub_kinds import KINDS

from linter.language import render
from linter.packs import BrokenPack, load

BAD = Path(__file__).parent / "bad"
EXPECTED = sorted(BAD.glob("*.out"))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_every_mistake_is_reported_at_its_place(expected: Path, tmp_path: Path) -> None:
    name = expected.name.split(".")[0]
    language = "zh" if expected.name.endswith(".zh.out") else "en"
    assert mistakes(name, language, tmp_path) == expected.read_text(encoding="utf-8").splitlines()


def test_every_bad_pack_has_its_mistakes_written_down() -> None:
    packs = {path.stem if path.suffix == ".yaml" else path.name for path in BAD.iterdir() if path.suffix != ".out"}
    assert packs == {path.name.split(".")[0] for path in EXPECTED}


def mistakes(name: str, language: str, tmp_path: Path) -> list[str]:
    """The mistakes of a bad pack, in lines, with paths from its folder."""
    folder = tmp_path / name
    if (BAD / name).is_dir():
        shutil.copytree(BAD / name, folder)
    else:
        folder.mkdir()
        shutil.copy(BAD / f"{name}.yaml", folder)
    with pytest.raises(BrokenPack) as broken:
        load(folder, cache=False, kinds=KINDS)
    lines = [f"{mistake.place} {render(mistake.message, language)}" for mistake in broken.value.mistakes]
    if os.sep == "\\":
        lines = [line.replace(str(folder), folder.as_posix()).replace("\\", "/") for line in lines]
    return [line.replace(f"{folder.as_posix()}/", "").replace(folder.as_posix(), name) for line in lines]
