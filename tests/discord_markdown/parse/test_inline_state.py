"""What is noted while an inline text is read: delimiters, brackets, and where it may go on."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.parse.inline import MARKDOWN, inline_tokens
from bridge_bot.discord_markdown.parse.inline_state import InlineState


@pytest.mark.parametrize(
    ("text", "at", "can_open", "can_close"),
    [
        ("a **b", 2, True, False),
        ("a** b", 1, False, True),
        ("a ** b", 2, False, False),
        ("重要。**次", 3, True, True),  # CommonMark: cannot close
        ("他**“引", 1, True, True),  # CommonMark: cannot open
        ("a:**b", 2, True, True),  # CommonMark: cannot close
        ("a:*b", 2, True, False),
        ("。_b", 1, True, False),
    ],
)
def test_stars_beside_cjk_text_open_and_close(
    text: str, at: int, can_open: bool, can_close: bool
) -> None:
    scanned = InlineState(text, MARKDOWN, {}, growing=False).scanDelims(at, text[at] == "*")
    assert (scanned.can_open, scanned.can_close) == (can_open, can_close)


@pytest.mark.parametrize(
    ("text", "brackets", "pairs"),
    [
        ("a [b] c", [], [(2, 4)]),
        ("a [b", [2], []),
        ("[a [b]", [0], [(3, 5)]),
        ("[a](https://x.example)", [], []),
        ("`[a]`", [], []),
        ("] a", [], []),
    ],
)
def test_brackets_that_belong_to_no_link_are_noted(
    text: str, brackets: list[int], pairs: list[tuple[int, int]]
) -> None:
    _, _, state = inline_tokens(text, {}, growing=False)
    assert (state.brackets, state.pairs) == (brackets, pairs)


@pytest.mark.parametrize(("growing", "end", "expected"), [
    (True, 3, True), (True, 2, False), (False, 3, False),
])  # fmt: skip
def test_what_ends_where_a_growing_text_ends_may_go_on(
    growing: bool, end: int, expected: bool
) -> None:
    state = InlineState("abc", MARKDOWN, {}, growing=growing)
    state.posMax = end
    assert state.may_go_on is expected
