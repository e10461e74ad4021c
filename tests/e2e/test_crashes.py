"""Killed at any moment, the bot finishes what it had begun, in the same messages."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from alembic import command

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.faults import When
from bridge_bot.sandbox.discord.request_log import LoggedRequest
from tests.harness.bot_process import BotProcess
from tests.harness.database import migrate
from tests.harness.loopback import Loopback, loopback

TWO_PAGES = "\n\n".join(f"Paragraph {number:02}. " + "word " * 55 for number in range(9))
PACE = 3000


@dataclass
class Killer:
    """Kills the bot before or after its n-th write for a turn takes effect; counts them all."""

    at: int = -1
    when: When = When.BEFORE
    bot: BotProcess | None = None
    writes: list[str] = field(default_factory=list)
    struck: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, when: When, request: LoggedRequest) -> None:
        if not request.path.startswith("/channels/"):
            return
        if when is When.BEFORE:
            self.writes.append(f"{request.method} {request.route}")
        if self.bot is not None and when is self.when and len(self.writes) == self.at + 1:
            bot, self.bot = self.bot, None
            bot.process.kill()
            await bot.process.wait()
            self.struck.set()


async def answered(system: Loopback) -> list[str]:
    """The visible messages of the thread, once they are the whole answer."""
    await system.discord.until(
        lambda: (
            system.world.threads.of(system.channel)
            and "".join(visible(system)).split() == TWO_PAGES.split()
        ),
        timeout_s=30,
    )
    return visible(system)


def visible(system: Loopback) -> list[str]:
    (thread,) = system.world.threads.of(system.channel)
    return [reply.content + " " for reply in system.replies(thread) if not reply.deleted]


async def whole_turn(system: Loopback) -> list[str]:
    system.api.default = Script(
        text=TWO_PAGES, first_delay_s=0.2, chars_per_s=PACE, chunk_chars=100
    )
    system.ask("tell me everything")
    return await answered(system)


async def test_a_turn_of_two_pages_survives_a_kill_around_each_of_its_writes(
    tmp_path: Path,
) -> None:
    """Twice as many runs as the turn has writes, each ending in the same visible messages."""
    async with loopback(tmp_path, most_429s=2) as system:
        killer = Killer()
        system.discord.faults.hooks.append(killer)
        await system.start_process()
        undisturbed = await whole_turn(system)
        count = len(killer.writes)
    assert len(undisturbed) == 2
    assert count >= 5
    runs = asyncio.Semaphore(2)

    async def run(at: int, when: When) -> None:
        folder = tmp_path / f"{at}-{when.name}"
        folder.mkdir()
        async with runs:
            await survive(folder, at, when, undisturbed)

    async with asyncio.TaskGroup() as tasks:
        for at in range(count):
            for when in When:
                tasks.create_task(run(at, when))


async def survive(folder: Path, at: int, when: When, undisturbed: list[str]) -> None:
    async with loopback(folder, most_429s=2) as system:
        killer = Killer(at, when)
        system.discord.faults.hooks.append(killer)
        killer.bot = await system.start_process()
        system.bots.remove(killer.bot)
        turn = asyncio.create_task(whole_turn(system))
        done, _ = await asyncio.wait(
            {turn, asyncio.create_task(killer.struck.wait())}, return_when=asyncio.FIRST_COMPLETED
        )
        if turn in done:  # a run may need fewer edits than the first one did
            await turn
            return
        # Or the next process would pass for connected, and be stopped before it can be.
        await system.discord.until(lambda: not system.discord.gateway.connected)
        await system.start_process()
        assert await turn == undisturbed, f"killed {when.name} write {at}: {killer.writes}"
        assert len(system.world.threads.of(system.channel)) == 1
        assert not [each for each in system.replies(system.channel) if not each.deleted]


async def test_an_answer_that_an_earlier_version_began_is_finished_in_the_same_messages(
    tmp_path: Path,
) -> None:
    """Its database is upgraded first. The ids of its turns are those of their questions."""
    async with loopback(tmp_path, most_429s=2) as system:
        system.leases_run_out = False  # that version had none
        system.api.script(Script(text="word " * 400, chars_per_s=100), Script(text=TWO_PAGES))
        bot = await system.start_process()
        question = system.ask("first?")
        thread = await system.thread(question)
        await system.discord.until(lambda: system.replies(thread))
        await system.crash(bot)
        migrate(system.database.url, command.downgrade, "0002")
        [(turn, state)] = system.database.rows("SELECT id, state FROM turns")
        assert turn == question.id
        assert state in {"asked", "streaming"}
        (begun,) = system.replies(thread)
        await system.start_process()
        await answered(system)
        assert system.replies(thread)[0] is begun
        assert len(system.replies(thread)) == 2
        done = await system.database.until("SELECT id FROM turns WHERE state = 'done'")
        assert done == [(question.id,)]


async def test_a_turn_that_killed_the_process_twice_is_given_up_with_a_word(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        system.api.default = Script(text="word " * 400, chars_per_s=100)
        bot = await system.start_process()
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        await system.crash(bot)
        bot = await system.start_process()
        await system.discord.until(lambda: len(system.api.requests) == 2)
        await system.crash(bot)
        await system.start_process()
        await system.reads(thread, "made me stop twice")
        assert len(system.replies(thread)) == 1
        assert len(system.api.requests) == 2


@pytest.mark.parametrize("archived", [False, True])
async def test_a_thread_that_is_archived_meanwhile_is_brought_back(
    tmp_path: Path, archived: bool
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        system.api.script(Script(text="word " * 400, chars_per_s=100), Script(text="word " * 40))
        bot = await system.start_process()
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        await system.crash(bot)
        if archived:
            system.world.threads.archive(thread)
        await system.start_process()
        await system.discord.until(
            lambda: system.replies(thread)[0].content == ("word " * 40).strip()
        )


async def test_a_start_with_a_wrong_token_costs_no_turn(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        system.api.script(Script(text="word " * 400, chars_per_s=100), Script(text="word " * 40))
        bot = await system.start_process()
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        await system.crash(bot)
        refused = await system.launch_process(DISCORD_TOKEN="wrong.token.here")
        assert await refused.ended() == 3
        await system.start_process()
        await system.discord.until(
            lambda: system.replies(thread)[0].content == ("word " * 40).strip()
        )


async def test_a_connection_that_discord_ends_for_good_keeps_running_turns(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        system.api.script(Script(text="word " * 400, chars_per_s=100), Script(text="word " * 40))
        bot = await system.start_process()
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        await system.discord.gateway.drop(4004)
        assert await bot.ended() == 3
        await system.start_process()
        await system.discord.until(
            lambda: system.replies(thread)[0].content == ("word " * 40).strip()
        )


async def test_what_was_shown_stays_if_asking_again_fails(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        # With the uid of the answer that broke off, twice, if that was written down in time,
        # and without.
        refusal = Script(code=77, msg="no")
        system.api.script(Script(text="word " * 400, chars_per_s=100), refusal, refusal, refusal)
        bot = await system.start_process()
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        await system.crash(bot)
        await system.start_process()
        reply = await system.reads(thread, "didn't accept")
        assert reply.content.startswith("word")


async def test_a_hint_beside_an_unfinished_turn_is_not_taken_for_its_reply(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start_process()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "one piece at a time**.")
        system.api.script(Script(first_delay_s=60.0, text="never"))
        system.world.messages.send(thread, system.ann, "second?")
        await system.discord.until(lambda: len(system.api.requests) == 2)
        system.world.messages.send(thread, system.ann, system.mention)
        hint = await system.reads(thread, "Ask me something")
        await system.crash(bot)
        await system.start_process()
        await system.reads(thread, "You asked: second?")
        assert not hint.deleted
        assert "Ask me something" in hint.content


@pytest.mark.sqlite
async def test_a_second_bot_on_the_same_database_is_refused_in_one_sentence(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        await system.start_process()
        second = await system.launch_process()
        assert await second.ended() == 1
        assert "already runs on this database" in second.log.splitlines()[-1]
        migrating = await system.launch_process("migrate")
        assert await migrating.ended() == 0
        await system.reads(await system.thread(system.ask("first?")), "turn 1")
