"""A text of the bot's own above an answer."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown import Pages
from tests.discord_markdown.harness.pages import shown_of


def test_a_preface_stands_above_the_text_as_subtext_and_is_none_by_itself() -> None:
    pages = Pages(2000)
    pages.preface("The context is gone.")
    pages.preface("Two\nlines")
    assert len(pages) == 0
    pages.feed(" \n")
    assert len(pages) == 0
    pages.feed("# Title")
    assert shown_of(pages) == ["-# The context is gone.\n-# Two\n-# lines\n# Title"]
    with pytest.raises(RuntimeError):
        pages.preface("too late")


def test_a_preface_stands_above_a_notice_or_an_end_without_text() -> None:
    for notice, shown in (("It failed.", "-# words\nIt failed."), ("", "-# words")):
        pages = Pages(2000)
        pages.preface("words")
        pages.end(notice)
        assert shown_of(pages) == [shown]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("-# already small", "-# already small"),
        ("**bold** and [link](https://a.b)", "-# **bold** and [link](https://a.b)"),
        ("an **open mark", "-# an \\*\\*open mark"),
        ("a `tick and ```", "-# a \\`tick and \\`\\`\\`"),
        ("\n\n# no heading\n", "-# # no heading"),
    ],
)
def test_no_markdown_in_a_preface_reaches_into_the_text(words: str, shown: str) -> None:
    pages = Pages(2000)
    pages.preface(words)
    pages.feed("text")
    assert shown_of(pages) == [f"{shown}\ntext"]


def test_a_preface_leaves_room_for_the_text_on_its_page() -> None:
    pages = Pages(200)
    pages.preface("long " * 100)
    pages.feed("word " * 60)
    pages.end()
    shown = shown_of(pages)
    assert all(len(page) <= 200 for page in shown)
    assert shown[0].count("word") > 10


@pytest.mark.parametrize("first_chars", [90, 91, 92, 93, 94, 95, 5000])
def test_a_preface_that_there_is_no_room_for_is_left_out(first_chars: int) -> None:
    alone, pages = Pages(200, max_pages=3), Pages(200, max_pages=3)
    for each in (alone, pages):
        each.preface("a" * first_chars)
        each.preface("b" * 5000)
        each.preface("c")
    alone.end()
    above = alone[0]
    # Without this the text below would find no room, and its division into pages no end.
    assert len(above) < 100
    assert all(len(line) > len("-# …") for line in above.split("\n"))
    pages.feed("word " * 30)
    pages.end()
    assert pages[0].startswith(f"{above}\nword ")
    assert all(len(page) <= 200 for page in shown_of(pages))
