"""Where pages end and what they begin with, and what of the bot's own stands around the text."""

from __future__ import annotations

import itertools

import pytest

from bridge_bot.discord_markdown import MARK, Pages
from bridge_bot.discord_markdown.pages import NOTICE_CHARS
from tests.discord_markdown.markdown import pages_of, shown_of

FILL = "word " * 14  # 70 characters


@pytest.mark.parametrize(
    ("text", "first_ends", "second_begins"),
    [
        ("a" * 60 + "\n\n" + "b" * 60, "a", "b"),
        ("a" * 60 + "\n- x\n- y\n\n" + "b" * 60, "- y", "b"),
        ("- " + "a" * 30 + "\n- " + "b" * 40 + "\n- " + "c" * 50, "b", "- c"),
        ("a" * 55 + "\n" + "line " * 20, "a", "line"),
        ("One short sentence. " * 4 + "Then a longer one begins here, and goes on.",
         "sentence.", "Then a longer"),
        ("一二三四五六七八九十。" * 12, "。", "一"),
        ("word " * 40, "word", "word"),
        (FILL + "## " + "\n\n## A heading\n" + "text " * 10, "##", "## A heading"),
    ],
)  # fmt: skip
def test_a_page_ends_at_the_best_place_in_its_second_half(
    text: str, first_ends: str, second_begins: str
) -> None:
    first, second, *_ = pages_of(text, 100)
    assert first.endswith(first_ends)
    assert second.startswith(second_begins)


@pytest.mark.parametrize(
    "unit",
    ["[a link of words](https://a.example/b)", "`inline code of words`", "**bold of words**",
     "*italics of words*", "~~gone are words~~", "||secret words||", "**bold [l](https://a.b)**"],
)  # fmt: skip
def test_a_short_unit_is_not_cut(unit: str) -> None:
    for count in range(140, 200):
        text = f"{('word ' * 40)[:count].rstrip()} {unit} and more words to come. " * 2
        pages = pages_of(text, 200)
        assert "\n".join(pages).count(unit) == 2


@pytest.mark.parametrize(
    ("text", "closing", "opening"),
    [
        ("**" + "bold " * 40 + "end**", "**", "**bold"),
        ("*" + "it " * 60 + "end*", "*", "*it"),
        ("~~" + "gone " * 40 + "end~~", "~~", "~~gone"),
        ("`" + "code " * 40 + "end`", "`", "`code"),
        ("__" + "bold " * 40 + "end__", "**", "**bold"),
        ("> " + "quote " * 40, "quote", "> quote"),
        ("> " + "**" + "both " * 40 + "end**", "**", "> **both"),
        ("#### " + "head " * 40, "**", "**head"),
        ("```py\n" + "x = 1\n" * 40 + "```", "\n```", "```py\nx"),
        ("```py\n" + "x" * 300 + "\n```", "\n```", "```py\nx"),
        ("> ```py\n" + "> x = 1\n" * 40 + "> ```", "\n> ```", "> ```py\n> x"),
        ("- a\n  ```py\n" + "  x = 1\n" * 40 + "  ```", "```", "```py\nx"),
        ("    x = 1\n" * 40, "\n```", "```\nx"),
        ("$$\n" + "x = 1\n" * 40 + "$$", "\n```", "```tex\nx"),
        ("\\(" + "x + " * 60 + "y\\)", "`", "`"),
        ("- top\n" + "  - sub item\n" * 20, "  - sub item", "- …\n  - sub item"),
        ("3. top\n" + "   - sub item\n" * 20, "   - sub item", "3. …\n   - sub item"),
        ("- " + "words " * 40, "words", "words"),
    ],
)
def test_a_long_unit_is_closed_and_opened_again(text: str, closing: str, opening: str) -> None:
    pages = pages_of(text, 120)
    assert len(pages) > 1
    for before, after in itertools.pairwise(pages):
        assert before.endswith(closing)
        assert after.startswith(opening)


def test_a_line_that_goes_on_a_page_is_no_table_header() -> None:
    text = f"> - q {'0123456789' * 25} a|b\n|---|---|\n"
    assert "a|b" in pages_of(text, 100)[-1]


def test_an_address_too_long_for_a_page_is_broken_as_plain_text() -> None:
    address = "https://a.example/" + "x" * 300
    assert "".join(pages_of(address, 100)) == address
    assert "".join(pages_of(f"[text]({address})", 100)) == f"[text]({address})"


def test_what_looks_like_a_fence_inside_a_fence_is_code() -> None:
    pages = pages_of("```python\n" + "x" * 70 + "\n```python\n" + "y" * 70, 100)
    assert all(page.startswith("```python\n") and page.endswith("\n```") for page in pages)
    assert all(page.count("```") == 2 for page in pages)


def test_a_link_refers_to_what_was_defined_on_an_earlier_page() -> None:
    pages = pages_of("[r]: https://ref.example\n\n" + "word " * 40 + "\n\nsee [this][r]", 100)
    assert pages[-1].endswith("see [this](https://ref.example)")


def test_a_limit_without_room_for_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="100"):
        Pages(99)
    with pytest.raises(ValueError, match="one page"):
        Pages(100, max_pages=0)


def ended(text: str, notice: str, limit_chars: int = 2000) -> list[str]:
    pages = Pages(limit_chars, mark=MARK)
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


def test_pages_that_stand_already_are_left_as_they_are_but_for_the_mark() -> None:
    full = "x " * 50
    pages = Pages.of([full, f"**b** {MARK}"], 100)
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
    pages = Pages(500, mark=MARK, max_pages=2)
    for at in range(0, len(text), 50):
        assert pages.overflows == (at > 1200) or 700 < at <= 1200
        pages.feed(text[at : at + 50])
        assert len(pages) <= 2
    assert pages.overflows
    assert [pages.is_closed(page) for page in (0, 1)] == [True, False]
    assert pages[1].endswith(MARK)
    visible = pages[1].removesuffix(f" {MARK}")
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
