"""Plain text with backslashes where Discord would read a block, and its positions."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.fragments import Fragment
from bridge_bot.discord_markdown.render.inline import InlineRenderer
from bridge_bot.discord_markdown.render.plain_text import InlineOptions, source_mapping


def fragments(text: str) -> list[Fragment]:
    return InlineRenderer(text, {}, InlineOptions(growing=False, max_withheld_chars=40)).fragments


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# a", "\\# a"),
        ("#1 is first", "#1 is first"),
        ("#", "\\#"),
        ("- a", "\\- a"),
        ("-a - b", "-a - b"),
        ("2024. And", "2024\\. And"),
        ("2.5 and", "2.5 and"),
        ("> a", "\\> a"),
        (">>> a", "\\>>> a"),
        ("a\n- b", "a\n\\- b"),
        ("a - b", "a - b"),
        ("C:\\новый", "C:\\\\новый"),
        ("C:\\temp", "C:\\temp"),
    ],
)
def test_a_backslash_stands_before_what_looks_like_a_block(text: str, shown: str) -> None:
    found = fragments(text)
    assert "".join(fragment.text for fragment in found) == shown
    assert "".join(fragment.visible for fragment in found).split() == text.split()


def test_each_fragment_has_its_position() -> None:
    found = [(fragment.text, fragment.at) for fragment in fragments("12. a\nb")]
    assert found == [("12", 0), ("\\.", 2), (" a", 3), ("\n", 5), ("b", 6)]


@pytest.mark.parametrize(
    ("position", "at"), [(0, 8), (2, 10), (3, 11), (4, 20), (6, 22), (7, 30), (9, 32)]
)
def test_a_position_in_the_text_is_found_in_the_source(position: int, at: int) -> None:
    # "**" is opened again; the lines "ab" and "cd" stand at 10 and 20, "ef" at 30.
    assert source_mapping([(0, 8), (2, 10), (4, 20), (7, 30)])(position) == at
