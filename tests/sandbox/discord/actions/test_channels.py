"""Changing channels and threads."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import channels
from tests.sandbox.small_world import SmallWorld, raises_error


def test_the_bot_cannot_change_threads_of_others_without_permission(small: SmallWorld) -> None:
    state, bot = small.world.state, small.world.bot
    thread = small.world.threads.start(small.ann, small.channel, "t")
    raises_error(50013, lambda: channels.modify(state, bot, thread, {"name": "mine"}))
    own = small.world.threads.start(bot, small.channel, "own")
    assert channels.modify(state, bot, own, {"name": "better"}).name == "better"
