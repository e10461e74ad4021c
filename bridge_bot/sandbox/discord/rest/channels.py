"""REST routes of channels, and of threads as far as they are channels."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import channels
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rest.routes import RestCall, RestRoute

_CHANNEL = "/channels/{channel}"


def _modify(call: RestCall) -> Json:
    changed = channels.modify(call.state, call.bot, call.channel, call.json)
    return objects.channel(changed, call.bot)


def _delete(call: RestCall) -> Json:
    gone = call.channel
    payload = objects.channel(gone, call.bot)
    channels.delete(call.state, call.bot, gone)
    return payload


def _open_dm(call: RestCall) -> Json:
    user = call.state.user(int(call.json.get("recipient_id") or 0))
    return objects.channel(channels.open_dm(call.state, user), call.bot)


ROUTES = (
    RestRoute(
        "GET", _CHANNEL, "read", lambda call: objects.channel(call.channel, call.bot), "channel"
    ),
    RestRoute("PATCH", _CHANNEL, "channel", _modify, "channel"),
    RestRoute("DELETE", _CHANNEL, "channel", _delete, "channel"),
    RestRoute("POST", "/users/@me/channels", "other", _open_dm),
)
