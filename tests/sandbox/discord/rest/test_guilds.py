"""The routes of the bot itself, the gateway's address, users and guilds."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.rules.permissions import BOT_DEFAULT
from tests.sandbox.discord.api import Api


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/users/1", (404, 10013)),
        ("/guilds/1", (404, 10004)),
        ("/guilds/{elsewhere}", (404, 10004)),
        ("/guilds/{elsewhere}/channels", (404, 10004)),
        ("/guilds/{elsewhere}/roles", (404, 10004)),
        ("/guilds/{elsewhere}/members/{bot}", (404, 10004)),
        ("/guilds/{guild}/members/1", (404, 10007)),
    ],
)
async def test_what_is_unknown_or_not_the_bots_is_refused(
    api: Api, path: str, expected: tuple[int, int]
) -> None:
    world = api.server.world
    elsewhere = world.add_guild("Elsewhere", with_bot=False)
    response, refused = await api.call(
        "GET", path.format(elsewhere=elsewhere.id, guild=api.guild.id, bot=world.bot.id)
    )
    assert (response.status, refused["code"]) == expected


async def test_the_gateways_address_needs_no_token_its_limits_do(api: Api) -> None:
    gateway = api.server.gateway
    gateway.shards = 2
    gateway.sessions.start_limit.limit(3, 60.0)
    _, limits = await api.call("GET", "/gateway/bot")
    assert (limits["url"], limits["shards"]) == (api.server.gateway_url, 2)
    assert limits["session_start_limit"]["remaining"] == 3
    api.server.token = "stale"
    response, body = await api.call("GET", "/gateway")
    assert (response.status, body) == (200, {"url": api.server.gateway_url})
    response, _ = await api.call("GET", "/gateway/bot")
    assert response.status == 401


@pytest.mark.parametrize("path", ["/applications/@me", "/oauth2/applications/@me"])
async def test_the_application_says_where_it_is_and_which_intents_it_has(
    api: Api, path: str
) -> None:
    world = api.server.world
    world.allowed_intents.discard("members")
    _, application = await api.call("GET", path)
    assert application["id"] == str(world.bot.id)
    assert application["owner"]["id"] == str(world.owner.id)
    assert application["approximate_guild_count"] == 1
    assert application["flags"] == 1 << 13 | 1 << 19


async def test_a_guild_is_counted_only_on_request(api: Api) -> None:
    _, guild = await api.call("GET", f"/guilds/{api.guild.id}")
    assert "approximate_member_count" not in guild
    _, counted = await api.call("GET", f"/guilds/{api.guild.id}?with_counts=true")
    assert counted == guild | {"approximate_member_count": 2, "approximate_presence_count": 1}


async def test_the_bots_guilds_come_in_pages_with_what_it_may_do_there(api: Api) -> None:
    world = api.server.world
    ids = sorted(str(each) for each in [api.guild.id, *(world.add_guild("G").id for _ in "ab")])
    world.add_guild("Elsewhere", with_bot=False)
    _, first = await api.call("GET", "/users/@me/guilds?limit=2&with_counts=true")
    assert [each["id"] for each in first] == ids[:2]
    assert {each["permissions"] for each in first} == {str(BOT_DEFAULT)}
    assert {each["approximate_member_count"] for each in first} <= {2, 3}
    _, second = await api.call("GET", f"/users/@me/guilds?limit=2&after={ids[1]}")
    assert [each["id"] for each in second] == ids[2:]
    assert "approximate_member_count" not in second[0]


async def test_intents_and_install_settings_can_be_edited(api: Api) -> None:
    """A kind of installation that is left out is taken away; what is not sent stays."""
    api.server.world.allowed_intents.clear()
    installs = {"0": {"oauth2_install_params": {"scopes": ["bot"], "permissions": 8}}}
    body = {"flags": 1 << 19, "integration_types_config": installs}
    _, edited = await api.call("PATCH", "/applications/@me", body)
    assert (edited["flags"], edited["integration_types_config"]) == (1 << 19, installs)
    _, same = await api.call("PATCH", "/applications/@me", {})
    assert same == edited == (await api.call("GET", "/applications/@me"))[1]


@pytest.mark.parametrize(
    "body", [{"flags": "all"}, {"flags": True}, {"integration_types_config": {"2": {}}}]
)
async def test_what_an_application_can_not_have_is_refused(
    api: Api, body: dict[str, object]
) -> None:
    response, refused = await api.call("PATCH", "/applications/@me", body)
    assert (response.status, refused["code"]) == (400, 50035)
