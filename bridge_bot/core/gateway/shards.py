"""The gateway's shards of this process: which are connected, and which are still heard from.

The platform's adapter tells what happens to them; readiness and metrics ask.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bridge_bot.core.gateway.own_messages import OwnMessages

HEARD_WITHIN_S = 55.0
"""A shard from which nothing came for so many seconds is silent. Each heartbeat is answered, and
Discord asks for one every 41.25 s (observed); after 60 s discord.py connects anew."""

SETTLED_AFTER_S = 60.0
"""How long a new session takes to have all servers; before, a message in one may not come back."""

Latencies = Callable[[], Iterable[tuple[int, float]]]
"""Gives the id of each shard, and the seconds that its last heartbeat took to be answered."""


@dataclass(slots=True)
class _Shard:
    is_connected: bool = False
    session_began_at_s: float = -math.inf
    heard_at_s: float = -math.inf
    own_messages: OwnMessages = field(default_factory=OwnMessages)


@dataclass(frozen=True, slots=True)
class GatewayReport:
    """How the shards of this process are, by their ids.

    Another process serves those that are `elsewhere`: this one waits for them.
    `heard_s` is how many seconds ago something came from the one that was silent longest; None
    while nothing has come from one of them.
    """

    shards: tuple[int, ...]
    disconnected: tuple[int, ...]
    silent: tuple[int, ...]
    deaf: tuple[int, ...]
    heard_s: float | None
    elsewhere: tuple[int, ...] = ()

    @property
    def is_heard(self) -> bool:
        """Whether events come from each shard, as far as can be told."""
        return bool(self.shards) and not (
            self.disconnected or self.silent or self.deaf or self.elsewhere
        )


class GatewayShards:
    """The shards of this process; none are known before the first login.

    `steady_s` gives seconds on a clock that never goes back.
    """

    def __init__(self, steady_s: Callable[[], float]) -> None:
        self._steady_s = steady_s
        self._shards: dict[int, _Shard] = {}
        self._shard_of: Callable[[int], int] = lambda _: 0
        self._latencies: Latencies = tuple
        self.elsewhere: frozenset[int] = frozenset()
        """Those of the shards that another process serves."""

    def begin(
        self, shard_ids: Iterable[int], shard_of: Callable[[int], int], latencies: Latencies
    ) -> None:
        """A client is about to connect these shards. `shard_of` gives the shard of a server."""
        self._shards = {each: _Shard() for each in shard_ids}
        self._shard_of, self._latencies = shard_of, latencies

    def end(self) -> None:
        """The client has ended: nothing is connected."""
        self._latencies = tuple
        for each in self._shards.values():
            each.is_connected = False

    def connected(self, shard_id: int, *, is_resumed: bool) -> None:
        """A shard has a session. In one that is resumed, what was missed has been sent again."""
        if shard := self._shards.get(shard_id):
            shard.is_connected = True
            if is_resumed:
                shard.own_messages.wait_anew(self._steady_s())
            else:
                shard.own_messages.forget()
                shard.session_began_at_s = self._steady_s()

    def disconnected(self, shard_id: int) -> None:
        """The connection of a shard is lost, or could not be made."""
        if shard := self._shards.get(shard_id):
            shard.is_connected = False

    def heard(self, shard_id: int | None) -> None:
        """Something came from a shard: an event, or the answer to a heartbeat."""
        if shard := self._shards.get(shard_id or 0):
            shard.heard_at_s = self._steady_s()

    def message_received(self, guild_id: int, message_id: int, *, is_own: bool) -> None:
        """The event of a message in a server came."""
        if shard := self._shards.get(self._shard_of(guild_id)):
            shard.own_messages.received(message_id, self._steady_s(), is_own=is_own)

    def message_posted(self, guild_id: int, message_id: int) -> None:
        """A message was posted in a server; its event is to come, if its shard has a session that
        has settled.
        """
        shard, now_s = self._shards.get(self._shard_of(guild_id)), self._steady_s()
        if shard is None or not shard.is_connected:
            return
        if now_s - shard.session_began_at_s >= SETTLED_AFTER_S:
            shard.own_messages.posted(message_id, now_s)

    def unheard_messages(self, shard_id: int) -> int:
        """How many messages of its own a shard that is connected did not hear of; 0 if it hears."""
        shard = self._shards.get(shard_id)
        if shard is None or not shard.is_connected:
            return 0
        return shard.own_messages.overdue(self._steady_s())

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of the shards."""
        return tuple(self._shards)

    def latencies_s(self) -> dict[int, float]:
        """How many seconds the last heartbeat of each shard took to be answered; nan where that is
        not known.
        """
        known = dict(self._latencies())
        measured = {each: known.get(each, math.nan) for each in self._shards}
        return {each: s if math.isfinite(s) else math.nan for each, s in measured.items()}

    def report(self) -> GatewayReport:
        """How the shards are now."""
        now_s = self._steady_s()
        shards = self._shards.items()
        heard_s = max((now_s - each.heard_at_s for _, each in shards), default=math.inf)
        return GatewayReport(
            shards=self.ids,
            disconnected=tuple(
                id_ for id_, each in shards if not each.is_connected and id_ not in self.elsewhere
            ),
            silent=tuple(
                id_
                for id_, each in shards
                if each.is_connected and now_s - each.heard_at_s > HEARD_WITHIN_S
            ),
            deaf=tuple(id_ for id_, _ in shards if self.unheard_messages(id_)),
            heard_s=heard_s if math.isfinite(heard_s) else None,
            elsewhere=tuple(sorted(self.elsewhere)),
        )
