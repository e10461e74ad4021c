"""A small server, and discord.py's view of it."""

from __future__ import annotations

from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel, Message
from bridge_bot.sandbox.discord.world import World
from tests.harness.fed_client import FedClient

AT_S = 1_800_000_000.0


class Lab:
    """A server with Ann, Ben and the bot, a channel, and three kinds of threads in it."""

    def __init__(self) -> None:
        world = self.world = World(lambda: AT_S)
        self.guild = world.add_guild("Lab", locale="de")
        self.channel = world.channels.add(self.guild, "general")
        self.voice = world.channels.add(self.guild, "talk", kind=ChannelType.VOICE)
        self.ann = world.people.add(self.guild, "Ann")
        self.ben = world.people.add(self.guild, "Ben")
        self.other_bot = world.people.add(self.guild, "other bot", bot=True)
        self.thread = world.threads.start(self.ann, self.channel, "a talk")
        self.own_thread = world.threads.start(world.bot, self.channel, "an answer")
        self.direct = world.channels.open_dm(self.ann)
        self.mention = f"<@{world.bot.id}>"
        self.client = FedClient(world)

    def say(self, words: str, channel: Channel | None = None, **options: object) -> Message:
        """Ann writes a message; `@bot` and `@Ben` in it become mentions."""
        words = words.replace("@bot", self.mention).replace("@Ben", f"<@{self.ben.id}>")
        return self.world.messages.send(channel or self.channel, self.ann, words, **options)  # type: ignore[arg-type]

    def bot_says(self, channel: Channel | None = None, words: str = "Because so.") -> Message:
        return self.world.messages.send(channel or self.channel, self.world.bot, words)
