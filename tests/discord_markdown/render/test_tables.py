"""Tables: an aligned block, or a list of rows, decided by the header and the first row."""

from __future__ import annotations

import itertools

import pytest
from wcwidth import wcswidth

from bridge_bot.discord_markdown import Pages
from bridge_bot.discord_markdown.render.table_layout import PHONE_COLUMNS
from tests.discord_markdown.harness.pages import pages_of, shown_of, states_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("| Fruit | Price |\n|---|--:|\n| Apple | 3 |\n| Fig | 12 |\n\nend",
         "```\nFruit      Price\n─────────  ─────\nApple          3\nFig           12\n```\n\nend"),
        ("Fruit | Price\n:-: | :--\nFig | **3**\n",
         "```\n  Fruit    Price\n─────────  ─────\n   Fig     3\n```"),
        ("| 果物 | 値段 |\n|---|---|\n| りんご | 三 |",
         "```\n果物        値段\n──────────  ────\nりんご      三\n```"),
        ("> | a | b |\n> |---|---|\n> | 1 | 2 |\n",
         "> ```\n> a      b\n> ─────  ─\n> 1      2\n> ```"),
        ("| a | b |\n|---|---|\n", "```\na      b\n─────  ─\n```"),
        ("| a | b |\n|---|---|\n| x<br>y | `c` &amp; ``` |\n",
         "```\na        b\n───────  ─────────\nx y      c & `\u200b`\u200b`\n```"),
    ],
)  # fmt: skip
def test_a_narrow_table_is_an_aligned_block(text: str, shown: str) -> None:
    assert pages_of(text) == [shown]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            ("| Plan | What is in it | Price |\n|---|---|---|\n"
             "| **Basic** | Everything that a small team may need | *free* |\n"
             "| Pro | More | 5 |\n\nend"),
            ("- **Basic**\n  - What is in it: Everything that a small team may need\n"
             "  - Price: *free*\n- **Pro**\n  - What is in it: More\n  - Price: 5\n\nend"),
        ),
        ("| Name | Site |\n|---|---|\n| A | [site](https://a.example) |\n| B | |\n",
         "- **A**\n  - Site: [site](https://a.example)\n- **B**"),
        ("| | x |\n|---|---|\n| [l](https://a.example) | 1 |\n",
         "- [l](https://a.example)\n  - x: 1"),
    ],
)  # fmt: skip
def test_a_wide_table_or_one_with_links_is_a_list_of_its_rows(text: str, shown: str) -> None:
    assert pages_of(text) == [shown]


@pytest.mark.parametrize("text", ["日本語", "中文表格", "naïve café", "한국어"])
def test_columns_stand_below_each_other_whatever_the_script(text: str) -> None:
    (page,) = pages_of(f"| a | b |\n|---|---|\n| {text} | X |\n| b | X |\n")
    _, _, _, *rows, _ = page.split("\n")
    assert len({wcswidth(row.partition("X")[0]) for row in rows}) == 1
    assert all(wcswidth(row) <= PHONE_COLUMNS for row in rows)


def test_a_later_longer_cell_hangs_over_and_the_rows_above_stay() -> None:
    text = "| a | b |\n|---|---|\n| 1 | 2 |\n| much longer than that | 2 |\n| 3 | 4 |\n"
    states = [page for state in states_of(text) for page in state]
    for before, after in itertools.pairwise(states):
        assert after.startswith(before.removesuffix("\n```"))
    assert "much longer than that  2\n3      4" in states[-1]


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n",
        "| a | b |\n|---|---|\n| [x](https://a.example) | 2 |\n| [y](https://b.example) | 4 |\n",
    ],
)
def test_a_growing_table_is_shown_in_its_form_from_the_first_row_on(text: str) -> None:
    states = [page for state in states_of(f"Look:\n\n{text}\nend", 300) for page in state]
    final = states[-1].removesuffix("\n\nend")
    for state in states:
        if not final.startswith(state.removesuffix("\n```")):
            assert state.startswith(final)
        assert "|" not in state


def test_a_long_table_goes_on_with_its_header() -> None:
    rows = "".join(f"| row {number} | {number * 7} |\n" for number in range(40))
    pages = pages_of(f"| Name | Value |\n|---|--:|\n{rows}\nend", 300)
    assert len(pages) > 2
    for page in pages[:-1]:
        assert page.startswith("```\nName")
        assert page.endswith("\n```")
        assert len(page) <= 300
    shown = "\n".join(pages)
    assert [f"row {number} " in shown for number in range(40)] == [True] * 40
    assert len({line.index("Value") for line in shown.split("\n") if "Value" in line}) == 1


def test_a_long_list_of_rows_goes_on_as_one() -> None:
    rows = "".join(f"| [row](https://a.example/{number}) | {number} |\n" for number in range(30))
    pages = pages_of(f"| Name | Value |\n|---|---|\n{rows}\nend", 300)
    assert len(pages) > 2
    assert all(page.startswith("- [row](https://a.example/") for page in pages)
    assert "\n".join(pages).count("- Value: ") == 30


def test_a_page_with_a_table_that_shows_more_than_its_source_does_not_wait_to_be_closed() -> None:
    header = "| Name | The first long label | The second long label |\n|---|---|---|\n"
    pages = Pages(300)
    pages.feed(header)
    for number in range(12):
        pages.feed(f"|{number}|x{number}x|y{number}y|\n")
        assert f"y{number}y" in "".join(shown_of(pages))


def test_a_row_too_long_for_a_page_is_shown_as_it_was_written() -> None:
    pages = pages_of(f"| a | b |\n|---|---|\n| {'word ' * 60} | 2 |\n| 3 | 4 |\n", 150)
    assert "".join(pages).count("word") == 60
    assert all(len(page) <= 150 for page in pages)
