"""What the core needs of the outside: a platform, a source of answers, a store.

Protocols, so that nothing outside inherits from the core; few and narrow, so that a second chat
platform or a second answer source is an afternoon's work. Time is not among them: the core waits
by asyncio alone, and the event loop is the clock.
"""

from __future__ import annotations

from bridge_bot.core.ports.guild_settings_store import GuildSettingsStore as GuildSettingsStore
from bridge_bot.core.ports.guild_settings_store import LatestSettings as LatestSettings
from bridge_bot.core.ports.handoff_store import CallAgain as CallAgain
from bridge_bot.core.ports.handoff_store import HandoffStore as HandoffStore
from bridge_bot.core.ports.handoff_store import LatestQuietTimes as LatestQuietTimes
from bridge_bot.core.ports.member_data_store import Forgotten as Forgotten
from bridge_bot.core.ports.member_data_store import MemberDataStore as MemberDataStore
from bridge_bot.core.ports.member_data_store import MemberRows as MemberRows
from bridge_bot.core.ports.platform import ExistingReply as ExistingReply
from bridge_bot.core.ports.platform import Platform as Platform
from bridge_bot.core.ports.platform import Priority as Priority
from bridge_bot.core.ports.platform import TaggedThread as TaggedThread
from bridge_bot.core.ports.removal_store import OldRowsStore as OldRowsStore
from bridge_bot.core.ports.removal_store import PlacesStore as PlacesStore
from bridge_bot.core.ports.source import Allowance as Allowance
from bridge_bot.core.ports.source import AnswerSource as AnswerSource
from bridge_bot.core.ports.source_store import SourceStore as SourceStore
from bridge_bot.core.ports.store import ConversationStore as ConversationStore
from bridge_bot.core.ports.store import CountedRequest as CountedRequest
from bridge_bot.core.ports.store import DisclosureStore as DisclosureStore
from bridge_bot.core.ports.store import OptOutStore as OptOutStore
from bridge_bot.core.ports.store import PauseStore as PauseStore
from bridge_bot.core.ports.store import PreferenceStore as PreferenceStore
from bridge_bot.core.ports.store import RequestCountStore as RequestCountStore
from bridge_bot.core.ports.store import Store as Store
from bridge_bot.core.ports.turn_store import ReplyMessage as ReplyMessage
from bridge_bot.core.ports.turn_store import TurnStore as TurnStore
from bridge_bot.core.ports.usage_store import UsageStore as UsageStore
from bridge_bot.core.ports.vote_store import VoteStore as VoteStore
