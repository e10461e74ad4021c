"""What holds for the pages of any text, however it arrives and whenever they are looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from bridge_bot.discord_markdown import CURSOR, Pages
from tests.discord_markdown.harness.pages import pages_of, shown_of, states_of
from tests.discord_markdown.harness.random_markdown import ANY_TEXT, MARKDOWN
from tests.discord_markdown.harness.reader.content import seen

LONG = "long cell with many words in it, indeed so"
LIMITS = st.sampled_from([100, 150, 300])
Test = Callable[..., Any]
FENCES = [
    "Run:\n```npm install foo\n```\nDone",
    "```Hello, this is the answer",
    '```json {"a": 1}\n```\nand `b`',
    "> ```sh npm ci\n> npm test\n\nDone",
    "- ```npm\n\n  ```\n- b",
    "> ```npm\nx",
    f'Run: ```npm\n\n```\n```js title="{LONG} {LONG} {LONG}"\n```\nDone',
    f"```{LONG} {LONG} {LONG}\n{LONG}\n```",
    "```npm ci``` is `it`",
]


def few(test: Test) -> Test:
    """The same examples each time; the slow tests look for new ones."""
    return settings(
        max_examples=80, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )(test)


def many(test: Test) -> Test:
    return pytest.mark.slow(
        settings(max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck))(test)
    )


def check_growth(text: str, limit_chars: int, cursor: str, max_pages: int | None) -> None:
    """For every prefix: each page fits and shows something, none is taken back."""
    pages, closed, count = Pages(limit_chars, cursor=cursor, max_pages=max_pages), list[str](), 0
    for character in [*text, ""]:
        pages.feed(character)
        if not character:
            pages.end()
        shown = shown_of(pages)
        assert all(page.strip() and len(page) <= limit_chars for page in shown)
        assert len(shown) >= count
        assert max_pages is None or len(shown) <= max_pages
        assert shown[: len(closed)] == closed
        count = len(shown)
        closed = [page for number, page in enumerate(shown) if pages.is_closed(number)]
        assert all(cursor not in page for page in closed if cursor)
    if max_pages is not None:
        assert pages.source == text


def check_looks(text: str, limit_chars: int, looks: list[int]) -> None:
    """What is shown of a prefix, and of the whole, is the same for whoever looks only once."""
    pages, at = Pages(limit_chars), 0
    for look in [*sorted(look for look in looks if look < len(text)), len(text)]:
        pages.feed(text[at:look])
        at = look
        alone = Pages(limit_chars)
        alone.feed(text[:look])
        assert shown_of(pages) == shown_of(alone)
        assert pages.starts == alone.starts
    unseen = Pages(limit_chars)
    unseen.feed(text)
    for ended in (pages, alone, unseen):
        ended.end()
    assert shown_of(pages) == shown_of(alone) == shown_of(unseen)


GROWTH = given(ANY_TEXT, LIMITS, st.sampled_from(["", CURSOR]), st.sampled_from([None, None, 1, 2]))
LOOKS = given(MARKDOWN, LIMITS, st.lists(st.integers(0, 600), max_size=12))


@few
@GROWTH
def test_pages_fit_show_something_and_are_never_taken_back(
    text: str, limit_chars: int, cursor: str, max_pages: int | None
) -> None:
    check_growth(text, limit_chars, cursor, max_pages)


@pytest.mark.parametrize("text", FENCES)
def test_what_is_visible_of_code_behind_an_opening_fence_stays_while_the_text_grows(
    text: str,
) -> None:
    check_growth(text, 100, CURSOR, None)
    states = [seen(shown).text for shown in (*states_of(text, 100), pages_of(text, 100))]
    assert all(later.startswith(state) for state, later in pairwise(states)), states


def test_a_backslash_at_a_line_s_end_is_not_shown_before_it_is_known_to_be_no_line_break() -> None:
    check_growth("\\\n<A>", 100, "", None)


@pytest.mark.parametrize("cursor", ["", CURSOR])
@pytest.mark.parametrize("text", ["\t\x1b", "```\n\x1b\n```", "```py\n\u200b", "a\n\n\t\x1b"])
def test_code_without_a_visible_character_is_at_no_moment_a_page(text: str, cursor: str) -> None:
    check_growth(text, 100, cursor, None)


@many
@GROWTH
def test_pages_fit_show_something_and_are_never_taken_back_in_many_more_texts(
    text: str, limit_chars: int, cursor: str, max_pages: int | None
) -> None:
    check_growth(text, limit_chars, cursor, max_pages)


@few
@LOOKS
def test_pages_depend_neither_on_how_the_text_arrives_nor_on_when_they_are_looked_at(
    text: str, limit_chars: int, looks: list[int]
) -> None:
    check_looks(text, limit_chars, looks)


@pytest.mark.parametrize(
    "text",
    [
        "1. one\n\n2. two\n\nThen **bold** words, and\n\n3. three\n\n**Last** of all.",
        "- one\n\nWords.\n\n- two\n\n```python\ncode\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        f"><| [l](http://u.v) | a very {LONG} many |\n|---|---|\n      ```js\n&nbsp;\n\n",
        "> words\n1.- goes on\n\nand ends",
        "> $$\n- plus\n\nand ends",
        *FENCES,
    ],
)
def test_pages_that_are_looked_at_for_each_character_become_those_that_are_looked_at_once(
    text: str,
) -> None:
    check_looks(text, 100, list(range(len(text))))


@many
@LOOKS
def test_pages_depend_on_neither_in_many_more_texts(
    text: str, limit_chars: int, looks: list[int]
) -> None:
    check_looks(text, limit_chars, looks)


@few
@given(MARKDOWN, LIMITS)
def test_pages_partition_the_source_in_order(text: str, limit_chars: int) -> None:
    pages = Pages(limit_chars)
    pages.feed(text)
    pages.end()
    starts = pages.starts
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert all(start < len(text) for start in starts[1:])
    # A page starts where a visible character does.
    begins, at = {0}, 0
    for grapheme in iter_graphemes(text.replace("\r", " ")):
        begins.add(at)
        at += len(grapheme)
    assert set(starts) <= begins


WORDS = st.lists(
    st.sampled_from(
        ["alpha", "beta. ", " ", "\n", "\n\n", "- ", "**", "`x`", "> ", "```\n", "```sh ", "# "]
    ),
    max_size=120,
)


@few
@given(WORDS, LIMITS)
def test_no_word_is_lost_doubled_or_moved(parts: list[str], limit_chars: int) -> None:
    text = "".join(f"w{number}w" if part == "alpha" else part for number, part in enumerate(parts))
    pages = Pages(limit_chars)
    pages.feed(text)
    pages.end()
    found = re.findall(r"w\d+w", re.sub(r"```[\w+#.-]*\n", "", "".join(shown_of(pages))))
    assert found == [
        word for word in re.findall(r"w\d+w", text) if not re.search(rf"```{word}", text)
    ]


@pytest.mark.parametrize(
    "atom",
    ["<@123456789012345678>", "<#1234567890>", "<@&12345>", "<t:1700000000:R>", "</ask:12345>",
     "<:smile:123456789>", "<a:wave:123456789>", "👩‍👩‍👧", "e\u0301", "🇩🇪"],
)  # fmt: skip
def test_no_page_ends_inside_a_mention_an_emoji_or_a_visible_character(atom: str) -> None:
    count = min(30, 250 // len(atom))  # two pages and a half at most
    for before in range(60):
        text = "x" * before + atom * count
        pages = Pages(100)
        pages.feed(text)
        pages.end()
        shown = shown_of(pages)
        assert "".join(shown) == text
        assert all(page.lstrip("x").replace(atom, "") == "" for page in shown)


def test_a_character_that_is_longer_than_a_page_is_cut_nevertheless() -> None:
    pages = Pages(100)
    pages.feed("e" + "\u0301" * 500)
    pages.end()
    assert "".join(shown_of(pages)) == "e" + "\u0301" * 500
