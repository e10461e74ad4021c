"""REST routes of channels and threads."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions import channels, messages, threads
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json, discord_error, required
from bridge_bot.sandbox.discord.model import Channel, User
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.rest.routes import NOTHING, RestCall, RestResponse, RestRoute
from bridge_bot.sandbox.discord.rules.permissions import may

_CHANNEL = "/channels/{channel}"
_MEMBERS = f"{_CHANNEL}/thread-members"


def _get(call: RestCall) -> RestResponse:
    return RestResponse(objects.channel(call.channel, call.bot))


def _modify(call: RestCall) -> RestResponse:
    changed = channels.modify(call.state, call.bot, call.channel, call.json)
    return RestResponse(objects.channel(changed, call.bot))


def _delete(call: RestCall) -> RestResponse:
    gone = call.channel
    payload = objects.channel(gone, call.bot)
    channels.delete(call.state, call.bot, gone)
    return RestResponse(payload)


def _open_on_message(call: RestCall) -> RestResponse:
    opened = threads.open_on_message(call.state, call.bot, call.message, call.json)
    return RestResponse(objects.channel(opened, call.bot), 201)


def _open(call: RestCall) -> RestResponse:
    channel = call.channel
    if channel.type is not ChannelType.FORUM:
        opened = threads.open_alone(call.state, call.bot, channel, call.json)
        return RestResponse(objects.channel(opened, call.bot), 201)
    if not call.json.get("message"):
        raise required("message")
    post = threads.open_post(call.state, call.bot, channel, call.json)
    first = messages.first_post(call.state, call.bot, post, call.json["message"], call.uploads)
    payload = objects.channel(post, call.bot)
    return RestResponse(payload | {"message": message_objects.message(first, call.state)}, 201)


def _join(call: RestCall) -> RestResponse:
    threads.join(call.state, call.channel, _thread_member(call))
    return NOTHING


def _leave(call: RestCall) -> RestResponse:
    user = _thread_member(call)
    if user is not call.bot:
        call.state.require(call.bot, call.channel, "manage_threads")
    threads.leave(call.state, call.channel, user)
    return NOTHING


def _members(call: RestCall) -> RestResponse:
    thread = call.channel
    return RestResponse(
        [objects.thread_member(thread, each) for each in thread.thread_or_error.member_ids]
    )


def _active(call: RestCall) -> RestResponse:
    guild = call.state.guild(call.path_id("guild"))
    seen = [each for each in threads.active(guild) if may(each, call.bot.id, "view_channel")]
    return RestResponse(_thread_list(seen, call.bot))


def _archived(call: RestCall) -> RestResponse:
    channel = call.channel
    call.state.require(call.bot, channel, "read_message_history")
    found = [each for each in threads.threads_of(channel) if each.archived]
    found.sort(key=lambda each: each.thread_or_error.changed_at, reverse=True)
    return RestResponse(_thread_list(found, call.bot) | {"has_more": False})


def _thread_list(found: Sequence[Channel], bot: User) -> Json:
    joined = [each for each in found if bot.id in each.thread_or_error.member_ids]
    return {
        "threads": [objects.channel(each, bot) for each in found],
        "members": [objects.thread_member(each, bot.id) for each in joined],
    }


def _open_dm(call: RestCall) -> RestResponse:
    user = call.state.users.get(int(call.json.get("recipient_id") or 0))
    if user is None:
        raise discord_error(10013)
    return RestResponse(objects.channel(channels.open_dm(call.state, user), call.bot))


def _thread_member(call: RestCall) -> User:
    if call.params["user"] == "@me":
        return call.bot
    user = call.state.users.get(call.path_id("user"))
    if user is None:
        raise discord_error(10013)
    return user


ROUTES = (
    RestRoute("GET", _CHANNEL, "read", _get, ("channel",)),
    RestRoute("PATCH", _CHANNEL, "channel", _modify, ("channel",)),
    RestRoute("DELETE", _CHANNEL, "channel", _delete, ("channel",)),
    RestRoute(
        "POST",
        f"{_CHANNEL}/messages/{{message}}/threads",
        "open_thread",
        _open_on_message,
        ("channel",),
    ),
    RestRoute("POST", f"{_CHANNEL}/threads", "open_thread", _open, ("channel",)),
    RestRoute("GET", f"{_CHANNEL}/threads/archived/public", "read", _archived, ("channel",)),
    RestRoute("GET", _MEMBERS, "read", _members, ("channel",)),
    RestRoute("PUT", f"{_MEMBERS}/{{user}}", "channel", _join, ("channel",)),
    RestRoute("DELETE", f"{_MEMBERS}/{{user}}", "channel", _leave, ("channel",)),
    RestRoute("GET", "/guilds/{guild}/threads/active", "read", _active, ("guild",)),
    RestRoute("POST", "/users/@me/channels", "other", _open_dm),
)
