"""discord.py's client: one connection to Discord, and the handlers of its events."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

import discord
import yarl

from bridge_bot.core.availability import Availability
from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.events import Connected, Operation, OperationFailed
from bridge_bot.core.fairness.fair_queue import DIRECT_MESSAGES
from bridge_bot.core.keyed_queue import KeyedQueue
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.backfill.history import History
from bridge_bot.discord_adapter.backfill.mention_search import MentionSearch
from bridge_bot.discord_adapter.backfill.pending_message import PendingMessage
from bridge_bot.discord_adapter.backfill.scan import Scan
from bridge_bot.discord_adapter.backfill.shard import Shard
from bridge_bot.discord_adapter.backfill.shards import Shards
from bridge_bot.discord_adapter.client_dependencies import ClientDependencies
from bridge_bot.discord_adapter.client_options import ClientOptions, discord_py_options
from bridge_bot.discord_adapter.gateway.deaf_shards import DeafShards
from bridge_bot.discord_adapter.gateway.event_guard import EventGuard
from bridge_bot.discord_adapter.gateway.session_starts import SessionStarts
from bridge_bot.discord_adapter.intake.commands.handlers import CommandHandlers
from bridge_bot.discord_adapter.intake.context import IntakeContext
from bridge_bot.discord_adapter.intake.gateway_messages.early_messages import guild_id_of
from bridge_bot.discord_adapter.intake.gateway_messages.raw_messages import is_plain_talk
from bridge_bot.discord_adapter.intake.interactions import Interactions
from bridge_bot.discord_adapter.intake.message_handler import MessageHandler
from bridge_bot.discord_adapter.intake.related_messages.deleted_questions import DeletedQuestions
from bridge_bot.discord_adapter.intake.related_messages.edited_questions import EditedQuestions
from bridge_bot.discord_adapter.invite import invite_link
from bridge_bot.discord_adapter.registration.sync import CommandSync
from bridge_bot.discord_adapter.rest.request_trace import request_trace
from bridge_bot.discord_adapter.rest.response_guard import ResponseGuard
from bridge_bot.discord_adapter.revocations import Revocations
from bridge_bot.discord_adapter.snowflake import shard_id_of

_COMMANDS_WITHIN_S = 5.0  # for which the start waits until Discord has the commands
_CLOSING_GRACE_S = 1.0  # for messages and commands that are being taken in
_TRIED_FOR_S = 600.0  # for which a message that can't be taken in is tried at least


class DiscordClient(discord.AutoShardedClient):
    """One connection, from its login to its end; `connection.serve` makes the next one.

    `session_starts` and `gateway` go from one client to the next. `on_login` is awaited after the
    login, before the gateway is connected.
    """

    def __init__(
        self,
        options: ClientOptions,
        dependencies: ClientDependencies,
        *,
        session_starts: SessionStarts,
        gateway: Availability,
        on_login: Callable[[], Awaitable[None]],
    ) -> None:
        core, store, clock = dependencies.core, dependencies.store, dependencies.clock
        limiter, observe = dependencies.limiter, core.dependencies.observe
        super().__init__(
            **discord_py_options(options),
            http_trace=request_trace(limiter, options.user_agent, clock, observe),
        )
        self._session_starts, self._gateway, self._on_login = session_starts, gateway, on_login
        self._dependencies, self._observe = dependencies, observe
        self._guild_settings = core.dependencies.guild_settings
        self._events = EventGuard(
            *(self._connection, clock, observe, dependencies.shards, self._take_in_talk)
        )
        self._responses = ResponseGuard(self.http)
        self._queue: KeyedQueue[int] = KeyedQueue(observe, operation=Operation.TAKE_MESSAGE_IN)
        """Takes in messages and commands, those of each channel in order; the key is its id."""
        context = IntakeContext.of(
            *(self, options, core),
            downloads=dependencies.downloads,
            private_threads=dependencies.private_threads,
        )
        handlers = CommandHandlers.of(core, context, dependencies.operator, dependencies.running)
        self._interactions = Interactions(core, context, handlers, self._queue)
        self._command_sync = CommandSync(self._interactions.commands, store, observe)
        self._deleted_questions = DeletedQuestions(self, core.turns, observe)
        self._messages = MessageHandler(core, context, self._deleted_questions)
        original_of = self._deleted_questions.original_of
        self._edited_questions = EditedQuestions(core, context, original_of)
        Revocations(
            *(self, core.turns, self._deleted_questions),
            *(dependencies.gone_places, dependencies.guild_membership),
        )
        self._history = History(
            *(self, store, limiter, clock, observe),
            hours=options.catch_up_hours,
            settings_of=self._guild_settings.of,
        )
        self._search = MentionSearch(self, self._history) if options.message_content else None
        self._shards = Shards(self._new_shard, store, observe, clock)
        self._tasks, self._is_closing = BackgroundTasks(), False

    async def setup_hook(self) -> None:
        """After the login: find the gateway, register the commands, resume turns."""
        answer = await self._fetch_gateway_bot()
        patches.use_gateway(answer["url"])
        self.shard_count = self.shard_count or int(answer["shards"])
        app_id = self.application_id
        if app_id is not None:
            self._tasks.start(self._command_sync.run(app_id), name="registering the commands")
            with contextlib.suppress(TimeoutError):  # discord.py waits for limits, however long
                async with asyncio.timeout(_COMMANDS_WITHIN_S):
                    await self._command_sync.tried.wait()
        await self._shards.note_first_start()
        claims, shard_ids = self._dependencies.claims, self.shard_ids or range(self.shard_count)
        await claims.begin(shard_ids, self._dependencies.core.turns.claim_soon)
        await self._on_login()
        self._tasks.start(self._shards.keep_saving(), name="saving watermarks")
        gateway_shards = self._dependencies.shards
        gateway_shards.begin(
            shard_ids,
            partial(shard_id_of, shard_count=self.shard_count),
            lambda: self.latencies,
        )
        deaf_shards = DeafShards(gateway_shards, self._observe, self._reconnect_shard)
        self._tasks.start(deaf_shards.watch(), name="looking for deaf shards")

    async def _reconnect_shard(self, shard_id: int) -> None:
        """Connect a shard in a new session, if it is still deaf once one may be begun."""
        await self.wait_to_identify(shard_id)
        shard = self.get_shard(shard_id)
        if shard is not None and self._dependencies.shards.unheard_messages(shard_id):
            await shard.reconnect()

    async def wait_to_identify(self, shard_id: int) -> None:
        """Wait until a shard may connect and send an IDENTIFY."""
        await self._session_starts.permit(shard_id, ask=self._fetch_gateway_bot)

    async def launch_shard(self, url: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard for the first time; discord.py calls this again if that fails."""
        if not self._dependencies.claims.has(shard_id):
            # Not here: discord.py connects one shard after the other, and nothing else meanwhile.
            waiting = self._launch_once_gained(url, shard_id)
            self._tasks.start(waiting, name=f"shard {shard_id} is another process's")
            return
        await self.wait_to_identify(shard_id)
        await super().launch_shard(url, shard_id, initial=initial)

    async def _launch_once_gained(self, url: yarl.URL, shard_id: int) -> None:
        await self._dependencies.claims.gained(shard_id)
        await self.launch_shard(url, shard_id)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """An IDENTIFY is about to be sent: count it."""
        if not self._session_starts.pace.is_permitted(shard_id or 0):
            await super().before_identify_hook(shard_id, initial=initial)
        self._session_starts.identified(shard_id or 0)

    async def on_ready(self) -> None:
        """All shards are connected; it can come again after a session was lost."""
        if self.user is not None and self.application_id is not None:
            link = invite_link(self.application_id)
            self._observe(Connected(self.user.name, len(self.guilds), link))

    async def on_message(self, message: discord.Message) -> None:
        """Take a message in, unless the client is closing."""
        self._interactions.commands.note_message(message)
        self._messages.note_message(message)
        if not self._is_closing:
            self._shard_of_message(guild_id_of(message), message.id).message_received(message)

    def _take_in_talk(self, data: Mapping[str, Any]) -> bool:
        """Take a message of a server in if it is plain talk, about which there is nothing to do."""
        guild_id, channel_id, message_id = (
            int(data[name]) for name in ("guild_id", "channel_id", "id")
        )
        guild = self.get_guild(guild_id)
        channel = guild.get_channel(channel_id) if guild is not None else None
        place = self._guild_settings.known_place(guild_id, channel_id)
        if not is_plain_talk(channel, data, place):
            return False
        if not self._is_closing:
            channel.last_message_id = message_id
            shard = self._shard_of_message(guild_id, message_id)
            # In its turn: the handlers of events before it, such as READY, may not have run yet.
            self.loop.call_soon(shard.talk_received, message_id)
        return True

    def _shard_of_message(self, guild_id: int | None, message_id: int) -> Shard:
        self._dependencies.clock.read_message_id(message_id)
        self._dependencies.server_ids.add(guild_id or DIRECT_MESSAGES)
        return self._shards[shard_id_of(guild_id, self.shard_count)]

    async def on_interaction(self, interaction: discord.Interaction[discord.Client]) -> None:
        """A command, which the tree has got already, or a press on a control."""
        if not self._is_closing:
            await self._interactions.press(interaction)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """A connection was lost, or an attempt to connect failed: messages may be missed."""
        self._gateway.failed(ConnectionError("a connection ended, or could not be made"))
        await self.on_shard_waiting(shard_id)

    async def on_shard_waiting(self, shard_id: int) -> None:
        """A shard has no session, and waits until it may begin one (`PermittedShard`)."""
        self._dependencies.shards.disconnected(shard_id)
        self._shards[shard_id].disconnected()

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Discord has sent again what was missed since the shard was disconnected."""
        self._gateway.worked()
        self._dependencies.shards.connected(shard_id, is_resumed=True)
        self._shards[shard_id].resumed()

    async def on_shard_connect(self, shard_id: int) -> None:
        """A new session has begun: what was missed is read, server by server."""
        self._session_starts.session_began(shard_id)
        self._gateway.worked()
        self._dependencies.shards.connected(shard_id, is_resumed=False)
        self._shards.connected(shard_id)
        guild_ids, membership = self._events.guild_ids, self._dependencies.guild_membership
        membership.session_began(shard_id, self.shard_count, guild_ids.get(shard_id))

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Discord has sent a server: in a new session, or after an outage of that server."""
        self._dependencies.server_ids.add(guild.id)
        self._shards[guild.shard_id].guild_available(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """discord.py calls this for a server that is new, or does not say that it is available."""
        self._dependencies.guild_membership.joined(guild.id)
        await self.on_guild_available(guild)

    async def on_shard_ready(self, shard_id: int) -> None:
        """Discord has sent all servers, as far as discord.py can tell: no more came for a while."""
        self._shards[shard_id].all_guilds_available()

    async def close(self) -> None:
        """Disconnect, and give messages and commands that are being taken in a second to end."""
        self._is_closing = True  # events that still arrive must start nothing
        self._shards.stop()
        await self._tasks.close()
        await self._interactions.close(_CLOSING_GRACE_S)
        await self._deleted_questions.close()
        await self._edited_questions.close()
        await self._responses.close()
        await super().close()
        self._dependencies.shards.end()
        await self._queue.close(_CLOSING_GRACE_S)
        await self._shards.close()

    async def on_error(self, event_method: str, /, *_: object, **__: object) -> None:
        """Observe what an event handler has raised; discord.py would print it."""
        if (error := sys.exc_info()[1]) is not None:
            failure = OperationFailed(Operation.HANDLE_EVENT, error, detail=event_method)
            self._observe(failure)

    async def _fetch_gateway_bot(self) -> Any:
        """Where the gateway is, and how many shards and sessions Discord grants. Raises as a REST
        request of discord.py does.
        """
        return await self.http.request(discord.http.Route("GET", "/gateway/bot"))

    async def _handle_message(self, pending: PendingMessage) -> None:
        message, missed = pending.message, pending.missed
        await self._messages.handle(message, missed=missed, patient=not pending.failures)

    def _new_shard(self, shard_id: int) -> Shard:
        history, clock = self._history, self._dependencies.clock
        return Shard(
            shard_id,
            Scan(history, self._search, shard_id),
            self._handle_message,
            self._dependencies.store,
            self._observe,
            queue=self._queue,
            client=self,
            oldest=lambda: min(history.oldest(), clock.id_before(_TRIED_FOR_S)),
        )
