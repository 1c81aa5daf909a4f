"""Text as it is compared: one width, no spaces."""

from __future__ import annotations

import pytest

from linter.text.widths import in_one_width, squeeze

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
    "总计¹": "总计",
    "总计①": "总计",
    "①总计": "1.总计",
    "总计[1]": "总计",
    "科研机构注2": "科研机构",
    "²": "2",
}


@pytest.mark.parametrize(("text", "squeezed"), SQUEEZED.items())
def test_squeezed(text: str, squeezed: str) -> None:
    assert squeeze(text) == squeezed


ONE_WIDTH = {
    "２０２３年，Ａ": "2023年，A",
    "1,036件,共2件": "1,036件，共2件",
    "1,03件": "1，03件",
    "(一):是;否!": "（一）：是；否！",
    "3～5件，−2": "3-5件，-2",
    "a\u200bb\\": "a\u200bb ",
    "9²件\u00ad": "9\u200b件\u200b",
}


@pytest.mark.parametrize(("text", "folded"), ONE_WIDTH.items())
def test_running_text_is_searched_in_one_width_as_long_as_before(text: str, folded: str) -> None:
    assert in_one_width(text) == folded
    assert len(folded) == len(text)
