"""Changing channels and threads."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import channels
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_the_bot_cannot_change_threads_of_others_without_permission(lab: OneGuildLab) -> None:
    state, bot = lab.world.state, lab.world.bot
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    raises_error(50013, lambda: channels.modify(state, bot, thread, {"name": "mine"}))
    own = lab.world.threads.start(bot, lab.channel, "own")
    assert channels.modify(state, bot, own, {"name": "better"}).name == "better"
