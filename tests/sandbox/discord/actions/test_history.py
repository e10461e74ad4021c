"""Listing the messages of a channel."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions.history import history
from tests.sandbox.one_guild_lab import OneGuildLab


def test_history_is_listed_newest_first_in_pages(lab: OneGuildLab) -> None:
    sent = [lab.send(str(number)) for number in range(10)]
    lab.world.messages.delete(sent[4])
    state, bot = lab.world.state, lab.world.bot

    def listed(**where: int) -> list[str]:
        return [each.content for each in history(state, bot, lab.channel, **where)]

    assert listed(limit=3) == ["9", "8", "7"]
    assert listed(before=sent[3].id, limit=2) == ["2", "1"]
    assert listed(after=sent[2].id, limit=3) == ["6", "5", "3"]
    assert listed(around=sent[7].id, limit=3) == ["8", "7", "6"]
    lab.world.people.take_permission(lab.channel, "read_message_history")
    assert listed() == []
