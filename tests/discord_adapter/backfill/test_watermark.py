"""A watermark follows what was taken in, and never passes what might be missed."""

from __future__ import annotations

from bridge_bot.discord_adapter.backfill.watermark import Watermark


def test_it_follows_the_newest_message_once_the_shard_is_healthy() -> None:
    watermark = Watermark()
    watermark.begin(10)
    watermark.done(10)
    assert watermark.mark == 0
    watermark.release()
    assert watermark.mark == 10


def test_it_stays_below_what_is_still_being_taken_in() -> None:
    watermark = Watermark()
    watermark.release()
    for message in (10, 11, 12):
        watermark.begin(message)
    watermark.done(12)
    watermark.done(10)
    assert watermark.mark == 10
    watermark.done(11)
    assert watermark.mark == 12


def test_it_stands_while_the_shard_is_disconnected() -> None:
    watermark = Watermark()
    watermark.release(at_least=10)
    watermark.hold()
    watermark.begin(20)
    watermark.done(20)
    assert watermark.mark == 10
    watermark.release()
    assert watermark.mark == 20


def test_it_stays_below_what_was_left_until_that_has_been_read_again() -> None:
    watermark = Watermark()
    watermark.release(at_least=10)
    for message in (20, 25, 30):
        watermark.begin(message)
    watermark.leave(25)
    watermark.leave(20)
    watermark.done(30)
    assert (watermark.mark, watermark.left) == (19, 20)
    watermark.read_again()
    watermark.begin(20)
    watermark.release()
    assert (watermark.mark, watermark.left) == (19, None)
    watermark.done(20)
    assert watermark.mark == 30
