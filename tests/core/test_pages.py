"""The pages of a growing text, and the invariants that hold for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.core.pages import Pages

MARKDOWN = st.lists(
    st.sampled_from(
        [
            "word ",
            "a longer sentence that ends here. ",
            "\n",
            "\n\n",
            "```python\n",
            "```\n",
            "  - ```js\n",
            "      ```js\n",
            "`code` ",
            "    indented\n",
            "- item\n",
            "x" * 60,
            "日本語の文章です。",
            "👩‍👩‍👧",
            "e\u0301",
        ]
    ),
    max_size=60,
).map("".join)


def pages_of(text: str, limit_chars: int = 100) -> list[str]:
    pages = Pages(limit_chars)
    pages.feed(text)
    pages.end()
    return [pages[page] for page in range(len(pages))]


def words_of(text: str) -> str:
    """A text without white space and without the lines that open and close fences."""
    lines = [line for line in text.splitlines() if not re.match(r"\s*```", line)]
    return "".join("".join(lines).split())


def test_short_text_is_one_page_as_it_stands() -> None:
    assert pages_of("Hello **world**") == ["Hello **world**"]


def test_white_space_alone_is_no_page() -> None:
    assert pages_of(" \n\n \t") == []


@given(MARKDOWN)
def test_every_page_fits_and_none_is_blank(text: str) -> None:
    for page in pages_of(text):
        assert page.strip()
        assert len(page) <= 100


@given(MARKDOWN)
def test_nothing_is_lost_and_nothing_is_shown_twice(text: str) -> None:
    assert words_of("\n".join(pages_of(text))) == words_of(text)


@given(st.lists(MARKDOWN, max_size=8))
def test_closed_pages_never_change_and_their_number_never_shrinks(chunks: list[str]) -> None:
    pages, closed, count = Pages(100), list[str](), 0
    for chunk in chunks:
        pages.feed(chunk)
        assert len(pages) >= count
        count = len(pages)
        assert [pages[page] for page in range(len(closed))] == closed
        closed = [pages[page] for page in range(count) if pages.is_closed(page)]


@given(MARKDOWN, st.data())
def test_pages_do_not_depend_on_how_the_text_arrives(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=10)))
    pages = Pages(100)
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        pages.feed(text[start:end])
    pages.end()
    assert [pages[page] for page in range(len(pages))] == pages_of(text)


def test_a_fence_is_closed_on_its_page_and_opened_again_with_its_language() -> None:
    code = "".join(f"line_{number} = {number}\n" for number in range(20))
    first, second, *rest = pages_of(f"```python\n{code}```\nAfter.", 150)
    assert first.startswith("```python\n")
    assert first.endswith("\n```")
    assert second.startswith("```python\n")
    assert [first, second, *rest][-1].endswith("```\nAfter.")


def test_what_looks_like_a_fence_inside_a_fence_is_code() -> None:
    pages = pages_of("```python\n" + "x" * 70 + "\n```python\n" + "y" * 70)
    assert "".join(pages).count("```python") == len(pages) + 1
    assert all(page.count("```") % 2 == 0 or "\n```python\n" in page[3:] for page in pages)


def test_a_fence_in_a_list_is_closed_and_opened_again() -> None:
    pages = pages_of("- like this:\n    ```js\n" + "    let x = 1\n" * 20 + "    ```\n")
    assert len(pages) > 1
    assert all(page.count("```") == 2 for page in pages)


def test_a_page_ends_at_a_paragraph_if_one_ends_in_its_second_half() -> None:
    assert pages_of("a" * 60 + "\n\n" + "b" * 60) == ["a" * 60, "b" * 60]


def test_a_page_ends_at_a_sentence_rather_than_inside_one() -> None:
    first, second = pages_of(
        "One short sentence. " * 4 + "Then a longer one begins here, and goes on."
    )
    assert first.endswith("sentence.")
    assert second.startswith("Then a longer one")


def test_a_text_without_a_break_is_cut_but_no_visible_character_is() -> None:
    family = "👩\u200d👩\u200d👧"
    for page in pages_of(family * 60):
        assert page.startswith("👩")
        assert not page.endswith("\u200d")


@pytest.mark.parametrize(
    ("so_far", "shown"),
    [
        ("Look:\n```python\nx = 1", "Look:\n```python\nx = 1\n```"),
        ("Look:\n```python", "Look:"),
        ("Look:\n``", "Look:"),
    ],
)
def test_while_it_grows_an_open_fence_is_closed_for_show(so_far: str, shown: str) -> None:
    pages = Pages(100)
    pages.feed(so_far)
    assert pages[0] == shown


def test_a_limit_without_room_for_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="100"):
        Pages(99)
