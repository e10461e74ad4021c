"""Questions: who asks, where, and in which conversation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NamedTuple, NewType

from bridge_bot.core.fairness.fair_queue import Flow
from bridge_bot.core.model.message import ChannelDestination, InteractionDestination

ConversationKey = NewType("ConversationKey", str)
"""What a conversation is known by: the id of its thread or direct-message channel or, where
there are no threads, of the question that began the reply chain. A thread that is opened on a
message has that message's id, so both cases agree on the key even if a thread comes late. See also
`response_conversation`."""


_MEMBER_END = ":"


def response_conversation(member_id: int, channel_id: int) -> ConversationKey:
    """The key of what a member asks in a channel where only they see the answers."""
    return ConversationKey(f"{member_id}{_MEMBER_END}{channel_id}")


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is stored of a conversation: the Chat API's uid of it, once it gave one, and the
    language that a member chose, as a code of the Chat API.

    `chat_bot` is the name of the chatbot that knows that uid; empty: that of `CHAT_BOT_UID`. Only
    questions with ids greater than `begins_after`, that of the last `/new`, belong to it.
    """

    key: ConversationKey
    conversation_uid: str | None = None
    language: str | None = None
    chat_bot: str = ""
    begins_after: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """Who asks. The roles are never stored."""

    id: int
    role_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a question comes from, by ids alone: for what is logged of it.

    `guild_id` is the server's, None in a direct message.
    """

    question_id: int
    guild_id: int | None
    channel_id: int
    member_id: int


@dataclass(frozen=True, slots=True)
class Question:
    """One question of one member. Its id is that of a message or an interaction.

    `asked_in` is where it was asked. If `thread_on` is the id of a message there, the answer goes
    into a thread on that message; otherwise it goes to `asked_in` itself. `guild_id` is the
    server's, None in a direct message. `language` is the one that it is answered in, as a code of
    the Chat API, and `locale` Discord's name of the one that the bot itself speaks beside the
    answer: until the language is chosen, that of the server or of the interaction. `parent_id` is
    the channel or forum of the thread that it was asked in, None outside of threads. `note` is what
    the asker is told above the answer, such as that a file could not be read. `quoted_ids` are the
    members whose words it quotes, and `own_text` is its text without those. None of the three is
    stored, nor is the language: a later process chooses it once more. With a `response` only its
    asker sees the answer: it goes into the responses to that interaction, and nowhere else. Its
    token is not stored either, so a later process can't answer the question, nor tell its asker
    anything.
    """

    id: int
    conversation: ConversationKey
    text: str
    asker: Member
    asked_in: ChannelDestination
    guild_id: int | None = None
    thread_on: int | None = None
    locale: str | None = None
    language: str | None = None
    parent_id: int | None = None
    note: str = ""
    quoted_ids: frozenset[int] = frozenset()
    own_text: str = ""
    response: InteractionDestination | None = None

    @property
    def is_for_asker_alone(self) -> bool:
        """Whether its answer goes into the responses to an interaction, as `response` says, also if
        an earlier process knew that interaction.
        """
        return _MEMBER_END in self.conversation

    @property
    def has_lost_response(self) -> bool:
        """Whether only an earlier process knew the interaction that its answer was to go to."""
        return self.response is None and self.is_for_asker_alone

    @property
    def place_id(self) -> int:
        """The channel or forum whose settings hold for it."""
        return self.parent_id or self.asked_in.channel_id

    @property
    def flow(self) -> Flow:
        """What it takes turns with others as, where many wait."""
        return Flow.of(self.guild_id, self.asked_in.channel_id)

    @property
    def origin(self) -> Origin:
        """Where it comes from, for what is logged of it."""
        return Origin(self.id, self.guild_id, self.asked_in.channel_id, self.asker.id)


class RecentQuestion(NamedTuple):
    """A question that some process accepted `age_s` seconds ago; `guild_id` as in `Question`,
    `attempt` as in `IncomingQuestion`.
    """

    id: int
    guild_id: int | None
    age_s: float
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that was sent with a question, or a sticker or a poll, of which Discord tells no size
    and no type.
    """

    name: str
    url: str
    size_bytes: int | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class IncomingQuestion:
    """A question that has still to be accepted or refused, with what that depends on. Its text may
    be empty.

    `guild_ids` are the servers that its member asks as a member of: the one where it was asked or,
    in a direct message, those of the allowed servers that the member belongs to. `asked_at_s` is
    when it was asked by Discord's clock, in seconds since the Unix epoch. One that `is_missed` was
    asked while the bot was away, and was found by reading. One that `is_to_all` did not turn to the
    bot, and is a question because every message or post there is one. `find_role_ids` looks up the
    roles of its member, where they are not known. Asked again it is a further `attempt`. One that
    `has_place` takes that of an attempt which is under way, and makes no queue longer.
    `shown_locale` is that in which its member uses Discord, where an interaction has shown it.
    """

    question: Question
    guild_ids: frozenset[int]
    asked_at_s: float
    is_missed: bool = False
    is_to_all: bool = False
    attempt: int = 1
    has_place: bool = False
    shown_locale: str | None = None
    find_role_ids: Callable[[], Awaitable[frozenset[int]]] | None = None
