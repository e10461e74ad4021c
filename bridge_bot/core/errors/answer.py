"""The Chat API gave no answer, or not all of it: raised by `chat_api` and by the core."""

from __future__ import annotations

import math
import re
from typing import Literal

from bridge_bot.core.errors.base import BridgeError

_PRODUCT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]{0,39}")
"""The beginning of a header `Server`, such as `nginx` of `nginx/1.27.3` (RFC 9110, 10.2.4)."""


class AnswerError(BridgeError):
    """The Chat API gave no answer, or not all of it.

    `status` is the HTTP status, `code` and `msg` are the envelope's, `request_id` is what the API
    calls this request, `server` what sent the response, and `retry_after_s` how many seconds the
    API asks to wait, each where it is known.
    """

    text_key = "error-api-unexpected"

    def __init__(
        self,
        reason: str,
        *,
        status: int | None = None,
        code: int | None = None,
        msg: str = "",
        request_id: str = "",
        server: str = "",
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.code = code
        self.msg = msg
        self.request_id = request_id
        self.server = server
        self.retry_after_s = retry_after_s

    def __str__(self) -> str:
        names = ("status", "code", "msg", "request_id", "server")
        known = {name: getattr(self, name) for name in names}
        details = ", ".join(f"{name} {value}" for name, value in known.items() if value)
        return f"{self.args[0]} ({details})" if details else str(self.args[0])


class ApiUnreachable(AnswerError):
    """No connection to the Chat API could be made, so it was not asked."""

    text_key = "error-api-unreachable"
    retry_helps = True


class ApiConnectionLost(AnswerError):
    """The connection was lost after the question had been sent, and before its answer came.

    `stale`: it had served an earlier request, and not one byte came back. Then the other side had
    most likely closed it before, and never read the question; else an answer may be on its way.
    """

    text_key = "error-api-connection-lost"
    retry_helps = True

    def __init__(self, reason: str, *, stale: bool = False) -> None:
        super().__init__(reason)
        self.stale = stale


class ApiTimeout(AnswerError):
    """The Chat API was too slow. `waited_for` tells which wait took too long: for a connection, for
    the first byte, for the next piece of a stream (`idle`), or for the answer as a whole.
    """

    text_key = "error-api-timeout"
    retry_helps = True

    def __init__(
        self, waited_for: Literal["connect", "first_byte", "idle", "answer"], after_s: float
    ) -> None:
        super().__init__(f"no {waited_for} within {after_s:g} s")
        self.waited_for = waited_for


class IntermediaryRefused(AnswerError):
    """A status that is not the API's word, such as the page of a firewall or a load balancer, or
    that of a proxy that refuses the bot.

    "Intermediary" is what HTTP calls whatever stands between the two (RFC 9110, 3.7).
    """

    text_key = "error-intermediary-refused"
    retry_helps = True

    def text_args(self) -> dict[str, str | int]:
        # Of the header no more than a product's name: what else stands there could be alive.
        name = _PRODUCT.match(self.server)
        return {"status": str(self.status or 0), "server": name[0].strip() if name else "unknown"}


class ApiRefused(AnswerError):
    """The API does not accept the key, or its subscription, balance or limit is at its end."""

    text_key = "error-api-refused"


class ApiBotUnknown(AnswerError):
    """404: the Chat API does not know the chatbot."""

    text_key = "error-api-bot-unknown"


class ApiRateLimited(AnswerError):
    """429, or an envelope that says the like: too many requests."""

    text_key = "error-api-rate-limited"
    retry_helps = True

    def text_args(self) -> dict[str, str | int]:
        """How many minutes to wait; 0 where that is not known."""
        return {"minutes": math.ceil((self.retry_after_s or 0) / 60)}


class ApiBusy(AnswerError):
    """408 or 5xx: the Chat API is busy or failing."""

    text_key = "error-api-busy"
    retry_helps = True


class ApiRejected(AnswerError):
    """The Chat API understood the request and refused it, by status or by envelope code."""

    text_key = "error-api-rejected"


class AnswerMalformed(AnswerError):
    """What came is not an answer as the documentation describes it."""

    text_key = "error-api-malformed"


class AnswerTooLong(AnswerError):
    """The answer is longer than can be shown. What had arrived has been handed on."""

    text_key = "error-answer-too-long"


class AnswerBrokenOff(AnswerError):
    """The stream ended before the answer did. What had arrived has been handed on."""

    text_key = "error-api-broken-off"
    retry_helps = True
