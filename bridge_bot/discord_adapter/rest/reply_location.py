"""Finds the reply to a question that an earlier process took up: its channel and its messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection

from bridge_bot.core.errors import PlaceGone
from bridge_bot.core.model import ChannelDestination, Question, ShownMessage
from bridge_bot.core.ports import ExistingReply
from bridge_bot.discord_adapter.ratelimit.limiter import EDIT
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.message_bodies import SUPPRESS_EMBEDS
from bridge_bot.discord_adapter.rest.message_history import HistoryMessage, messages_of
from bridge_bot.discord_adapter.rest.responses import id_of

_BATCH = 100  # messages of one request for a channel's history
_MOST_BATCHES = 5


class ReplyLocation:
    """See `Platform.locate`. `open_thread` opens one, or says where the answer goes without."""

    def __init__(
        self, rest: DiscordRest, open_thread: Callable[[Question], Awaitable[ChannelDestination]]
    ) -> None:
        self._rest = rest
        self._open_thread = open_thread
        self._bot_id: int | None = None

    async def locate(
        self,
        question: Question,
        destination: ChannelDestination | None,
        message_ids: Collection[int] = (),
    ) -> ExistingReply:
        """Where the reply goes, and the bot's messages there that may be its own: in the question's
        thread all of them, in a channel those after the question. Answers to commands and replies
        to other messages are none.
        """
        thread_id = question.thread_on
        if thread_id is not None and (destination is None or destination.channel_id == thread_id):
            exists = await self._ensure_unarchived(thread_id)
            destination = ChannelDestination(thread_id) if exists else destination
        if destination is None:
            destination = await self._open_thread(question)
        channel_id = destination.channel_id
        if channel_id != thread_id:
            await self._ensure_unarchived(channel_id)
        bot_id = await self._own_id()
        after_id = 0 if channel_id == thread_id else question.id
        allowed_references = {destination.reply_to, None}
        found = {
            each.shown.id: each.shown
            for each in await self._messages(channel_id, after_id)
            if each.author_id == bot_id and each.by_author and each.replies_to in allowed_references
        }
        for message_id in set(message_ids) - found.keys():
            text = await self._own_text(channel_id, message_id)
            if text is not None:
                found[message_id] = ShownMessage(message_id, text)
        return ExistingReply(destination, [found[message_id] for message_id in sorted(found)])

    async def _own_text(self, channel_id: int, message_id: int) -> str | None:
        """What an own message says; None if it is gone.

        Without Read Message History, Discord lists no messages and shows none, but the response
        to an edit has the whole of it. This one changes nothing: previews are off already.
        """
        path = f"/channels/{channel_id}/messages/{message_id}"
        body = {"flags": SUPPRESS_EMBEDS}
        try:
            message = await self._rest.request("PATCH", path, Route(EDIT, channel_id), body)
        except PlaceGone:
            return None
        id_of(message)
        return str(message.get("content", ""))

    async def _ensure_unarchived(self, channel_id: int) -> bool:
        """Whether a channel or thread exists. A thread that is archived is brought back, since
        editing in an archived one fails; whoever may write there may do that (Discord's
        documentation).
        """
        path = f"/channels/{channel_id}"
        try:
            channel = await self._rest.request("GET", path, Route("channel", channel_id))
            id_of(channel)
            thread = channel.get("thread_metadata")
            if isinstance(thread, dict) and thread.get("archived"):
                route = Route("channel edit", channel_id)
                await self._rest.request("PATCH", path, route, {"archived": False})
        except PlaceGone:
            return False
        return True

    async def _messages(self, channel_id: int, after_id: int) -> list[HistoryMessage]:
        """What was written in a channel after a message, oldest first; of at most 500."""
        found: list[HistoryMessage] = []
        for _ in range(_MOST_BATCHES):
            path = f"/channels/{channel_id}/messages?after={after_id}&limit={_BATCH}"
            batch = await self._rest.request("GET", path, Route("read", channel_id))
            messages = messages_of(batch)
            found += messages
            if len(batch["items"]) < _BATCH or not messages:
                break
            after_id = messages[-1].shown.id
        return found

    async def _own_id(self) -> int:
        if self._bot_id is None:
            self._bot_id = id_of(await self._rest.request("GET", "/users/@me", Route("me", 0)))
        return self._bot_id
