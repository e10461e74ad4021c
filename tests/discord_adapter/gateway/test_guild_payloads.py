"""What is left out of Discord's data, and that permissions are computed as before."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import discord

from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.gateway.guild_payloads import leave_out_unused
from tests.discord_adapter.offline_client import (
    BOT_ID,
    GUILD_ID,
    Payload,
    add_guild,
    channel,
    guild,
    offline_client,
    state_of,
)

VIEW = discord.Permissions(view_channel=True).value


def overwrite(target_id: int, *, allow: int = 0, deny: int = 0, kind: int = 0) -> Payload:
    return {"id": str(target_id), "type": kind, "allow": str(allow), "deny": str(deny)}


def test_topics_pictures_and_emojis_are_left_out_of_a_server() -> None:
    lab = guild(
        channel(10) | {"topic": "t" * 900},
        icon="i",
        description="d",
        emojis=[{"id": "1", "name": "e"}],
        features=["COMMUNITY"],
    )
    leave_out_unused("GUILD_CREATE", lab)
    found = add_guild(offline_client(), lab)
    (room,) = found.text_channels
    assert (room.name, room.topic) == ("channel-10", None)
    assert (found.name, found.icon, found.description, found.features) == ("Lab", None, None, [])


def test_the_topic_of_a_changed_channel_is_left_out_too() -> None:
    changed = channel(10) | {"topic": "new"}
    leave_out_unused("CHANNEL_UPDATE", changed)
    assert changed == channel(10)


def test_data_of_other_events_stays_as_it_is() -> None:
    data: dict[str, Any] = {"topic": "t", "icon": "i", "emojis": []}
    before = deepcopy(data)
    leave_out_unused("GUILD_EMOJIS_UPDATE", data)
    assert data == before


def test_equal_names_of_servers_are_kept_once() -> None:
    labs = [json.loads(json.dumps(guild(channel(10)))) for _ in range(2)]
    for lab in labs:
        leave_out_unused("GUILD_CREATE", lab)
    first, second = (lab["channels"][0]["name"] for lab in labs)
    assert first is second


def test_channels_with_shared_overwrites_have_the_permissions_of_their_own() -> None:
    """A change of one channel's overwrites leaves those of the others alone."""
    client = offline_client()
    hidden = [overwrite(BOT_ID, deny=VIEW, kind=1)]
    rooms = [channel(each) | {"permission_overwrites": deepcopy(hidden)} for each in (10, 11)]
    everyone = guild()["roles"][0] | {"permissions": str(VIEW)}
    lab = add_guild(client, guild(*rooms, channel(12), roles=[everyone]))
    patches.share_equal_overwrites(lab)

    def seen() -> list[bool]:
        return [each.permissions_for(lab.me).view_channel for each in lab.text_channels]

    assert seen() == [False, False, True]
    shown = channel(10) | {"permission_overwrites": [overwrite(BOT_ID, allow=VIEW, kind=1)]}
    state_of(client).parsers["CHANNEL_UPDATE"](shown)
    assert seen() == [True, False, True]
    state_of(client).parsers["CHANNEL_UPDATE"](channel(11) | {"guild_id": str(GUILD_ID)})
    assert seen() == [True, True, True]
