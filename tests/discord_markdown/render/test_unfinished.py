"""What is visible while a text grows is valid Markdown at any moment, and stays visible."""

from __future__ import annotations

import re
from functools import cache

import pytest

from bridge_bot.discord_markdown import Pages
from tests.discord_markdown.harness.pages import shown_of, states_of
from tests.discord_markdown.harness.reader.content import seen


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
        ("a \\\n", "a"),
        ("a \\\\\n", "a \\\\"),
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


def test_words_that_were_visible_stay_visible_while_the_text_grows() -> None:
    text = "".join(
        f"{n}. **Item {n}** of words that go on, with `code` and [a link](https://x.example/{n}):\n"
        f"   - one *more* of its own\n\n   ```py\n   x = {n}\n   ```\n\n"
        f"| a | b |\n|---|---|\n| {n} | 2 |\n\n"
        for n in range(1, 40)
    )
    text_of = cache(lambda page: seen([page]).text)  # most pages are closed, so they stay the same
    pages, before = Pages(2000), ""
    for at in range(0, len(text), 7):
        pages.feed(text[at : at + 7])
        now = "".join(map(text_of, shown_of(pages)))
        assert len(before) - len(now) <= 4, (at, before[-60:], now[-60:])
        before = now


def test_a_link_s_text_stays_visible_when_its_address_does_not_fit_any_more() -> None:
    pages, seen_once = Pages(2000), False
    for character in f"{'word ' * 380}[the label](https://x.example/{'a' * 300}) and more words":
        pages.feed(character)
        is_seen = "the label" in seen(shown_of(pages)).words
        assert is_seen or not seen_once
        seen_once = seen_once or is_seen
    assert seen_once
