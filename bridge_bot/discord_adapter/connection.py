"""Keeps the bot connected: makes one client after the other, until Discord refuses the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine

import discord

from bridge_bot.core.availability import Availability
from bridge_bot.core.backoff import Backoff
from bridge_bot.core.errors import LoginRefused
from bridge_bot.core.events import Observe, Operation, OperationFailed, Service
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.client import DiscordClient
from bridge_bot.discord_adapter.client_dependencies import ClientDependencies
from bridge_bot.discord_adapter.client_options import ClientOptions
from bridge_bot.discord_adapter.gateway.identify_pace import IdentifyPace
from bridge_bot.discord_adapter.gateway.permitted_shard import PermittedShard
from bridge_bot.discord_adapter.gateway.session_starts import SessionStarts
from bridge_bot.discord_adapter.gateway.shard_claims import ShardClaims
from bridge_bot.discord_adapter.gateway.websocket import GuardedWebSocket
from bridge_bot.discord_adapter.own_permissions import OwnPermissions
from bridge_bot.discord_adapter.rest.exceptions import is_from_discord

_BACKOFF = Backoff(first_s=1.0, longest_s=60.0)
_CANCEL_AGAIN_S = 1.0

_LONG_LIVED_S = 300.0
"""After a client that lived for so long, the pauses begin anew."""

# The gateway's close codes (Discord's documentation).
_AUTHENTICATION_FAILED = 4004
_SHARDS_REFUSED = (4010, 4011)

LOGIN_REFUSED = (
    "Discord refuses the token. Copy it again from https://discord.com/developers/applications"
    " → your application → Bot → Reset Token, and set it as DISCORD_TOKEN."
)
INTENT_REFUSED = (
    "Discord refuses the message content intent. Either enable it by `bridge-bot check --fix` or at"
    " https://discord.com/developers/applications → your application → Bot →"
    " Privileged Gateway Intents → Message Content Intent, or set MESSAGE_CONTENT=false to run"
    " without it (then members have to mention the bot in each question)."
)
SHARDS_REFUSED = (
    "Discord refuses these shards. Leave SHARD_COUNT and SHARD_IDS unset to follow its advice, or"
    " raise SHARD_COUNT."
)


async def serve(
    options: ClientOptions,
    dependencies: ClientDependencies,
    own_permissions: OwnPermissions | None = None,
) -> None:
    """Stay connected until cancelled; raises `LoginRefused` if no attempt could succeed.

    The `own_permissions` are those that the present client knows.

    The turns that the last process left are resumed after the first login: before it, with a token
    that is refused or without a network, each of them would fail.

    discord.py reconnects by itself once it has been connected. A first connection that fails, or
    a session that Discord closes for good, ends its client: then another one is made, after a
    pause that grows up to a minute.
    """
    _patch_discord_py(options.api_base_url)
    clock, turns = dependencies.clock, dependencies.core.turns
    observe = dependencies.core.dependencies.observe
    pace = IdentifyPace(dependencies.identify_lock, observe)
    session_starts = SessionStarts(observe, pace, reserved=_shards_elsewhere(options))
    gateway = Availability(Service.DISCORD_GATEWAY, observe)
    resume = _until_it_succeeds(
        lambda: turns.resume(now_s=clock.now_s, catch_up_s=options.catch_up_hours * 3600)
    )

    def new_client() -> DiscordClient:
        client = DiscordClient(
            options,
            dependencies,
            session_starts=session_starts,
            gateway=gateway,
            on_login=resume,
        )
        if own_permissions is not None:
            own_permissions.client = client
        return client

    try:
        await _keep_connected(new_client, options.token, dependencies.claims, gateway, observe)
    finally:
        await pace.close()
        await dependencies.claims.close()


async def _keep_connected(
    new_client: Callable[[], DiscordClient],
    token: str,
    claims: ShardClaims,
    gateway: Availability,
    observe: Observe,
) -> None:
    loop = asyncio.get_running_loop()
    short_lived = 0  # clients in a row
    while True:
        began_s = loop.time()
        failure = await _stay_connected(new_client(), token, claims)
        if failure is not None:
            gateway.failed(failure)
            observe(OperationFailed(Operation.CONNECT, failure))
        if loop.time() - began_s > _LONG_LIVED_S:
            short_lived = 0
        short_lived += 1
        await asyncio.sleep(_BACKOFF.pause_s(short_lived))


def _patch_discord_py(api_base_url: str) -> None:
    """Apply the patches of the whole process; a client applies its own when it is made."""
    patches.use_api_base_url(api_base_url)
    patches.use_websocket(GuardedWebSocket)
    patches.use_shard(PermittedShard)
    patches.use_reconnect_backoff()
    patches.silence_voice_warnings()


async def _stay_connected(
    client: DiscordClient, token: str, claims: ShardClaims
) -> Exception | None:
    """Run this client until it ends, or one of its shards is another process's; return what ended
    it, None for the latter.

    Raises `LoginRefused` where another client would be refused, too.
    """
    try:
        async with client:
            await _until_lost(client.start(token), claims)
    except discord.LoginFailure as error:
        answer = error.__cause__
        if isinstance(answer, discord.HTTPException) and not is_from_discord(answer):
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


async def _until_lost(connection: Coroutine[None, None, None], claims: ShardClaims) -> None:
    """Await the connection until it ends, or end it once a shard is another process's."""
    connected = asyncio.create_task(connection, name="client of discord.py")
    lost = asyncio.create_task(claims.lost(), name="looking for lost shards")
    try:
        await asyncio.wait({connected, lost}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        lost.cancel()
        while not connected.done():  # discord.py 2.7.1 swallows some cancellations
            connected.cancel()
            await asyncio.wait({connected}, timeout=_CANCEL_AGAIN_S)
    if not connected.cancelled():
        connected.result()


def _until_it_succeeds(work: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """A function that does the work at each call, but nothing more once it has succeeded."""
    has_succeeded = False

    async def run() -> None:
        nonlocal has_succeeded
        if not has_succeeded:
            await work()
            has_succeeded = True

    return run


def _shards_elsewhere(options: ClientOptions) -> int:
    """How many of the bot's shards run in other processes, which begin sessions, too."""
    if options.shard_ids is None or options.shard_count is None:
        return 0
    return options.shard_count - len(options.shard_ids)
