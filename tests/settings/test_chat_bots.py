"""`CHAT_BOTS`: which names and uids are taken, and what is said of others."""

from __future__ import annotations

import pytest

from bridge_bot.settings.chat_bots import MOST, chat_bots
from tests.harness.settings import problems_of, run_settings


@pytest.mark.parametrize(
    ("text", "bots"),
    [
        ("", {}),
        ("billing=uid-1", {"billing": "uid-1"}),
        (" Billing help = uid-1 , Jeux-vidéo=a=b ", {"Billing help": "uid-1", "Jeux-vidéo": "a=b"}),
        ("a=same,b=same", {"a": "same", "b": "same"}),
        (f"{'x' * 32}=u", {"x" * 32: "u"}),
    ],
)
def test_chatbots_are_read_by_name(text: str, bots: dict[str, str]) -> None:
    assert chat_bots(text) == bots
    assert run_settings(CHAT_BOTS=text).chat_api.bots == bots


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("billing", "name=uid,name=uid"),
        ("billing=", "name=uid,name=uid"),
        ("a=b,", "name=uid,name=uid"),
        (",", "name=uid,name=uid"),
        ("=uid", "32 letters and digits"),
        ("**a**=uid", "32 letters and digits"),
        ("a_b=uid", "32 letters and digits"),
        ("<@1>=uid", "32 letters and digits"),
        ("a\u202eb=uid", "32 letters and digits"),
        ("a  b=uid", "32 letters and digits"),
        (f"{'x' * 33}=uid", "32 letters and digits"),
        ("games=1,Games=2", "upper and lower case count as the same"),
        ("games=a/b", "copy the chatbot's id alone"),
        (",".join(f"n{number}=u" for number in range(MOST + 1)), f"more than {MOST} chatbots"),
    ],
)
def test_anything_else_is_a_problem_that_repeats_no_value(text: str, what: str) -> None:
    (problem,) = problems_of(CHAT_BOTS=text)
    assert problem.startswith("CHAT_BOTS ")
    assert what in problem
    assert "uid-1" not in problem


def test_a_problem_is_told_with_all_others() -> None:
    assert len(problems_of(CHAT_BOTS="a", PRIVACY_URL="ftp://a.example")) == 2
