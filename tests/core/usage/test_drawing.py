"""Tables of usage as text."""

from __future__ import annotations

from pathlib import Path

import pytest
from wcwidth import wcswidth

from bridge_bot.core.usage.drawing import by_day, by_use, date_of, drawn, numbers, time_of
from bridge_bot.core.usage.usage import BEYOND_MS, Counted, Usage
from bridge_bot.texts import Texts
from tests.harness.own_texts import own_texts

TEXTS = Texts.of("en")


def usage(asked: int, failed: int = 0, first_ms: int = 1_500) -> Usage:
    counted = Usage()
    counted.add(Counted.ASKED, 0, asked)
    counted.add(Counted.DONE, 0, asked - failed)
    counted.add(Counted.FAILED, 0, failed)
    counted.add(Counted.FIRST_TEXT, first_ms, asked - failed)
    counted.add(Counted.UP, 0, 3)
    return counted


def test_numbers_stand_below_each_other_and_names_behind_them() -> None:
    rows: dict[int | str, Usage] = {"a": usage(1200, 11), "你好": usage(3), "c": Usage()}
    assert drawn(rows, str, "day", TEXTS).splitlines() == [
        " ask   ok err stp   50%   95% up dn day",
        "1200 1189  11   0 ≤1.5s ≤1.5s  3  0 a",
        "   3    3   0   0 ≤1.5s ≤1.5s  3  0 你好",
        "   0    0   0   0     –     –  0  0 c",
    ]


def test_headings_whose_characters_take_two_columns_stand_above_their_numbers(
    tmp_path: Path,
) -> None:
    """As the operator may write them; Chinese, Japanese and Korean characters do."""
    with own_texts(tmp_path, {"ja": "usage-column-asked = 質問\nusage-column-done = 回答\n"}):
        lines = drawn({"a": usage(1200), "b": usage(3)}, str, "day", Texts.of("ja")).splitlines()
    assert lines[0].startswith("質問 回答 ")
    assert [wcswidth(line[: line.rindex(" ")]) for line in lines] == [len(lines[1]) - 2] * 3


def test_an_arabic_name_does_not_turn_its_row_around() -> None:
    rows: dict[int | str, Usage] = {"#قناة": usage(3), "#general": usage(2)}
    _, arabic, latin = drawn(rows, str, "channel", TEXTS).splitlines()
    assert arabic.endswith(" 3  0 \u200e\u2068#قناة\u2069")
    assert latin.endswith(" 3  0 #general")


def test_what_is_cut_off_is_said() -> None:
    lines = drawn({day: Usage() for day in range(40)}, str, "day", TEXTS, 31).splitlines()
    assert len(lines) == 33
    assert lines[-1] == "+9 more"


def test_days_begin_with_the_newest_and_others_with_what_is_used_most() -> None:
    assert list(by_day({9: Usage(), 20: Usage(), 10: Usage()})) == [20, 10, 9]
    rows: dict[int | str, Usage] = {"a": usage(1), "b": usage(5), "d": Usage(), "c": Usage()}
    assert list(by_use(rows)) == ["b", "a", "c", "d"]


def test_days_are_told_as_dates() -> None:
    assert date_of(20_000) == "2024-10-04"


@pytest.mark.parametrize(
    ("within_ms", "expected"),
    [(None, "–"), (500, "≤0.5s"), (12_000, "≤12s"), (BEYOND_MS, ">128s")],
)
def test_times_are_told_as_upper_estimates(within_ms: int | None, expected: str) -> None:
    assert time_of(within_ms) == expected


def test_programs_get_every_number() -> None:
    assert numbers(usage(4, 1)) == {
        "asked": 4,
        "done": 3,
        "failed": 1,
        "stopped": 0,
        "first_text_p50_at_most_s": 1.5,
        "first_text_p95_at_most_s": 1.5,
        "votes_up": 3,
        "votes_down": 0,
    }
