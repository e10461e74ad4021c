"""Staying connected: one client after the other, for as long as Discord may let the bot in."""

from __future__ import annotations

import asyncio
import types
from collections.abc import Awaitable, Callable
from typing import Literal

import aiohttp
import discord
import yarl
from discord.backoff import ExponentialBackoff

from bridge_bot.core.availability import Availability
from bridge_bot.core.errors import LoginRefused
from bridge_bot.core.events import Observe, Operation, OperationFailed, Service
from bridge_bot.core.intake import Bridge
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.client import ClientOptions, DiscordClient
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.gateway import websocket
from bridge_bot.discord_adapter.gateway.session_starts import SessionStarts
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.responses import TOO_MANY, limited, template

_LONGEST_PAUSE_S = 60.0

# Close codes of the gateway (Discord's documentation).
_AUTHENTICATION_FAILED = 4004
_SHARDS_REFUSED = (4010, 4011)

LOGIN_REFUSED = (
    "Discord refuses the token. Copy it again from https://discord.com/developers/applications"
    " → your application → Bot → Reset Token, and set it as DISCORD_TOKEN."
)
INTENT_REFUSED = (
    "Discord refuses the message content intent. Either enable it at"
    " https://discord.com/developers/applications → your application → Bot →"
    " Privileged Gateway Intents → Message Content Intent, or set MESSAGE_CONTENT=false to run"
    " without it (then members have to mention the bot in each question)."
)
SHARDS_REFUSED = (
    "Discord refuses these shards. Leave SHARD_COUNT and SHARD_IDS unset to follow its advice, or"
    " raise SHARD_COUNT."
)


class _Backoff(ExponentialBackoff[Literal[False]]):
    """discord.py's own, with shorter pauses.

    discord.py 2.7.1 lets them grow to 17 minutes, and forgets former attempts, successful ones
    too, only after 34 minutes without any: a few dropped connections would make a bot deaf.
    """

    def __init__(self) -> None:
        super().__init__()
        self._max = 6  # 2 ** 6 s
        self._reset_time = 120


def redirect(api_base_url: str) -> None:
    """Have discord.py speak to that REST base from now on; it knows no other way than a class's."""
    discord.http.Route.BASE = api_base_url.rstrip("/")


async def serve(
    options: ClientOptions,
    bridge: Bridge,
    store: DiscordStore,
    budget: RateLimiter,
    observe: Observe,
    *,
    clock: DiscordClock,
) -> None:
    """Stay connected until cancelled; raises `LoginRefused` if Discord will never let the bot in.

    What the last process left is taken up after the first login, not before: with a token that
    is refused, or no network yet, each of its turns would fail.

    discord.py reconnects by itself once it has been connected. A first connection that fails, or
    a session that Discord closes for good, ends its client: then another one is made, after a
    pause that grows up to a minute.
    """
    redirect(options.api_base_url)
    websocket.install()
    discord.shard.ExponentialBackoff = _Backoff  # type: ignore[attr-defined,assignment]
    # This bot has no voice, so its libraries need not be missed in the log.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    resume = _once(
        lambda: bridge.resume(now_s=clock.now_s(), catch_up_s=options.catch_up_hours * 3600)
    )
    starts = SessionStarts(observe, kept=_shards_elsewhere(options))
    reachable = Availability(Service.DISCORD_GATEWAY, observe)
    pause_s = 1.0
    while True:
        client = DiscordClient(
            options,
            bridge,
            store,
            observe,
            clock=clock,
            trace=_tracing(budget, options.user_agent, clock),
            on_login=resume,
            starts=starts,
            reachable=reachable,
            may_read=_reading(budget),
        )
        began_s = asyncio.get_running_loop().time()
        failure = await _stay_connected(client, options.token)
        if failure is not None:
            reachable.failed(failure)
            observe(OperationFailed(Operation.CONNECT, failure))
        if asyncio.get_running_loop().time() - began_s > 5 * _LONGEST_PAUSE_S:
            pause_s = 1.0
        await asyncio.sleep(pause_s)
        pause_s = min(pause_s * 2, _LONGEST_PAUSE_S)


async def _stay_connected(client: DiscordClient, token: str) -> Exception | None:
    """Be connected by this client until it ends, and return what ended it.

    Raises `LoginRefused` where no other client would fare better.
    """
    try:
        async with client:
            await client.start(token)
    except discord.LoginFailure as error:
        answer = error.__cause__
        if isinstance(answer, discord.HTTPException) and not _is_discords(answer):
            return answer
        raise LoginRefused(LOGIN_REFUSED) from None
    except discord.PrivilegedIntentsRequired:
        raise LoginRefused(INTENT_REFUSED) from None
    except discord.ConnectionClosed as error:
        if error.code == _AUTHENTICATION_FAILED:
            raise LoginRefused(LOGIN_REFUSED) from None
        if error.code in _SHARDS_REFUSED:
            raise LoginRefused(SHARDS_REFUSED) from None
        return error
    except Exception as error:  # noqa: BLE001 - whatever Discord sends, the process goes on
        return error
    return None


def _is_discords(error: discord.HTTPException) -> bool:
    """Whether Discord itself answered so, not something in between with a page of its own."""
    return error.response.content_type == "application/json" and bool(error.text)


def _once(work: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """The same work, of which no call does anything after the first that succeeds."""
    left = [work]

    async def run() -> None:
        if left:
            await left[0]()
            left.clear()

    return run


def _shards_elsewhere(options: ClientOptions) -> int:
    """How many shards of the bot other processes run: those begin sessions, too."""
    if options.shard_ids is None or options.shard_count is None:
        return 0
    return options.shard_count - len(options.shard_ids)


def _reading(budget: RateLimiter) -> Callable[[int], Awaitable[None]]:
    """Wait until something may be read in a channel; discord.py itself does not ask the budget."""

    async def may_read(channel_id: int) -> None:
        route = Route("read", channel_id)
        await budget.permit(route, Priority.INTERIM)
        budget.answered(route)

    return may_read


def _tracing(budget: RateLimiter, user_agent: str, clock: DiscordClock) -> aiohttp.TraceConfig:
    """Count what discord.py sends into the budget; interaction routes have limits of their own.

    It goes out in the bot's name: discord.py gives interaction routes none, and the others one
    that has not the documented form. The `Date` of its answers tells Discord's time.
    """

    async def sent(
        _: aiohttp.ClientSession,
        context: types.SimpleNamespace,
        of: aiohttp.TraceRequestStartParams,
    ) -> None:
        of.headers["User-Agent"] = user_agent
        is_limited = not {"interactions", "webhooks"} & set(of.url.parts)
        context.counts = of.url.scheme in ("http", "https") and is_limited
        if context.counts:
            budget.note_sent()

    async def answered(
        _: aiohttp.ClientSession,
        context: types.SimpleNamespace,
        of: aiohttp.TraceRequestEndParams,
    ) -> None:
        if of.response.content_type == "application/json":  # something in between sends pages
            clock.read_date(of.response.headers.get("Date"))
        if context.counts:
            budget.note_answered()
        if of.response.status == TOO_MANY and of.url.scheme in ("http", "https"):
            path = of.url.path.removeprefix(yarl.URL(discord.http.Route.BASE).path)
            # The body, which is discord.py's to read, says no more than the headers.
            budget.refused(template(of.method, path), limited(of.response.headers, {}))

    async def failed(_: aiohttp.ClientSession, context: types.SimpleNamespace, __: object) -> None:
        if context.counts:
            budget.note_answered()

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(sent)
    trace.on_request_end.append(answered)
    trace.on_request_exception.append(failed)
    return trace
