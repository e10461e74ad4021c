"""Where pages end, and what they begin with."""

from __future__ import annotations

import itertools

import pytest

from bridge_bot.discord_markdown.paginate.breaks import MAX_NODES
from tests.discord_markdown.harness.pages import pages_of
from tests.discord_markdown.harness.reader.content import seen


@pytest.mark.parametrize("part", ["**a** b ", "[a](https://x.example/a) ", "- `a`\n", "<@123> "])
def test_a_page_ends_before_more_is_drawn_than_discord_draws(part: str) -> None:
    pages = pages_of(part * 260, 8000)
    assert len(pages) > 1
    assert max(seen(pages).drawn) <= MAX_NODES


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
        ("- a\n  - b\n" + "    - sub item\n" * 20, "    - sub item", "- …\n  - …\n    - sub"),
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
