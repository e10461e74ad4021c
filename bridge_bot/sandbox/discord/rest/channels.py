"""REST routes of channels and threads."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import channels, messages, threads
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json, required
from bridge_bot.sandbox.discord.model import User
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.rest.routes import RestCall, RestRoute
from bridge_bot.sandbox.discord.rules.permissions import may

_CHANNEL = "/channels/{channel}"
_MEMBERS = f"{_CHANNEL}/thread-members"


def _modify(call: RestCall) -> Json:
    changed = channels.modify(call.state, call.bot, call.channel, call.json)
    return objects.channel(changed, call.bot)


def _delete(call: RestCall) -> Json:
    gone = call.channel
    payload = objects.channel(gone, call.bot)
    channels.delete(call.state, call.bot, gone)
    return payload


def _open_on_message(call: RestCall) -> Json:
    opened = threads.open_on_message(call.state, call.bot, call.message, call.json)
    return objects.channel(opened, call.bot)


def _open(call: RestCall) -> Json:
    channel = call.channel
    if channel.type is not ChannelType.FORUM:
        opened = threads.open_alone(call.state, call.bot, channel, call.json)
        return objects.channel(opened, call.bot)
    if not call.json.get("message"):
        raise required("message")
    post = threads.open_post(call.state, call.bot, channel, call.json)
    first = messages.first_post(call.state, call.bot, post, call.json["message"], call.uploads)
    payload = objects.channel(post, call.bot)
    return payload | {"message": message_objects.message(first, call.state)}


def _join(call: RestCall) -> None:
    threads.join(call.state, call.channel, _thread_member(call))


def _leave(call: RestCall) -> None:
    user = _thread_member(call)
    if user is not call.bot:
        call.state.require(call.bot, call.channel, "manage_threads")
    threads.leave(call.state, call.channel, user)


def _members(call: RestCall) -> list[Json]:
    thread = call.channel
    return [objects.thread_member(thread, each) for each in thread.thread_or_error.member_ids]


def _active(call: RestCall) -> Json:
    guild = call.state.guild(call.path_id("guild"))
    seen = [each for each in threads.active(guild) if may(each, call.bot.id, "view_channel")]
    return objects.thread_list(seen, call.bot)


def _archived(call: RestCall) -> Json:
    channel = call.channel
    call.state.require(call.bot, channel, "read_message_history")
    found = [each for each in threads.threads_of(channel) if each.archived]
    found.sort(key=lambda each: each.thread_or_error.changed_at, reverse=True)
    return objects.thread_list(found, call.bot) | {"has_more": False}


def _open_dm(call: RestCall) -> Json:
    user = call.state.user(int(call.json.get("recipient_id") or 0))
    return objects.channel(channels.open_dm(call.state, user), call.bot)


def _thread_member(call: RestCall) -> User:
    return call.bot if call.params["user"] == "@me" else call.user


ROUTES = (
    RestRoute(
        "GET", _CHANNEL, "read", lambda call: objects.channel(call.channel, call.bot), "channel"
    ),
    RestRoute("PATCH", _CHANNEL, "channel", _modify, "channel"),
    RestRoute("DELETE", _CHANNEL, "channel", _delete, "channel"),
    RestRoute(
        "POST",
        f"{_CHANNEL}/messages/{{message}}/threads",
        "open_thread",
        _open_on_message,
        "channel",
        status=201,
    ),
    RestRoute("POST", f"{_CHANNEL}/threads", "open_thread", _open, "channel", status=201),
    RestRoute("GET", f"{_CHANNEL}/threads/archived/public", "read", _archived, "channel"),
    RestRoute("GET", _MEMBERS, "read", _members, "channel"),
    RestRoute("PUT", f"{_MEMBERS}/{{user}}", "channel", _join, "channel"),
    RestRoute("DELETE", f"{_MEMBERS}/{{user}}", "channel", _leave, "channel"),
    RestRoute("GET", "/guilds/{guild}/threads/active", "read", _active, "guild"),
    RestRoute("POST", "/users/@me/channels", "other", _open_dm),
)
