"""What is withheld of a growing line, since the next characters may change its meaning."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.paginate.withheld import withheld_from, withheld_in_code


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("see **bo", "see **bo"),
        ("see **", "see "),
        ("see *", "see "),
        ("see `", "see "),
        ("a \\", "a "),
        ("AT&am", "AT"),
        ("a <@12", "a "),
        ("a <b cl", "a "),
        ("a <!-- x", "a "),
        ("wow!", "wow!"),
        ("look !", "look "),
        ("- ", ""),
        ("##", ""),
        ("---", ""),
        ("> ", ""),
        ("1. ", "1. "),
        ("plain text", "plain text"),
    ],
)
def test_of_a_line_is_shown(line: str, shown: str) -> None:
    assert line[: withheld_from(line, 100)] == shown


def test_no_more_is_withheld_than_may_be() -> None:
    line = "a <b " + "x" * 200
    assert withheld_from(line, 100) == len(line)


@pytest.mark.parametrize(
    ("line", "shown"), [("x = 1", "x = 1"), ("``", ""), ("  ~~~", ""), ("``x", "``x"), ("", "")]
)
def test_of_a_line_of_code_only_the_closing_fence_is_withheld(line: str, shown: str) -> None:
    assert line[: withheld_in_code(line)] == shown
