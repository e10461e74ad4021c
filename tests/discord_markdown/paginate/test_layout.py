"""A growing text is divided into pages."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.paginate.layout import Layout, PageText

ROOM = 100


def layout_of(text: str, *, max_pages: int | None = None, ended: bool = True) -> Layout:
    layout = Layout(lambda _: ROOM, max_pages)
    layout.grow(text, ended=ended)
    return layout


@pytest.mark.parametrize(
    ("text", "ended", "body", "closing"),
    [
        ("one\n\ntwo", True, "one\n\ntwo", ""),
        ("```py\nx = 1", False, "```py\nx = 1", "\n```"),
        ("```py\nx = 1\n```", True, "```py\nx = 1\n```", ""),
        ("a **b", False, "a **b**", ""),
        ("nul \0 and \r", True, "nul \ufffd and", ""),
        ("\t\x1b", False, "", ""),
        ("", True, "", ""),
    ],
)
def test_the_open_page_shows_so_much_of_a_text(
    text: str, ended: bool, body: str, closing: str
) -> None:
    assert layout_of(text, ended=ended).open_text == PageText(body, closing)


def test_full_pages_are_closed_once_and_their_starts_are_kept() -> None:
    layout = layout_of("word " * 50)
    first = layout.take_closed()
    assert [len(page.text) <= ROOM for page in first] == [True] * len(first)
    assert layout.take_closed() == []
    assert layout.starts == [0, *(start for start in layout.starts if start % 5 == 0 and start)]
    assert len(layout.starts) == len(first) + 1


def test_each_page_has_the_room_of_its_index() -> None:
    layout = Layout(lambda number: ROOM + ROOM * number, None)
    layout.grow("x" * 600, ended=True)
    shown = [*layout.take_closed(), layout.open_text]
    assert [len(page) for page in shown] == [100, 200, 300]


def test_a_line_longer_than_is_read_at_once_loses_nothing() -> None:
    layout = layout_of("- " + "x" * 5000)
    shown = [*layout.take_closed(), layout.open_text]
    assert sum(page.text.count("x") for page in shown) == 5000


def test_a_text_of_more_than_max_pages_overflows_and_what_comes_then_is_left_out() -> None:
    layout = layout_of("word " * 50, max_pages=1, ended=False)
    shown = layout.open_text
    layout.grow("more", ended=True)
    assert layout.overflows
    assert (layout.open_text, layout.closed) == (shown, [])


@pytest.mark.parametrize(
    ("text", "above"), [("a *b", "a \\*b"), ("a", "a"), ("```\nx\n```", "```\nx\n```")]
)
def test_above_a_notice_no_delimiter_pairs_with_one_of_it(text: str, above: str) -> None:
    assert layout_of(text).open_page_above("It *broke* off.") == above
