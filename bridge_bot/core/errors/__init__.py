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
    │   ├── PlatformBusy            429, 5xx, no connection, or not Discord's answer: a retry helps
    │   ├── PlatformForbidden       no permission, or locked
    │   ├── PlaceGone               the channel or thread is deleted
    │   │   └── MessageGone         only the message is
    │   ├── PlaceClosed             the thread is archived or locked
    │   ├── TextRefused             a filter of Discord's does not let this text through
    │   │   └── LinkRefused         because of an address in it
    │   ├── PrivateThreadRefused    an answer that has to be private can't be shown
    │   ├── PlatformRejected        refused as invalid: a fault of ours
    │   └── SessionStartsUsedUp     no gateway session may be begun for now
    ├── SettingsOutdated            a server's settings were changed by somebody else meanwhile
    ├── RequestRefused              nothing is sent to the Chat API, and nothing paid
    │   ├── LimitReached            a limit of the day is reached
    │   ├── GuildPaused             the server has paused the bot
    │   └── QuotationWithdrawn      the author of all that it says forbids that meanwhile
    ├── TurnGivenUp                 a turn that is not taken up again after a crash
    ├── TurnAbandoned               a turn that is over without a notice, which Discord has refused
    ├── TurnInterrupted             the bot stops; the next start goes on with the turn
    ├── TurnTakenOver               another process goes on with the turn
    ├── AskerOptedOut               who asked forbids now that their messages are read
    ├── QuestionDeleted             the message that asked was deleted
    ├── QuestionEdited              the question has another text, which is asked instead
    ├── TurnStopped                 its asker has stopped the answer
    │   └── TurnStoppedByModerator  somebody else has, who may manage messages there
    ├── QuestionGone                a question to be asked again can't be read any more
    ├── TooMuchToRetry              too many operations wait already to be tried again
    ├── UnexpectedFault             a fault of this program, which is observed by itself
    ├── StoreError                  the database did not do it
    │   └── StoreUnreachable        its server can't be reached now
    └── StartError                  cannot start; carries the exit code
        ├── SettingsInvalid         2: settings are missing or wrong
        └── LoginRefused            3: token or intents, refused by Discord

Each carries three things: `text_key`, what the user sees (a key of `texts`, never an exception's
text); `str(error)`, what the log says; and `retry_helps`, whether the same may succeed later. None
of them ever holds a secret, a question or an answer.
"""

from __future__ import annotations

from bridge_bot.core.errors.answer import AnswerBrokenOff as AnswerBrokenOff
from bridge_bot.core.errors.answer import AnswerError as AnswerError
from bridge_bot.core.errors.answer import AnswerMalformed as AnswerMalformed
from bridge_bot.core.errors.answer import AnswerTooLong as AnswerTooLong
from bridge_bot.core.errors.answer import ApiBotUnknown as ApiBotUnknown
from bridge_bot.core.errors.answer import ApiBusy as ApiBusy
from bridge_bot.core.errors.answer import ApiConnectionLost as ApiConnectionLost
from bridge_bot.core.errors.answer import ApiRateLimited as ApiRateLimited
from bridge_bot.core.errors.answer import ApiRefused as ApiRefused
from bridge_bot.core.errors.answer import ApiRejected as ApiRejected
from bridge_bot.core.errors.answer import ApiTimeout as ApiTimeout
from bridge_bot.core.errors.answer import ApiUnreachable as ApiUnreachable
from bridge_bot.core.errors.answer import IntermediaryRefused as IntermediaryRefused
from bridge_bot.core.errors.base import AskerOptedOut as AskerOptedOut
from bridge_bot.core.errors.base import BridgeError as BridgeError
from bridge_bot.core.errors.base import GuildPaused as GuildPaused
from bridge_bot.core.errors.base import LimitReached as LimitReached
from bridge_bot.core.errors.base import QuestionDeleted as QuestionDeleted
from bridge_bot.core.errors.base import QuestionEdited as QuestionEdited
from bridge_bot.core.errors.base import QuestionGone as QuestionGone
from bridge_bot.core.errors.base import QuotationWithdrawn as QuotationWithdrawn
from bridge_bot.core.errors.base import RequestRefused as RequestRefused
from bridge_bot.core.errors.base import SettingsOutdated as SettingsOutdated
from bridge_bot.core.errors.base import StoreError as StoreError
from bridge_bot.core.errors.base import StoreUnreachable as StoreUnreachable
from bridge_bot.core.errors.base import TooMuchToRetry as TooMuchToRetry
from bridge_bot.core.errors.base import TurnAbandoned as TurnAbandoned
from bridge_bot.core.errors.base import TurnGivenUp as TurnGivenUp
from bridge_bot.core.errors.base import TurnInterrupted as TurnInterrupted
from bridge_bot.core.errors.base import TurnStopped as TurnStopped
from bridge_bot.core.errors.base import TurnStoppedByModerator as TurnStoppedByModerator
from bridge_bot.core.errors.base import TurnTakenOver as TurnTakenOver
from bridge_bot.core.errors.base import UnexpectedFault as UnexpectedFault
from bridge_bot.core.errors.platform import LinkRefused as LinkRefused
from bridge_bot.core.errors.platform import MessageGone as MessageGone
from bridge_bot.core.errors.platform import PlaceClosed as PlaceClosed
from bridge_bot.core.errors.platform import PlaceGone as PlaceGone
from bridge_bot.core.errors.platform import PlatformBusy as PlatformBusy
from bridge_bot.core.errors.platform import PlatformError as PlatformError
from bridge_bot.core.errors.platform import PlatformForbidden as PlatformForbidden
from bridge_bot.core.errors.platform import PlatformRejected as PlatformRejected
from bridge_bot.core.errors.platform import PrivateThreadRefused as PrivateThreadRefused
from bridge_bot.core.errors.platform import SessionStartsUsedUp as SessionStartsUsedUp
from bridge_bot.core.errors.platform import TextRefused as TextRefused
from bridge_bot.core.errors.start import LoginRefused as LoginRefused
from bridge_bot.core.errors.start import SettingsInvalid as SettingsInvalid
from bridge_bot.core.errors.start import StartError as StartError
