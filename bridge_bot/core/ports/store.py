"""What the core needs of a store: one protocol for each aggregate."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple, Protocol

from bridge_bot.core.model import (
    Conversation,
    ConversationKey,
    MemberPreferences,
    Scope,
    ScopeKind,
)
from bridge_bot.core.ports.guild_settings_store import GuildSettingsStore
from bridge_bot.core.ports.handoff_store import HandoffStore
from bridge_bot.core.ports.source_store import SourceStore
from bridge_bot.core.ports.turn_store import TurnStore
from bridge_bot.core.ports.usage_store import UsageStore
from bridge_bot.core.ports.vote_store import VoteStore

NEWEST_ID = 2**63 - 1
"""Greater than the id of any question: Discord's ids have 63 bits."""


class ConversationStore(Protocol):
    """Stores conversations. Every method may raise `StoreError`."""

    async def get(self, key: ConversationKey) -> Conversation:
        """What is stored of a conversation; nothing but its key if nothing is."""

    async def key_of_message(self, message_id: int) -> ConversationKey | None:
        """The conversation in which a message is a question or a page of a reply."""

    async def set_uid(
        self,
        key: ConversationKey,
        conversation_uid: str | None,
        chat_bot: str = "",
        *,
        question_id: int = NEWEST_ID,
    ) -> None:
        """Store the uid that this chatbot of the Chat API gave the conversation, in place of any
        before. None: the API does not know the one before any more, and gave no other.

        Nothing changes if the conversation has begun anew since this question was asked.
        """

    async def replace_uid(
        self,
        key: ConversationKey,
        former: str | None,
        conversation_uid: str,
        chat_bot: str = "",
        *,
        question_id: int = NEWEST_ID,
    ) -> None:
        """The same if `former` is still what is stored: no later question has got another."""

    async def begin_anew(self, key: ConversationKey, after_id: int) -> None:
        """Forget the uid of a conversation and its chatbot, also the uid that an earlier question
        than that id still gets. Its language stays.
        """

    async def set_language(self, key: ConversationKey, code: str | None) -> None:
        """Store the language that was chosen for this conversation, as a code of the Chat API;
        None: it has none of its own any more.
        """


class CountedRequest(NamedTuple):
    """What counting a request came to.

    The scope that `refused_by` names had reached its limit before, and the request does not count.
    `reached` are the scopes that have reached their limit now, by it or before.
    """

    refused_by: Scope | None = None
    reached: tuple[Scope, ...] = ()


class RequestCountStore(Protocol):
    """Counts the requests of each day, which is counted from the Unix epoch. Every method may
    raise `StoreError`.
    """

    async def count(self, day: int, limits: Mapping[Scope, int]) -> CountedRequest:
        """Count a request in each of these scopes, or in none: if one has reached its limit.

        0: no limit. Of several processes that count at once, none exceeds a limit.
        """

    async def note_reached(self, day: int, kind: ScopeKind) -> bool:
        """Note that a limit of this kind is reached on that day; False if that was noted before, by
        whichever process.
        """

    async def take_back(self, day: int, scopes: Collection[Scope]) -> None:
        """Count one request less in each of these scopes."""

    async def get(self, day: int, scopes: Collection[Scope]) -> dict[Scope, int]:
        """How many requests were counted in these scopes; those without any are left out."""

    async def forget_before(self, day: int) -> None:
        """Remove what was counted on earlier days."""


class PauseStore(Protocol):
    """The operator's switch. Every method may raise `StoreError`."""

    async def paused_since(self) -> int | None:
        """When the bot was paused, in seconds since the Unix epoch; None: it is not."""


class OptOutStore(Protocol):
    """The members who forbade that their messages are read or quoted. Every method may raise
    `StoreError`.
    """

    async def among(self, member_ids: Collection[int]) -> frozenset[int]:
        """Those of these members who have opted out."""

    async def opt_out(self, member_id: int) -> None:
        """Store that a member has opted out, and remove the texts of their unfinished questions."""

    async def opt_in(self, member_id: int) -> None:
        """Store that a member has not opted out any more."""

    async def note_told(self, member_id: int) -> bool:
        """Store that a member is told that they have opted out; False if they were told before."""


class PreferenceStore(Protocol):
    """How members want to be spoken to. Every method may raise `StoreError`."""

    async def get(self, member_id: int) -> MemberPreferences:
        """What is stored of a member."""

    async def set_language(self, member_id: int, code: str | None) -> None:
        """Store the language that a member chose for themselves; None: none any more."""

    async def set_locale(self, member_id: int, locale: str) -> None:
        """Store the locale that an interaction of a member has shown. If it is stored already,
        nothing is written.
        """


class DisclosureStore(Protocol):
    """Which answer has told a member that a machine answers. Every method may raise
    `StoreError`.
    """

    async def claim(self, member_id: int, turn_id: int) -> bool:
        """Whether the answer of this turn is the one that tells the member: it is if none has,
        and if it is asked again. Of several that claim it at once, one gets it.
        """

    async def release(self, member_id: int, turn_id: int) -> None:
        """The answer of this turn did not tell the member: another one may."""


class Store(Protocol):
    """What has to outlive the process."""

    @property
    def conversations(self) -> ConversationStore:
        """The conversations."""

    @property
    def turns(self) -> TurnStore:
        """The turns, with the messages of their replies."""

    @property
    def sources(self) -> SourceStore:
        """The sources of answers."""

    @property
    def requests(self) -> RequestCountStore:
        """The requests of each day."""

    @property
    def pauses(self) -> PauseStore:
        """The operator's switch."""

    @property
    def guild_settings(self) -> GuildSettingsStore:
        """The settings of servers."""

    @property
    def opt_outs(self) -> OptOutStore:
        """The members who have opted out."""

    @property
    def preferences(self) -> PreferenceStore:
        """How members want to be spoken to."""

    @property
    def handoffs(self) -> HandoffStore:
        """The calls for help, and where the bot keeps quiet."""

    @property
    def disclosures(self) -> DisclosureStore:
        """The members who were told that a machine answers."""

    @property
    def votes(self) -> VoteStore:
        """What members think of answers."""

    @property
    def usage(self) -> UsageStore:
        """How much the bot is used."""
