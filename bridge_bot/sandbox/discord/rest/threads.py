"""REST routes of threads: they are opened, listed, and have members."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from bridge_bot.sandbox.discord.actions import posts, thread_members, threads
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json, discord_error, invalid_form_body
from bridge_bot.sandbox.discord.model import Channel, User
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.rest.routes import RestCall, RestRoute
from bridge_bot.sandbox.discord.rules.permissions import may

_CHANNEL = "/channels/{channel}"
_MEMBERS = f"{_CHANNEL}/thread-members"
_ARCHIVED = "threads/archived"
_PAGE = 100
_PUBLIC = frozenset({ChannelType.PUBLIC_THREAD, ChannelType.NEWS_THREAD})
_PRIVATE = frozenset({ChannelType.PRIVATE_THREAD})


def _open_on_message(call: RestCall) -> Json:
    opened = threads.open_on_message(call.state, call.bot, call.message, call.json)
    return objects.channel(opened, call.bot)


def _open(call: RestCall) -> Json:
    channel = call.channel
    if channel.forum is None:
        opened = threads.open_alone(call.state, call.bot, channel, call.json)
        return objects.channel(opened, call.bot)
    first = posts.create(call.state, call.bot, channel, call.json, call.uploads)
    payload = objects.channel(first.channel, call.bot)
    return payload | {"message": message_objects.message(first, call.state)}


def _add(call: RestCall) -> None:
    thread_members.add(call.state, call.bot, call.channel, _person(call))


def _remove(call: RestCall) -> None:
    thread_members.remove(call.state, call.bot, call.channel, _person(call))


def _member(call: RestCall) -> Json:
    thread, user = call.channel, _person(call)
    if user.id not in thread.thread_or_error.member_ids:
        raise discord_error(10007)
    return objects.thread_member(thread, user.id, with_member=call.query_flag("with_member"))


def _members(call: RestCall) -> list[Json]:
    """In pages only with the members' details; needs the members intent in the portal."""
    thread, detailed = call.channel, call.query_flag("with_member")
    ids: Iterable[int] = thread.thread_or_error.member_ids
    if "members" not in call.world.allowed_intents:
        raise discord_error(50001)
    if detailed:
        after = call.query_number("after") or 0
        ids = [each for each in sorted(ids) if each > after][: _limit(call, least=1)]
    return [objects.thread_member(thread, each, with_member=detailed) for each in ids]


def _active(call: RestCall) -> Json:
    """The newest first."""
    guild = call.state.guild(call.path_id("guild"))
    seen = [each for each in threads.active(guild) if may(each, call.bot.id, "view_channel")]
    seen.sort(key=lambda each: each.id, reverse=True)
    return objects.thread_list(seen, call.bot)


def _archived_public(call: RestCall) -> Json:
    return _by_archive_time(call, call.channel, _PUBLIC)


def _archived_private(call: RestCall) -> Json:
    call.state.require(call.bot, call.channel, "manage_threads")
    return _by_archive_time(call, call.channel, _PRIVATE)


def _joined_private(call: RestCall) -> Json:
    """Those that the bot is a member of, by their id."""
    before = call.query_number("before")
    found = [
        each
        for each in _archived(call, call.channel, _PRIVATE)
        if call.bot.id in each.thread_or_error.member_ids and (before is None or each.id < before)
    ]
    return _page(call, sorted(found, key=lambda each: each.id, reverse=True))


def _by_archive_time(call: RestCall, channel: Channel, kinds: frozenset[ChannelType]) -> Json:
    """What was archived last comes first."""
    found, before = _archived(call, channel, kinds), _time(call, "before")
    if before is not None:
        # By what the client was shown, which has no more than microseconds.
        found = [each for each in found if _shown_time(each) < before]
    found.sort(key=lambda each: each.thread_or_error.changed_at, reverse=True)
    return _page(call, found)


def _archived(call: RestCall, channel: Channel, kinds: frozenset[ChannelType]) -> list[Channel]:
    call.state.require(call.bot, channel, "read_message_history")
    return [each for each in threads.threads_of(channel) if each.archived and each.type in kinds]


def _page(call: RestCall, found: list[Channel]) -> Json:
    limit = _limit(call, least=2)
    more = {"has_more": len(found) > limit}
    return objects.thread_list(found[:limit], call.bot) | more


def _limit(call: RestCall, *, least: int) -> int:
    limit = call.query_number("limit")
    if limit is None:
        return _PAGE
    if not least <= limit <= _PAGE:
        words = f"int value should be between {least} and {_PAGE}."
        raise invalid_form_body("limit", "NUMBER_TYPE_RANGE", words)
    return limit


def _shown_time(thread: Channel) -> str:
    return objects.timestamp(thread.thread_or_error.changed_at)


def _time(call: RestCall, name: str) -> str | None:
    """A moment out of the query as Discord writes it, None if it is not there, or 50035."""
    if name not in call.query:
        return None
    try:
        found = datetime.datetime.fromisoformat(call.query[name])
    except ValueError:
        words = f'Value "{call.query[name]}" is not a ISO8601 timestamp.'
        raise invalid_form_body(name, "DATE_TIME_TYPE_PARSE", words) from None
    in_utc = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
    return objects.timestamp(in_utc.timestamp())


def _person(call: RestCall) -> User:
    return call.bot if call.params["user"] == "@me" else call.user


ROUTES = (
    RestRoute(
        "POST",
        f"{_CHANNEL}/messages/{{message}}/threads",
        "open_thread",
        _open_on_message,
        "channel",
        status=201,
    ),
    RestRoute("POST", f"{_CHANNEL}/threads", "open_thread", _open, "channel", status=201),
    RestRoute("GET", f"{_CHANNEL}/{_ARCHIVED}/public", "read", _archived_public, "channel"),
    RestRoute("GET", f"{_CHANNEL}/{_ARCHIVED}/private", "read", _archived_private, "channel"),
    RestRoute(
        "GET", f"{_CHANNEL}/users/@me/{_ARCHIVED}/private", "read", _joined_private, "channel"
    ),
    RestRoute("GET", _MEMBERS, "read", _members, "channel"),
    RestRoute("GET", f"{_MEMBERS}/{{user}}", "read", _member, "channel"),
    RestRoute("PUT", f"{_MEMBERS}/{{user}}", "channel", _add, "channel"),
    RestRoute("DELETE", f"{_MEMBERS}/{{user}}", "channel", _remove, "channel"),
    RestRoute("GET", "/guilds/{guild}/threads/active", "read", _active, "guild"),
)
