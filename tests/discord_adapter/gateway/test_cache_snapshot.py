"""What an event has changed in discord.py's cache is undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
import pytest

from bridge_bot.discord_adapter.gateway.cache_snapshot import CacheSnapshot
from tests.discord_adapter.offline_client import (
    GUILD_ID,
    Payload,
    add_guild,
    channel,
    guild,
    offline_client,
    state_of,
)


def rename_guild(lab: discord.Guild) -> None:
    lab.name = "Renamed"


def remove_channel(lab: discord.Guild) -> None:
    lab._channels.clear()


def rename_channel(lab: discord.Guild) -> None:
    lab.text_channels[0].name = "renamed"


def rename_role(lab: discord.Guild) -> None:
    lab.default_role.name = "renamed"


def rename_the_bot(lab: discord.Guild) -> None:
    lab.me.nick = "renamed"


@pytest.mark.parametrize(
    ("data", "change"),
    [
        pytest.param({"id": str(GUILD_ID)}, rename_guild, id="the server"),
        pytest.param({"id": str(GUILD_ID)}, remove_channel, id="its channels"),
        pytest.param({"guild_id": str(GUILD_ID), "id": "10"}, rename_channel, id="a channel"),
        pytest.param(
            {"guild_id": str(GUILD_ID), "role": {"id": str(GUILD_ID)}}, rename_role, id="a role"
        ),
        pytest.param({"guild_id": str(GUILD_ID)}, rename_the_bot, id="the bot's member"),
    ],
)
def test_what_an_event_is_about_is_restored(
    data: Payload, change: Callable[[discord.Guild], None]
) -> None:
    client = offline_client()
    lab = add_guild(client, guild(channel(10)))

    def seen() -> list[Any]:
        names = [each.name for each in lab.channels]
        return [lab.name, names, lab.default_role.name, lab.me.nick]

    before = seen()
    snapshot = CacheSnapshot(state_of(client), data)
    change(lab)
    assert seen() != before
    snapshot.restore()
    assert seen() == before


@pytest.mark.parametrize("data", [None, [], {}, {"guild_id": "?"}, {"guild_id": "7"}])
def test_an_event_about_nothing_that_is_known_changes_nothing(data: Any) -> None:
    CacheSnapshot(state_of(offline_client()), data).restore()
