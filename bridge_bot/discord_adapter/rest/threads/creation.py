"""Creates threads, by requests of our own.

A thread must never be waited for longer than two seconds, and a 429 on these routes, which can last
minutes, has to be known at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from bridge_bot.core.backoff import Backoff
from bridge_bot.core.errors import PlatformBusy, PlatformError, TextRefused
from bridge_bot.core.model import Question
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import OPEN_THREAD, Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.responses import TOO_MANY, id_of
from bridge_bot.discord_adapter.rest.threads.thread_names import NAMELESS, thread_name
from bridge_bot.texts import Texts

THREAD_WITHIN_S = 2.0
"""After this long without a thread, it is done without."""

TYPING_TIMEOUT_S = 2.0

BACKOFF = Backoff(first_s=0.2, longest_s=THREAD_WITHIN_S)


class ThreadCreation:
    """Creates the threads of answers."""

    def __init__(self, rest: DiscordRest, limiter: RateLimiter) -> None:
        self._rest = rest
        self._limiter = limiter

    def ready_in_s(self, channel_id: int) -> float:
        """In how many seconds a thread can be created in a channel, as far as is known."""
        return self._limiter.ready_in_s(_route(channel_id))

    async def create(
        self,
        question: Question,
        path: str,
        channel_id: int,
        fields: Mapping[str, Any],
        *,
        may_repeat: bool = True,
    ) -> int:
        """Create the thread of an answer in a channel, and return its id.

        After a transient failure it tries again if it `may_repeat` a request that may have taken
        effect. If the name is refused, it tries once more with a neutral one. Raises `TimeoutError`
        after `THREAD_WITHIN_S`, in which waiting for the global limit does not count; and
        `PlatformError`, also `PlatformBusy` for a limit of Discord's and where nothing is repeated.
        """
        clock = asyncio.get_running_loop()
        name, neutral = names(question)
        left_s, failures = THREAD_WITHIN_S, 0
        while 0 < left_s > self.ready_in_s(channel_id):
            route = _route(channel_id)
            await self._limiter.permit(route, Priority.FIRST_TEXT, question.guild_id)
            began_s = clock.time()
            try:
                async with asyncio.timeout(left_s):
                    body = {"name": name, **fields}
                    return id_of(await self._rest.send("POST", path, route, body))
            except PlatformBusy as busy:
                is_limited = busy.status == TOO_MANY and self.ready_in_s(channel_id) > 0
                if is_limited or not may_repeat:
                    raise
                failures += 1
                await asyncio.sleep(BACKOFF.pause_s(failures))
            except TextRefused:
                if name == neutral:
                    raise
                name = neutral
            left_s -= clock.time() - began_s
        raise TimeoutError

    async def is_reachable(self, channel_id: int, guild_id: int | None) -> bool:
        """Whether Discord answers requests in a channel while a thread can't be created there."""
        route = Route("typing", channel_id)
        await self._limiter.permit(route, Priority.FIRST_TEXT, guild_id)
        try:
            async with asyncio.timeout(TYPING_TIMEOUT_S):
                await self._rest.send("POST", f"/channels/{channel_id}/typing", route)
        except (PlatformBusy, TimeoutError):
            return False
        except PlatformError:
            pass  # a refusal is an answer, too
        return True


def names(question: Question) -> tuple[str, str]:
    """The name of a question's thread, and a neutral one in case that one is refused."""
    neutral = Texts.of(question.locale).get("thread-name-neutral")
    name = thread_name(question.text)
    return neutral if name == NAMELESS else name, neutral


def archiving(after_min: int | None) -> dict[str, int]:
    """The field of a new thread that is archived so many minutes after its last message; None: as
    the channel has it.
    """
    return {} if after_min is None else {"auto_archive_duration": after_min}


def _route(channel_id: int) -> Route:
    return Route(OPEN_THREAD, channel_id)
