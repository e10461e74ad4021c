"""Discord, on loopback, as the world of a platform: a channel in which somebody asked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bridge_bot.core.events import Event
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    Destination,
    InteractionDestination,
    Member,
    OutgoingMessage,
    Question,
)
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.own_permissions import OwnPermissions
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.platform import DiscordPlatform
from bridge_bot.sandbox.discord.actions.commands import replace_all
from bridge_bot.sandbox.discord.actions.interactions import respond
from bridge_bot.sandbox.discord.model import Channel, Interaction, Message
from bridge_bot.sandbox.discord.model import Member as Person
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.contracts.platform import PlatformWorld
from tests.harness.rare_events import rare_events


class DiscordWorld(PlatformWorld):
    """A server with a channel in which Ann asked something."""

    def __init__(
        self,
        discord: DiscordStandIn,
        platform: DiscordPlatform,
        limiter: RateLimiter,
        events: list[Event],
        rest: DiscordRest,
    ) -> None:
        self.rest = rest
        self.discord, self.platform, self.limiter, self.events = discord, platform, limiter, events
        guild = discord.world.add_guild("Lab")
        self.channel: Channel = discord.world.channels.add(guild, "general")
        self.ann: Person = discord.world.people.add(guild, "Ann")
        self.asked: Message = discord.world.messages.send(self.channel, self.ann, "why?")

    def channel_destination(self) -> ChannelDestination:
        return ChannelDestination(self.channel.id, reply_to=self.asked.id)

    def interaction_destination(self) -> InteractionDestination:
        """A command that is acknowledged, with a response to come."""
        used = self.use_command()
        return InteractionDestination(self.discord.world.bot.id, used.id, used.token)

    def use_command(self) -> Interaction:
        state = self.discord.world.state
        replace_all(state, [{"name": "help", "description": "Help"}], None)
        used = self.discord.world.commands.use(self.channel, self.ann, "help")
        return respond(state, used.id, used.token, {"type": 5})

    async def post(self, text: str = "text", destination: Destination | None = None) -> int:
        message_id = await self.platform.write(
            destination or self.channel_destination(),
            lambda: OutgoingMessage(text),
            Priority.FIRST_TEXT,
            nonce="1.0",
        )
        assert message_id is not None
        return message_id

    async def edit(self, message_id: int, text: str) -> None:
        await self.platform.write(
            self.channel_destination(),
            lambda: OutgoingMessage(text),
            Priority.FINAL,
            message_id=message_id,
        )

    def replies(self) -> list[Message]:
        bot = self.discord.world.bot.id
        return [
            each for each in self.discord.world.messages.of(self.channel) if each.author.id == bot
        ]

    def texts(self) -> list[str]:
        return [each.content for each in self.replies() if not each.deleted]

    def is_reply(self) -> list[bool]:
        return [each.reply_to is not None for each in self.replies()]

    def remove(self, message_id: int) -> None:
        self.discord.world.messages.delete(self.channel.messages[message_id])

    def question(self, thread_on: int | None = None) -> Question:
        return Question(
            id=self.asked.id,
            conversation=ConversationKey(str(self.asked.id)),
            text="why?",
            asker=Member(self.ann.id),
            asked_in=ChannelDestination(self.channel.id),
            thread_on=thread_on or self.asked.id,
        )


@asynccontextmanager
async def discord_world(limiter: RateLimiter | None = None) -> AsyncIterator[DiscordWorld]:
    """A world whose platform asks that limiter; without one, `events` has what it observes,
    but what comes with each request."""
    events: list[Event] = []
    limiter = limiter or RateLimiter(50, rare_events(events))
    async with (
        DiscordStandIn() as discord,
        DiscordRest(
            token=discord.token,
            api_base_url=discord.api_base_url,
            user_agent="DiscordBot (test, 1)",
            limiter=limiter,
            observe=rare_events(events),
        ) as rest,
    ):
        yield DiscordWorld(
            discord, DiscordPlatform(rest, limiter, OwnPermissions()), limiter, events, rest
        )
        assert discord.unknown_routes == []
