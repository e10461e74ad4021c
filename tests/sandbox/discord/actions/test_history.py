"""Listing the messages of a channel."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions.history import history
from tests.sandbox.small_world import SmallWorld


def test_history_is_listed_newest_first_in_pages(small: SmallWorld) -> None:
    sent = [small.send(str(number)) for number in range(10)]
    small.world.messages.delete(sent[4])
    state, bot = small.world.state, small.world.bot

    def listed(**where: int) -> list[str]:
        return [each.content for each in history(state, bot, small.channel, **where)]

    assert listed(limit=3) == ["9", "8", "7"]
    assert listed(before=sent[3].id, limit=2) == ["2", "1"]
    assert listed(after=sent[2].id, limit=3) == ["6", "5", "3"]
    assert listed(around=sent[7].id, limit=3) == ["8", "7", "6"]
    small.world.people.take_permission(small.channel, "read_message_history")
    assert listed() == []
