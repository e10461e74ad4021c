"""The objects of Discord as plain records: guilds, channels, members, messages, interactions.

They are called as in Discord's documentation and compared by identity. Only `actions` and
`members` change them; a test reads them. Times are seconds since 1970.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from bridge_bot.sandbox.discord.enums import (
    ChannelType,
    CommandType,
    InteractionType,
    MessageFlag,
    MessageType,
)
from bridge_bot.sandbox.discord.errors import Json, discord_error
from bridge_bot.sandbox.discord.model.message_content import MentionedIds, VisibleContent
from bridge_bot.sandbox.discord.model.thread_state import ForumState, ThreadState


@dataclass(slots=True, eq=False)
class User:
    """An account, of a person or a bot. Its Discord's `locale` may be left to whoever uses it."""

    id: int
    name: str
    bot: bool = False
    accepts_dms: bool = True
    locale: str | None = None
    dm: Channel | None = None


@dataclass(slots=True, eq=False)
class Role:
    """A role of a guild. The one with the guild's own id is @everyone."""

    id: int
    name: str
    permissions: int = 0
    mentionable: bool = False
    position: int = 1
    bot_id: int | None = None


@dataclass(slots=True, eq=False)
class Member:
    """A user in a guild."""

    user: User
    guild: Guild
    roles: list[Role]
    joined_at: float
    nick: str | None = None
    timed_out_until: float | None = None
    """The end of a time-out. Until a moderator ends it, it holds whatever the time is."""

    @property
    def id(self) -> int:
        """The user's id."""
        return self.user.id

    @property
    def name(self) -> str:
        """What the others see."""
        return self.nick or self.user.name


@dataclass(slots=True, eq=False)
class Guild:
    """A server."""

    id: int
    name: str
    owner_id: int
    joined_at: float
    locale: str = "en-US"
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    """Channels without the threads; those stand in `threads`."""
    threads: dict[int, Channel] = field(default_factory=dict)
    unavailable: bool = False


class Overwrite(NamedTuple):
    """The permissions that a channel gives to a member, and those that it takes."""

    allow: int = 0
    deny: int = 0


class Typing(NamedTuple):
    """Somebody began to type: when (seconds since 1970), and who."""

    at: float
    user_id: int


@dataclass(slots=True, eq=False)
class Channel:
    """A channel, direct-message channel or thread."""

    id: int
    type: ChannelType
    name: str
    guild: Guild | None = None
    parent: Channel | None = None
    thread: ThreadState | None = None
    forum: ForumState | None = None
    recipients: tuple[User, ...] = ()
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    """By the id of the member; the sandbox has none for roles."""
    slow_mode_s: int = 0
    """Between two messages of a member; in a forum between two posts."""
    thread_slow_mode_s: int = 0
    """The slow mode that threads begin with here."""
    archive_after_min: int | None = None
    """What clients, not the API, propose for new threads here: when they are archived."""
    position: int = 0
    topic: str | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    """Every message ever, deleted and ephemeral ones too, in order."""
    typing: list[Typing] = field(default_factory=list)
    deleted: bool = False

    @property
    def guild_or_error(self) -> Guild:
        """The guild it is in. Raises 50003 for a direct-message channel, which is in none."""
        if self.guild is None:
            raise discord_error(50003)
        return self.guild

    @property
    def thread_or_error(self) -> ThreadState:
        """What it has as a thread. Raises 50024 for a channel that is none."""
        if self.thread is None:
            raise discord_error(50024)
        return self.thread

    @property
    def forum_or_error(self) -> ForumState:
        """What it has as a forum. Raises 50024 for a channel that is none."""
        if self.forum is None:
            raise discord_error(50024)
        return self.forum

    @property
    def archived(self) -> bool:
        """Whether this is an archived thread."""
        return self.thread is not None and self.thread.archived

    @property
    def locked(self) -> bool:
        """Whether this is a locked thread."""
        return self.thread is not None and self.thread.locked


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that comes with a message; `key` is the number by which the body refers to it."""

    key: str
    filename: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file at a message."""

    id: int
    filename: str
    content_type: str
    data: bytes
    description: str | None = None


@dataclass(slots=True, eq=False)
class Message:
    """A message, with everything that was ever to be seen of it."""

    id: int
    channel: Channel
    author: User
    at: float
    content: str = ""
    type: MessageType = MessageType.DEFAULT
    flags: int = 0
    nonce: str | int | None = None
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    reply_to: Message | None = None
    forwarded: Message | None = None
    """A copy of what it forwards, as that was then; it has the other's id and channel."""
    mentions: MentionedIds = field(default_factory=MentionedIds)
    """Whom the present content mentions, after `allowed_mentions`."""
    notified: MentionedIds = field(default_factory=MentionedIds)
    """Who got a notification. Edits give none."""
    pinged: MentionedIds = field(default_factory=MentionedIds)
    """Whom the message mentioned at any time, edits included, after `allowed_mentions`. It has to
    be empty where a bot may ping nobody, although an edit only highlights."""
    states: list[VisibleContent] = field(default_factory=list)
    edited_at: float | None = None
    deleted_at: float | None = None
    reactions: dict[str, list[int]] = field(default_factory=dict)
    interaction: Interaction | None = None
    only_for: int | None = None
    """The user who alone can see it, of an ephemeral message."""
    webhook_id: int | None = None
    thread: Channel | None = None

    @property
    def deleted(self) -> bool:
        """Whether it is gone."""
        return self.deleted_at is not None

    @property
    def ephemeral(self) -> bool:
        """Whether only one member sees it."""
        return self.only_for is not None

    @property
    def loading(self) -> bool:
        """Whether it is a deferred response that is still "thinking"."""
        return bool(self.flags & MessageFlag.LOADING)


@dataclass(slots=True, eq=False)
class Interaction:
    """One use of a command, a component or a modal, and how the bot answered it."""

    id: int
    token: str
    type: InteractionType
    user: User
    channel: Channel
    data: Json
    at: float
    name: str = ""
    """The command, with its subcommands; empty for a component or a modal."""
    locale: str = "en-US"
    user_install: bool = False
    message: Message | None = None
    """The message whose component was used, or led to the modal that was submitted."""
    triggered_by: Interaction | None = None
    """What the bot answered with the modal that was submitted."""
    acknowledged_at: float | None = None
    response_type: int | None = None
    """How it was acknowledged: an `InteractionCallbackType`."""
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    choices: list[Json] | None = None
    modal: Json | None = None

    @property
    def command_type(self) -> CommandType:
        """Of what type the command is that was used."""
        return CommandType(self.data.get("type", CommandType.CHAT_INPUT))

    @property
    def acknowledged(self) -> bool:
        """Whether the bot answered it at all."""
        return self.acknowledged_at is not None

    @property
    def responses(self) -> list[Message]:
        """The messages that answer it, the first response first."""
        first = [] if self.original is None else [self.original]
        return first + self.followups
