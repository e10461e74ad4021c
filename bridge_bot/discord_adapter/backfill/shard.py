"""All that is known of one gateway shard: what comes live, what was missed, what is held back.

A message that comes live is taken in at once, channel by channel in order, unless it has to wait:
for its server, which Discord may send later, or for something of its conversation that is still to
be read. What is held back is let in whatever happens to the reading. A message that could not be
taken in stays pending: it is tried again, and keeps the watermark before it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import discord

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed, Outlook
from bridge_bot.core.keyed_queue import KeyedQueue
from bridge_bot.discord_adapter.backfill.backfill import AGAIN_S, Backfill
from bridge_bot.discord_adapter.backfill.watermark import Watermark
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.intake.early_messages import guild_id_of, lacks_guild, settle
from bridge_bot.discord_adapter.intake.message_handler import MessageHandler
from bridge_bot.discord_adapter.rest.exceptions import passes

TRY_AGAIN_S = (15.0, 30.0, 60.0)
"""After how long what could not be taken in is tried again, once and again, in seconds."""

_MOST_HELD = 1000  # messages that are kept; what is more is read again
_MOST_FAILED = 200
_MOST_LIVE = 10_000
_UNEXPECTED = 3  # failures of a kind that does not pass, after which a message is given up


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message, and whether it comes late: it was missed, and found by reading."""

    message: discord.Message
    late: bool = False
    failures: int = 0


