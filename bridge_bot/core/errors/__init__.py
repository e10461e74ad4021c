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

Each carries two things: `text_key`, what the user sees (a key of `texts`, never an exception's
text), and `str(error)`, what the log says. None of them ever holds a secret, a question or an
answer.
"""

from __future__ import annotations

from bridge_bot.core.errors.answer import (
    AnswerBrokenOff,
    AnswerError,
    AnswerMalformed,
    AnswerTooLong,
    ApiBotUnknown,
    ApiBusy,
    ApiConnectionLost,
    ApiRateLimited,
    ApiRefused,
    ApiRejected,
    ApiTimeout,
    ApiUnreachable,
    IntermediaryRefused,
)
from bridge_bot.core.errors.base import (
    BridgeError,
    StoreError,
    TurnAbandoned,
    TurnGivenUp,
    TurnInterrupted,
    UnexpectedFault,
)
from bridge_bot.core.errors.platform import (
    LinkRefused,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
    SessionStartsUsedUp,
    TextRefused,
)
from bridge_bot.core.errors.start import (
    LoginRefused,
    SettingsInvalid,
    StartError,
)

__all__ = [
    "AnswerBrokenOff",
    "AnswerError",
    "AnswerMalformed",
    "AnswerTooLong",
    "ApiBotUnknown",
    "ApiBusy",
    "ApiConnectionLost",
    "ApiRateLimited",
    "ApiRefused",
    "ApiRejected",
    "ApiTimeout",
    "ApiUnreachable",
    "BridgeError",
    "IntermediaryRefused",
    "LinkRefused",
    "LoginRefused",
    "MessageGone",
    "PlaceClosed",
    "PlaceGone",
    "PlatformBusy",
    "PlatformError",
    "PlatformForbidden",
    "PlatformRejected",
    "SessionStartsUsedUp",
    "SettingsInvalid",
    "StartError",
    "StoreError",
    "TextRefused",
    "TurnAbandoned",
    "TurnGivenUp",
    "TurnInterrupted",
    "UnexpectedFault",
]
