"""Every failure that the bot knows, as one tree.

    BridgeError
    ├── AnswerError                 the Chat API gave no answer, or not all of it
    │   ├── ApiUnreachable          no connection could be made
    │   ├── ApiConnectionLost       connected, and lost before the answer
    │   ├── ApiTimeout              connected, but too slow (which wait: `waited_for`)
    │   ├── IntermediaryRefused     something between the bot and the API refused, not the API
    │   ├── ApiRefused              401, 402, 403, or words like these: the key or the subscription
    │   ├── ApiBotUnknown           404: no such chatbot
    │   ├── ApiRateLimited          429, or words like it, with the seconds to wait where known
    │   ├── ApiBusy                 408, 5xx: busy or failing
    │   ├── ApiRejected             another 4xx, or an envelope with a code other than 0
    │   ├── AnswerMalformed         not what the documentation describes
    │   ├── AnswerTooLong           more than can be shown
    │   └── AnswerBrokenOff         ended after a part of the answer had been handed on
    ├── PlatformError               Discord did not take a request
    │   ├── PlatformBusy            429, 5xx, no connection, no word of Discord's: a retry helps
    │   ├── PlatformForbidden       no permission, or locked
    │   ├── PlaceGone               the channel or thread is deleted
    │   │   └── MessageGone         only the message is
    │   ├── PlaceClosed             the thread is archived or locked
    │   ├── TextRefused             a filter of Discord's does not let this text through
    │   │   └── LinkRefused         because of an address in it
    │   ├── PlatformRejected        refused as invalid: a fault of ours
    │   └── SessionStartsUsedUp     no gateway session may be begun for now
    ├── TurnGivenUp                 a turn that is not taken up again after a crash
    ├── TurnAbandoned               a turn that is over without a last word: none is ever taken
    ├── TurnInterrupted             the bot stops; the next start goes on with the turn
    ├── UnexpectedFault             a fault of this program, which is observed by itself
    ├── StoreError                  the database did not do it
    └── StartError                  cannot start; carries the exit code
        ├── SettingsInvalid         2: settings are missing or wrong
        └── LoginRefused            3: token or intents, refused by Discord

Each carries three things: `text_key`, what the user sees (a key of `texts`, never an
exception's text); `str(error)`, what the log says; and `retry_helps`. None of them ever holds
a secret, a question or an answer.
"""

from __future__ import annotations

import math
import re
from typing import ClassVar, Literal

_PRODUCT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]{0,39}")
"""The beginning of a header `Server`, such as `nginx` of `nginx/1.27.3` (RFC 9110, 10.2.4)."""


class BridgeError(Exception):
    """The root of the tree."""

    text_key: str = "error-unexpected"
    retry_helps: ClassVar[bool] = False

    def text_args(self) -> dict[str, str | int]:
        """What the text of `text_key` needs to be filled in."""
        return {}


