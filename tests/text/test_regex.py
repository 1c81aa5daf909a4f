"""A pattern that is compiled when it is first used is the pattern of the standard library."""

from __future__ import annotations

import re

import pytest

from linter.text.regex import regex


def test_a_pattern_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    original = re.compile
    monkeypatch.setattr(re, "compile", lambda text, flags=0: compiled.append(text) or original(text, flags))
    word = regex(r"[a-z]+", re.IGNORECASE)
    assert compiled == []
    assert word.fullmatch("Figure")
    assert [match[0] for match in word.finditer("A b")] == ["A", "b"]
    assert word.fullmatch("12") is None
    assert set(compiled) == {"[a-z]+"}
    assert len(compiled) == 2, "once for each method"


def test_a_pattern_that_is_wrong_says_so_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")
