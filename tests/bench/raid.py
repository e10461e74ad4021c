"""How long a member of another server waits for her first word while one server floods the bot.

All members of a server ask at once, each question in a thread of its own as far as Discord opens
so many, and each answer is a stream of 13 s. Or some of them ask several questions directly, each
in a channel of their own. Some seconds later she asks.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.model import Channel, Guild, Member
from bridge_bot.sandbox.discord.rest.server import Latency
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.discord.world import World
from tests.bench import bot_processes
from tests.bench.delays import EFFECT_S
from tests.bench.progress import progress
from tests.bench.row import Row

QUESTIONS = 1000
CHANNELS = (1, 20)
DIRECT_ASKERS = 200
LATER_S = 3.0
MOST_S = 5.0
Flood = Callable[[World, Guild], list[tuple[Channel, Member]]]
_HER_WORDS = "an answer for her"
_ANSWER = Script("One word more. " * 127, first_delay_s=0.5, chars_per_s=146)
_HER_ANSWER = Script(_HER_WORDS, first_delay_s=0.5)
_PATIENCE_S = 120.0


def rows() -> Iterator[Row]:
    """Her first text, after floods in one channel and in many."""
    for channels in CHANNELS:
        progress(f"raid, {channels} channels: begins")
        where = "one channel" if channels == 1 else f"{channels} channels"
        yield Row(
            f"{QUESTIONS:,} questions in {where}, then one in another server: first text",
            asyncio.run(_first_text_s(partial(_in_channels, channels))),
            MOST_S,
            "s",
        )
    progress("raid, direct messages: begins")
    yield Row(
        f"{QUESTIONS:,} direct messages of {DIRECT_ASKERS} members, then a question in a server:"
        " first text",
        asyncio.run(_first_text_s(_directly)),
        MOST_S,
        "s",
    )


def _in_channels(channels: int, world: World, guild: Guild) -> list[tuple[Channel, Member]]:
    """Where and by whom the questions of the flood are asked: each by another member."""
    rooms = [world.channels.add(guild, f"c{number}") for number in range(channels)]
    askers = [world.people.add(guild, f"m{number}") for number in range(QUESTIONS)]
    return [(rooms[number % channels], asker) for number, asker in enumerate(askers)]


def _directly(world: World, guild: Guild) -> list[tuple[Channel, Member]]:
    """The same for direct messages: some members ask one after the other, again and again."""
    askers = [world.people.add(guild, f"m{number}") for number in range(DIRECT_ASKERS)]
    places = [(world.channels.open_dm(asker), asker) for asker in askers]
    return places * (QUESTIONS // DIRECT_ASKERS)


async def _first_text_s(flood: Flood) -> float:
    """Seconds from her question to her first text."""
    latency = Latency(EFFECT_S, 2 * EFFECT_S)
    async with DiscordStandIn(latency=latency) as discord, ChatApiStandIn() as api:
        api.default = _script
        world, mention = discord.world, f"<@{discord.world.bot.id}>"
        flooded, other = world.add_guild("Lab"), world.add_guild("Library")
        questions = flood(world, flooded)
        hers, her = world.channels.add(other, "general"), world.people.add(other, "Ann")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            async with bot_processes.started(
                bot_processes.OURS, discord, api, Path(folder), {"SHUTDOWN_GRACE": "0"}
            ):
                for channel, asker in questions:
                    world.messages.send(channel, asker, f"{mention} Why?")
                await asyncio.sleep(LATER_S)
                asked = world.messages.send(hers, her, f"{mention} Her question?")
                await discord.until(lambda: _shown_at(discord, hers), _PATIENCE_S)
                return _shown_at(discord, hers)[0] - asked.at


def _script(asked: RecordedRequest) -> Script:
    return _HER_ANSWER if asked.question.startswith("Her") else _ANSWER


def _shown_at(discord: DiscordStandIn, channel: Channel) -> list[float]:
    """When her answer was shown, in the channel or its threads."""
    world = discord.world
    return [
        at
        for place in (channel, *world.threads.of(channel))
        for message in world.messages.of(place)
        for at, content in message.states
        if _HER_WORDS in content
    ]
