"""Finds the reply to a question that an earlier process was answering: channel and messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from bridge_bot.core.errors import PlaceGone, PlatformBusy
from bridge_bot.core.model import ChannelDestination, Question, ShownMessage
from bridge_bot.core.ports import ExistingReply
from bridge_bot.discord_adapter.ratelimit.route_window import EDIT, Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.message_bodies import SUPPRESS_EMBEDS
from bridge_bot.discord_adapter.rest.responses import id_of

_BATCH = 100  # messages of one request for a channel's history
_MOST_BATCHES = 5
_BY_AUTHOR = (0, 19)  # types of messages: an ordinary one, a reply


class HistoryMessage(NamedTuple):
    """A message of a channel's history.

    `by_author` is False for a message of Discord's own, such as that somebody joined; `replies_to`
    is the message that this one is a reply to, if any. One that `calls` pings a role: no page of an
    answer does.
    """

    shown: ShownMessage
    author_id: int
    by_author: bool
    replies_to: int | None
    calls: bool = False


class ReplyLocation:
    """Implements `Platform.locate`. `open_thread` is `Platform.open`."""

    def __init__(
        self,
        rest: DiscordRest,
        open_thread: Callable[[Question, int | None], Awaitable[ChannelDestination]],
    ) -> None:
        self._rest = rest
        self._open_thread = open_thread

    async def locate(
        self,
        question: Question,
        destination: ChannelDestination | None,
        message_ids: Collection[int] = (),
        archive_after_min: int | None = None,
    ) -> ExistingReply:
        """Where the reply goes, and the bot's messages there that may belong to it.

        These are all of the bot's messages in the question's thread, and in a channel those after
        the question, without responses to commands and replies to other messages. What is replied
        to may be the bot's own, too: the question as it is quoted in a private thread.
        """
        thread_id, guild_id = question.thread_on, question.guild_id
        if thread_id is not None and (destination is None or destination.channel_id == thread_id):
            exists = await self._ensure_unarchived(thread_id, guild_id)
            destination = (
                ChannelDestination(thread_id, guild_id=guild_id) if exists else destination
            )
        if destination is None:
            destination = await self._open_thread(question, archive_after_min)
        channel_id = destination.channel_id
        if channel_id != thread_id:
            await self._ensure_unarchived(channel_id, guild_id)
        bot_id = await self._rest.own_id()
        after_id = 0 if channel_id == thread_id else question.id
        allowed_references = {destination.reply_to, None}
        found = {
            each.shown.id: each.shown
            for each in await self._messages(channel_id, guild_id, after_id)
            if each.author_id == bot_id and each.by_author and not each.calls
            if each.replies_to in allowed_references and each.shown.id != destination.reply_to
        }
        for message_id in set(message_ids) - found.keys():
            message = await self._own_message(channel_id, guild_id, message_id)
            if message is not None:
                found[message_id] = message
        return ExistingReply(destination, [found[message_id] for message_id in sorted(found)])

    async def _own_message(
        self, channel_id: int, guild_id: int | None, message_id: int
    ) -> ShownMessage | None:
        """An own message; None if it is gone.

        Without Read Message History, Discord lists no messages and shows none, but the response
        to an edit has the whole of it. This one changes nothing: previews are off already.
        """
        path = f"/channels/{channel_id}/messages/{message_id}"
        body = {"flags": SUPPRESS_EMBEDS}
        try:
            route = Route(EDIT, channel_id)
            message = await self._rest.request("PATCH", path, route, body, guild_id=guild_id)
        except PlaceGone:
            return None
        id_of(message)
        has_buttons = bool(message.get("components"))
        return ShownMessage(message_id, str(message.get("content", "")), has_buttons)

    async def _ensure_unarchived(self, channel_id: int, guild_id: int | None) -> bool:
        """Un-archive a thread if it is archived; returns whether the channel or thread exists.

        Messages of an archived thread can't be edited. Whoever may write there may un-archive it
        (Discord's documentation).
        """
        path = f"/channels/{channel_id}"
        try:
            route = Route("channel", channel_id)
            channel = await self._rest.request("GET", path, route, guild_id=guild_id)
            id_of(channel)
            thread = channel.get("thread_metadata")
            if isinstance(thread, dict) and thread.get("archived"):
                route = Route("channel edit", channel_id)
                await self._rest.request(
                    *("PATCH", path, route, {"archived": False}), guild_id=guild_id
                )
        except PlaceGone:
            return False
        return True

    async def _messages(
        self, channel_id: int, guild_id: int | None, after_id: int
    ) -> list[HistoryMessage]:
        """The first 500 messages of a channel after that message, oldest first."""
        found: list[HistoryMessage] = []
        for _ in range(_MOST_BATCHES):
            path = f"/channels/{channel_id}/messages?after={after_id}&limit={_BATCH}"
            route = Route("read", channel_id)
            batch = await self._rest.request("GET", path, route, guild_id=guild_id)
            messages = messages_of(batch)
            found += messages
            if len(batch["items"]) < _BATCH or not messages:
                break
            after_id = messages[-1].shown.id
        return found


def messages_of(history: Mapping[str, Any]) -> list[HistoryMessage]:
    """The messages of a history, oldest first. One that can't be read is skipped.

    Raises `PlatformBusy` if the history is no list: then it is not Discord's.
    """
    items = history.get("items")
    if not isinstance(items, list):
        raise PlatformBusy("a history that is no list")
    return sorted(_readable(items), key=lambda each: each.shown.id)


def _readable(items: list[Any]) -> Iterator[HistoryMessage]:
    for each in items:
        try:
            reference = (each.get("message_reference") or {}).get("message_id")
            has_buttons = bool(each.get("components"))
            yield HistoryMessage(
                ShownMessage(int(each["id"]), str(each["content"]), has_buttons),
                int(each["author"]["id"]),
                each["type"] in _BY_AUTHOR,
                int(reference) if reference else None,
                calls=bool(each.get("mention_roles")),
            )
        except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
            continue
