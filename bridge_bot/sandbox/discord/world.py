"""The world of one sandbox: its guilds and people, and all that people do there.

Pure: no IO, and time comes from `now`. The bot acts on the same state through the REST routes;
what members and moderators do is here, so that a test reads like a story.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bridge_bot.sandbox.discord.actions import (
    commands,
    guilds,
    interactions,
    member_client,
    messages,
    reactions,
    threads,
)
from bridge_bot.sandbox.discord.enums import SPOKEN, ChannelType, InteractionType, MessageType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import (
    Channel,
    Guild,
    Interaction,
    Member,
    Message,
    Role,
    Typing,
    User,
)
from bridge_bot.sandbox.discord.rest.uploads import Upload
from bridge_bot.sandbox.discord.rules.permissions import (
    may,
)
from bridge_bot.sandbox.discord.rules.validation import CONTENT_LIMIT
from bridge_bot.sandbox.discord.snowflakes import Snowflakes
from bridge_bot.sandbox.discord.state import Listener, State
from bridge_bot.sandbox.discord.transcript import transcript

PRIVILEGED_INTENTS = frozenset({"members", "presences", "message_content"})


class World:
    """Guilds, channels, members, messages and commands, and one bot."""

    def __init__(self, now: Callable[[], float], *, bot_name: str = "bridge-bot") -> None:
        ids = Snowflakes(now)
        self.bot = User(ids.make(), bot_name, bot=True)
        self.state = State(now=now, ids=ids, bot=self.bot)
        self.owner = User(ids.make(), "Owner")
        """Who owns the application and the guilds."""
        self.allowed_intents: set[str] = set(PRIVILEGED_INTENTS)
        """The privileged intents that are switched on for the application."""
        self.state.users |= {self.bot.id: self.bot, self.owner.id: self.owner}

    # ---- what there is ----

    @property
    def guilds(self) -> dict[int, Guild]:
        """The guilds that the bot is in, by their id."""
        every = self.state.guilds.items()
        return {number: guild for number, guild in every if self.bot.id in guild.members}

    @property
    def application_flags(self) -> int:
        """The application's flags: which privileged intents are switched on for it."""
        flags = {"presences": 1 << 13, "members": 1 << 15, "message_content": 1 << 19}
        return sum(flag for name, flag in flags.items() if name in self.allowed_intents)

    @property
    def interactions(self) -> list[Interaction]:
        """Every interaction, the oldest first."""
        return list(self.state.interactions.values())

    def commands(self, guild: Guild | None = None) -> list[Json]:
        """The commands that the bot registered, globally or (with `guild`) for a guild alone."""
        return commands.registered(self.state, None if guild is None else guild.id)

    def messages(self, channel: Channel, *, system: bool = False) -> list[Message]:
        """Every message of a channel in order, deleted and ephemeral ones included.

        With `system` also Discord's own announcements, such as the starter of a thread.
        """
        every = channel.messages.values()
        return [message for message in every if system or message.type in SPOKEN]

    def threads(self, channel: Channel) -> list[Channel]:
        """The threads of a channel that exist, the oldest first, archived ones included."""
        everywhere = channel.guild.threads.values() if channel.guild else ()
        return [thread for thread in everywhere if thread.parent is channel]

    def typing(self, channel: Channel) -> list[Typing]:
        """Every time somebody began to type in a channel."""
        return list(channel.typing)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every event from now on; returns what ends that."""
        self.state.listeners.append(listener)
        return lambda: self.state.listeners.remove(listener)

    # ---- places and people ----

    def add_guild(self, name: str, *, locale: str = "en-US", with_bot: bool = True) -> Guild:
        """A new guild; the bot in it has the usual permissions from a role of its own."""
        return guilds.add_guild(self.state, name, self.owner, locale, with_bot=with_bot)

    def remove_guild(self, guild: Guild, *, outage: bool = False) -> None:
        """Throw the bot out of a guild or, with `outage`, make the guild unavailable."""
        guilds.remove_guild(self.state, guild, outage=outage)

    def end_outage(self, guild: Guild) -> None:
        """Make a guild available again."""
        guilds.end_outage(self.state, guild)

    def add_channel(
        self,
        guild: Guild,
        name: str,
        *,
        kind: ChannelType = ChannelType.TEXT,
        slow_mode_s: int = 0,
    ) -> Channel:
        """A new channel that all members and the bot can see."""
        return guilds.add_channel(self.state, guild, name, kind=kind, slow_mode_s=slow_mode_s)

    def add_role(
        self, guild: Guild, name: str, permissions: Sequence[str] = (), *, mentionable: bool = False
    ) -> Role:
        """A new role of a guild."""
        return guilds.add_role(self.state, guild, name, permissions, mentionable=mentionable)

    def add_member(
        self,
        guild: Guild,
        person: str | User,
        *,
        roles: Sequence[Role] = (),
        bot: bool = False,
    ) -> Member:
        """A new person (or other bot) in a guild; give a `User` for one that exists already."""
        if isinstance(person, str):
            person = User(self.state.ids.make(), person, bot=bot)
        return guilds.add_member(self.state, guild, person, roles)

    def open_dm(self, person: Member | User) -> Channel:
        """The direct-message channel of the bot and a person, made at first use."""
        user = _user(person)
        if user.dm is None:
            user.dm = Channel(
                self.state.ids.make(), ChannelType.DM, "", recipients=(user, self.bot)
            )
            self.state.channels[user.dm.id] = user.dm
        return user.dm

    # ---- permissions ----

    def can(self, person: Member | User, channel: Channel, name: str) -> bool:
        """Whether somebody has the permission of that name in a channel."""
        return may(channel, person.id, name)

    def take_permission(
        self, place: Channel | Guild, name: str, person: Member | User | None = None
    ) -> None:
        """Take a permission from the bot, or from `person`, in a channel or in a whole guild.

        Guild wide, members lose it from their roles, which they share; the bot has its own.
        """
        self._set_permission(place, name, person or self.bot, allowed=False)

    def give_permission(
        self, place: Channel | Guild, name: str, person: Member | User | None = None
    ) -> None:
        """Give a permission to the bot, or to `person`, in a channel or in a whole guild."""
        self._set_permission(place, name, person or self.bot, allowed=True)

    def _set_permission(
        self, place: Channel | Guild, name: str, person: Member | User, *, allowed: bool
    ) -> None:
        if isinstance(place, Channel):
            guilds.set_in_channel(self.state, place, person.id, name, allowed=allowed)
        else:
            guilds.set_in_guild(self.state, place, person.id, name, allowed=allowed)

    def give_role(self, member: Member, role: Role) -> None:
        """Give a role to a member, or to the bot's own member."""
        guilds.set_role(self.state, member, role, given=True)

    def take_role(self, member: Member, role: Role) -> None:
        """Take a role from a member, or from the bot's own member."""
        guilds.set_role(self.state, member, role, given=False)

    def time_out(self, person: Member, seconds: float) -> None:
        """Put a member, or the bot's own, into time-out. It holds until `end_time_out`."""
        guilds.set_time_out(self.state, person, self.state.now() + seconds)

    def end_time_out(self, person: Member) -> None:
        """Let a member write again."""
        guilds.set_time_out(self.state, person, None)

    def set_slow_mode(self, channel: Channel, seconds: int) -> None:
        """Let each member write there once in so many seconds; 0 ends it."""
        guilds.set_slow_mode(self.state, channel, seconds)

    # ---- what members say ----

    def say(
        self,
        channel: Channel,
        author: Member | User,
        content: str,
        *,
        reply_to: Message | None = None,
        ping: bool = True,
        files: Sequence[Upload] = (),
    ) -> Message:
        """Write a message; beyond 2,000 code points it becomes a file, as a client does it.

        `ping`: whether a reply notifies the one it answers. Raises `Refused` where the author may
        not write.
        """
        if len(content) > CONTENT_LIMIT:
            pasted = Upload("0", "message.txt", "text/plain; charset=utf-8", content.encode())
            content, files = "", (pasted, *files)
        body: Json = {"content": content}
        if reply_to is not None:
            body["message_reference"] = {"message_id": str(reply_to.id)}
            if not ping:
                body["allowed_mentions"] = {"parse": ["users", "roles", "everyone"]}
        return messages.create_message(self.state, _user(author), channel, body, files)

    def edit(self, message: Message, content: str) -> None:
        """Let its author change a message."""
        messages.edit_message(self.state, message.author, message, {"content": content})

    def delete(self, message: Message) -> None:
        """Remove a message, as its author or a moderator."""
        messages.remove(self.state, message)

    def delete_many(self, several: Sequence[Message]) -> None:
        """Remove several messages of one channel at once, as a moderator or a moderating bot."""
        messages.remove_many(self.state, several)

    def react(self, person: Member | User, message: Message, emoji: str) -> None:
        """Put a reaction on a message."""
        reactions.react(self.state, _user(person), message, emoji, add=True)

    def type(self, person: Member | User, channel: Channel) -> None:
        """Show that somebody types."""
        reactions.type_in(self.state, _user(person), channel)

    def say_as_webhook(self, channel: Channel, name: str, content: str) -> Message:
        """A message of a webhook, which is nobody's account."""
        author = User(self.state.ids.make(), name, bot=True)
        self.state.users[author.id] = author
        body: Json = {"content": content}
        return messages.create_message(self.state, author, channel, body, webhook_id=author.id)

    def announce(self, channel: Channel, kind: MessageType, person: Member | User) -> Message:
        """A message of Discord itself, such as that somebody joined."""
        message = Message(
            self.state.ids.make(), channel, _user(person), self.state.now(), type=kind
        )
        return messages.publish(self.state, message)

    # ---- threads and moderation ----

    def start_thread(
        self, person: Member | User, on: Message | Channel, name: str, *, private: bool = False
    ) -> Channel:
        """Let somebody open a thread, on a message or in a channel; there it can be private."""
        kind = ChannelType.PRIVATE_THREAD if private else ChannelType.PUBLIC_THREAD
        body: Json = {"name": name, "type": int(kind)}
        if isinstance(on, Message):
            return threads.open_on_message(self.state, _user(person), on, body)
        return threads.open_alone(self.state, _user(person), on, body)

    def add_to_thread(self, thread: Channel, person: Member | User) -> None:
        """Make somebody a member of a thread, as a mention there does."""
        threads.join(self.state, thread, _user(person))

    def post(self, forum: Channel, person: Member | User, name: str, content: str) -> Channel:
        """Let somebody open a post in a forum; its first message has the thread's id."""
        thread = threads.open_post(self.state, _user(person), forum, {"name": name})
        messages.first_post(self.state, _user(person), thread, {"content": content})
        return thread

    def archive(self, thread: Channel) -> None:
        """Archive a thread, as a moderator or time would."""
        threads.change(self.state, thread, archived=True)

    def unarchive(self, thread: Channel) -> None:
        """Bring a thread back."""
        threads.change(self.state, thread, archived=False)

    def lock(self, thread: Channel) -> None:
        """Lock a thread: only with manage_threads can one write there."""
        threads.change(self.state, thread, locked=True)

    def unlock(self, thread: Channel) -> None:
        """Let everybody write in a thread again."""
        threads.change(self.state, thread, locked=False)

    def take_out(self, thread: Channel, person: Member | User | None = None) -> None:
        """Take the bot, or `person`, out of a thread: a private one is then hidden from them."""
        threads.join(self.state, thread, _user(person or self.bot), leave=True)

    def rename(self, thread: Channel, name: str) -> None:
        """Rename a thread, as a moderator."""
        threads.change(self.state, thread, name=name)

    def delete_channel(self, channel: Channel) -> None:
        """Delete a channel with its threads, or a thread, as a moderator."""
        threads.remove(self.state, channel)

    # ---- commands and controls ----

    def use_command(
        self,
        channel: Channel,
        person: Member | User,
        path: str,
        options: Json | None = None,
        *,
        locale: str = "en-US",
        user_install: bool = False,
    ) -> Interaction:
        """Use a slash command, with its subcommands in `path`, as a client would allow it.

        Raises `NotOffered` for what a client would not send.
        """
        user = _user(person)
        return interactions.start(
            self.state,
            InteractionType.COMMAND,
            user,
            channel,
            member_client.invocation(self.state, user, channel, path, options or {}),
            name=path,
            locale=locale,
            user_install=user_install,
        )

    def autocomplete(
        self,
        channel: Channel,
        person: Member | User,
        path: str,
        options: Json,
        *,
        focused: str,
        locale: str = "en-US",
    ) -> Interaction:
        """Type into the option `focused` of a command; the bot's offers are in `.choices`."""
        user = _user(person)
        return interactions.start(
            self.state,
            InteractionType.AUTOCOMPLETE,
            user,
            channel,
            member_client.invocation(self.state, user, channel, path, options, focused=focused),
            name=path,
            locale=locale,
        )

    def interact(
        self,
        message: Message,
        person: Member | User,
        custom_id: str,
        values: Sequence[str] | None = None,
        *,
        locale: str = "en-US",
    ) -> Interaction:
        """Press the button, or choose `values` of the select, with that custom_id.

        Raises `NotOffered` if the member could not: no such control, disabled, not visible.
        """
        user = _user(person)
        return interactions.start(
            self.state,
            InteractionType.COMPONENT,
            user,
            message.channel,
            member_client.press(user, message, custom_id, values),
            message=message,
            locale=locale,
        )

    def submit(self, interaction: Interaction, values: dict[str, str]) -> Interaction:
        """Fill in and send the form with which the bot answered `interaction`."""
        return interactions.start(
            self.state,
            InteractionType.MODAL,
            interaction.user,
            interaction.channel,
            member_client.fill_in(interaction, values),
            message=interaction.message,
            locale=interaction.locale,
        )

    # ---- to read ----

    def transcript(self) -> str:
        """All channels as text, for a person to see what happened."""
        return transcript(self.state)


def _user(person: Member | User) -> User:
    return person.user if isinstance(person, Member) else person
