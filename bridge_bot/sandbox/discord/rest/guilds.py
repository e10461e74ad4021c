"""REST routes of the bot itself, the gateway's address, users and guilds."""

from __future__ import annotations

from bridge_bot.sandbox.discord.errors import Json, discord_error
from bridge_bot.sandbox.discord.model import Guild
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rest.routes import RestCall, RestResponse, RestRoute

_GUILD = "/guilds/{guild}"


def _me(call: RestCall) -> RestResponse:
    return RestResponse(
        objects.user(call.bot) | {"verified": True, "mfa_enabled": False, "locale": "en-US"}
    )


def _user(call: RestCall) -> RestResponse:
    user = call.state.users.get(call.path_id("user"))
    if user is None:
        raise discord_error(10013)
    return RestResponse(objects.user(user))


def _application(call: RestCall) -> RestResponse:
    world = call.world
    flags = world.application_flags
    return RestResponse(objects.application(world.bot, world.owner, len(world.guilds), flags))


def _gateway(call: RestCall) -> RestResponse:
    return RestResponse({"url": call.gateway_url})


def _gateway_bot(call: RestCall) -> RestResponse:
    body: Json = {"url": call.gateway_url, "shards": call.shards}
    return RestResponse(
        body | ({"session_start_limit": call.start_limit.payload()} if call.start_limit else {})
    )


def _guild(call: RestCall) -> RestResponse:
    guild = _found(call)
    counts = {"approximate_member_count": len(guild.members), "approximate_presence_count": 1}
    asked = call.query.get("with_counts", "").lower() in {"1", "true"}
    return RestResponse(objects.guild(guild) | (counts if asked else {}))


def _my_guilds(call: RestCall) -> RestResponse:
    return RestResponse([objects.guild(each) for each in call.world.guilds.values()])


def _channels(call: RestCall) -> RestResponse:
    return RestResponse([objects.channel(each) for each in _found(call).channels.values()])


def _roles(call: RestCall) -> RestResponse:
    return RestResponse([objects.role(each) for each in _found(call).roles.values()])


def _member(call: RestCall) -> RestResponse:
    member = _found(call).members.get(call.path_id("user"))
    if member is None:
        raise discord_error(10007)
    return RestResponse(objects.member(member))


def _found(call: RestCall) -> Guild:
    guild = call.state.guild(call.path_id("guild"))
    if call.bot.id not in guild.members:
        raise discord_error(10004)
    return guild


ROUTES = (
    RestRoute("GET", "/gateway", "other", _gateway, with_token=False),
    RestRoute("GET", "/gateway/bot", "other", _gateway_bot),
    RestRoute("GET", "/users/@me", "other", _me),
    RestRoute("GET", "/users/@me/guilds", "other", _my_guilds),
    RestRoute("GET", "/users/{user}", "other", _user),
    RestRoute("GET", "/applications/@me", "other", _application),
    RestRoute("GET", "/oauth2/applications/@me", "other", _application),
    RestRoute("GET", _GUILD, "read", _guild, ("guild",)),
    RestRoute("GET", f"{_GUILD}/channels", "read", _channels, ("guild",)),
    RestRoute("GET", f"{_GUILD}/roles", "read", _roles, ("guild",)),
    RestRoute("GET", f"{_GUILD}/members/{{user}}", "read", _member, ("guild",)),
)
