"""What `bridge-bot chat` makes of an answer for a terminal; `tests/e2e/test_chat.py` runs it."""

from __future__ import annotations

import pytest

from bridge_bot.chat import escape_controls


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        ("plain, 日本 and é", "plain, 日本 and é"),
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b[2J", r"\x1b[2J"),
        ("\r\x07\x00", r"\x0d\x07\x00"),
        ("\x7f\x9b", r"\x7f\x9b"),
    ],
)
def test_control_characters_become_visible_but_tabs_and_line_breaks(piece: str, shown: str) -> None:
    assert escape_controls(piece) == shown
