"""Interactions as the bot gets them."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions.commands import register
from bridge_bot.sandbox.discord.rules.permissions import BITS
from tests.sandbox.one_guild_lab import OneGuildLab


def test_an_interaction_tells_what_its_member_may_do_there(lab: OneGuildLab) -> None:
    register(lab.world.state, {"name": "hello", "description": "Says hello"}, None)
    for name, given in (("send_messages", False), ("manage_threads", True)):
        change = lab.world.people.give_permission if given else lab.world.people.take_permission
        change(lab.channel, name, lab.ann)
    lab.world.channels.set_slow_mode(lab.channel, 30)
    lab.world.commands.use(lab.channel, lab.ann, "hello")
    told = lab.events[-1].data
    permissions = int(told["member"]["permissions"])
    assert not permissions & BITS["send_messages"]
    assert permissions & BITS["manage_threads"]
    assert told["member"]["communication_disabled_until"] is None
    assert told["channel"]["rate_limit_per_user"] == 30
