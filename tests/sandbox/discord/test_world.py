"""What the bot is told when it joins or leaves a guild."""

from __future__ import annotations

from tests.sandbox.small_world import SmallWorld, raises_error


def test_a_bot_that_is_thrown_out_has_no_access_any_more(small: SmallWorld) -> None:
    small.world.remove_guild(small.guild)
    assert small.events[-1].name == "GUILD_DELETE"
    assert small.events[-1].for_bot
    assert small.world.guilds == {}
    raises_error(50001, lambda: small.send("hi"))


def test_thrown_out_of_a_guild_the_bot_is_told_and_has_no_access(small: SmallWorld) -> None:
    message = small.send("one")
    small.dispatched()
    small.world.remove_guild(small.guild)
    assert small.dispatched() == [("GUILD_DELETE", {"id": str(small.guild.id)})]
    raises_error(50001, lambda: small.edit(message, "two"))
