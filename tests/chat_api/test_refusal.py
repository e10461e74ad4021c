"""What the API said is told without the key and the question, in one short line."""

from __future__ import annotations

import pytest

from bridge_bot.chat_api.refusal import told

HIDDEN = ("sk-1234567890abcdef", "Who ate the\n marzipan, and why?")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Quota used up.", "Quota used up."),
        ("Bad key sk-1234567890abcdef.", "Bad key […]."),
        ("Bad key SK-1234567890ABCDEF.", "Bad key […]."),
        ("Bad key sk-1234567890…", "Bad key […]"),
        ('No answer to "Who ate the\nmarzipan,  and why?" yet', 'No answer to "[…]" yet'),
        ("No answer to 'who ate the marz…': too long", "No answer to '[…]"),
        ("a\x1b[31m\u202eb\r\nc", "a [31m b c"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_a_message_is_safe_to_log(said: str, expected: str) -> None:
    assert told(said, HIDDEN) == expected


def test_a_short_question_hides_only_whole_words() -> None:
    assert told("a bad day", ("a",)) == "[…] bad day"


def test_nothing_to_hide_hides_nothing() -> None:
    assert told("all of it", ("", " ")) == "all of it"
