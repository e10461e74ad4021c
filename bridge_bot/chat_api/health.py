"""Whether the Chat API is there, and lets this bot ask each chatbot: observed when that changes."""

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
from bridge_bot.core.events import AccessBack, AccessLost, AnswerReached, Observe, Service


class ApiHealth:
    """Concludes from each request and each question whether the API as a whole works."""

    def __init__(self, observe: Observe) -> None:
        self._observe = observe
        self._availability = Availability(Service.CHAT_API, observe)
        self._refused = set[str]()  # the names of the chatbots that may not be asked

    def reached(self, after_s: float) -> None:
        """Call when the first byte of an answer has come, so many seconds after its request."""
        self._observe(AnswerReached(after_s))

    def answered(self, chat_bot: str) -> None:
        """Call when the text of an answer of that chatbot has begun, or one has ended without a
        failure.
        """
        self._availability.worked()
        if chat_bot in self._refused:
            self._refused.remove(chat_bot)
            self._observe(AccessBack(chat_bot))

    def failed(self, error: AnswerError) -> None:
        """Call when one request has failed, whether or not its question is asked again."""
        match error:
            case ApiConnectionLost(stale=True) | ApiRateLimited():
                pass  # these say nothing of whether it works
            case ApiRefused() | ApiBotUnknown() | ApiRejected():
                self._availability.worked()
            case _:
                self._availability.failed(error)

    def gave_up(self, error: AnswerError, chat_bot: str) -> None:
        """Call when a question to that chatbot ended with this error, and is not asked again."""
        if chat_bot not in self._refused and says_access_ended(error):
            self._refused.add(chat_bot)
            self._observe(AccessLost(error, chat_bot))
