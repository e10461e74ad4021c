"""An edited question is answered as it is now, in the same messages and the same place."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from bridge_bot.discord_adapter.intake.related_messages import edited_questions
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.faults import Stall
from bridge_bot.sandbox.discord.model import Message
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

SLOW = Script(text="word " * 300, chars_per_s=100)
NEW = Script(text="other " * 20, chars_per_s=100)


def edit(system: Loopback, message: Message, words: str) -> None:
    system.world.messages.edit(message, words)


def asked(system: Loopback) -> list[str]:
    return [request.question for request in system.api.requests]


async def until_asked(system: Loopback, times: int) -> None:
    await system.discord.until(lambda: len(system.api.requests) == times)


async def done(system: Loopback, question: Message) -> None:
    await system.database.until(
        f"SELECT 1 FROM turns WHERE question_id = {question.id} AND state = 'done'"
    )


async def test_the_answer_begins_anew_in_the_same_message_and_what_waits_goes_on_waiting(
    tmp_path: Path,
) -> None:
    """Slips that are mended within a second are one edit, and who only pins the message or has a
    thread on it has edited nothing. Of what waits, the newest text is asked.
    """
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(SLOW, NEW)
        question = system.ask("why?")
        thread = await system.thread(question)
        reply = await system.reads(thread, "word")
        later = system.world.messages.send(thread, system.ann, "and then?")
        await system.discord.until(lambda: later.reactions.get("⏳"))
        edit(system, later, "and afterwards?")
        for words in ("why nto?", "why not?"):
            edit(system, question, f"{system.mention} {words}")
        edited_at_s = asyncio.get_running_loop().time()
        await system.discord.until(lambda: system.api.requests[0].disconnected_early)
        # A second after the last edit it is left; by itself the answer would go on for 15 s.
        assert asyncio.get_running_loop().time() - edited_at_s < 5.0
        await system.reads(thread, "other")
        await done(system, later)
        assert asked(system) == ["why?", "why not?", "and afterwards?"]
        assert system.api.requests[1].turn == 2  # the conversation goes on
        answer, *_ = [each for each in system.replies(thread) if not each.deleted]
        assert answer is reply
        assert answer.content == ("other " * 20).strip()


async def test_what_is_edited_before_its_question_is_accepted_is_answered_as_it_is_then(
    tmp_path: Path,
) -> None:
    """A second after the edit, nothing is known of the question yet: a look-up takes its time."""
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(SLOW, NEW)
        direct = system.world.channels.open_dm(system.ann)
        said = system.world.messages.send(system.channel, system.ann, "the sky is green")
        lookup = Stall()
        path = f"/channels/{system.channel.id}/messages/{said.id}"
        system.discord.faults.inject("GET", path, lookup)
        system.world.messages.forward(said, system.ann, direct)
        question = system.world.messages.send(direct, system.ann, "is it?")
        await asyncio.wait_for(lookup.held.wait(), 10.0)
        edit(system, question, "is it relly?")
        await asyncio.sleep(0.5)
        edit(system, question, "is it really?")
        await asyncio.sleep(2 * edited_questions.SETTLED_AFTER_S)
        lookup.release()
        await done(system, question)
        assert asked(system)[-1] == "> the sky is green\n\nis it really?"
        assert len(asked(system)) <= 2


async def test_what_is_no_other_question_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text as it was, none, and one that does not turn to the bot any more."""
    monkeypatch.setattr(edited_questions, "SETTLED_AFTER_S", 0.05)
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(text="word " * 100, chars_per_s=100))
        question = system.ask("why?")
        thread = await system.thread(question)
        await system.reads(thread, "word")
        words = question.content
        sent = len(system.discord.requests)
        for changed in (words, system.mention, "why not?", words):
            edit(system, question, changed)
            await asyncio.sleep(0.2)  # each is looked at
        await done(system, question)
        edit(system, question, f"{system.mention} too late?")
        await asyncio.sleep(0.2)
        assert asked(system) == ["why?"]
        further = system.discord.requests[sent:]
        assert all("/messages/" in each.path for each in further), further  # the answer alone


@pytest.mark.parametrize("limit", ["MEMBER_QUESTIONS_PER_MINUTE", "MEMBER_QUESTIONS_PER_DAY"])
async def test_where_a_limit_refuses_it_the_answer_goes_on_with_one_word(
    tmp_path: Path, limit: str
) -> None:
    async with loopback(tmp_path) as system:
        await system.start(**{limit: "2"})
        system.api.script(SLOW, Script(text="other " * 60, chars_per_s=100))
        question = system.ask("why?")
        thread = await system.thread(question)
        await system.reads(thread, "word")
        edit(system, question, f"{system.mention} why not?")
        await system.reads(thread, "other")
        for words in ("why though?", "why, then?"):
            edit(system, question, f"{system.mention} {words}")
            await system.reads(system.channel, text("edited-not-asked", reason=""))
        await done(system, question)
        assert asked(system) == ["why?", "why not?"]
        assert len(system.replies(system.channel)) == 1
        assert system.replies(thread)[-1].content == ("other " * 60).strip()


async def test_after_a_crash_in_between_the_new_text_is_answered_once(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=5) as system:
        process = await system.start_process()
        system.api.script(SLOW, SLOW, NEW)
        question = system.ask("why?")
        thread = await system.thread(question)
        reply = await system.reads(thread, "word")
        edit(system, question, f"{system.mention} why not?")
        await system.database.until("SELECT 1 FROM turns WHERE attempt = 2")
        await system.crash(process)
        await system.start()
        await done(system, question)
        assert set(asked(system)[1:]) <= {"why not?"}
        assert [each for each in system.replies(thread) if not each.deleted] == [reply]
        assert set(reply.content.split()) in ({"other"}, {"word"})


async def test_a_direct_message_is_read_with_the_forward_that_it_is_about(tmp_path: Path) -> None:
    """Also without the message content intent."""
    async with loopback(tmp_path) as system:
        await system.start(MESSAGE_CONTENT="false")
        system.api.script(SLOW, NEW)
        direct = system.world.channels.open_dm(system.ann)
        said = system.world.messages.send(system.channel, system.ann, "the sky is green")
        system.world.messages.forward(said, system.ann, direct)
        question = system.world.messages.send(direct, system.ann, "is it?")
        await system.reads(direct, "word")
        edit(system, question, "is it really?")
        await done(system, question)
        assert asked(system) == [
            "> the sky is green\n\nis it?",
            "> the sky is green\n\nis it really?",
        ]


async def test_in_a_private_thread_the_question_is_shown_as_it_is_now(tmp_path: Path) -> None:
    """And so it is read from there again."""
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD)
        await system.start()
        system.api.script(SLOW, NEW)
        question = system.ask("why?")
        await system.discord.until(lambda: system.world.threads.of(system.channel))
        (thread,) = system.world.threads.of(system.channel)
        reply = await system.reads(thread, "word")
        edit(system, question, f"{system.mention} why not?")
        shown = await system.reads(thread, ">>> why not?")
        assert shown is system.replies(thread)[0]
        assert f"<@{system.ann.id}>" in shown.content
        await done(system, question)
        system.world.controls.press(reply, system.ann, text("control-regenerate"))
        await until_asked(system, 3)
        assert asked(system) == ["why?", "why not?", "why not?"]
