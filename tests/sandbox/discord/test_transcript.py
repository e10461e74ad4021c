"""What a person reads of all that happened."""

from __future__ import annotations

from tests.sandbox.one_guild_lab import OneGuildLab


def test_the_transcript_shows_what_was_said_and_how_it_ended(lab: OneGuildLab) -> None:
    message = lab.send("one")
    lab.edit(message, "two")
    lab.world.messages.delete(message)
    assert "bridge-bot [deleted, 2 states]: two" in lab.world.transcript()
