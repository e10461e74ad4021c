"""What happens, as values: one frozen class for each thing that is worth a log line or a metric.

An event is passed to an `Observe`, which `instrumentation` provides. No event holds any text of a
question or an answer. Ids are in fields of their own, never in a sentence, so that a log can find
the lines of one kind. The `origin` of an event is that of the question it is about.
"""

from __future__ import annotations

from collections.abc import Callable

from bridge_bot.core.events.operation import Operation as Operation
from bridge_bot.core.events.operation import OperationFailed as OperationFailed
from bridge_bot.core.events.operation import Outlook as Outlook
from bridge_bot.core.events.people import HelpRoleUnreachable as HelpRoleUnreachable
from bridge_bot.core.events.questions import AnswerBegan as AnswerBegan
from bridge_bot.core.events.questions import AskedAgain as AskedAgain
from bridge_bot.core.events.questions import QuestionAccepted as QuestionAccepted
from bridge_bot.core.events.questions import QuestionDelayed as QuestionDelayed
from bridge_bot.core.events.questions import QuestionRefused as QuestionRefused
from bridge_bot.core.events.questions import ReplyOpened as ReplyOpened
from bridge_bot.core.events.questions import TurnEnded as TurnEnded
from bridge_bot.core.events.questions import VoteCast as VoteCast
from bridge_bot.core.events.requests import AnswerReached as AnswerReached
from bridge_bot.core.events.requests import GatewayDeaf as GatewayDeaf
from bridge_bot.core.events.requests import GatewayHeard as GatewayHeard
from bridge_bot.core.events.requests import RequestEnded as RequestEnded
from bridge_bot.core.events.requests import RequestPermitted as RequestPermitted
from bridge_bot.core.events.requests import ShardsClaimed as ShardsClaimed
from bridge_bot.core.events.requests import ShardsElsewhere as ShardsElsewhere
from bridge_bot.core.events.services import AccessBack as AccessBack
from bridge_bot.core.events.services import AccessLost as AccessLost
from bridge_bot.core.events.services import ChatBotMissing as ChatBotMissing
from bridge_bot.core.events.services import Connected as Connected
from bridge_bot.core.events.services import EventSkipped as EventSkipped
from bridge_bot.core.events.services import LimitScope as LimitScope
from bridge_bot.core.events.services import RequestLimited as RequestLimited
from bridge_bot.core.events.services import Service as Service
from bridge_bot.core.events.services import ServiceBack as ServiceBack
from bridge_bot.core.events.services import ServiceLost as ServiceLost
from bridge_bot.core.events.spending import AskingPaused as AskingPaused
from bridge_bot.core.events.spending import AskingResumed as AskingResumed
from bridge_bot.core.events.spending import DailyLimitReached as DailyLimitReached

Event = (
    AccessBack
    | AccessLost
    | AnswerBegan
    | AnswerReached
    | AskedAgain
    | AskingPaused
    | AskingResumed
    | ChatBotMissing
    | Connected
    | DailyLimitReached
    | EventSkipped
    | GatewayDeaf
    | GatewayHeard
    | HelpRoleUnreachable
    | OperationFailed
    | QuestionAccepted
    | QuestionDelayed
    | QuestionRefused
    | ReplyOpened
    | RequestEnded
    | RequestLimited
    | RequestPermitted
    | ServiceBack
    | ServiceLost
    | ShardsClaimed
    | ShardsElsewhere
    | TurnEnded
    | VoteCast
)

Observe = Callable[[Event], None]
"""Hands an event on; returns at once, and raises nothing."""


def unobserved(_: Event) -> None:
    """Drops an event, where a part is used without anything that observes it."""
