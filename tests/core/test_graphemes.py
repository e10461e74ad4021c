"""A cut never takes a visible character apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.core.graphemes import whole_before

VISIBLE = [
    "a", "ß", "日", "한", "각", "😀", "👍🏽", "👨‍👩‍👧‍👦", "🏴‍☠️", "❤️", "1️⃣", "🇩🇪", "🇫🇷",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "e\u0301",
    "Z\u0351\u036b\u0343", "नि", "กำ", " ", "\n", "|",
]  # fmt: skip


@given(st.lists(st.sampled_from(VISIBLE), min_size=2, max_size=12), st.integers(1, 60))
def test_what_a_reader_sees_as_one_stays_in_one_piece(seen: list[str], at: int) -> None:
    """Cut anywhere, it is cut between two visible characters, and as late as possible."""
    text = "".join(seen)
    at = min(at, len(text))
    boundaries = [sum(map(len, seen[:count])) for count in range(len(seen) + 1)]
    expected = max(boundary for boundary in boundaries if boundary <= at)
    assert whole_before(text, at) == (expected or at)


@pytest.mark.parametrize("at", [1, 5, 99])
def test_a_character_that_is_longer_than_all_the_room_is_cut_all_the_same(at: int) -> None:
    assert whole_before("e" + "\u0301" * 200, at) == at


@given(st.text(), st.integers(0, 50))
def test_any_text_is_cut_within_it(text: str, at: int) -> None:
    at = min(at, len(text))
    assert 0 <= whole_before(text, at) <= at
