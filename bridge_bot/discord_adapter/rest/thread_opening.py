"""Opens the thread for an answer, or decides that it goes into the channel.

By a request of our own: a thread must never be waited for longer than two seconds, and a 429 on
this route, which can last minutes, has to be known at once.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bridge_bot.core.backoff import Backoff
from bridge_bot.core.errors import PlatformBusy, PlatformError, TextRefused
from bridge_bot.core.model import ChannelDestination, Question
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.responses import TOO_MANY, id_of
from bridge_bot.discord_adapter.thread_names import thread_name
from bridge_bot.texts import Texts

THREAD_WITHIN_S = 2.0
"""After this long without a thread, the answer goes into the channel."""

TYPING_TIMEOUT_S = 2.0

BACKOFF = Backoff(first_s=0.2, longest_s=THREAD_WITHIN_S)

_OUTAGE_PAUSE_S = 2.0  # between attempts during an outage of everything
_THREAD_EXISTS = 160004  # Discord's JSON error code


class ThreadOpening:
    """Implements `Platform.open`."""

    def __init__(self, rest: DiscordRest, limiter: RateLimiter) -> None:
        self._rest = rest
        self._limiter = limiter

    async def open(self, question: Question) -> ChannelDestination:
        """Where the answer goes. No request is sent while the limit is known to be exceeded."""
        if question.thread_on is None:
            return question.asked_in
        channel_id, message_id = question.asked_in.channel_id, question.thread_on
        in_channel = replace(question.asked_in, reply_to=message_id)
        in_thread = ChannelDestination(message_id, guild_id=question.guild_id)
        route = Route("thread", channel_id)
        if self._limiter.ready_in_s(route) > THREAD_WITHIN_S:
            return in_channel
        while True:
            try:
                thread_id = await self._open_thread(question, message_id)
                return replace(in_thread, channel_id=thread_id)
            except TimeoutError:
                # Should the thread appear all the same, it is the same conversation: its id is the
                # question's, as is the key of a reply chain.
                if await self._is_reachable(question):
                    return in_channel
            except PlatformError as error:
                # A message has one thread, which has its id (Discord's documentation).
                exists = error.code == _THREAD_EXISTS
                return in_thread if exists else in_channel
            await asyncio.sleep(max(_OUTAGE_PAUSE_S, self._limiter.ready_in_s(route)))

    async def _open_thread(self, question: Question, message_id: int) -> int:
        """Open the thread, and return its id.

        After a transient failure it tries again, since the thread may even exist already. If its
        name is refused, it tries once more with a neutral one. Raises `TimeoutError` after
        `THREAD_WITHIN_S`, in which waiting for the global limit does not count.
        """
        channel_id = question.asked_in.channel_id
        path = f"/channels/{channel_id}/messages/{message_id}/threads"
        route, clock = Route("thread", channel_id), asyncio.get_running_loop()
        name = thread_name(question.text)
        neutral = Texts.of(question.locale).get("thread-name-neutral")
        left_s, failures = THREAD_WITHIN_S, 0
        while 0 < left_s > self._limiter.ready_in_s(route):
            await self._limiter.permit(route, Priority.FIRST_TEXT, question.guild_id)
            began_s = clock.time()
            try:
                async with asyncio.timeout(left_s):
                    return id_of(await self._rest.send("POST", path, route, {"name": name}))
            except PlatformBusy as busy:
                if busy.status == TOO_MANY and self._limiter.ready_in_s(route):
                    raise
                failures += 1
                await asyncio.sleep(BACKOFF.pause_s(failures))
            except TextRefused:
                if name == neutral:
                    raise
                name = neutral
            left_s -= clock.time() - began_s
        raise TimeoutError

    async def _is_reachable(self, question: Question) -> bool:
        """Whether Discord answers requests in that channel while a thread can't be opened.

        In an outage of everything an answer gains nothing by going into the channel.
        """
        channel_id = question.asked_in.channel_id
        route = Route("typing", channel_id)
        await self._limiter.permit(route, Priority.FIRST_TEXT, question.guild_id)
        try:
            async with asyncio.timeout(TYPING_TIMEOUT_S):
                await self._rest.send("POST", f"/channels/{channel_id}/typing", route)
        except (PlatformBusy, TimeoutError):
            return False
        except PlatformError:
            pass  # a refusal is an answer, too
        return True
