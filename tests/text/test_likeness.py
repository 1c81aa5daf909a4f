"""How far two wordings are apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.text.likeness import letters_apart, share_alike

WORDS = st.text(alphabet="公开予以部分", max_size=8)


@given(WORDS, WORDS, st.integers(0, 4))
def test_a_limit_changes_nothing_up_to_it(one: str, other: str, limit: int) -> None:
    assert letters_apart(one, other, limit) == min(letters_apart(one, other), limit + 1)


def test_letters_apart() -> None:
    assert [letters_apart("予以公开", other) for other in ("予以公开", "予公开", "不予公开", "公开")] == [0, 1, 2, 2]


def test_share_alike_at_its_limit() -> None:
    assert [share_alike("甲乙丙丁", "甲乙丙戊", at_least) for at_least in (0.75, 0.76)] == [0.75, 0]
