"""What the bot is told when it joins or leaves a guild."""

from __future__ import annotations

from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_a_bot_that_is_thrown_out_has_no_access_any_more(lab: OneGuildLab) -> None:
    lab.world.remove_guild(lab.guild)
    assert lab.events[-1].name == "GUILD_DELETE"
    assert lab.events[-1].for_bot
    assert lab.world.guilds == {}
    raises_error(50001, lambda: lab.send("hi"))


def test_thrown_out_of_a_guild_the_bot_is_told_and_has_no_access(lab: OneGuildLab) -> None:
    message = lab.send("one")
    lab.dispatched()
    lab.world.remove_guild(lab.guild)
    assert lab.dispatched() == [("GUILD_DELETE", {"id": str(lab.guild.id)})]
    raises_error(50001, lambda: lab.edit(message, "two"))
