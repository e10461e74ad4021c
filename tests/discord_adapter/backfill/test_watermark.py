"""A watermark follows what was taken in, and never passes what might be missed."""

from __future__ import annotations

from bridge_bot.discord_adapter.backfill.watermark import Watermark


def test_it_follows_the_newest_message_once_nothing_is_missing() -> None:
    watermark = Watermark()
    watermark.begin(10)
    watermark.done(10)
    assert watermark.position == 0
    watermark.unfreeze()
    assert watermark.position == 10


def test_it_stays_below_what_is_still_being_taken_in() -> None:
    watermark = Watermark()
    watermark.unfreeze()
    for message in (10, 11, 12):
        watermark.begin(message)
    watermark.done(12)
    watermark.done(10)
    assert watermark.position == 10
    watermark.done(11)
    assert watermark.position == 12


def test_it_stands_while_the_shard_is_disconnected() -> None:
    watermark = Watermark()
    watermark.unfreeze(at_least=10)
    watermark.freeze()
    watermark.begin(20)
    watermark.done(20)
    assert watermark.position == 10
    watermark.unfreeze()
    assert watermark.position == 20


def test_it_stays_below_what_was_dropped_until_that_has_been_read_again() -> None:
    watermark = Watermark()
    watermark.unfreeze(at_least=10)
    for message in (20, 25, 30):
        watermark.begin(message)
    watermark.drop(25)
    watermark.drop(20)
    watermark.done(30)
    assert (watermark.position, watermark.oldest_dropped) == (19, 20)
    watermark.freeze_to_read_again()
    watermark.begin(20)
    watermark.unfreeze()
    assert (watermark.position, watermark.oldest_dropped) == (19, None)
    watermark.done(20)
    assert watermark.position == 30
