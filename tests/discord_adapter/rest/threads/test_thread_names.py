"""What a thread is called that is opened on a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.discord_adapter.rest.threads.thread_names import thread_name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Why is the sky blue?", "Why is the sky blue?"),
        ("Why is the **sky** _so_ ~~very~~ `blue`?", "Why is the sky so very blue?"),
        ("# A heading\nand a line", "A heading"),
        ("- one\n- two", "one"),
        ("> quoted\n\nand asked", "and asked"),
        ("[the docs](https://example.com) say", "the docs say"),
        ("fix this:\n```python\nprint(1)\n```", "fix this"),
        ("<b>why</b>", "<b>why</b>"),
        ("<div>why</div> not?", "<div>why</div> not?"),
        ("&lt; or <?", "&lt; or <?"),
        ("[a]: https://example.com", "[a]: https://example.com"),
        ("a ||secret|| thing", "a secret thing"),
        ("this || that || more", "this that more"),
        ("true || false", "true || false"),
        ("-# small\nand large", "small"),
        (">>> all\nof it", "…"),
        ("!!!", "!!!"),
        ("😀", "😀"),
        ("\u200b\u200d\ufe0f", "…"),
        ("   \n ", "…"),
        ("***", "…"),
        ("日本語の質問ですか？", "日本語の質問ですか？"),
    ],
)
def test_a_threads_name_is_the_first_line_without_markdown(question: str, name: str) -> None:
    assert thread_name(question) == name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Why is the sky blue? I have looked. Tell me.", "Why is the sky blue?"),
        ("It fails. What now?", "It fails"),
        ("Use 3.11. It works", "Use 3.11"),
        ("Is it e.g. red? No.", "Is it e.g. red?"),
        ("Ask Dr. Who about it. Now.", "Ask Dr. Who about it"),
        ("空は青いですか？なぜ。", "空は青いですか？"),
        ("क्या यह सही है? हाँ।", "क्या यह सही है?"),
    ],
)
def test_a_threads_name_is_the_first_sentence(question: str, name: str) -> None:
    assert thread_name(question) == name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hi", "Hi"),
        ("Hello, can you help me?", "Hello, can you help me?"),
        ("Hi! How are logs read?", "How are logs read?"),
        ("hi there, can you please explain how logs are read?", "How logs are read?"),
        ("Good morning everyone! Does anyone know where logs are", "Where logs are"),
        ("Quick question: why?", "Why?"),
        ("Hallo zusammen, kannst du mir bitte sagen, wo Logs sind?", "Wo Logs sind?"),
        ("Bonjour ! Où sont les logs ?", "Où sont les logs ?"),
        ("你好，日志在哪里？", "日志在哪里？"),
        ("hint for the test", "hint for the test"),
        ("So what is it?", "So what is it?"),
        ("Okayish results", "Okayish results"),
    ],
)
def test_filler_before_a_question_is_not_part_of_the_name(question: str, name: str) -> None:
    """But a question of nothing else is named by it."""
    assert thread_name(question) == name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("pay\u200dpal\u202egnp.exe", "paypalgnp.exe"),
        ("a\u2066b\u2069c\u3164d\u2800e\u115ff\ufeffg", "abcdefg"),
        ("👩‍👧 and ❤️", "👩‍👧 and ❤️"),
        ("می‌خواهم", "می‌خواهم"),
        ("क्‍ष", "क्‍ष"),
    ],
)
def test_a_name_has_no_marks_that_cant_be_seen_or_that_reorder_it(question: str, name: str) -> None:
    """But those that join an emoji's parts, or letters of a script that joins them."""
    assert thread_name(question) == name


def test_a_long_name_is_cut_at_a_word_within_60_characters() -> None:
    assert thread_name("word " * 50) == "word " * 11 + "word…"


def test_a_long_word_is_cut_all_the_same() -> None:
    assert thread_name("x" * 300) == "x" * 59 + "…"


@pytest.mark.parametrize("seen", ["👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "e\u0301"])
def test_a_long_name_is_not_cut_within_a_visible_character(seen: str) -> None:
    for before in range(12):
        name = thread_name("x" * before + seen * 99)
        assert name.rstrip("…") == "x" * before + seen * name.count(seen)
        assert name.endswith("…")


def test_a_name_of_emoji_has_no_more_than_100_utf_16_units() -> None:
    name = thread_name("😀" * 90)
    assert name == "😀" * 49 + "…"


@given(st.text())
def test_any_text_gives_a_name_that_discord_takes(text: str) -> None:
    name = thread_name(text)
    assert 1 <= len(name.encode("utf-16-le")) // 2 <= 100
    assert name.strip() == name
    assert "\n" not in name
