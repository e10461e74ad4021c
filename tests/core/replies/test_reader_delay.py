"""The mean delay of the words of an answer."""

from __future__ import annotations

from bridge_bot.core.replies.reader_delay import ReaderDelay


def test_without_a_text_there_is_none() -> None:
    delay = ReaderDelay()
    delay.rendered()
    delay.shown(1.0)
    assert delay.mean_s is None


def test_each_character_counts_from_its_arrival_to_the_end_of_the_write_that_shows_it() -> None:
    delay = ReaderDelay()
    delay.added(10, 0.0)
    delay.rendered()
    delay.added(30, 0.5)  # too late for that write
    delay.shown(1.0)
    assert delay.mean_s == 1.0
    delay.rendered()
    delay.shown(2.5)
    assert delay.mean_s == (10 * 1.0 + 30 * 2.0) / 40


def test_what_a_write_that_failed_was_to_show_counts_until_the_next_one() -> None:
    delay = ReaderDelay()
    delay.added(10, 0.0)
    delay.rendered()
    delay.rendered()
    delay.shown(3.0)
    assert delay.mean_s == 3.0
