"""A flood of questions in one server holds up its own members, and nobody in another server."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script
from bridge_bot.sandbox.discord.model import Channel
from tests.harness.loopback import Loopback, loopback

FLOOD = 300
UNENDING = Script("It goes on.", fault=ConnectionFault.STALL, fault_after_bytes=1000)
"""Of which the beginning comes at once, and never the end."""


async def flood(system: Loopback, questions: int, *, channels: int = 10) -> list[Channel]:
    """So many questions at once in one server, each of a member of its own."""
    world = system.world
    rooms = [world.channels.add(system.guild, f"c{number}") for number in range(channels)]
    for number in range(questions):
        asker = world.people.add(system.guild, f"m{number}")
        room = rooms[number % channels]
        world.messages.send(room, asker, f"{system.mention} flood {number}?")
    return rooms


def answer(asked: RecordedRequest) -> Script:
    return UNENDING if "flood" in asked.question else Script("An answer for her.")


async def test_a_member_of_another_server_is_answered_while_no_answer_of_a_flood_has_ended(
    tmp_path: Path,
) -> None:
    """Her requests wait for some of the flood's, not for all of them."""
    async with loopback(tmp_path) as system:
        system.api.default = answer
        other = system.world.add_guild("Library")
        reading = system.world.channels.add(other, "reading")
        bea = system.world.people.add(other, "Bea")
        await system.start(SHUTDOWN_GRACE="0")
        rooms = await flood(system, FLOOD)
        await system.discord.until(lambda: len(system.api.requests) >= 90)
        before = len(system.discord.requests)
        asked = system.world.messages.send(reading, bea, f"{system.mention} why?")

        def her_threads() -> list[Channel]:
            return [each for each in system.world.threads.of(reading) if each.id == asked.id]

        await system.discord.until(her_threads)
        await system.reads(her_threads()[0], "An answer for her.")
        flooding = [each for each in system.api.requests if "flood" in each.question]
        assert len(flooding) == 90  # a tenth of CHAT_API_MAX_IN_FLIGHT is kept for others
        assert len(system.discord.requests) - before < FLOOD
        # No thread is opened for an answer that can't be shown soon.
        opened = sum(len(system.world.threads.of(room)) for room in rooms)
        assert opened <= 0.9 * 5 * 50
        await system.discord.until(lambda: len(system.discord.requests) > before + 20)


async def test_direct_messages_of_many_members_leave_slots_for_a_server(tmp_path: Path) -> None:
    """Together they are one, and do not get the tenth that is kept for the bot's only other."""
    async with loopback(tmp_path) as system:
        system.api.default = answer
        await system.start(SHUTDOWN_GRACE="0", CHAT_API_MAX_IN_FLIGHT="20")
        for number in range(40):
            asker = system.world.people.add(system.guild, f"m{number}")
            direct = system.world.channels.open_dm(asker)
            system.world.messages.send(direct, asker, f"flood {number}?")
        await system.discord.until(lambda: len(system.api.requests) >= 18)
        await system.reads(await system.thread(system.ask("why?")), "An answer for her.")
        assert len([each for each in system.api.requests if "flood" in each.question]) == 18


async def test_the_answers_of_a_flood_come_each_once(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.api.default = lambda asked: Script(f"Answer to {asked.question}")
        system.world.add_guild("Library")
        await system.start(CHAT_API_MAX_IN_FLIGHT="7")
        rooms = await flood(system, 60)

        def shown() -> Counter[str]:
            return Counter(
                reply.content
                for room in rooms
                for thread in system.world.threads.of(room)
                for reply in system.replies(thread)
            )

        expected = Counter(f"Answer to flood {number}?" for number in range(60))
        await system.discord.until(lambda: shown() == expected)
        assert Counter(each.question for each in system.api.requests) == Counter(
            f"flood {number}?" for number in range(60)
        )


async def test_a_bot_of_one_server_keeps_no_slot_for_others(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.api.default = answer
        await system.start(SHUTDOWN_GRACE="0", CHAT_API_MAX_IN_FLIGHT="5")
        await flood(system, 10)
        await system.discord.until(lambda: len(system.api.requests) == 5)


async def test_what_waits_when_the_bot_stops_is_answered_after_the_next_start(
    tmp_path: Path,
) -> None:
    """A limit of one request a second lets ten answers be under way: the others are not begun."""
    async with loopback(tmp_path, most_429s=10) as system:
        system.api.default = UNENDING
        bot = await system.start(SHUTDOWN_GRACE="0", DISCORD_REQUESTS_PER_SECOND="1")
        await flood(system, 14)
        await system.discord.until(lambda: len(system.api.requests) == 10)
        stored = "SELECT COUNT(*) FROM turns"
        await system.discord.until(lambda: system.database.rows(stored) == [(14,)])
        assert await bot.stop() == 0
        assert len(system.api.requests) == 10
        system.api.default = lambda asked: Script(f"Answer to {asked.question}")
        await system.start()
        done = "SELECT COUNT(*) FROM turns WHERE state = 'done'"
        await system.discord.until(lambda: system.database.rows(done) == [(14,)])
        assert Counter(each.question for each in system.api.requests[10:]) == Counter(
            f"flood {number}?" for number in range(14)
        )
