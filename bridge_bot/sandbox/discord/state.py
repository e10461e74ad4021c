"""Everything that exists in one sandbox, where to find it, and who listens to changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bridge_bot.sandbox.discord.errors import Json, discord_error
from bridge_bot.sandbox.discord.model import (
    Attachment,
    Channel,
    Guild,
    Interaction,
    Member,
    Message,
    User,
)
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.snowflakes import Snowflakes

GUILDS = 1 << 0
GUILD_MEMBERS = 1 << 1
GUILD_PRESENCES = 1 << 8
GUILD_MESSAGES = 1 << 9
GUILD_REACTIONS = 1 << 10
GUILD_TYPING = 1 << 11
DIRECT_MESSAGES = 1 << 12
DIRECT_REACTIONS = 1 << 13
DIRECT_TYPING = 1 << 14
MESSAGE_CONTENT = 1 << 15

Intents = tuple[int, int]
"""The intents that an event needs: in a guild, and in a direct-message channel."""
MESSAGES: Intents = (GUILD_MESSAGES, DIRECT_MESSAGES)
REACTIONS: Intents = (GUILD_REACTIONS, DIRECT_REACTIONS)
TYPING: Intents = (GUILD_TYPING, DIRECT_TYPING)


@dataclass(frozen=True, slots=True)
class Event:
    """One event of Discord's gateway."""

    name: str
    data: Json
    intents: int = 0
    """A session gets it if it asked for any of these; 0: every session does."""
    guild_id: int | None = None
    message: Message | None = None
    for_bot: bool = True
    """Whether the bot may see where it happened, and so gets it."""


Listener = Callable[[Event], None]


@dataclass(slots=True)
class WorldState:
    """What exists. Every lookup raises `DiscordError` for what does not."""

    now: Callable[[], float]
    ids: Snowflakes
    bot: User
    users: dict[int, User] = field(default_factory=dict)
    guilds: dict[int, Guild] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    nonces: dict[tuple[int, int, str], Message] = field(default_factory=dict)
    files: dict[int, Attachment] = field(default_factory=dict)
    commands: dict[int, Json] = field(default_factory=dict)
    app_user_ids: set[int] = field(default_factory=set)
    """Who added the bot to their account ("user install")."""
    interactions: dict[str, Interaction] = field(default_factory=dict)
    """By their token."""
    listeners: list[Listener] = field(default_factory=list)
    files_url: str = "http://127.0.0.1/attachments"
    active_threads_limit: int = 1000
    """Active threads that a guild may have (observed: about 1,000); more give 160006."""
    nonce_kept_s: float = 300.0
    """How long a nonce is known. Discord says "the past few minutes"."""
    response_within_s: float = 3.0
    """Seconds in which an interaction has to be acknowledged (Discord's documentation)."""
    token_valid_s: float = 900.0
    """Seconds for which an interaction's token is good (Discord's documentation)."""
    old_edits: list[tuple[float, int]] = field(default_factory=list)
    """When, and in which channel, messages older than an hour were edited lately."""

    def dispatch(self, event: Event) -> None:
        """Call every listener with the event, in the order in which they subscribed."""
        for listener in tuple(self.listeners):
            listener(event)

    def channel(self, channel_id: int) -> Channel:
        """The channel, thread or direct-message channel of that id, or 10003."""
        channel = self.channels.get(channel_id)
        if channel is None or channel.deleted:
            raise discord_error(10003)
        return channel

    def channel_for(self, actor: User, channel_id: int) -> Channel:
        """A channel that the actor can see: 10003 if it is none, 50001 if it is hidden."""
        channel = self.channel(channel_id)
        self.require(actor, channel)
        return channel

    def message(self, channel: Channel, message_id: int) -> Message:
        """A message that is there for everybody, or 10008."""
        message = channel.messages.get(message_id)
        if message is None or message.deleted or message.ephemeral:
            raise discord_error(10008)
        return message

    def user(self, user_id: int) -> User:
        """The account of that id, or 10013."""
        user = self.users.get(user_id)
        if user is None:
            raise discord_error(10013)
        return user

    def guild(self, guild_id: int) -> Guild:
        """The guild of that id, or 10004."""
        guild = self.guilds.get(guild_id)
        if guild is None:
            raise discord_error(10004)
        return guild

    def has_bot(self, channel: Channel) -> bool:
        """Whether the bot is a member of the channel's guild, or one of its direct messages."""
        if channel.guild is None:
            return self.bot in channel.recipients
        return self.bot.id in channel.guild.members

    def require(self, actor: User, channel: Channel, *names: str) -> None:
        """Raise 50001 if the actor cannot see the channel, 50013 if a permission is missing."""
        if not may(channel, actor.id, "view_channel"):
            raise discord_error(50001)
        if not all(may(channel, actor.id, name) for name in names):
            raise discord_error(50013)


def member_of(channel: Channel, user: User) -> Member | None:
    """The user as a member of the channel's guild, if it has one and they are in it."""
    return None if channel.guild is None else channel.guild.members.get(user.id)


def user_of(person: Member | User) -> User:
    """The account of a member, or the account itself."""
    return person.user if isinstance(person, Member) else person
