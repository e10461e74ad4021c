"""The settings of a server and of its channels, as values.

A setting can be made for the server, and for a channel or forum. What a channel does not set, its
server's setting says, and what neither sets is as the operator or the default has it. A thread is
under the settings of its channel or forum.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field


class Served(enum.StrEnum):
    """What the bot takes for a question in a channel."""

    MENTIONS = "mentions"
    """What mentions it, or replies to it."""
    MESSAGES = "messages"
    """Every message too, but for talk between members."""
    POSTS = "posts"
    """In a forum, each new post too."""
    NOTHING = "nothing"


class AnswerPlace(enum.StrEnum):
    """Where answers to questions in a channel go."""

    PUBLIC_THREAD = "public_thread"
    PRIVATE_THREAD = "private_thread"
    """A thread that only its asker and moderators see."""
    CHANNEL = "channel"


class SettingName(enum.StrEnum):
    """The settings. The values are stored."""

    SERVED = "served"
    ANSWER_PLACE = "answer_place"
    CHAT_BOT = "chat_bot"
    """The name of a chatbot of `CHAT_BOTS`."""
    LANGUAGE = "language"
    """The language of answers, as a code of the Chat API."""
    ASKER_ROLES = "asker_roles"
    """Who may ask: members with one of these roles; without any, everybody."""
    SHUT_OUT = "shut_out"
    """The members who may not ask. Those of the server may not in any channel."""
    MEMBER_QUESTIONS_PER_MINUTE = "member_questions_per_minute"
    MEMBER_QUESTIONS_PER_DAY = "member_questions_per_day"
    QUESTIONS_PER_DAY = "questions_per_day"
    """Of the server or of the channel, of all members together."""
    ARCHIVE_AFTER = "archive_after"
    """How long after their last message the bot's threads are archived, in minutes."""
    ARCHIVE_RESOLVED = "archive_resolved"
    """Whether a thread is archived once it is marked as resolved."""
    SHOW_SOURCES = "show_sources"
    SHOW_CONTROLS = "show_controls"
    FEEDBACK_CHANNEL = "feedback_channel"
    HELP_ROLE = "help_role"
    """The role that members can call to a conversation."""
    QUIET_AFTER_HELPER = "quiet_after_helper"
    """How long the bot keeps quiet after one of that role wrote in a conversation, in minutes."""
    PAUSED = "paused"
    """Whether nothing is asked for anybody there."""


OF_SERVER_ALONE = frozenset(
    {
        SettingName.MEMBER_QUESTIONS_PER_MINUTE,
        SettingName.MEMBER_QUESTIONS_PER_DAY,
        SettingName.PAUSED,
    }
)
"""What can't be set for a channel: it holds for a member, or for all, in the server as a whole."""

SettingValue = str | int | bool | frozenset[int]
"""What a setting is set to; the values of `Served` and `AnswerPlace` are texts too."""


