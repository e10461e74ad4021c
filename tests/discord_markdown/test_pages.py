"""Pages: notices, limits, and messages that stand already."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown import CURSOR, Pages
from bridge_bot.discord_markdown.pages import NOTICE_CHARS
from tests.discord_markdown.harness.pages import shown_of


def test_a_limit_without_room_for_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="100"):
        Pages(99)
    with pytest.raises(ValueError, match="one page"):
        Pages(100, max_pages=0)


def ended(text: str, notice: str, limit_chars: int = 2000) -> list[str]:
    pages = Pages(limit_chars, cursor=CURSOR)
    pages.feed(text)
    pages.end(notice)
    return shown_of(pages)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("text", ["text\n\nIt *broke* off."]),
        ("```py\nx", ["```py\nx\n```\n\nIt *broke* off."]),
        ("an **open", ["an \\*\\*open\n\nIt *broke* off."]),
        ("> quote", ["> quote\n\nIt *broke* off."]),
        ("", ["It *broke* off."]),
    ],
)
def test_a_notice_stands_apart_below_the_text(text: str, shown: list[str]) -> None:
    assert ended(text, "It *broke* off.") == shown


def test_a_notice_that_does_not_fit_has_a_page_of_its_own() -> None:
    assert ended("x" * 95, "It broke off.", 100) == ["x" * 95, "It broke off."]


def test_only_the_first_end_counts_and_nothing_comes_after_it() -> None:
    pages = Pages(100)
    pages.feed("text")
    pages.end("first")
    pages.end("second")
    pages.feed("more")
    assert shown_of(pages) == ["text\n\nfirst"]


def test_pages_that_stand_already_are_left_as_they_are_but_for_the_cursor() -> None:
    full = "x " * 50
    pages = Pages.of([full, f"**b** {CURSOR}"], 100)
    assert shown_of(pages) == [full, "**b**"]
    assert [pages.is_closed(page) for page in (0, 1)] == [True, False]
    pages.end("It broke off.")
    assert shown_of(pages) == [full, "**b**\n\nIt broke off."]


def test_a_full_page_that_stands_already_gets_its_notice_below_it() -> None:
    pages = Pages.of(["x" * 100], 100)
    pages.end("It broke off.")
    assert shown_of(pages) == ["x" * 100, "It broke off."]


def test_text_goes_on_below_what_stands_already() -> None:
    pages = Pages.of(["one"], 100)
    pages.feed("two")
    assert shown_of(pages) == ["one\ntwo"]
    full = Pages.of(["x" * 100], 100)
    full.feed("two")
    assert shown_of(full) == ["x" * 100, "two"]


def test_no_page_stands_where_nothing_was_shown() -> None:
    assert len(Pages.of([], 100)) == 0


def test_a_text_of_more_than_max_pages_stops_there_and_its_source_is_kept() -> None:
    text = "".join(f"word{number} " for number in range(400))
    pages = Pages(500, cursor=CURSOR, max_pages=2)
    for at in range(0, len(text), 50):
        assert pages.overflows == (at > 1200) or 700 < at <= 1200
        pages.feed(text[at : at + 50])
        assert len(pages) <= 2
    assert pages.overflows
    assert [pages.is_closed(page) for page in (0, 1)] == [True, False]
    assert pages[1].endswith(CURSOR)
    visible = pages[1].removesuffix(f" {CURSOR}")
    pages.end("The whole answer is attached.")
    assert pages[1] == f"{visible}\n\nThe whole answer is attached."
    assert pages.source == text


def test_a_text_of_max_pages_does_not_overflow() -> None:
    pages = Pages(2000, max_pages=1)
    pages.feed("x" * (2000 - NOTICE_CHARS - 2))
    pages.end("n" * NOTICE_CHARS)
    assert not pages.overflows
    assert [len(page) for page in shown_of(pages)] == [2000]


def test_a_notice_longer_than_its_room_on_the_last_page_is_cut() -> None:
    pages = Pages(2000, max_pages=1)
    pages.feed("word " * 1000)
    pages.end("n" * 500)
    (page,) = shown_of(pages)
    assert len(page) == 2000
    assert page.endswith("n…")


def test_without_max_pages_the_source_is_not_kept() -> None:
    with pytest.raises(ValueError, match="max_pages"):
        _ = Pages(100).source
