"""What is visible while a text grows is valid at any moment, and says that more will come."""

from __future__ import annotations

import re

import pytest

from bridge_bot.discord_markdown import MARK, Pages, without_mark
from tests.discord_markdown.markdown import shown_of, states_of


@pytest.mark.parametrize(
    ("so_far", "shown"),
    [
        ("Look:\n```python\nx = 1", "Look:\n```python\nx = 1\n```"),
        ("Look:\n```python", "Look:"),
        ("Look:\n```python\n", "Look:"),
        ("Look:\n``", "Look:"),
        ("```py\nx\n``", "```py\nx\n```"),
        ("```py\nx\n```", "```py\nx\n```"),
        ("> ```py\n> x", "> ```py\n> x\n> ```"),
        ("a **bold", "a **bold**"),
        ("a **bold ", "a **bold**"),
        ("a **bold*", "a **bold**"),
        ("a **", "a"),
        ("a *it **both", "a *it **both***"),
        ("a ***both* bold", "a ***both* bold**"),
        ("a __strong", "a **strong**"),
        ("a ~~gone", "a ~~gone~~"),
        ("a ~", "a"),
        ("a ||secret", "a ||secret||"),
        ("a `code", "a `code`"),
        ("a ``co`de", "a ``co`de``"),
        ("a `", "a"),
        ("a [text", "a text"),
        ("a [text]", "a text"),
        ("a [text](https://a.exa", "a text"),
        ("a [text][re", "a text"),
        ("a [text] more", "a [text] more"),
        ("a !", "a"),
        ("a ![alt](https://", "a alt"),
        ("a <https://a.exa", "a"),
        ("a <@123", "a"),
        ("a <!-- a comment that", "a"),
        ("a <b", "a"),
        ("a &am", "a"),
        ("a \\", "a"),
        ("a $\\frac{x", "a `\\frac{x`"),
        ("a \\(x + ", "a `x +`"),
        ("$$\nx = 1", "```tex\nx = 1\n```"),
        ("a\n-", "a"),
        ("a\n- ", "a"),
        ("a\n\n#### ", "a"),
        ("a\n\n#### Head", "a\n\n**Head**"),
        ("a\n> ", "a"),
        ("a\n\n| x | y |", "a"),
        ("a\n\n| x | y |\n|--", "a"),
        ("a\n\n| x | y |\n|--|--|\n| 1", "a"),
        ("a | b", "a | b"),
        ("2 * 3 and a_b", "2 * 3 and a_b"),
        ("closed **paragraph\n\nnext", "closed **paragraph\n\nnext"),
    ],
)
def test_what_is_not_closed_yet_is_closed_for_show_or_held_back(so_far: str, shown: str) -> None:
    pages = Pages(2000)
    pages.feed(so_far)
    assert shown_of(pages) == [shown]


@pytest.mark.parametrize(
    "text",
    [
        "Some **bold text** and *italics*, `code`, ~~gone~~ and ||secret|| end.",
        "See [the docs](https://a.example/x_y), ![a cat](https://a.example/c.png) and <@123> end.",
        "Code:\n\n```python\nx = `1`\n```\n\n> quote\n\n- item **bold**\n  - sub `code`\n",
        "So \\(a + b\\) is\n\n$$\nx\n$$\n\n#### A **deep** heading\n\ntext",
    ],
)
def test_at_no_moment_is_there_anything_half(text: str) -> None:
    for state in states_of(text):
        for page in state:
            assert page.count("```") % 2 == 0
            rest = re.sub(r"```.*?```", "", page, flags=re.DOTALL)
            assert rest.count("**") % 2 == 0
            assert rest.count("`") % 2 == 0
            assert rest.count("~~") % 2 == rest.count("||") % 2 == 0
            assert not re.search(r"\]\([^)]*$|\[[^\]]*$|!\[|<[^\s>]*$|\\\(|\$\$", rest)


def test_the_mark_stands_at_the_end_while_the_text_grows_and_then_is_gone() -> None:
    pages = Pages(2000, mark=MARK)
    pages.feed("Hello")
    assert shown_of(pages) == [f"Hello {MARK}"]
    pages.feed(" **world")
    assert shown_of(pages) == [f"Hello **world** {MARK}"]
    pages.end()
    assert shown_of(pages) == ["Hello **world"]


@pytest.mark.parametrize(
    ("so_far", "shown"),
    [
        ("```py\nx", f"```py\nx {MARK}\n```"),
        ("> ```py\n> x", f"> ```py\n> x {MARK}\n> ```"),
        ("```py\nx\n```\n\n", f"```py\nx\n```\n{MARK}"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\n", f"```\na      b\n─────  ─\n1      2\n```\n{MARK}"),
        ("> quote", f"> quote {MARK}"),
        ("[l](https://a.example)", f"[l](https://a.example) {MARK}"),
    ],
)
def test_the_mark_breaks_nothing_and_can_be_taken_off(so_far: str, shown: str) -> None:
    marked, plain = Pages(2000, mark=MARK), Pages(2000)
    for pages in (marked, plain):
        pages.feed(so_far)
    assert marked[0] == shown
    assert without_mark(marked[0]) == plain[0] == without_mark(plain[0])


def test_a_closed_page_has_no_mark() -> None:
    pages = Pages(100, mark=MARK)
    pages.feed("word " * 30)
    assert len(pages) == 2
    assert MARK not in pages[0]
    assert pages[1].endswith(f" {MARK}")


def test_the_mark_inside_a_text_is_left_alone() -> None:
    assert without_mark(f"a {MARK} b") == f"a {MARK} b"
    assert without_mark(f"a{MARK}") == f"a{MARK}"
