"""A client of discord.py that is told of a world as by the gateway, without a connection."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import discord

from bridge_bot.sandbox.discord.model import Channel, Message
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.state import Event
from bridge_bot.sandbox.discord.world import World


class FedClient(discord.Client):
    """Knows the servers of the world, and what happens in it from now on.

    What discord.py makes of an event is in `dispatched`, by the names of its handlers.
    """

    def __init__(self, world: World) -> None:
        super().__init__(
            intents=discord.Intents.default(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self.world = world
        self.dispatched: list[tuple[str, tuple[Any, ...]]] = []
        state: Any = self._connection
        user: Any = objects.user(world.bot)
        state.user = discord.ClientUser(state=state, data=user)
        for guild in world.guilds.values():
            self.feed(Event("GUILD_CREATE", objects.guild_event(guild, world.bot)))
        world.subscribe(self.feed)

    @property
    def me(self) -> discord.ClientUser:
        """The bot."""
        assert self.user is not None
        return self.user

    def feed(self, event: Event) -> None:
        """Take in what a gateway sends, if the bot would be told."""
        parse = self._connection.parsers.get(event.name)
        if parse is not None and event.for_bot:
            parse(deepcopy(event.data))

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        self.dispatched.append((f"on_{event}", args))

    async def handle(self) -> None:
        """Have the handlers of this client do what was dispatched."""
        dispatched, self.dispatched = self.dispatched, []
        for name, args in dispatched:
            handler = getattr(self, name, None)
            if handler is not None:
                await handler(*args)

    def channel(self, channel: Channel) -> Any:
        """A channel or thread as discord.py knows it."""
        found = self.get_channel(channel.id)
        assert found is not None
        return found

    def message(self, message: Message, *, sees_content: bool = True) -> discord.Message:
        """A message as discord.py reads it, without its content if a session would not get it."""
        data = message_objects.message_event(message, self.world.state)
        mentioned = self.world.bot.id in message.mentions.users
        if not (sees_content or mentioned or message.channel.guild is None):
            data = message_objects.without_content(data)
        self.dispatched.clear()
        self.feed(Event("MESSAGE_CREATE", data))
        (read,) = [args[0] for name, args in self.dispatched if name == "on_message"]
        assert isinstance(read, discord.Message)
        return read
