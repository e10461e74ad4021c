"""REST routes of the bot itself, the gateway's address, users and guilds."""

from __future__ import annotations

from bridge_bot.sandbox.discord.errors import Json, discord_error
from bridge_bot.sandbox.discord.model import Guild
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rest.routes import RestCall, RestRoute

_GUILD = "/guilds/{guild}"


def _me(call: RestCall) -> Json:
    return objects.user(call.bot) | {"verified": True, "mfa_enabled": False, "locale": "en-US"}


def _application(call: RestCall) -> Json:
    world = call.world
    return objects.application(world.bot, world.owner, len(world.guilds), world.application_flags)


def _gateway_bot(call: RestCall) -> Json:
    return {
        "url": call.gateway.url,
        "shards": call.gateway.shards,
        "session_start_limit": call.gateway.sessions.start_limit.payload(),
    }


def _guild(call: RestCall) -> Json:
    guild = _found(call)
    counts = {"approximate_member_count": len(guild.members), "approximate_presence_count": 1}
    return objects.guild(guild) | (counts if call.query_flag("with_counts") else {})


def _my_guilds(call: RestCall) -> list[Json]:
    return [objects.guild(each) for each in call.world.guilds.values()]


def _channels(call: RestCall) -> list[Json]:
    return [objects.channel(each) for each in _found(call).channels.values()]


def _roles(call: RestCall) -> list[Json]:
    return [objects.role(each) for each in _found(call).roles.values()]


def _member(call: RestCall) -> Json:
    member = _found(call).members.get(call.path_id("user"))
    if member is None:
        raise discord_error(10007)
    return objects.member(member)


def _found(call: RestCall) -> Guild:
    """The guild of the path, or 10004 if the bot is not in it."""
    guild = call.state.guild(call.path_id("guild"))
    if call.bot.id not in guild.members:
        raise discord_error(10004)
    return guild


ROUTES = (
    RestRoute("GET", "/gateway", "other", lambda call: {"url": call.gateway.url}, with_token=False),
    RestRoute("GET", "/gateway/bot", "other", _gateway_bot),
    RestRoute("GET", "/users/@me", "other", _me),
    RestRoute("GET", "/users/@me/guilds", "other", _my_guilds),
    RestRoute("GET", "/users/{user}", "other", lambda call: objects.user(call.user)),
    RestRoute("GET", "/applications/@me", "other", _application),
    RestRoute("GET", "/oauth2/applications/@me", "other", _application),
    RestRoute("GET", _GUILD, "read", _guild, "guild"),
    RestRoute("GET", f"{_GUILD}/channels", "read", _channels, "guild"),
    RestRoute("GET", f"{_GUILD}/roles", "read", _roles, "guild"),
    RestRoute("GET", f"{_GUILD}/members/{{user}}", "read", _member, "guild"),
)
