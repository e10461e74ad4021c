"""Whether the bot is ready to answer questions, and if not, why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bridge_bot.core.errors import AnswerError
from bridge_bot.core.events import (
    AnswerBegan,
    AskedAgain,
    AskingPaused,
    AskingResumed,
    Event,
    TurnEnded,
)
from bridge_bot.core.gateway.shards import GatewayReport


@dataclass(frozen=True, slots=True)
class ReadinessReport:
    """Whether the bot is ready: it is if there is no reason why not.

    `chat_api` is what the last request to the Chat API came to, `ok` or the class of an error, and
    how many seconds ago; None before the first. It is no reason: another process would fare alike.
    """

    reasons: tuple[str, ...]
    gateway: GatewayReport
    is_schema_verified: bool
    is_paused: bool
    chat_api: tuple[str, float] | None

    @property
    def is_ready(self) -> bool:
        """Whether questions are heard and can be taken in."""
        return not self.reasons

    def as_json(self) -> dict[str, object]:
        """The report as the body of `/readyz`."""
        gateway, chat_api = self.gateway, self.chat_api
        return {
            "ready": self.is_ready,
            "reasons": list(self.reasons),
            "gateway": {
                "shards": len(gateway.shards),
                "disconnected": list(gateway.disconnected),
                "silent": list(gateway.silent),
                "deaf": list(gateway.deaf),
                "elsewhere": list(gateway.elsewhere),
                "heard_s": None if gateway.heard_s is None else round(gateway.heard_s, 1),
            },
            "schema_verified": self.is_schema_verified,
            "paused": self.is_paused,
            "chat_api": {
                "last_result": chat_api[0] if chat_api else None,
                "age_s": round(chat_api[1], 1) if chat_api else None,
            },
        }


class Readiness:
    """Gathers what makes the bot ready. `observe` is a sink for its events; `gateway` tells how the
    shards are, and `steady_s` gives seconds on a clock that never goes back.
    """

    def __init__(self, gateway: Callable[[], GatewayReport], steady_s: Callable[[], float]) -> None:
        self._gateway = gateway
        self._steady_s = steady_s
        self._is_schema_verified = False
        self._is_stopping = False
        self._is_paused = False
        self._chat_api: tuple[str, float] | None = None  # the last result, and when it came

    def schema_verified(self) -> None:
        """The database has the tables that this program needs."""
        self._is_schema_verified = True

    def stopping(self) -> None:
        """The bot is ending: it takes no further question."""
        self._is_stopping = True

    def observe(self, event: Event) -> None:
        """The sink: remember what an event tells."""
        match event:
            case AnswerBegan():
                self._chat_api = ("ok", self._steady_s())
            case AskedAgain(error=AnswerError() as error) | TurnEnded(error=AnswerError() as error):
                self._chat_api = (type(error).__name__, self._steady_s())
            case AskingPaused():
                self._is_paused = True
            case AskingResumed():
                self._is_paused = False

    def report(self) -> ReadinessReport:
        """How things are now."""
        gateway, known = self._gateway(), self._chat_api
        return ReadinessReport(
            reasons=tuple(self._reasons(gateway)),
            gateway=gateway,
            is_schema_verified=self._is_schema_verified,
            is_paused=self._is_paused,
            chat_api=None if known is None else (known[0], self._steady_s() - known[1]),
        )

    def _reasons(self, gateway: GatewayReport) -> list[str]:
        reasons = {
            "stopping": self._is_stopping,
            "schema_not_verified": not self._is_schema_verified,
            "gateway_not_connected": bool(gateway.disconnected) or not gateway.shards,
            "gateway_silent": bool(gateway.silent),
            "gateway_deaf": bool(gateway.deaf),
            "shards_elsewhere": bool(gateway.elsewhere),
        }
        return [reason for reason, holds in reasons.items() if holds]
