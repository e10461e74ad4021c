"""REST routes of the bot itself, the gateway's address, users and guilds."""

from __future__ import annotations

from bridge_bot.sandbox.discord.errors import Json, refusal
from bridge_bot.sandbox.discord.model import Guild
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rest.routes import Call, Reply, Route

_GUILD = "/guilds/{guild}"


def _me(call: Call) -> Reply:
    return Reply(
        objects.user(call.bot) | {"verified": True, "mfa_enabled": False, "locale": "en-US"}
    )


def _user(call: Call) -> Reply:
    user = call.state.users.get(call.number("user"))
    if user is None:
        raise refusal(10013)
    return Reply(objects.user(user))


def _application(call: Call) -> Reply:
    world = call.world
    flags = world.application_flags
    return Reply(objects.application(world.bot, world.owner, len(world.guilds), flags))


def _gateway(call: Call) -> Reply:
    return Reply({"url": call.gateway_url})


def _gateway_bot(call: Call) -> Reply:
    body: Json = {"url": call.gateway_url, "shards": call.shards}
    return Reply(body | ({"session_start_limit": call.starts.payload()} if call.starts else {}))


def _guild(call: Call) -> Reply:
    guild = _found(call)
    counts = {"approximate_member_count": len(guild.members), "approximate_presence_count": 1}
    asked = call.query.get("with_counts", "").lower() in {"1", "true"}
    return Reply(objects.guild(guild) | (counts if asked else {}))


def _my_guilds(call: Call) -> Reply:
    return Reply([objects.guild(each) for each in call.world.guilds.values()])


def _channels(call: Call) -> Reply:
    return Reply([objects.channel(each) for each in _found(call).channels.values()])


def _roles(call: Call) -> Reply:
    return Reply([objects.role(each) for each in _found(call).roles.values()])


def _member(call: Call) -> Reply:
    member = _found(call).members.get(call.number("user"))
    if member is None:
        raise refusal(10007)
    return Reply(objects.member(member))


def _found(call: Call) -> Guild:
    guild = call.state.guild(call.number("guild"))
    if call.bot.id not in guild.members:
        raise refusal(10004)
    return guild


ROUTES = (
    Route("GET", "/gateway", "other", _gateway, with_token=False),
    Route("GET", "/gateway/bot", "other", _gateway_bot),
    Route("GET", "/users/@me", "other", _me),
    Route("GET", "/users/@me/guilds", "other", _my_guilds),
    Route("GET", "/users/{user}", "other", _user),
    Route("GET", "/applications/@me", "other", _application),
    Route("GET", "/oauth2/applications/@me", "other", _application),
    Route("GET", _GUILD, "read", _guild, ("guild",)),
    Route("GET", f"{_GUILD}/channels", "read", _channels, ("guild",)),
    Route("GET", f"{_GUILD}/roles", "read", _roles, ("guild",)),
    Route("GET", f"{_GUILD}/members/{{user}}", "read", _member, ("guild",)),
)
