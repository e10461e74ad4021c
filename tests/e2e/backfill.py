"""What the tests of the backfill share: a bot with a past, and what it asks Discord for."""

from __future__ import annotations

from bridge_bot.sandbox.discord.model import Channel
from bridge_bot.sandbox.discord.request_log import LoggedRequest
from tests.harness.loopback import Loopback

SEARCH = r"/guilds/\d+/messages/search"


def asked(system: Loopback) -> list[object]:
    return [request.body["q"] for request in system.api.requests]


def searches(system: Loopback) -> int:
    return sum(each.route.endswith("/search") for each in system.discord.requests)


async def a_thread(system: Loopback) -> Channel:
    thread = await system.thread(system.ask("first?"))
    await system.reads(thread, "turn 1")
    return thread


async def was_there_before(system: Loopback) -> None:
    """The bot has a past, and has been away for more than the second in which Discord counts its
    requests: a bot that starts again does not know of those.
    """
    bot = await system.start()
    await a_thread(system)
    assert await bot.stop() == 0
    now, stopped_at = system.world.state.now, system.world.state.now()
    await system.discord.until(lambda: now() - stopped_at > 1.0)


async def conversations_before(system: Loopback) -> tuple[Channel, Channel]:
    """A thread and a direct-message channel in which the bot has answered; it is away now."""
    bot = await system.start()
    thread = await a_thread(system)
    direct = system.world.channels.open_dm(system.ann)
    system.world.messages.send(direct, system.ann, "direct one?")
    await system.reads(direct, "turn 1")
    assert await bot.stop() == 0
    return thread, direct


async def thread_in(system: Loopback, channel: Channel, message_id: int) -> Channel:
    """The thread on a message of that channel, once it is open."""
    await system.discord.until(lambda: message_id in system.guild.threads)
    found = system.guild.threads[message_id]
    assert found.parent is channel
    return found


async def seen(system: Loopback, *places: Channel) -> None:
    """The bot has written down that it has seen all that these places hold."""
    newest = max(system.world.messages.of(place)[-1].id for place in places)
    await system.database.until(f"SELECT 1 FROM watermarks WHERE message_id >= {newest}")


def is_history(request: LoggedRequest) -> bool:
    return request.method == "GET" and request.route.endswith("/messages")


def reads(system: Loopback, began: int) -> list[int]:
    """The channels whose messages were read since the request of that number."""
    return [
        int(each.path.split("/")[2]) for each in system.discord.requests[began:] if is_history(each)
    ]
