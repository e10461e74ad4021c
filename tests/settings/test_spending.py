"""The line that says who may spend."""

from __future__ import annotations

import logging

import pytest

from bridge_bot.settings.spending import who_may_spend
from tests.harness.settings import run_settings

ALL = "everybody on every server that the bot is on, as ALLOWED_GUILDS is empty"
TEN, ONCE = (
    "at most 10 questions a minute each; ",
    "in all at most 100 requests to the Chat API at once; ",
)
ONE = "members of these servers alone: 81384788765712384"
TOO, NOT = "; in direct messages too; ", "; but not in direct messages; "
WHO: list[tuple[dict[str, str], int, str]] = [
    (
        {},
        logging.WARNING,
        f"{ALL}{TOO}{TEN}{ONCE}any number of requests a day",
    ),
    (
        {"ALLOW_USER_INSTALL": "yes"},
        logging.WARNING,
        f"{ALL}{TOO}and anywhere on Discord by whoever installs the bot for themselves; {TEN}",
    ),
    (
        {"ALLOW_USER_INSTALL": "yes", "ALLOWED_GUILDS": "81384788765712384"},
        logging.INFO,
        f"{ONE}{TOO}there too by whoever installs the bot for themselves; {TEN}",
    ),
    ({"ALLOW_DMS": "no"}, logging.WARNING, f"{ALL}{NOT}at most 10"),
    ({"MEMBER_QUESTIONS_PER_MINUTE": "0"}, logging.WARNING, f"{ALL}{TOO}any number of questions"),
    ({"ALLOWED_GUILDS": "81384788765712384"}, logging.INFO, f"{ONE}{TOO}at most 10"),
    (
        {"QUESTIONS_PER_DAY": "9", "MEMBER_QUESTIONS_PER_DAY": "2"},
        logging.WARNING,
        f"{ALL}{TOO}{TEN}{ONCE}at most so many requests a day: 2 a member, 9 in all",
    ),
    (
        {"ALLOWED_GUILDS": "613425648685547541,81384788765712384", "ALLOW_DMS": "no"},
        logging.INFO,
        f"{ONE}, 613425648685547541{NOT}",
    ),
]


@pytest.mark.parametrize(("environ", "level", "words"), WHO)
def test_one_line_says_who_may_spend(environ: dict[str, str], level: int, words: str) -> None:
    said = who_may_spend(run_settings(**environ))
    assert said[0] == level
    assert said[1].startswith(f"who may spend: {words}")
    assert "\n" not in said[1]
