"""The terms of the product, as values: member, question, conversation, turn, message, answer.

Everything here is frozen and free of any library, so that each outer package can speak of the
same things without knowing the others.
"""

from __future__ import annotations

from bridge_bot.core.model.answer import AnswerDelayed as AnswerDelayed
from bridge_bot.core.model.answer import AnswerEvent as AnswerEvent
from bridge_bot.core.model.answer import AnswerHeader as AnswerHeader
from bridge_bot.core.model.answer import AnswerRetried as AnswerRetried
from bridge_bot.core.model.answer import AnswerText as AnswerText
from bridge_bot.core.model.answer import ChatRequest as ChatRequest
from bridge_bot.core.model.answer import DelayReason as DelayReason
from bridge_bot.core.model.control import Button as Button
from bridge_bot.core.model.control import Control as Control
from bridge_bot.core.model.handoff import UNTIL_RESUMED_S as UNTIL_RESUMED_S
from bridge_bot.core.model.handoff import HelpCall as HelpCall
from bridge_bot.core.model.handoff import QuietTime as QuietTime
from bridge_bot.core.model.message import ChannelDestination as ChannelDestination
from bridge_bot.core.model.message import Destination as Destination
from bridge_bot.core.model.message import File as File
from bridge_bot.core.model.message import InteractionDestination as InteractionDestination
from bridge_bot.core.model.message import OutgoingMessage as OutgoingMessage
from bridge_bot.core.model.message import ShownMessage as ShownMessage
from bridge_bot.core.model.preferences import MemberPreferences as MemberPreferences
from bridge_bot.core.model.question import Attachment as Attachment
from bridge_bot.core.model.question import Conversation as Conversation
from bridge_bot.core.model.question import ConversationKey as ConversationKey
from bridge_bot.core.model.question import IncomingQuestion as IncomingQuestion
from bridge_bot.core.model.question import Member as Member
from bridge_bot.core.model.question import Origin as Origin
from bridge_bot.core.model.question import Question as Question
from bridge_bot.core.model.question import RecentQuestion as RecentQuestion
from bridge_bot.core.model.question import response_conversation as response_conversation
from bridge_bot.core.model.scope import EVERYTHING as EVERYTHING
from bridge_bot.core.model.scope import Scope as Scope
from bridge_bot.core.model.scope import ScopeKind as ScopeKind
from bridge_bot.core.model.scope import scopes_of as scopes_of
from bridge_bot.core.model.source import NumberedSource as NumberedSource
from bridge_bot.core.model.source import Source as Source
from bridge_bot.core.model.turn import FINISHED as FINISHED
from bridge_bot.core.model.turn import TRANSITIONS as TRANSITIONS
from bridge_bot.core.model.turn import ForeignTurn as ForeignTurn
from bridge_bot.core.model.turn import KeptTurn as KeptTurn
from bridge_bot.core.model.turn import StopReason as StopReason
from bridge_bot.core.model.turn import Turn as Turn
from bridge_bot.core.model.turn import TurnState as TurnState
from bridge_bot.core.model.turn import UnfinishedTurn as UnfinishedTurn
from bridge_bot.core.model.vote import MemberVote as MemberVote
from bridge_bot.core.model.vote import Vote as Vote
from bridge_bot.core.model.vote import VoteEffect as VoteEffect
from bridge_bot.core.model.vote import VoteExplanation as VoteExplanation
from bridge_bot.core.model.vote import VoteReason as VoteReason
