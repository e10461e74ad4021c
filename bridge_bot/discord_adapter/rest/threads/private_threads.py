"""Opens private threads, which only who asked and those who manage threads see.

Unlike a public one, a private thread stands on no message, and Discord has no nonce for creating
it. So that a question which is taken in once more, after a crash or a lost response, does not get a
second one, the threads of the channel are looked through first. What tells whose a thread is, is
its first message, which links to the question; or, without any, its name and its members.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from bridge_bot.core.errors import (
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    PrivateThreadRefused,
    TextRefused,
)
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    File,
    OutgoingMessage,
    Question,
)
from bridge_bot.core.ports import ConversationStore
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import CREATE, Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.message_bodies import edited_message, new_message
from bridge_bot.discord_adapter.rest.message_routes import message_route
from bridge_bot.discord_adapter.rest.reply_location import messages_of
from bridge_bot.discord_adapter.rest.responses import TOO_MANY, id_of
from bridge_bot.discord_adapter.rest.threads.creation import (
    THREAD_WITHIN_S,
    ThreadCreation,
    archiving,
    names,
)
from bridge_bot.discord_adapter.snowflake import id_in

PRIVATE_THREAD: Final = 12
"""The type of a private thread (Discord's documentation)."""

_TOO_MANY_THREADS = 160006  # Discord's JSON error code
_FIRST_MESSAGES = 10  # so many are looked at of a thread
_MOST_ARCHIVED = 100  # threads of one request (Discord's documentation)


@dataclass(frozen=True, slots=True)
class WantedThread:
    """The private thread that a question's answer needs, in the channel `parent_id`.

    Its first message is the `opening`, and the question as a `quotation`, with a `file` where that
    is not all of it. `link` is what of the opening tells which question it is, empty for one that
    nobody else sees. `invitable`: its members may add others.
    """

    parent_id: int
    opening: str
    quotation: str
    link: str = ""
    invitable: bool = True
    archive_after_min: int | None = None
    file: File | None = None


@dataclass(frozen=True, slots=True)
class _FoundThread:
    id: int
    is_archived: bool
    first_message_id: int | None = None


class PrivateThreads:
    """Opens the private threads of answers. `conversations` tells which of them are taken."""

    def __init__(
        self, rest: DiscordRest, limiter: RateLimiter, conversations: ConversationStore
    ) -> None:
        self._rest = rest
        self._creation = ThreadCreation(rest, limiter)
        self._conversations = conversations

    async def open(
        self, question: Question, wanted: WantedThread, *, may_exist: bool = False
    ) -> Question:
        """Open a thread, show the question there to who asked it, and return it as if it had been
        asked by that message.

        `may_exist`: the question was taken in before, as far as is known, and a thread may be left
        of that. Raises `PrivateThreadRefused`, also where none can be had within two seconds;
        `PlatformBusy` if Discord can't be reached; and `StoreError`.
        """
        thread = await self._existing(question, wanted) if may_exist else None
        if thread is None:
            thread = await self._new(question, wanted)
        elif thread.is_archived:
            route = Route("channel edit", thread.id)
            await self._request(
                question, "PATCH", f"/channels/{thread.id}", route, {"archived": False}
            )
        message_id = await self._bring_in(question, wanted, thread)
        return replace(
            question,
            conversation=ConversationKey(str(thread.id)),
            asked_in=ChannelDestination(thread.id, message_id, question.guild_id),
            thread_on=None,
            parent_id=wanted.parent_id,
        )

    async def show_edited(self, question: Question, text: str) -> None:
        """Show another text in the message of a private thread that shows its question. Raises
        `PlatformError`.
        """
        asked_in = question.asked_in
        path, route = message_route("PATCH", asked_in, asked_in.reply_to)
        body = edited_message(OutgoingMessage(f"<@{question.asker.id}> {text}"))
        await self._request(question, "PATCH", path, route, body)

    async def _new(self, question: Question, wanted: WantedThread) -> _FoundThread:
        channel_id = wanted.parent_id
        if self._creation.ready_in_s(channel_id) > THREAD_WITHIN_S:
            raise _refused_for_now("Discord limits")
        fields = {
            "type": PRIVATE_THREAD,
            "invitable": wanted.invitable,
            **archiving(wanted.archive_after_min),
        }
        path = f"/channels/{channel_id}/threads"
        try:
            thread_id = await self._creation.create(
                question, path, channel_id, fields, may_repeat=False
            )
        except (TimeoutError, PlatformBusy) as error:
            if isinstance(error, PlatformBusy) and error.status == TOO_MANY:
                raise _refused_for_now("Discord limits") from None
            if not await self._creation.is_reachable(channel_id, question.guild_id):
                raise PlatformBusy("Discord can't be reached") from None
            thread = await self._existing(question, wanted)  # the response may have been lost
            if thread is None:
                raise _refused_for_now("Discord is too slow or fails") from None
            return thread
        except PlatformError as error:
            raise _refused(error) from None
        return _FoundThread(thread_id, is_archived=False)

    async def _bring_in(
        self, question: Question, wanted: WantedThread, thread: _FoundThread
    ) -> int:
        """Add who asked, and show them the question; returns the id of the message.

        It mentions them, so that they know where the answer comes.
        """
        path = f"/channels/{thread.id}/thread-members/{question.asker.id}"
        adding = self._request(question, "PUT", path, Route("thread members", thread.id))
        showing = self._show(question, wanted, thread)
        added, shown_id = await asyncio.gather(adding, showing, return_exceptions=True)
        for failure in (added, shown_id):
            if isinstance(failure, PlatformError) and not isinstance(failure, PlatformBusy):
                raise _refused(failure)
            if isinstance(failure, BaseException):
                raise failure
        return cast("int", shown_id)

    async def _show(self, question: Question, wanted: WantedThread, thread: _FoundThread) -> int:
        if thread.first_message_id is not None:
            return thread.first_message_id
        path, route = f"/channels/{thread.id}/messages", Route(CREATE, thread.id)
        whole, file = f"{wanted.opening}\n{wanted.quotation}", wanted.file
        wordings = [*([(whole, file)] if file else []), (whole, None), (wanted.opening, None)]
        place = ChannelDestination(thread.id, guild_id=question.guild_id)
        while True:
            text, attached = wordings.pop(0)
            message = OutgoingMessage(text, attached, ping=question.asker.id)
            body = new_message(place, message, nonce=f"{question.id}.{len(wordings)}")
            try:
                posted = await self._rest.request(
                    *("POST", path, route, body), guild_id=place.guild_id, file=attached
                )
                return id_of(posted)
            except TextRefused:  # such as by AutoMod, for what the question says
                if not wordings:
                    raise
            except PlatformForbidden:  # such as without Attach Files
                if attached is None:
                    raise

    async def _existing(self, question: Question, wanted: WantedThread) -> _FoundThread | None:
        """The thread that an earlier attempt has opened for this question; None if there is none.

        One that is the place of a conversation is another question's.
        """
        empty: _FoundThread | None = None
        bot_id = await self._rest.own_id()
        async for payload in self._threads(question, wanted):
            thread_id = id_in(payload, "id") or 0
            is_later = thread_id > question.id
            if not is_later or await self._conversations.key_of_message(thread_id) is not None:
                continue
            path = f"/channels/{thread_id}/messages?after=0&limit={_FIRST_MESSAGES}"
            history = await self._look_up(question, path, Route("read", thread_id))
            own = [
                each.shown
                for each in messages_of({"items": [], **history})
                if each.author_id == bot_id and each.by_author
            ]
            is_archived = _is_archived(payload)
            if own and wanted.link and wanted.link in own[0].text:
                return _FoundThread(thread_id, is_archived, own[0].id)
            if not own and payload.get("name") in names(question):
                is_free = await self._has_no_other(question, thread_id)
                empty = _FoundThread(thread_id, is_archived) if is_free else empty
        return empty

    async def _threads(
        self, question: Question, wanted: WantedThread
    ) -> AsyncIterator[dict[str, Any]]:
        """The bot's own private threads of the channel, archived ones too."""
        guild_id, channel_id = question.guild_id or 0, wanted.parent_id
        bot_id = await self._rest.own_id()
        archived = f"/channels/{channel_id}/users/@me/threads/archived/private"
        for path, route in (
            (f"/guilds/{guild_id}/threads/active", Route("active threads", guild_id)),
            (f"{archived}?limit={_MOST_ARCHIVED}", Route("archived threads", channel_id)),
        ):
            listed = await self._look_up(question, path, route)
            threads = listed.get("threads", [])
            if not isinstance(threads, list):
                raise PlatformBusy("threads that are no list")
            for each in threads:
                if (
                    isinstance(each, dict)
                    and each.get("type") == PRIVATE_THREAD
                    and id_in(each, "parent_id") == channel_id
                    and id_in(each, "owner_id") == bot_id
                ):
                    yield each

    async def _has_no_other(self, question: Question, thread_id: int) -> bool:
        """Whether nobody but the bot and who asked is a member of a thread."""
        path = f"/channels/{thread_id}/thread-members"
        listed = await self._look_up(question, path, Route("read members", thread_id))
        members = {id_in(each, "user_id") for each in listed.get("items", [None])}
        return members <= {await self._rest.own_id(), question.asker.id}

    async def _look_up(self, question: Question, path: str, route: Route) -> dict[str, Any]:
        """What Discord tells; nothing where it refuses, as without Read Message History."""
        try:
            return await self._request(question, "GET", path, route)
        except PlatformBusy:
            raise
        except PlatformError:
            return {}

    async def _request(
        self,
        question: Question,
        method: str,
        path: str,
        route: Route,
        body: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        return await self._rest.request(method, path, route, body, guild_id=question.guild_id)


def _refused_for_now(reason: str) -> PrivateThreadRefused:
    return PrivateThreadRefused(reason, "refused-private-thread-busy")


def _refused(error: PlatformError) -> PrivateThreadRefused:
    if error.code == _TOO_MANY_THREADS:
        return _refused_for_now("the server has too many active threads")
    return PrivateThreadRefused(
        "Discord refuses it",
        "refused-private-thread-forbidden",
        status=error.status,
        code=error.code,
    )


def _is_archived(payload: dict[str, Any]) -> bool:
    metadata = payload.get("thread_metadata")
    return isinstance(metadata, dict) and metadata.get("archived") is True
