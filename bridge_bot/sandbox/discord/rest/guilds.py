"""REST routes of the bot itself, the gateway's address, users and guilds."""

from __future__ import annotations

from bridge_bot.sandbox.discord.errors import Json, discord_error, invalid_form_body
from bridge_bot.sandbox.discord.model import Guild
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rest.routes import RestCall, RestRoute
from bridge_bot.sandbox.discord.rules.permissions import guild_permissions

_GUILD = "/guilds/{guild}"
_GUILDS_A_PAGE = 200


def _me(call: RestCall) -> Json:
    return objects.user(call.bot) | {"verified": True, "mfa_enabled": False, "locale": "en-US"}


def _application(call: RestCall) -> Json:
    world = call.world
    installs = {"integration_types_config": world.install_settings}
    application = objects.application(
        world.bot, world.owner, len(world.guilds), world.application_flags
    )
    return application | installs


def _edit_application(call: RestCall) -> Json:
    """Of what can be edited, what the bot edits: the limited intents and the install settings."""
    world, form = call.world, call.json
    flags = form.get("flags")
    if flags is not None:
        if not isinstance(flags, int) or isinstance(flags, bool):
            raise invalid_form_body("flags", "NUMBER_TYPE_COERCE", f'Value "{flags}" is not int.')
        world.set_intents(flags)
    installs = form.get("integration_types_config")
    if installs is not None:
        if not isinstance(installs, dict) or not set(installs) <= {"0", "1"}:
            what = "Value must be a dictionary of the kinds of installation."
            raise invalid_form_body("integration_types_config", "DICT_TYPE_CONVERT", what)
        world.install_settings = {kind: each or {} for kind, each in installs.items()}
    return _application(call)


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
    """A page of the guilds that the bot is in, by their ids."""
    after, limit = call.query_number("after") or 0, call.query_number("limit") or _GUILDS_A_PAGE
    page = [each for _, each in sorted(call.world.guilds.items()) if each.id > after]
    return [_partial_guild(call, each) for each in page[: min(limit, _GUILDS_A_PAGE)]]


def _partial_guild(call: RestCall, guild: Guild) -> Json:
    held = guild_permissions(guild, guild.members[call.bot.id])
    is_owner = guild.owner_id == call.bot.id
    partial = {name: objects.guild(guild)[name] for name in ("id", "name", "icon", "features")}
    partial |= {"banner": None, "owner": is_owner, "permissions": str(held)}
    counts = {"approximate_member_count": len(guild.members), "approximate_presence_count": 1}
    return partial | (counts if call.query_flag("with_counts") else {})


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
    RestRoute("PATCH", "/applications/@me", "other", _edit_application),
    RestRoute("GET", "/oauth2/applications/@me", "other", _application),
    RestRoute("GET", _GUILD, "read", _guild, "guild"),
    RestRoute("GET", f"{_GUILD}/channels", "read", _channels, "guild"),
    RestRoute("GET", f"{_GUILD}/roles", "read", _roles, "guild"),
    RestRoute("GET", f"{_GUILD}/members/{{user}}", "read", _member, "guild"),
)
