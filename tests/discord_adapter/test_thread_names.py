"""What a thread is called that is opened on a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.discord_adapter.thread_names import thread_name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Why is the sky blue?", "Why is the sky blue?"),
        ("Why is the **sky** _so_ ~~very~~ `blue`?", "Why is the sky so very blue?"),
        ("# A heading\nand a line", "A heading and a line"),
        ("- one\n- two", "one two"),
        ("> quoted\n\nand asked", "quoted and asked"),
        ("[the docs](https://example.com) say", "the docs say"),
        ("fix this:\n```python\nprint(1)\n```", "fix this: print(1)"),
        ("<b>why</b>", "<b>why</b>"),
        ("<div>why</div> not?", "<div>why</div> not?"),
        ("&lt; or <?", "&lt; or <?"),
        ("[a]: https://example.com", "[a]: https://example.com"),
        ("a ||secret|| thing", "a secret thing"),
        ("this || that || more", "this that more"),
        ("true || false", "true || false"),
        ("-# small\nand large", "small and large"),
        (">>> all\nof it", "all of it"),
        ("!!!", "!!!"),
        ("😀", "😀"),
        ("\u200b\u200d\ufe0f", "…"),
        ("   \n ", "…"),
        ("***", "…"),
        ("日本語の質問ですか？", "日本語の質問ですか？"),
    ],
)
def test_a_threads_name_is_the_question_in_one_plain_line(question: str, name: str) -> None:
    assert thread_name(question) == name


def test_a_long_name_is_cut_at_a_word() -> None:
    name = thread_name("word " * 50)
    assert name.endswith("word…")
    assert 50 < len(name) <= 100


def test_a_long_word_is_cut_all_the_same() -> None:
    assert thread_name("x" * 300) == "x" * 99 + "…"


@pytest.mark.parametrize("seen", ["👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "e\u0301"])
def test_a_long_name_is_not_cut_within_a_visible_character(seen: str) -> None:
    for before in range(12):
        name = thread_name("x" * before + seen * 99)
        assert name == "x" * before + seen * ((99 - before) // len(seen)) + "…"


@given(st.text())
def test_any_text_gives_a_name_that_discord_takes(text: str) -> None:
    name = thread_name(text)
    assert 1 <= len(name) <= 100
    assert name.strip() == name
    assert "\n" not in name
