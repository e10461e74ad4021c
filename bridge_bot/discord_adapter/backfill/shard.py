"""Takes in all messages of one gateway shard, live ones and those that were missed.

To take a message in is to decide whether it is a question, and if so to submit it. A live message
is taken in at once, in order within its channel, unless it has to be held: until Discord has sent
its server, or until what was missed of its conversation has been read. Held messages are taken in
even if reading fails.

A message that could not be taken in stays pending: it is tried again, and the watermark does not
move past it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from functools import partial

import discord

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.backoff import Backoff
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed, Outlook
from bridge_bot.core.keyed_queue import KeyedQueue
from bridge_bot.discord_adapter.backfill.backlog import Location
from bridge_bot.discord_adapter.backfill.pending_message import PendingMessage
from bridge_bot.discord_adapter.backfill.scan import Scan
from bridge_bot.discord_adapter.backfill.watermark import Watermark
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.intake.gateway_messages.early_messages import fill_in_guild

RETRY = Backoff(first_s=15.0, longest_s=60.0)
"""How long to wait before messages that could not be taken in are tried again."""

# Limits of what is kept in memory. A message beyond the first two is dropped, and read again.
_MOST_HELD = 1000
_MOST_RETRIED = 200
_MOST_REMEMBERED = 10_000


class Shard:
    """One gateway shard.

    `handle` takes a message in; if it raises, that has failed. It is called by the `queue`, which
    keeps the order of each channel; whoever made the queue closes it.
    `oldest` returns the least id that a message can have which is not too old to be taken in.
    """

    def __init__(
        self,
        shard_id: int,
        scan: Scan,
        handle: Callable[[PendingMessage], Awaitable[None]],
        store: DiscordStore,
        observe: Observe,
        *,
        queue: KeyedQueue[int],
        client: discord.Client,
        oldest: Callable[[], int],
    ) -> None:
        self._id = shard_id
        self._scan = scan
        self._handle = handle
        self._store = store
        self._observe = observe
        self._client = client
        self._oldest = oldest
        self._watermark = Watermark()
        self._saved = 0
        self._queue = queue
        self._held: dict[int, PendingMessage] = {}
        self._failed: dict[int, PendingMessage] = {}
        self._live_while_reading: dict[int, None] = {}  # ids of live messages
        self._is_connected = False
        self._tasks = BackgroundTasks()
        self._reader: asyncio.Task[None] | None = None
        self._retrier: asyncio.Task[None] | None = None
        self._is_closed = False

    def connected(self, now: int, *, has_run_before: bool) -> None:
        """A new session begins; `now` as the id of a message.

        Without `has_run_before` this is the bot's first start ever, which has missed nothing.
        """
        self._is_connected = True
        if has_run_before or self._scan.since:
            self._read_again(now)
        else:
            self._scan.first_session_began(now)
            self._watermark.unfreeze(now)

    def disconnected(self) -> None:
        """The connection is lost: messages may be missed. Reading over REST goes on."""
        self._is_connected = False
        self._watermark.freeze()

    def resumed(self) -> None:
        """Discord has sent again what was missed since the shard was disconnected."""
        self._is_connected = True
        if self._reader is None:
            self._watermark.unfreeze(self._scan.since)

    def guild_available(self, guild: discord.Guild) -> None:
        """Discord has sent a server: in a new session, or after an outage of that server."""
        self._scan.guild_available(guild)
        self._read()
        self._release_held()

    def all_guilds_available(self) -> None:
        """Discord has sent all servers of the session, as far as can be told."""
        self._scan.all_guilds_available()
        self._read()

    def message_received(self, message: discord.Message) -> None:
        """A message came over the gateway."""
        self._note_received(message.id)
        self._hold_or_queue(PendingMessage(message))

    def talk_received(self, message_id: int) -> None:
        """A message came over the gateway that there is nothing to do about."""
        self._note_received(message_id)
        self._watermark.done(message_id)

    async def save(self) -> None:
        """Store the watermark if it has moved. A failure is observed, and not raised."""
        self._give_up_old_held()
        position = self._watermark.position
        if position == self._saved:
            return
        try:
            await self._store.move_watermark(self._id, position)
        except StoreError as error:
            self._observe(OperationFailed(Operation.SAVE_WATERMARK, error))
        else:
            self._saved = position

    def stop(self) -> None:
        """Stop reading and retrying. `close` has to follow."""
        self._is_closed = True
        for task in (self._reader, self._retrier):
            if task is not None:
                task.cancel()

    async def close(self) -> None:
        """Store the watermark. To be called once the queue is closed."""
        self.stop()
        await self._tasks.close()
        await self.save()

    def _note_received(self, message_id: int) -> None:
        self._watermark.begin(message_id)
        self._scan.message_received(message_id)
        if self._reader is not None and len(self._live_while_reading) < _MOST_REMEMBERED:
            self._live_while_reading[message_id] = None

    def _hold_or_queue(self, pending: PendingMessage) -> None:
        """Take a message in after those of its channel, or hold it, or drop it if too many are."""
        message = pending.message
        fill_in_guild(message, self._client)
        if not pending.must_be_held(self._scan.may_find_in):
            self._enqueue(pending)
        elif len(self._held) < _MOST_HELD:
            self._held[message.id] = pending
        else:
            self._drop(message)

    def _drop(self, message: discord.Message) -> None:
        """Forget a message for now: the watermark stays before it, and it is read again later."""
        self._live_while_reading.pop(message.id, None)
        self._watermark.drop(message.id)
        self._retry_later()

    def _release_held(self, except_for: Collection[int] = ()) -> None:
        """Take in what need not be held any longer, except for messages that just were."""
        held, self._held = self._held, {}
        for message_id, pending in held.items():
            if message_id not in except_for:
                self._hold_or_queue(pending)

    def _read_again(self, now: int) -> None:
        dropped = self._watermark.oldest_dropped
        self._watermark.freeze_to_read_again()
        self._scan.session_began(now, dropped)
        self._read()

    def _read(self) -> None:
        """Start reading what was missed, unless there is nothing or it is being read already."""
        if self._scan.has_more and self._reader is None and not self._is_closed:
            self._reader = self._tasks.start(
                self._read_missed(), name=f"catching up on shard {self._id}"
            )

    async def _read_missed(self) -> None:
        """Take in all that was missed, then let the watermark move again."""
        try:
            await self._scan.run(self._enqueue_missed, self._waiting)
            if self._is_connected:
                self._watermark.unfreeze(self._scan.since)
        finally:
            self._reader = None
            self._live_while_reading.clear()
            if not self._is_closed:
                self._release_held()

    def _waiting(self) -> list[Location]:
        """The channels of the messages that are held, in their order."""
        return [each.location for each in self._held.values()]

    def _enqueue_missed(self, messages: Collection[discord.Message]) -> None:
        """Take in messages that were read, and release what was held until then.

        One that came live while reading is skipped, since it is taken in already, unless it was
        held or has failed.
        """
        for message in messages:
            pending = self._held.get(message.id) or self._failed.pop(message.id, None)
            if pending is None and message.id in self._live_while_reading:
                continue
            self._watermark.begin(message.id)
            pending = pending or PendingMessage(message, missed=True)
            fill_in_guild(pending.message, self._client)
            self._enqueue(pending)
        self._release_held({message.id for message in messages})

    def _enqueue(self, pending: PendingMessage) -> None:
        """Take a message in after those of its channel."""
        self._queue.put(pending.message.channel.id, partial(self._take_in, pending))

    async def _take_in(self, pending: PendingMessage) -> None:
        """Handle a message. If cancelled, it stays pending, so the next start reads it again."""
        try:
            await self._handle(pending)
        except Exception as error:  # noqa: BLE001 - whatever it is, the message is not lost
            self._handle_failure(pending.failed_again(), error)
        else:
            self._watermark.done(pending.message.id)

    def _handle_failure(self, pending: PendingMessage, error: Exception) -> None:
        """Keep a message for another attempt, or give it up if that is pointless or too late."""
        message = pending.message
        if pending.should_give_up(error) or message.id < self._oldest():
            self._observe(
                OperationFailed(Operation.TAKE_MESSAGE_IN, error, outlook=Outlook.GIVEN_UP)
            )
            self._watermark.done(message.id)
            return
        self._observe(OperationFailed(Operation.TAKE_MESSAGE_IN, error, outlook=Outlook.RETRIED))
        if len(self._failed) < _MOST_RETRIED:
            self._failed[message.id] = pending
            self._retry_later()
        else:
            self._drop(message)

    def _retry_later(self) -> None:
        if self._retrier is None and not self._is_closed:
            self._retrier = self._tasks.start(
                self._retry_until_done(), name=f"trying again on shard {self._id}"
            )

    async def _retry_until_done(self) -> None:
        """Try all failed messages again after each pause; when none is left, read what was dropped.

        A pause is as long as the one of them that has failed least often allows. All of them are
        tried together and in order, since they may belong to one conversation.
        """
        rounds = 0
        while self._failed or self._watermark.oldest_dropped is not None:
            rounds += 1
            failures = min((each.failures for each in self._failed.values()), default=rounds)
            await asyncio.sleep(RETRY.pause_s(failures))
            failed, self._failed = self._failed, {}
            for _, pending in sorted(failed.items()):
                self._enqueue(pending)
            if not failed and self._reader is None and self._is_connected:
                self._read_again(self._scan.since)
                for guild in self._client.guilds:
                    if guild.shard_id == self._id and not guild.unavailable:
                        self._scan.guild_available(guild)
                self._scan.all_guilds_available()
        self._retrier = None

    def _give_up_old_held(self) -> None:
        """Forget held messages that have become too old; their server never came."""
        oldest = self._oldest() if self._held else 0
        for message_id in [each for each in self._held if each < oldest]:
            del self._held[message_id]
            self._watermark.done(message_id)
