"""Messages that come before their server, or that discord.py takes for direct ones."""

from __future__ import annotations

import discord
import pytest

from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.intake.gateway_messages.early_messages import (
    fill_in_guild,
    guild_id_of,
    is_guild_missing,
)
from tests.discord_adapter.offline_client import (
    GUILD_ID,
    Payload,
    add_guild,
    channel,
    guild,
    message,
    offline_client,
    state_of,
)

ROLE_ID = 10**17
"""discord.py finds only ids of Discord's length in a text."""


def received(client: discord.AutoShardedClient, payload: Payload) -> discord.Message:
    """What discord.py dispatches for a MESSAGE_CREATE."""
    dispatched: list[discord.Message] = []
    before = patches.replace_dispatch(state_of(client), lambda _, found: dispatched.append(found))
    state_of(client).parsers["MESSAGE_CREATE"](payload)
    patches.replace_dispatch(state_of(client), before)
    return dispatched[0]


def direct() -> Payload:
    payload = message(100, 70)
    del payload["guild_id"]
    return payload


@pytest.mark.parametrize(
    ("payload", "guild_id", "is_missing"),
    [
        pytest.param(message(100, 10), GUILD_ID, True, id="of a server that is not known"),
        pytest.param(direct(), None, False, id="a direct message"),
    ],
)
def test_a_message_without_a_server(
    payload: Payload, guild_id: int | None, is_missing: bool
) -> None:
    found = received(offline_client(), payload)
    assert found.guild is None
    assert guild_id_of(found) == guild_id
    assert is_guild_missing(found) is is_missing


def test_a_message_of_a_server_is_early_while_the_server_is_unavailable() -> None:
    client = offline_client()
    lab = add_guild(client, guild(channel(10)))
    found = received(client, message(100, 10))
    assert guild_id_of(found) == GUILD_ID
    assert not is_guild_missing(found)
    lab.unavailable = True
    assert is_guild_missing(found)


def test_its_server_channel_and_roles_are_filled_in_once_they_are_known() -> None:
    client = offline_client()
    found = received(client, message(100, 10, content=f"<@&{ROLE_ID}>"))
    fill_in_guild(found, client)
    assert guild_id_of(found) == GUILD_ID
    assert is_guild_missing(found)
    (everyone,) = guild()["roles"]
    lab = add_guild(client, guild(channel(10), roles=[everyone, everyone | {"id": str(ROLE_ID)}]))
    lab.unavailable = True
    fill_in_guild(found, client)
    assert is_guild_missing(found)
    lab.unavailable = False
    fill_in_guild(found, client)
    assert found.guild is lab
    assert found.channel is lab.get_channel(10)
    assert found.role_mentions == [lab.get_role(ROLE_ID)]
