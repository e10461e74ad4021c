"""The ids that the stand-in gives."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.snowflakes import snowflake_time
from tests.sandbox.one_guild_lab import OneGuildLab


def test_ids_rise_and_carry_their_time(lab: OneGuildLab) -> None:
    first = lab.send("one")
    lab.at += 10
    second = lab.send("two")
    assert second.id > first.id
    assert snowflake_time(second.id) == pytest.approx(lab.at, abs=0.001)


def test_guilds_spread_over_shards(lab: OneGuildLab) -> None:
    guilds = [lab.world.add_guild(str(number)) for number in range(8)]
    assert {(guild.id >> 22) % 4 for guild in guilds} == {0, 1, 2, 3}
