"""What the page that is not full yet shows of the lines so far."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.paginate.open_page import OpenPage
from bridge_bot.discord_markdown.render.context import PageStart

ROOM = 100


def page_of(*lines: str) -> tuple[OpenPage, int]:
    """An open page with these lines, and the position behind them."""
    page, at = OpenPage(ROOM), 0
    for line in lines:
        page.feed_line(line, at, complete=True)
        at += len(line) + 1
    return page, at


def preview(page: OpenPage, partial_line: str, at: int) -> tuple[str, int]:
    with page.preview(partial_line, at, ROOM, growing=True) as (blocks, withheld):
        return "".join(block.above + block.text for block in blocks), withheld


@pytest.mark.parametrize(
    ("lines", "partial_line", "shown", "withheld"),
    [
        (["one"], "two", "one\ntwo", 0),
        (["one", ""], "- two", "one\n\n- two", 0),
        (["one"], "two **", "one\ntwo", 2),
        (["```py", "x"], "``", "```py\nx\n```", 2),
        (["- a"], "  - b", "- a\n  - b", 0),
        ([], "# Head", "# Head", 0),
        (["see [r]", "", "[r]: https://x.example"], "",
         "see [r](https://x.example)\n\n[r]: https://x.example", 0),
    ],
)  # fmt: skip
def test_a_preview_shows_the_lines_and_what_is_certain_of_the_last(
    lines: list[str], partial_line: str, shown: str, withheld: int
) -> None:
    page, at = page_of(*lines)
    assert preview(page, partial_line, at) == (shown, withheld)


def test_what_is_previewed_is_taken_back() -> None:
    page, at = page_of("one")
    preview(page, "- two", at)
    assert preview(page, "", at) == ("one", 0)


def test_code_with_gaps_moves_back_into_its_list_once_items_follow() -> None:
    page, at = page_of("- a", "  ```", "  x", "", "  y", "  ```")
    assert preview(page, "", at)[0] == "- a\n```\nx\n\ny\n```"
    assert preview(page, "  - b", at)[0] == "- a\n  \n  ```\n  x\n  \n  y\n  ```\n  - b"


def test_the_next_page_begins_in_the_middle_of_a_block() -> None:
    page, at = page_of("one two", "three")
    page.begin_page(PageStart(4, "**"))
    assert preview(page, "four**", at)[0] == "**two\nthree\nfour**"


@pytest.mark.parametrize(
    ("lines", "in_table"),
    [(["| a |", "|---|"], True), (["| a |", "|---|", ""], False), (["| a |"], False), ([], False)],
)
def test_a_table_is_open_until_an_empty_line(lines: list[str], in_table: bool) -> None:
    assert page_of(*lines)[0].in_table is in_table


@pytest.mark.parametrize(("chars", "is_stuck"), [(2 * ROOM, False), (2 * ROOM + 1, True)])
def test_a_block_of_more_than_twice_the_room_is_stuck(chars: int, is_stuck: bool) -> None:
    assert page_of("x" * chars)[0].is_stuck(ROOM) is is_stuck
