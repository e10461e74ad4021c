"""What a person reads of all that happened."""

from __future__ import annotations

from tests.sandbox.small_world import SmallWorld


def test_the_transcript_shows_what_was_said_and_how_it_ended(small: SmallWorld) -> None:
    message = small.send("one")
    small.edit(message, "two")
    small.world.messages.delete(message)
    assert "bridge-bot [deleted, 2 states]: two" in small.world.transcript()
