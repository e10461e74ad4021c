"""What the running bot has seen in the last hour, counted in memory: a sink of its events.

There is no id of a member in it, nor any text. It is bounded: of very many the oldest are dropped.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection
from typing import NamedTuple

from bridge_bot.core.errors import AnswerError, PlatformError, StoreError
from bridge_bot.core.events import (
    AccessBack,
    AccessLost,
    Event,
    QuestionRefused,
    Service,
    ServiceBack,
    ServiceLost,
    TurnEnded,
)
from bridge_bot.core.model import TurnState
from bridge_bot.doctor.guild_facts import Lately

KEPT_S = 3600.0
MOST_KEPT = 2000


class _Occurrence(NamedTuple):
    """A question that was refused or an answer that failed: when, where, and why."""

    at_s: float
    guild_id: int | None
    is_refusal: bool
    reason: str


class RecentEvents:
    """Takes events, as a sink, and tells what they come to. `steady_s` gives seconds on a clock
    that never goes back.
    """

    def __init__(self, steady_s: Callable[[], float]) -> None:
        self._steady_s = steady_s
        self._occurrences: deque[_Occurrence] = deque(maxlen=MOST_KEPT)
        self._answered_at_s: float | None = None
        self._outage = ""
        self._refused: dict[str, str] = {}  # by the name of a chatbot that may not be asked

    def __call__(self, event: Event) -> None:
        """Take an event."""
        match event:
            case QuestionRefused():
                self._note(event.origin.guild_id, event.reason, is_refusal=True)
            case TurnEnded(state=TurnState.DONE):
                self._answered_at_s = self._steady_s()
            case TurnEnded(error=AnswerError() | PlatformError() | StoreError() as error):
                self._note(event.origin.guild_id, error.text_key, is_refusal=False)
            case ServiceLost(service=Service.CHAT_API, error=error):
                key = error.text_key if isinstance(error, AnswerError) else AnswerError.text_key
                self._outage = key
            case ServiceBack(service=Service.CHAT_API):
                self._outage = ""
            case AccessLost(error=error):
                self._refused[event.chat_bot] = error.text_key
            case AccessBack():
                self._refused.pop(event.chat_bot, None)

    def of(self, guild_id: int, chat_bots: Collection[str] = ("",)) -> Lately:
        """What was seen of a server, and of the chatbots that are asked there, by their names."""
        now_s = self._steady_s()
        seen = [
            each
            for each in self._occurrences
            if each.guild_id == guild_id and each.at_s > now_s - KEPT_S
        ]
        return Lately(
            refused=Counter(each.reason for each in seen if each.is_refusal),
            failed=Counter(each.reason for each in seen if not each.is_refusal),
            answer_age_s=None if self._answered_at_s is None else now_s - self._answered_at_s,
            outage=self._outage
            or next((why for bot, why in self._refused.items() if bot in chat_bots), ""),
        )

    def _note(self, guild_id: int | None, reason: str, *, is_refusal: bool) -> None:
        self._occurrences.append(_Occurrence(self._steady_s(), guild_id, is_refusal, reason))
