"""What the running bot knows of itself that a server may be told of."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import EVERYTHING, Scope, ScopeKind
from bridge_bot.core.policy.daily_limits import ReachedLimit
from bridge_bot.core.policy.daily_requests import DailyRequests
from bridge_bot.core.policy.pause import Pause
from bridge_bot.doctor.recent_events import RecentEvents


@dataclass(frozen=True, slots=True)
class RunningBot:
    """The parts that know it."""

    recent: RecentEvents
    requests: DailyRequests
    pause: Pause

    async def reached_limits(
        self, guild_id: int, place_id: int, settings: PlaceSettings
    ) -> tuple[ReachedLimit, ...]:
        """The limits of the day that are reached in a server, in a channel or forum of it, and in
        all. Raises `StoreError`.
        """
        scopes = (Scope(ScopeKind.CHANNEL, place_id), Scope(ScopeKind.GUILD, guild_id), EVERYTHING)
        return tuple(await self.requests.reached(scopes, settings))
