"""User objects are what Discord's own description of its API calls one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import aiohttp

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.one_guild_lab import OneGuildLab

# Discord's OpenAPI description (July 2026), `UserResponse` and `UserPIIResponse`: what is required
# and of which type it is; "id" is a `SnowflakeType`.
USER: dict[str, tuple[type, ...]] = {
    "id": (str,),
    "username": (str,),
    "avatar": (str, type(None)),
    "discriminator": (str,),
    "public_flags": (int,),
    "flags": (int,),
    "global_name": (str, type(None)),
    "primary_guild": (dict, type(None)),
}
MYSELF = {name: kinds for name, kinds in USER.items() if name != "primary_guild"} | {
    "mfa_enabled": (bool,),
    "locale": (str,),
}
SNOWFLAKE = re.compile(r"0|[1-9][0-9]*")


def faults(user: Json, described: dict[str, tuple[type, ...]]) -> list[str]:
    """What is wrong with a user object."""
    found = [f"{name} is missing" for name in described if name not in user]
    for name, kinds in described.items():
        if name in user and type(user[name]) not in kinds:
            found.append(f"{name} is {user[name]!r}")
    if not SNOWFLAKE.fullmatch(str(user.get("id"))):
        found.append(f"id is {user.get('id')!r}")
    return found


def users_in(value: Any) -> Iterator[Json]:
    """Every user object in a payload, however deep."""
    if isinstance(value, dict):
        if "username" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from users_in(each)


def test_a_user_that_lacks_something_is_found() -> None:
    whole: Json = {
        "id": "1",
        "username": "Ann",
        "avatar": None,
        "discriminator": "0",
        "public_flags": 0,
        "flags": 0,
        "global_name": "Ann",
        "primary_guild": None,
    }
    assert faults(whole, USER) == []
    for name in USER:
        assert faults({key: value for key, value in whole.items() if key != name}, USER)
        assert faults(whole | {name: 1.5}, USER)
    assert [user["username"] for user in users_in([{"a": {"user": whole}}])] == ["Ann"]


async def test_users_have_all_that_discords_description_requires(server: DiscordStandIn) -> None:
    """Whether they come by REST, or in an event of the gateway."""
    sent: list[Json] = []

    def keep(payload: Json) -> Json:
        sent.append(payload)
        return payload

    server.gateway.rewrite = keep
    world = server.world
    guild = world.add_guild("Lab")
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    said = world.messages.send(channel, ann, f"<@{world.bot.id}> hello")
    query = {"v": "10", "encoding": "json"}
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bot {server.token}"}) as http,
        http.ws_connect(server.gateway_url, params=query) as socket,
    ):
        await socket.receive_json()
        await socket.send_json({"op": 2, "d": {"token": server.token, "intents": 4609 | 1 << 15}})
        await socket.receive_json()
        world.messages.send(channel, ann, f"<@{world.bot.id}> again", reply_to=said)
        world.messages.send(world.channels.open_dm(ann), ann, "directly")
        while not any("directly" in json.dumps(payload) for payload in sent):
            await socket.receive_json()
        for path in (
            f"/users/{ann.id}",
            "/applications/@me",
            f"/guilds/{guild.id}/members/{ann.id}",
            f"/channels/{channel.id}/messages",
        ):
            async with http.get(server.api_base_url + path) as response:
                sent.append({"path": path, "body": await response.json()})
        async with http.get(server.api_base_url + "/users/@me") as response:
            myself = await response.json()
    found = list(users_in([*sent, objects.user(ann.user)]))
    assert {user["username"] for user in found} >= {world.bot.name, "Ann"}
    assert len(found) > 10
    assert [fault for user in found for fault in faults(user, USER)] == []
    assert faults(myself, MYSELF) == []


def test_a_location_has_the_guild_if_there_is_one(lab: OneGuildLab) -> None:
    dm = lab.world.channels.open_dm(lab.ann)
    ids = {"channel_id": str(lab.channel.id), "guild_id": str(lab.guild.id)}
    assert objects.location(lab.channel) == ids
    assert objects.location(dm) == {"channel_id": str(dm.id)}
