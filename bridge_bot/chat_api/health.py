"""What the requests say of the Chat API as a whole, told when it changes."""

from __future__ import annotations

from bridge_bot.chat_api.refusal import says_access_ended
from bridge_bot.core.availability import Availability
from bridge_bot.core.errors import (
    AnswerError,
    ApiBotUnknown,
    ApiConnectionLost,
    ApiRateLimited,
    ApiRefused,
    ApiRejected,
)
from bridge_bot.core.events import AccessBack, AccessLost, Observe


class ApiHealth:
    """Whether the API is there, and whether it lets this bot in."""

    def __init__(self, observe: Observe) -> None:
        self._observe = observe
        self._availability = Availability("the Chat API", observe)
        self._access_lost = False

    def answered(self) -> None:
        """A question was accepted, and its answer has come or begun."""
        self._availability.worked()
        if self._access_lost:
            self._access_lost = False
            self._observe(AccessBack())

    def failed(self, error: AnswerError) -> None:
        """One request failed; the question may be asked again."""
        match error:
            case ApiConnectionLost(stale=True) | ApiRateLimited():
                pass  # these say nothing of whether it works
            case ApiRefused() | ApiBotUnknown() | ApiRejected():
                self._availability.worked()
            case _:
                self._availability.failed(error)

    def gave_up(self, error: AnswerError) -> None:
        """A question ended with this error, and is not asked again."""
        if not self._access_lost and says_access_ended(error):
            self._access_lost = True
            self._observe(AccessLost(error))
