"""The cursor at the end of a growing text."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown import CURSOR, Pages, without_cursor
from tests.discord_markdown.harness.pages import shown_of


def test_the_cursor_stands_at_the_end_while_the_text_grows_and_then_is_gone() -> None:
    pages = Pages(2000, cursor=CURSOR)
    pages.feed("Hello")
    assert shown_of(pages) == [f"Hello {CURSOR}"]
    pages.feed(" **world")
    assert shown_of(pages) == [f"Hello **world** {CURSOR}"]
    pages.end()
    assert shown_of(pages) == ["Hello **world"]


@pytest.mark.parametrize(
    ("so_far", "shown"),
    [
        ("```py\nx", f"```py\nx {CURSOR}\n```"),
        ("> ```py\n> x", f"> ```py\n> x {CURSOR}\n> ```"),
        ("```py\nx\n```\n\n", f"```py\nx\n```\n{CURSOR}"),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
            f"```\na      b\n─────  ─\n1      2\n```\n{CURSOR}",
        ),
        ("> quote", f"> quote {CURSOR}"),
        ("[l](https://a.example)", f"[l](https://a.example) {CURSOR}"),
    ],
)
def test_the_cursor_breaks_nothing_and_can_be_taken_off(so_far: str, shown: str) -> None:
    with_it, plain = Pages(2000, cursor=CURSOR), Pages(2000)
    for pages in (with_it, plain):
        pages.feed(so_far)
    assert with_it[0] == shown
    assert without_cursor(with_it[0]) == plain[0] == without_cursor(plain[0])


def test_a_closed_page_has_no_cursor() -> None:
    pages = Pages(100, cursor=CURSOR)
    pages.feed("word " * 30)
    assert len(pages) == 2
    assert CURSOR not in pages[0]
    assert pages[1].endswith(f" {CURSOR}")


def test_the_cursor_inside_a_text_is_left_alone() -> None:
    assert without_cursor(f"a {CURSOR} b") == f"a {CURSOR} b"
    assert without_cursor(f"a{CURSOR}") == f"a{CURSOR}"