@dataclass(frozen=True, slots=True)
class PlaceSettings:
    """What is in force in one channel, with its threads, or in direct messages.

    A limit of 0 is none; they are the server's own, beside those of the operator. A member's are
    counted in the server as a whole. `guild_questions_per_day` is what the server may ask, and
    `questions_per_day` what may be asked in this channel. `archive_after_min` is one of
    Discord's 60, 1440, 4320 and 10080, or None: as the channel has it. `chat_bot` is empty for that
    of `CHAT_BOT_UID`. The languages are those that the channel and the server have set, as codes of
    the Chat API. `help_role_id` is never the role of everybody, which has the server's id.
    """

    served: Served = Served.MENTIONS
    answer_place: AnswerPlace = AnswerPlace.PUBLIC_THREAD
    chat_bot: str = ""
    channel_language: str | None = None
    guild_language: str | None = None
    asker_role_ids: frozenset[int] = frozenset()
    shut_out_ids: frozenset[int] = frozenset()
    member_questions_per_minute: int = 0
    member_questions_per_day: int = 0
    guild_questions_per_day: int = 0
    questions_per_day: int = 0
    archive_after_min: int | None = None
    archive_resolved: bool = False
    show_sources: bool = True
    show_controls: bool = True
    feedback_channel_id: int | None = None
    help_role_id: int | None = None
    quiet_after_helper_min: int = 30
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """What a server has set. `version` grows with each change, and is 0 before the first.

    `values` has what is set by the id of the channel or forum, 0 for the server itself.
    """

    guild_id: int
    version: int = 0
    values: Mapping[int, Mapping[SettingName, SettingValue]] = field(default_factory=dict)

    @property
    def is_paused(self) -> bool:
        """Whether nothing is asked for anybody of the server."""
        return self._values(0).get(SettingName.PAUSED) is True

    def place(self, channel_id: int) -> PlaceSettings:
        """What is in force in a channel or forum, and in its threads: for these, `channel_id` is
        that of their channel or forum.
        """
        server, channel = self._values(0), self._values(channel_id)
        own, both = _Reader(channel), _Reader({**server, **channel})
        shut_out = _Reader(server).ids(SettingName.SHUT_OUT) | own.ids(SettingName.SHUT_OUT)
        help_role_id = both.number(SettingName.HELP_ROLE)
        quiet_min = both.number(SettingName.QUIET_AFTER_HELPER)
        return PlaceSettings(
            served=Served(both.word(SettingName.SERVED, Served.MENTIONS)),
            answer_place=AnswerPlace(
                both.word(SettingName.ANSWER_PLACE, AnswerPlace.PUBLIC_THREAD)
            ),
            chat_bot=both.word(SettingName.CHAT_BOT, ""),
            channel_language=own.word(SettingName.LANGUAGE, "") or None,
            guild_language=_Reader(server).word(SettingName.LANGUAGE, "") or None,
            asker_role_ids=both.ids(SettingName.ASKER_ROLES),
            shut_out_ids=shut_out,
            member_questions_per_minute=both.number(SettingName.MEMBER_QUESTIONS_PER_MINUTE) or 0,
            member_questions_per_day=both.number(SettingName.MEMBER_QUESTIONS_PER_DAY) or 0,
            guild_questions_per_day=_Reader(server).number(SettingName.QUESTIONS_PER_DAY) or 0,
            questions_per_day=own.number(SettingName.QUESTIONS_PER_DAY) or 0,
            archive_after_min=both.number(SettingName.ARCHIVE_AFTER),
            archive_resolved=both.flag(SettingName.ARCHIVE_RESOLVED, default=False),
            show_sources=both.flag(SettingName.SHOW_SOURCES, default=True),
            show_controls=both.flag(SettingName.SHOW_CONTROLS, default=True),
            feedback_channel_id=both.number(SettingName.FEEDBACK_CHANNEL) or None,
            help_role_id=None if help_role_id in {0, self.guild_id} else help_role_id,
            quiet_after_helper_min=30 if quiet_min is None else quiet_min,
            is_paused=self.is_paused,
        )

    def _values(self, channel_id: int) -> Mapping[SettingName, SettingValue]:
        return self.values.get(channel_id, {})


@dataclass(frozen=True, slots=True)
class SettingChange:
    """That a member has set something, or with `value` None that it is as the default has it again.

    `channel_id` is 0 for the server itself. `former` is what it was set to before. `at_s` is in
    seconds since the Unix epoch; `version` is that of the server's settings after the change.
    """

    guild_id: int
    channel_id: int
    name: SettingName
    value: SettingValue | None
    member_id: int
    former: SettingValue | None = None
    at_s: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads values, each of which has the type of its setting (`kinds.check`)."""

    values: Mapping[SettingName, SettingValue]

    def word(self, name: SettingName, default: str) -> str:
        value = self.values.get(name)
        return value if isinstance(value, str) else default

    def number(self, name: SettingName) -> int | None:
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def flag(self, name: SettingName, *, default: bool) -> bool:
        value = self.values.get(name)
        return value if isinstance(value, bool) else default

    def ids(self, name: SettingName) -> frozenset[int]:
        value = self.values.get(name)
        return value if isinstance(value, frozenset) else frozenset()
