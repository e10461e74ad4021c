"""Interactions as the bot gets them."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions.commands import register
from bridge_bot.sandbox.discord.rules.permissions import BITS
from tests.sandbox.small_world import SmallWorld


def test_an_interaction_tells_what_its_member_may_do_there(small: SmallWorld) -> None:
    register(small.world.state, {"name": "hello", "description": "Says hello"}, None)
    for name, given in (("send_messages", False), ("manage_threads", True)):
        change = small.world.people.give_permission if given else small.world.people.take_permission
        change(small.channel, name, small.ann)
    small.world.channels.set_slow_mode(small.channel, 30)
    small.world.commands.use(small.channel, small.ann, "hello")
    told = small.events[-1].data
    permissions = int(told["member"]["permissions"])
    assert not permissions & BITS["send_messages"]
    assert permissions & BITS["manage_threads"]
    assert told["member"]["communication_disabled_until"] is None
    assert told["channel"]["rate_limit_per_user"] == 30
