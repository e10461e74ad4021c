"""What servers cost that have nothing to do with the bot: memory for each, and processor time for a
message that is not for it, beside discord.py alone.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.model import Guild, Overwrite, Role
from bridge_bot.sandbox.discord.rules.permissions import MEMBER_DEFAULT
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.discord.world import World
from tests.bench import bot_processes
from tests.bench.process_usage import cpu_s, resident_mib
from tests.bench.progress import progress
from tests.bench.row import Row

GUILDS = 1000
CHANNELS = 20
ROLES = 12
MESSAGES = 10_000
MOST_KIB = 15.0
MOST_RATIO = 1.1
_AT_ONCE = 100
_LOOK_EVERY_S = 0.3


def rows() -> Iterator[Row]:
    """Both bots' figures; the plain one is discord.py with a handler that looks for mentions."""
    progress("noise: begins")
    ours, plain = asyncio.run(_compared())
    yield Row(
        f"a server of {CHANNELS} channels, of {GUILDS:,}: memory",
        ours[0],
        MOST_KIB,
        "KiB",
        plain=plain[0],
    )
    yield Row(
        "a message that is not for the bot: processor time",
        ours[1],
        MOST_RATIO * plain[1],
        "ms",
        plain=plain[1],
    )


async def _compared() -> list[tuple[float, float]]:
    return [await _measured(each) for each in (bot_processes.OURS, bot_processes.PLAIN)]


async def _measured(command: tuple[str, ...]) -> tuple[float, float]:
    """KiB for each server, and milliseconds for each message."""
    few_mib, _ = await _run(command, 1, 0)
    many_mib, cost_ms = await _run(command, GUILDS + 1, MESSAGES)
    return (many_mib - few_mib) * 1024 / GUILDS, cost_ms


async def _run(command: tuple[str, ...], guilds: int, messages: int) -> tuple[float, float]:
    """MiB once the bot is at rest, and milliseconds of processor time for each message."""
    async with DiscordStandIn() as discord, ChatApiStandIn() as api:
        world = discord.world
        servers = [world.add_guild(f"Server {number}") for number in range(guilds)]
        for guild in servers:
            _furnish(world, guild)
        ann = world.people.add(servers[0], "Ann")
        talk = list(servers[0].channels.values())
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            async with bot_processes.started(command, discord, api, Path(folder), {}) as pid:
                before_s = await _at_rest(pid)
                resident = resident_mib(pid)
                for number in range(messages):
                    world.messages.send(talk[number % len(talk)], ann, "Talk among members.")
                    if number % _AT_ONCE == 0:
                        await asyncio.sleep(0.01)
                used_s = await _at_rest(pid) - before_s
        return resident, used_s * 1000 / messages if messages else 0.0


def _furnish(world: World, guild: Guild) -> None:
    """Give a server what many have: a dozen roles, and channels that one of them can't see."""
    ids = world.state.ids
    roles = [Role(ids.make(), f"Role {number}", MEMBER_DEFAULT) for number in range(ROLES)]
    guild.roles |= {role.id: role for role in roles}
    for number in range(CHANNELS):
        channel = world.channels.add(guild, f"channel-{number}")
        if number % 3 == 0:
            channel.overwrites[roles[0].id] = Overwrite(deny=MEMBER_DEFAULT)


async def _at_rest(pid: int) -> float:
    """Wait until a process has nothing to do; the processor time that it has taken by then."""
    used_s, still = cpu_s(pid), 0
    while still < 5:
        await asyncio.sleep(_LOOK_EVERY_S)
        now_s = cpu_s(pid)
        still = still + 1 if now_s - used_s < 0.02 else 0
        used_s = now_s
    return used_s