class AnswerError(BridgeError):
    """The Chat API gave no answer, or not all of it.

    `status` is the HTTP status, `code` and `msg` are the envelope's, `request_id` is what the API
    calls this request, and `server` what sent the response, each where it is known.
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
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.code = code
        self.msg = msg
        self.request_id = request_id
        self.server = server

    def __str__(self) -> str:
        known = {
            "status": self.status,
            "code": self.code,
            "msg": self.msg,
            "request_id": self.request_id,
            "server": self.server,
        }
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
    """The Chat API did not go on in time. `after_s` is how long was waited, in seconds."""

    text_key = "error-api-timeout"
    retry_helps = True

    def __init__(
        self, waited_for: Literal["connect", "first_byte", "idle", "answer"], after_s: float
    ) -> None:
        super().__init__(f"no {waited_for} within {after_s:g} s")
        self.waited_for = waited_for
        self.after_s = after_s


class IntermediaryRefused(AnswerError):
    """A status that is not the API's word, such as the page of a firewall or a load balancer.

    "Intermediary" is what HTTP calls whatever stands between the two (RFC 9110, 3.7).
    """

    text_key = "error-intermediary-refused"
    retry_helps = True

    def text_args(self) -> dict[str, str | int]:
        # Of the header no more than a product's name: what else stands there could be alive.
        name = _PRODUCT.match(self.server)
        return {"status": self.status or 0, "server": name[0].strip() if name else "unknown"}


class ApiRefused(AnswerError):
    """The API does not accept the key, or its subscription, balance or limit is at its end."""

    text_key = "error-api-refused"


class ApiBotUnknown(AnswerError):
    """404: the Chat API does not know the chatbot."""

    text_key = "error-api-bot-unknown"


class ApiRateLimited(AnswerError):
    """429, or words like it: too many requests.

    `retry_after_s` is what the API asks to wait, where it says so.
    """

    text_key = "error-api-rate-limited"
    retry_helps = True

    def __init__(self, reason: str, *, retry_after_s: float | None = None, **known: object) -> None:
        super().__init__(reason, **known)  # type: ignore[arg-type]
        self.retry_after_s = retry_after_s

    def text_args(self) -> dict[str, str | int]:
        """How many minutes to wait; 0 where that is not known."""
        return {"minutes": math.ceil((self.retry_after_s or 0) / 60)}


class ApiBusy(AnswerError):
    """408 or 5xx: the Chat API is busy or failing. `retry_after_s` as with `ApiRateLimited`."""

    text_key = "error-api-busy"
    retry_helps = True

    def __init__(self, reason: str, *, retry_after_s: float | None = None, **known: object) -> None:
        super().__init__(reason, **known)  # type: ignore[arg-type]
        self.retry_after_s = retry_after_s


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


class PlatformError(BridgeError):
    """Discord did not take a request. `status` and `code` are Discord's, 0 where unknown."""

    text_key = "error-platform"

    def __init__(self, reason: str, *, status: int = 0, code: int = 0) -> None:
        super().__init__(f"{reason} (status {status}, code {code})" if status else reason)
        self.status = status
        self.code = code


class PlatformBusy(PlatformError):
    """Discord limits, fails or can't be reached, or something between it and the bot answered.

    `retry_after_s` is how long to leave it alone.
    """

    retry_helps = True

    def __init__(
        self, reason: str, *, status: int = 0, code: int = 0, retry_after_s: float = 1.0
    ) -> None:
        super().__init__(reason, status=status, code=code)
        self.retry_after_s = retry_after_s


class PlatformForbidden(PlatformError):
    """The bot may not do this there: a permission is missing, or the thread is locked."""

    text_key = "error-platform-forbidden"


class PlaceGone(PlatformError):
    """The channel or thread does not exist any more."""


class MessageGone(PlaceGone):
    """The message does not exist any more; its channel does."""


class PlaceClosed(PlatformError):
    """The thread is archived or locked: what stands there can't be changed."""


class TextRefused(PlatformError):
    """Discord does not take this text, such as for the server's AutoMod; another it may take."""

    text_key = "error-text-refused"


class LinkRefused(TextRefused):
    """An address in the text is on Discord's list of harmful links."""


class PlatformRejected(PlatformError):
    """Discord calls the request invalid: a fault of this program."""


class SessionStartsUsedUp(PlatformError):
    """The bot has begun as many gateway sessions as Discord lets it; one more costs the token."""

    retry_helps = True

    def __init__(self, wait_s: float) -> None:
        super().__init__(
            f"no more sessions may be begun for {wait_s:.0f} s, or Discord resets the token"
        )
        self.wait_s = wait_s


class TurnGivenUp(BridgeError):
    """A turn that an earlier process left behind is not taken up again; `text_key` says why."""

    text_key = "given-up-crashing"

    def __init__(self, text_key: str) -> None:
        super().__init__(f"not taken up again: {text_key}")
        self.text_key = text_key


class TurnAbandoned(BridgeError):
    """A turn is over although its reader was not told why: Discord has refused that for weeks."""


class TurnInterrupted(BridgeError):
    """The bot stops while it answers; the turn is kept for the next start."""

    text_key = "ending-interrupted"


class UnexpectedFault(BridgeError):
    """A fault of this program ended a turn. What it was, with its traceback, is observed apart."""


class StoreError(BridgeError):
    """The database did not do what was asked of it."""

    text_key = "error-store"
    retry_helps = True


class StartError(BridgeError):
    """The bot cannot start. Its text is for the operator, on standard error."""

    exit_code: ClassVar[int] = 1


class SettingsInvalid(StartError):
    """Settings are missing or wrong; `problems` names all of them, one sentence each."""

    exit_code = 2

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class LoginRefused(StartError):
    """Discord refuses the token, or an intent that is not enabled."""

    exit_code = 3
