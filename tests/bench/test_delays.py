"""The bench's own arithmetic, on journals that are written by hand."""

from __future__ import annotations

import math
import re
from random import Random

import pytest

from tests.bench.delays import (
    Late,
    Seen,
    Sent,
    bound_s,
    mean_delay_s,
    over_time,
    percentile,
    watched,
)
from tests.bench.numbered_answers import answer, numbers_in, word_ends

TEXT = "one0001 two0002 ten0003"
SENT = (Sent(10.0, 8), Sent(11.0, 13), Sent(12.0, 23))  # the second chunk ends in the second word


def test_a_word_is_as_late_as_its_last_character_was_when_it_was_first_shown() -> None:
    seen = [
        Seen(10.5, 1, "**one0001**"),
        Seen(12.25, 1, "one0001"),
        Seen(13.0, 2, "two0002 ten0003 …"),
        Seen(14.0, 2, "two0002 ten0003"),
    ]

    found = watched(TEXT, 9.0, SENT, seen)

    assert found.words == (Late(0.0, 0.5), Late(2.0, 1.0), Late(2.0, 1.0))
    assert found.first_text_s == pytest.approx(0.5)
    assert found.answered_s == pytest.approx(1.5)
    assert found.lost == 0


def test_an_answer_is_complete_when_nothing_changes_any_more() -> None:
    seen = [Seen(10.5, 1, "one0001 two0002 ten0003 …"), Seen(12.5, 1, TEXT)]

    assert watched(TEXT, 9.0, SENT, seen).complete_s == pytest.approx(0.5)


def test_what_is_not_shown_in_the_end_is_lost_even_if_it_was_shown_before() -> None:
    seen = [Seen(10.5, 1, "one0001"), Seen(12.5, 2, "two0002"), Seen(13.0, 1, "")]

    found = watched(TEXT, 9.0, SENT, seen)

    assert found.lost == 2
    assert math.isinf(found.complete_s)
    assert [word.delay_s for word in found.words] == [0.5, 0.5]


def test_an_answer_of_which_nothing_is_shown_is_lost_whole() -> None:
    found = watched(TEXT, 9.0, SENT, [])

    assert found.lost == 3
    assert math.isinf(found.first_text_s)
    assert math.isinf(mean_delay_s([found]))


def test_an_answer_that_was_never_asked_for_is_lost_whole() -> None:
    found = watched(TEXT, 9.0, [], [Seen(10.0, 1, "The chatbot can't be reached.")])

    assert found.lost == 3
    assert math.isinf(found.complete_s)


def test_of_a_stream_that_broke_off_the_words_that_left_are_measured() -> None:
    found = watched(TEXT, 9.0, SENT[:1], [Seen(10.5, 1, "one0001")])

    assert found.words == (Late(0.0, 0.5),)
    assert found.lost == 2


def test_states_count_in_the_order_of_time() -> None:
    seen = [Seen(13.0, 1, TEXT), Seen(10.5, 1, "one0001")]

    found = watched(TEXT, 9.0, SENT, seen)

    assert found.words[0].delay_s == pytest.approx(0.5)
    assert found.lost == 0


def test_the_mean_counts_each_word_once() -> None:
    short = watched("one0001", 0.0, [Sent(0.0, 7)], [Seen(4.0, 1, "one0001")])
    long = watched("a0001 b0002 c0003", 0.0, [Sent(0.0, 17)], [Seen(0.0, 1, "a0001 b0002 c0003")])

    assert mean_delay_s([short, long]) == pytest.approx(1.0)


def test_edits_that_are_spread_evenly_reach_the_bound() -> None:
    """12 of them in 10 seconds, each showing what left up to 40 ms before."""
    words = [f"w{number:04}" for number in range(1200)]
    text = " ".join(words)
    ends = word_ends(text)
    sent = [Sent(number * 10 / 1199, ends[number]) for number in range(1200)]
    edits = []
    for edit in range(1, 13):
        shown = [word for word, left in zip(words, sent, strict=True) if left.at <= edit * 10 / 12]
        edits.append(Seen(edit * 10 / 12 + 0.04, 1, " ".join(shown)))

    mean_s = mean_delay_s([watched(text, 0.0, sent, edits)])

    assert mean_s == pytest.approx(bound_s(10.0), rel=0.01)


@pytest.mark.parametrize(("percent", "value"), [(0, 1.0), (50, 2.5), (95, 3.85), (100, 4.0)])
def test_a_percentile_lies_between_its_neighbours(percent: float, value: float) -> None:
    assert percentile([4.0, 2.0, 1.0, 3.0], percent) == pytest.approx(value)


def test_a_percentile_can_be_infinite() -> None:
    assert percentile([1.0, math.inf], 95) == math.inf
    assert percentile([1.0, 2.0, math.inf], 50) == pytest.approx(2.0)


def test_delays_over_time_are_told_by_when_the_words_left() -> None:
    text, sent = "a0001 b0002", [Sent(0.0, 5), Sent(1.2, 11)]
    found = watched(text, 0.0, sent, [Seen(3.0, 1, text)])

    assert over_time([found], [50.0], every_s=1.0) == [(0.5, 3.0), (1.5, pytest.approx(1.8))]


@pytest.mark.parametrize("chars", [400, 1900, 8000])
def test_an_answer_has_its_length_and_no_word_of_it_twice(chars: int) -> None:
    text = answer(Random(chars), chars)

    assert len(text) == chars
    assert numbers_in(text) == word_ends(text).keys()
    assert len(word_ends(text)) == len(re.findall(r"\d{4}", text))


def test_answers_of_one_seed_are_alike() -> None:
    assert answer(Random(1), 900) == answer(Random(1), 900) != answer(Random(2), 900)


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        ("**talo0012**, `kimu0013`.", {12, 13}),
        ("cut talo00", set()),
        ("a mention <@123456789012345678> and 2026", set()),
    ],
)
def test_only_whole_words_are_found(content: str, numbers: set[int]) -> None:
    assert numbers_in(content) == numbers
