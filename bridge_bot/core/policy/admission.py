"""Who may spend: the Chat API is paid, so it must not serve strangers, nor one member alone.

Pure: the time is an argument, in seconds on any clock that never goes back.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

_WINDOW_S = 60.0
_LATEST_S = 7 * 24 * 3600.0  # no question is looked for that is older


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question is not taken: the key of a text and what fills it in.

    `told_before` is true if the member was told the same less than a minute ago: where silence
    is possible it is better then, or a flood of questions becomes a flood of refusals.
    """

    text_key: str
    text_args: Mapping[str, str | int] = field(default_factory=dict)
    told_before: bool = False


class Admission:
    """The rules: servers (none named: all), direct messages, questions a minute (0: no limit)."""

    def __init__(
        self,
        *,
        allowed_guilds: frozenset[int] = frozenset(),
        allow_dms: bool = True,
        questions_per_minute: int = 0,
        remembers_s: float = _WINDOW_S,
    ) -> None:
        self._allowed_guilds = allowed_guilds
        self._allow_dms = allow_dms
        self._questions_per_minute = questions_per_minute
        self._remembers_s = remembers_s
        self._asked: dict[int, deque[float]] = {}
        self._told: dict[tuple[int, str], float] = {}

    def for_late(self) -> Admission:
        """The same rules, nothing asked yet, for questions found late and in any order."""
        return Admission(
            allowed_guilds=self._allowed_guilds,
            allow_dms=self._allow_dms,
            questions_per_minute=self._questions_per_minute,
            remembers_s=_LATEST_S,
        )

    def refuses(
        self, asker_id: int, guild_ids: frozenset[int], *, direct: bool, now_s: float
    ) -> Refusal | None:
        """Why that member may not ask now, or None; then the question counts as asked.

        `guild_ids` are the servers that he asks as a member of: where he writes or, in a direct
        message, those of the allowed ones that he belongs to.
        """
        refusal = self.refuses_place(asker_id, guild_ids, direct=direct, now_s=now_s)
        return refusal or self.refuses_pace(asker_id, now_s)

    def refuses_place(
        self, asker_id: int, guild_ids: frozenset[int], *, direct: bool, now_s: float
    ) -> Refusal | None:
        """Why the bot is not for that member there, or None. Counts nothing."""
        self._forget(now_s)
        if direct and not self._allow_dms:
            return self.tell(asker_id, now_s, "refused-dms")
        if self._allowed_guilds and not guild_ids & self._allowed_guilds:
            key = "refused-dms-stranger" if direct else "refused-guild"
            return self.tell(asker_id, now_s, key)
        return None

    def refuses_pace(self, asker_id: int, now_s: float) -> Refusal | None:
        """Why that member asks too much, or None; then the question counts as asked.

        To be called after `refuses_place`, which forgets what is older than a minute.
        """
        limit = self._questions_per_minute
        if not limit:
            return None
        asked = self._asked.setdefault(asker_id, deque())
        # Those found late come place by place, so that later ones may be known already.
        lately = [at for at in asked if abs(now_s - at) < _WINDOW_S]
        if len(lately) >= limit:
            wait_s = math.ceil(min(lately) + _WINDOW_S - now_s)
            return self.tell(
                asker_id, now_s, "refused-too-many", limit=limit, seconds=max(wait_s, 1)
            )
        asked.append(now_s)
        return None

    def tell(self, asker_id: int, now_s: float, text_key: str, **text_args: int) -> Refusal:
        """A refusal of that member, which knows whether he was told the same just before."""
        told_before = (asker_id, text_key) in self._told
        if not told_before:
            self._told[asker_id, text_key] = now_s
        return Refusal(text_key, text_args, told_before)

    def _forget(self, now_s: float) -> None:
        """Drop what is older than the window, and members who have nothing left in it."""
        for member, asked in list(self._asked.items()):
            while asked and asked[0] <= now_s - self._remembers_s:
                asked.popleft()
            if not asked:
                del self._asked[member]
        for told, when_s in list(self._told.items()):
            if when_s <= now_s - self._remembers_s:
                del self._told[told]