class Shard:
    """Takes in what one shard brings.

    `guilds` are its servers that are there now. What is older than the message `oldest` is none of
    the bot's business any more.
    """

    def __init__(
        self,
        shard_id: int,
        reading: Backfill,
        hearing: MessageHandler,
        store: DiscordStore,
        observe: Observe,
        *,
        guilds: Callable[[], Mapping[int, discord.Guild]],
        oldest: Callable[[], int],
        try_again_s: Sequence[float] = TRY_AGAIN_S,
    ) -> None:
        self._id = shard_id
        self._reading = reading
        self._hearing = hearing
        self._store = store
        self._observe = observe
        self._guilds = guilds
        self._oldest = oldest
        self._try_again_s = try_again_s
        self._watermark = Watermark()
        self._saved = 0
        self._lanes: KeyedQueue[int, Arrived] = KeyedQueue(
            self._take_in, observe, operation=Operation.TAKE_MESSAGE_IN
        )
        self._held: dict[int, Arrived] = {}
        self._failed: dict[int, Arrived] = {}
        self._live: dict[int, None] = {}  # what came live while something was still to be read
        self._away = True
        self._reader: asyncio.Task[None] | None = None
        self._trier: asyncio.Task[None] | None = None
        self._closed = False

    def connected(self, now: int, *, has_past: bool) -> None:
        """A new session begins at `now`, a message's id; what came before it may be missed."""
        self._away = False
        if has_past or self._reading.since:
            self._begin_reading(now)
        else:
            self._reading.skip(now)
            self._watermark.release(now)

    def disconnected(self) -> None:
        """From here on messages may be missed. What is being read goes on: that needs no shard."""
        self._away = True
        self._watermark.hold()

    def resumed(self) -> None:
        """Discord has sent again what was missed since the shard was disconnected."""
        self._away = False
        if self._reader is None:
            self._watermark.release(self._reading.since)

    def came(self, guild: discord.Guild) -> None:
        """A server has come: in a new session, or after it was out of order."""
        self._reading.came(guild)
        self._read()
        self._let_in()

    def complete(self) -> None:
        """No server has come for a while."""
        self._reading.complete()
        self._read()

    def arrived(self, message: discord.Message) -> None:
        """A message came live."""
        self._watermark.begin(message.id)
        self._reading.saw(message.id)
        if self._reader is not None and len(self._live) < _MOST_LIVE:
            self._live[message.id] = None
        self._hold_or_put(Arrived(message))

    async def save(self) -> None:
        """Write the watermark down if it has moved; a failure is observed, and tried again."""
        self._give_up_held()
        mark = self._watermark.mark
        if mark == self._saved:
            return
        try:
            await self._store.move_watermark(self._id, mark)
        except StoreError as error:
            self._observe(OperationFailed(Operation.SAVE_WATERMARK, error))
        else:
            self._saved = mark

    def stop(self) -> None:
        """Begin nothing any more."""
        self._closed = True
        for task in (self._reader, self._trier):
            if task is not None:
                task.cancel()

    async def close(self, grace_s: float) -> None:
        """Let messages that are being taken in get into the store, and note how far all is."""
        self.stop()
        tasks = [task for task in (self._reader, self._trier) if task is not None]
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._lanes.close(grace_s)
        await self.save()

    def _hold_or_put(self, arrived: Arrived) -> None:
        """Take a message in, or hold it back. What is too much to be held is read again."""
        message = arrived.message
        settle(message, self._guilds)
        if not self._waits(message):
            self._lanes.put(message.channel.id, arrived)
        elif len(self._held) < _MOST_HELD:
            self._held[message.id] = arrived
        else:
            self._leave(message)

    def _leave(self, message: discord.Message) -> None:
        self._live.pop(message.id, None)
        self._watermark.leave(message.id)
        self._try_later()

    def _waits(self, message: discord.Message) -> bool:
        """Whether it comes before its server, or may go on with a conversation of which something
        is still to be read.
        """
        if message.author.bot:
            return False
        if lacks_guild(message):
            return True
        goes_on = not isinstance(message.channel, discord.TextChannel) or message.reference
        return bool(goes_on) and self._reading.awaits(message.channel.id, guild_id_of(message))

    def _let_in(self, but: Collection[int] = ()) -> None:
        """Take in what was held back and need not be any longer, but for what just was."""
        held, self._held = self._held, {}
        for message_id, arrived in held.items():
            if message_id not in but:
                self._hold_or_put(arrived)

    def _begin_reading(self, now: int) -> None:
        left = self._watermark.left
        self._watermark.read_again()
        self._reading.begin(now, left)
        self._read()

    def _read(self) -> None:
        """Read what was missed, if that is not being done already."""
        if self._reading.has_more and self._reader is None and not self._closed:
            self._reader = asyncio.create_task(
                self._read_missed(), name=f"catching up on shard {self._id}"
            )

    async def _read_missed(self) -> None:
        """Take in what was missed, then let the shard's watermark follow again."""
        try:
            while True:
                try:
                    async for read in self._reading.missed():
                        self._take_over(*(read or (0, ())))
                    break
                except Exception as error:  # noqa: BLE001 - nobody awaits this task
                    self._observe(
                        OperationFailed(Operation.READ_MISSED, error, outlook=Outlook.RETRIED)
                    )
                    self._let_in()
                await asyncio.sleep(AGAIN_S[-1])
            if not self._away:
                self._watermark.release(self._reading.since)
        finally:
            self._reader = None
            self._live.clear()
            if not self._closed:
                self._let_in()

    def _take_over(self, channel_id: int, messages: Collection[discord.Message]) -> None:
        """Take in what was read of a place, and what was held back until then."""
        for message in messages:
            arrived = self._held.get(message.id) or self._failed.pop(message.id, None)
            if arrived is None and message.id in self._live:
                continue
            self._watermark.begin(message.id)
            arrived = arrived or Arrived(message, late=True)
            settle(arrived.message, self._guilds)
            self._lanes.put(channel_id, arrived)
        self._let_in({message.id for message in messages})

    async def _take_in(self, arrived: Arrived) -> None:
        """Hear a message. Cancelled, it stays pending, and is read after the next start."""
        try:
            await self._hearing.hear(
                arrived.message, late=arrived.late, patient=not arrived.failures
            )
        except Exception as error:  # noqa: BLE001 - whatever it is, the message is not lost
            self._not_taken_in(replace(arrived, late=True, failures=arrived.failures + 1), error)
        else:
            self._watermark.done(arrived.message.id)

    def _not_taken_in(self, arrived: Arrived, error: Exception) -> None:
        """Keep it to be tried again, unless that would never help, or it is too old by now."""
        message = arrived.message
        hopeless = not passes(error) and arrived.failures >= _UNEXPECTED
        if hopeless or message.id < self._oldest():
            self._observe(
                OperationFailed(Operation.TAKE_MESSAGE_IN, error, outlook=Outlook.GIVEN_UP)
            )
            self._watermark.done(message.id)
            return
        self._observe(OperationFailed(Operation.TAKE_MESSAGE_IN, error, outlook=Outlook.RETRIED))
        if len(self._failed) < _MOST_FAILED:
            self._failed[message.id] = arrived
            self._try_later()
        else:
            self._leave(message)

    def _try_later(self) -> None:
        if self._trier is None and not self._closed:
            self._trier = asyncio.create_task(
                self._try_again(), name=f"trying again on shard {self._id}"
            )

    async def _try_again(self) -> None:
        """Take in what could not be, once more each time; then read what was not even kept."""
        tries = 0
        while self._failed or self._watermark.left is not None:
            await asyncio.sleep(self._try_again_s[min(tries, len(self._try_again_s) - 1)])
            tries += 1
            failed, self._failed = self._failed, {}
            for _, arrived in sorted(failed.items()):
                self._lanes.put(arrived.message.channel.id, arrived)
            if not failed and self._reader is None and not self._away:
                self._begin_reading(self._reading.since)
                for guild in self._guilds().values():
                    self._reading.came(guild)
                self._reading.complete()
        self._trier = None

    def _give_up_held(self) -> None:
        """Forget messages whose server has not come until they are too old."""
        oldest = self._oldest() if self._held else 0
        for message_id in [each for each in self._held if each < oldest]:
            del self._held[message_id]
            self._watermark.done(message_id)
