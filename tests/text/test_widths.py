"""Text as it is compared: one width, no spaces."""

from __future__ import annotations

import pytest

from linter.text.widths import squeeze

SQUEEZED = {
    "１，０３６": "1,036",
    "规\u3000章": "规章",
    "ａ\u200bｂ\u200e": "ab",
    "①项": "1.项",
    "⑳项": "20.项",
    "㉑项": "21项",
    "**一、** 总 体": "一、总体",
    "1\\.": "1.",
    "plain text": "plaintext",
}


@pytest.mark.parametrize(("text", "squeezed"), SQUEEZED.items())
def test_squeezed(text: str, squeezed: str) -> None:
    assert squeeze(text) == squeezed
