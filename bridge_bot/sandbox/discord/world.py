"""The world of one sandbox: its guilds, and what the people in them do.

Pure: no IO, and time comes from `now`. The bot acts on the same state through the REST routes.

world = World(time.time)
guild = world.add_guild("Lab")
channel = world.channels.add(guild, "general")
ann = world.people.add(guild, "Ann")
question = world.messages.send(channel, ann, "hello")
"""

from __future__ import annotations

from collections.abc import Callable

from bridge_bot.sandbox.discord.actions.events import dispatch_in_guild
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.members.channels import WorldChannels
from bridge_bot.sandbox.discord.members.commands import WorldCommands
from bridge_bot.sandbox.discord.members.controls import WorldControls
from bridge_bot.sandbox.discord.members.messages import WorldMessages
from bridge_bot.sandbox.discord.members.people import WorldPeople
from bridge_bot.sandbox.discord.members.threads import WorldThreads
from bridge_bot.sandbox.discord.model import Guild, Interaction, Member, Role, User
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.permissions import BOT_DEFAULT, MEMBER_DEFAULT
from bridge_bot.sandbox.discord.snowflakes import Snowflakes
from bridge_bot.sandbox.discord.state import Listener, WorldState
from bridge_bot.sandbox.discord.transcript import transcript

PRIVILEGED_INTENTS = frozenset({"members", "presences", "message_content"})

_INTENT_FLAGS = {"presences": 1 << 13, "members": 1 << 15, "message_content": 1 << 19}
"""The flags of an application that has not been reviewed (Discord's documentation: `…_LIMITED`)."""


class World:
    """Guilds and one bot. What one does there is grouped: `world.messages.send(…)`."""

    def __init__(self, now: Callable[[], float], *, bot_name: str = "bridge-bot") -> None:
        ids = Snowflakes(now)
        self.bot = User(ids.make(), bot_name, bot=True)
        self.state = WorldState(now=now, ids=ids, bot=self.bot)
        self.owner = User(ids.make(), "Owner")
        """Who owns the application and the guilds."""
        self.allowed_intents: set[str] = set(PRIVILEGED_INTENTS)
        """The privileged intents that are switched on for the application."""
        self.install_settings: Json = {"0": {}, "1": {}}
        """What "Add App" asks for, by who installs the application: 0 for a guild, 1 a user."""
        self.state.users |= {self.bot.id: self.bot, self.owner.id: self.owner}
        self.people = WorldPeople(self.state)
        self.channels = WorldChannels(self.state)
        self.threads = WorldThreads(self.state)
        self.messages = WorldMessages(self.state)
        self.commands = WorldCommands(self.state)
        self.controls = WorldControls(self.state)

    @property
    def guilds(self) -> dict[int, Guild]:
        """The guilds that the bot is in, by their id."""
        every = self.state.guilds.items()
        return {guild_id: guild for guild_id, guild in every if self.bot.id in guild.members}

    @property
    def application_flags(self) -> int:
        """The application's flags: which privileged intents are switched on for it."""
        return sum(flag for name, flag in _INTENT_FLAGS.items() if name in self.allowed_intents)

    def set_intents(self, flags: int) -> None:
        """Switch the privileged intents on whose flags these are, and the others off."""
        self.allowed_intents.clear()
        self.allowed_intents |= {name for name, flag in _INTENT_FLAGS.items() if flags & flag}

    @property
    def interactions(self) -> list[Interaction]:
        """Every interaction, the oldest first."""
        return list(self.state.interactions.values())

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every event from now on; returns what ends that."""
        self.state.listeners.append(listener)
        return lambda: self.state.listeners.remove(listener)

    def add_guild(self, name: str, *, locale: str = "en-US", with_bot: bool = True) -> Guild:
        """Add a guild with its owner and the bot, unless the bot is to stay outside.

        @everyone has no permissions; members have the usual ones from a role "Members", the bot
        from its own: so that they can be taken from the one without the other.
        """
        ids, now, bot = self.state.ids, self.state.now(), self.bot
        guild = Guild(ids.make_old(), name, self.owner.id, now, locale)
        everyone = Role(guild.id, "@everyone", position=0)
        people = Role(ids.make(), "Members", MEMBER_DEFAULT)
        managed = Role(ids.make(), bot.name, BOT_DEFAULT, position=2, bot_id=bot.id)
        guild.roles = {role.id: role for role in (everyone, people, managed)}
        guild.members[self.owner.id] = Member(self.owner, guild, [people], now)
        self.state.guilds[guild.id] = guild
        if with_bot:
            guild.members[bot.id] = Member(bot, guild, [managed], now)
            dispatch_in_guild(self.state, guild, "GUILD_CREATE", objects.guild_event(guild, bot))
        return guild

    def remove_guild(self, guild: Guild, *, outage: bool = False) -> None:
        """Throw the bot out of a guild or, with `outage`, make the guild unavailable."""
        data: Json = {"id": str(guild.id)} | ({"unavailable": True} if outage else {})
        dispatch_in_guild(self.state, guild, "GUILD_DELETE", data)
        guild.unavailable = outage
        if not outage:
            del guild.members[self.bot.id]

    def end_outage(self, guild: Guild) -> None:
        """Make a guild available again."""
        guild.unavailable = False
        data = objects.guild_event(guild, self.bot)
        dispatch_in_guild(self.state, guild, "GUILD_CREATE", data)

    def transcript(self) -> str:
        """All channels as text, for a person to see what happened."""
        return transcript(self.state)
