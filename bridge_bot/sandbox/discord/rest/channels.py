"""REST routes of channels and threads."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions import messages, threads
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json, refusal, required
from bridge_bot.sandbox.discord.model import Channel, User
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.rest.routes import NOTHING, Call, Reply, Route
from bridge_bot.sandbox.discord.rules.permissions import may

_CHANNEL = "/channels/{channel}"
_MEMBERS = f"{_CHANNEL}/thread-members"


def _get(call: Call) -> Reply:
    return Reply(objects.channel(call.channel, call.bot))


def _modify(call: Call) -> Reply:
    changed = threads.modify(call.state, call.bot, call.channel, call.form)
    return Reply(objects.channel(changed, call.bot))


def _delete(call: Call) -> Reply:
    gone = call.channel
    payload = objects.channel(gone, call.bot)
    threads.delete(call.state, call.bot, gone)
    return Reply(payload)


def _open_on_message(call: Call) -> Reply:
    opened = threads.open_on_message(call.state, call.bot, call.message, call.form)
    return Reply(objects.channel(opened, call.bot), 201)


def _open(call: Call) -> Reply:
    channel = call.channel
    if channel.type is not ChannelType.FORUM:
        opened = threads.open_alone(call.state, call.bot, channel, call.form)
        return Reply(objects.channel(opened, call.bot), 201)
    if not call.form.get("message"):
        raise required("message")
    post = threads.open_post(call.state, call.bot, channel, call.form)
    first = messages.first_post(call.state, call.bot, post, call.form["message"], call.uploads)
    payload = objects.channel(post, call.bot)
    return Reply(payload | {"message": message_objects.message(first, call.state)}, 201)


def _join(call: Call) -> Reply:
    threads.join(call.state, call.channel, _who(call))
    return NOTHING


def _leave(call: Call) -> Reply:
    user = _who(call)
    if user is not call.bot:
        call.state.require(call.bot, call.channel, "manage_threads")
    threads.join(call.state, call.channel, user, leave=True)
    return NOTHING


def _members(call: Call) -> Reply:
    thread = call.channel
    return Reply([objects.thread_member(thread, each) for each in thread.as_thread.member_ids])


def _active(call: Call) -> Reply:
    guild = call.state.guild(call.number("guild"))
    seen = [each for each in threads.active(guild) if may(each, call.bot.id, "view_channel")]
    return Reply(_thread_list(seen, call.bot))


def _archived(call: Call) -> Reply:
    channel = call.channel
    call.state.require(call.bot, channel, "read_message_history")
    found = [each for each in call.world.threads(channel) if each.archived]
    found.sort(key=lambda each: each.as_thread.changed_at, reverse=True)
    return Reply(_thread_list(found, call.bot) | {"has_more": False})


def _thread_list(found: Sequence[Channel], bot: User) -> Json:
    joined = [each for each in found if bot.id in each.as_thread.member_ids]
    return {
        "threads": [objects.channel(each, bot) for each in found],
        "members": [objects.thread_member(each, bot.id) for each in joined],
    }


def _open_dm(call: Call) -> Reply:
    user = call.state.users.get(int(call.form.get("recipient_id") or 0))
    if user is None:
        raise refusal(10013)
    return Reply(objects.channel(call.world.open_dm(user), call.bot))


def _who(call: Call) -> User:
    if call.params["user"] == "@me":
        return call.bot
    user = call.state.users.get(call.number("user"))
    if user is None:
        raise refusal(10013)
    return user


ROUTES = (
    Route("GET", _CHANNEL, "read", _get, ("channel",)),
    Route("PATCH", _CHANNEL, "channel", _modify, ("channel",)),
    Route("DELETE", _CHANNEL, "channel", _delete, ("channel",)),
    Route(
        "POST",
        f"{_CHANNEL}/messages/{{message}}/threads",
        "open_thread",
        _open_on_message,
        ("channel",),
    ),
    Route("POST", f"{_CHANNEL}/threads", "open_thread", _open, ("channel",)),
    Route("GET", f"{_CHANNEL}/threads/archived/public", "read", _archived, ("channel",)),
    Route("GET", _MEMBERS, "read", _members, ("channel",)),
    Route("PUT", f"{_MEMBERS}/{{user}}", "channel", _join, ("channel",)),
    Route("DELETE", f"{_MEMBERS}/{{user}}", "channel", _leave, ("channel",)),
    Route("GET", "/guilds/{guild}/threads/active", "read", _active, ("guild",)),
    Route("POST", "/users/@me/channels", "other", _open_dm),
)
