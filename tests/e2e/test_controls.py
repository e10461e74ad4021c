"""The buttons under a reply, as members press them."""

from __future__ import annotations

import asyncio
import itertools
from pathlib import Path

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.discord_markdown import CURSOR
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Interaction, Member, Message
from tests.harness.english import notice_text, text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

STOP, REGENERATE, TRY_AGAIN = (
    text(f"control-{each}") for each in ("stop", "regenerate", "try-again")
)
COMPLETE = [REGENERATE, "👍", "👎"]
"""What stands under a complete answer."""

SLOW = Script("One two three four. " * 200, chars_per_s=100, chunk_chars=10)


async def told(system: Loopback, pressed: Interaction) -> str:
    """What only the member is told after a press."""
    await system.discord.until(lambda: any(each.ephemeral for each in pressed.responses))
    return str(pressed.responses[-1].content)


def shown(system: Loopback, thread: Channel) -> list[Message]:
    """The messages of answers that all can see."""
    return [
        each
        for each in system.replies(thread)
        if not (each.ephemeral or each.deleted_at is not None)
    ]


async def growing(system: Loopback) -> Message:
    """An answer that has begun, and goes on for half a minute."""
    system.api.script(SLOW)
    thread = await system.thread(system.ask("why?"))
    return await system.reads(thread, "three")


async def stopped(system: Loopback, reply: Message, presser: Member) -> None:
    """Press Stop, and see that the answer ends soon, with what came of it, not by itself."""
    pressed_at_s = asyncio.get_running_loop().time()
    pressed = system.world.controls.press(reply, presser, STOP)
    await system.discord.until(lambda: system.api.requests[-1].disconnected_early)
    assert asyncio.get_running_loop().time() - pressed_at_s < 5
    await system.reads(reply.channel, notice_text("ending-stopped"))
    assert reply.content.startswith("One two")
    assert CURSOR not in reply.content
    assert system.world.controls.of(reply) == [TRY_AGAIN]
    assert not system.world.controls.failed(pressed)
    assert pressed.responses == [reply]  # nothing is told: it is seen there


async def test_its_asker_stops_an_answer(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        await stopped(system, await growing(system), system.ann)
        await system.database.until("SELECT 1 FROM turns WHERE state = 'stopped'")


async def test_a_moderator_stops_an_answer_and_another_member_does_not(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        bob, mo = (system.world.people.add(system.guild, name) for name in ("Bob", "Mo"))
        reply = await growing(system)
        pressed = system.world.controls.press(reply, bob, STOP)
        assert await told(system, pressed) == text("control-not-yours")
        assert not system.api.requests[-1].disconnected_early
        system.world.people.give_permission(system.channel, "manage_messages", mo)
        await stopped(system, reply, mo)


async def test_the_row_goes_along_from_page_to_page_and_costs_no_edit(tmp_path: Path) -> None:
    """Each edit of a message that grows changes its text, too."""
    script = Script("Some words for a page. " * 200, chars_per_s=2000, chunk_chars=100)
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(script)
        thread = await system.thread(system.ask("why?"))
        await system.database.until("SELECT 1 FROM turns WHERE state = 'done'")
        pages = system.replies(thread)
        assert len(pages) == 3
        requests = [each for each in system.discord.requests if "content" in (each.body or {})]
        posted = [str(each.body) for each in requests if each.method == "POST"]
        assert ["control:stop:" in body for body in posted[:2]] == [True, True]
        for page in pages:
            edits = [each.body for each in requests if each.path.endswith(f"/{page.id}")]
            contents = [str(body["content"]) for body in edits if body]
            assert all(one != other for one, other in itertools.pairwise(contents))
        assert [system.world.controls.of(page) for page in pages] == [[], [], COMPLETE]


async def test_without_controls_there_is_no_row(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(SHOW_CONTROLS="false")
        assert system.world.controls.of(await growing(system)) == []


async def test_a_server_that_does_not_want_the_row_has_none(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.SHOW_CONTROLS, value=False)
        await system.start()
        assert system.world.controls.of(await growing(system)) == []


async def test_a_button_from_before_a_crash_works(tmp_path: Path) -> None:
    """The answer is asked for again, in the same message, and stopped by the same button."""
    async with loopback(tmp_path) as system:
        process = await system.start_process()
        reply = await growing(system)
        await system.crash(process)
        system.api.script(SLOW)
        await system.start()
        await system.discord.until(lambda: len(system.api.requests) == 2)
        await stopped(system, reply, system.ann)


async def test_a_press_after_the_end_is_told_so(tmp_path: Path) -> None:
    """As of a member whose client shows the message as it was, or who forges a press."""
    async with loopback(tmp_path) as system:
        await system.start()
        reply = await growing(system)
        row = reply.components
        await stopped(system, reply, system.ann)
        await system.database.until("SELECT 1 FROM turns WHERE state = 'stopped'")
        reply.components = row
        pressed = system.world.controls.press(reply, system.ann, STOP)
        assert await told(system, pressed) == text("control-over")
        for forged, why in (("1", "control-forgotten"), ("x", "control-forgotten")):
            row[0]["components"][0]["custom_id"] = f"control:stop:{forged}"
            pressed = system.world.controls.press(reply, system.ann, STOP)
            assert await told(system, pressed) == text(why)


async def answered(system: Loopback, words: str = "why?", answer: str = "Because.") -> Message:
    """The last message of a complete answer."""
    system.api.script(Script(answer))
    asked = system.ask(words)
    thread = await system.thread(asked)
    await system.discord.until(
        lambda: any(system.world.controls.of(each) for each in system.replies(thread))
    )
    await finished(system, asked.id)
    return system.replies(thread)[-1]


async def finished(system: Loopback, question_id: int, attempt: int = 1) -> None:
    """Wait until an attempt at a question is over."""
    await system.database.until(
        f"SELECT 1 FROM turns WHERE question_id = {question_id} AND attempt = {attempt}"
        " AND state IN ('done', 'failed', 'stopped')"
    )


async def test_a_complete_answer_is_asked_for_again_in_the_same_messages(tmp_path: Path) -> None:
    """A long one, in fewer messages; the conversation goes on."""
    long = "Some words for a page. " * 200
    async with loopback(tmp_path) as system:
        await system.start()
        reply = await answered(system, answer=long.strip())
        thread = reply.channel
        first, *more = system.replies(thread)
        assert len(more) == 2
        system.api.script(Script("In short."))
        pressed = system.world.controls.press(reply, system.ann, REGENERATE)
        assert await told(system, pressed) == text("control-asking-again")
        await finished(system, thread.id, attempt=2)
        assert shown(system, thread) == [first]
        assert first.content == "In short."
        assert system.world.controls.of(first) == COMPLETE
        asked, again = system.api.requests
        assert (again.question, again.turn) == ("why?", 2)
        assert again.conversation_uid == asked.conversation_uid
        system.api.script(Script("And again."))
        system.world.controls.press(first, system.ann, REGENERATE)
        await finished(system, thread.id, attempt=3)
        assert [each.content for each in shown(system, thread)] == ["And again."]


async def test_an_answer_stays_with_its_file_where_the_next_attempt_fails(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(MAX_PAGES="1")
        reply = await answered(system, answer=("Some words for a page. " * 200).strip())
        thread = reply.channel
        first, last = system.replies(thread)
        assert [each.filename for each in last.attachments] == ["answer.md"]
        before = first.content
        system.api.script(*[Script(code=1234, msg="no")] * 3)
        system.world.controls.press(reply, system.ann, REGENERATE)
        await finished(system, thread.id, attempt=2)
        assert shown(system, thread) == [first, last]
        assert first.content == before
        assert text("error-api-rejected") in last.content
        assert [each.filename for each in last.attachments] == ["answer.md"]
        assert system.world.controls.of(last) == [TRY_AGAIN]


async def test_a_failure_is_tried_again_also_after_a_restart(tmp_path: Path) -> None:
    """One that fails once more has one notice."""
    async with loopback(tmp_path) as system:
        process = await system.start_process()
        system.api.script(*[Script(code=1234, msg="no")] * 2, Script("Because."))
        thread = await system.thread(system.ask("why?"))
        failed = await system.reads(thread, notice_text("error-api-rejected"))
        await finished(system, thread.id)
        assert await process.stop() == 0
        await system.start()
        system.world.controls.press(failed, system.ann, TRY_AGAIN)
        await finished(system, thread.id, attempt=2)
        assert failed.content.count(text("error-api-rejected")) == 1
        assert system.world.controls.of(failed) == [TRY_AGAIN]
        system.world.controls.press(failed, system.ann, TRY_AGAIN)
        await finished(system, thread.id, attempt=3)
        assert [each.content for each in shown(system, thread)] == ["Because."]
        assert system.world.controls.of(failed) == COMPLETE


async def test_a_command_is_asked_again_from_the_message_that_shows_it(tmp_path: Path) -> None:
    question = "what is https://docs.example/a?\n* a list"
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script("Because."), Script("Otherwise."))
        used = system.world.commands.use(system.channel, system.ann, "ask", {"question": question})
        await system.discord.until(lambda: used.responses)
        thread = await system.thread(used.responses[0])
        reply = await system.reads(thread, "Because.")
        await system.database.until("SELECT 1 FROM turns WHERE state = 'done'")
        system.world.controls.press(reply, system.ann, REGENERATE)
        await system.reads(thread, "Otherwise.")
        assert [each.question for each in system.api.requests] == [question] * 2


async def test_a_stranger_gets_nothing_and_a_moderator_asks_at_their_own_expense(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start(MEMBER_QUESTIONS_PER_DAY="1")
        bob, mo = (system.world.people.add(system.guild, name) for name in ("Bob", "Mo"))
        system.world.people.give_permission(system.channel, "manage_messages", mo)
        reply = await answered(system)
        pressed = system.world.controls.press(reply, bob, REGENERATE)
        assert await told(system, pressed) == text("control-not-yours")
        pressed = system.world.controls.press(reply, system.ann, REGENERATE)
        assert "your one question" in await told(system, pressed)
        system.api.script(Script("Otherwise."))
        pressed = system.world.controls.press(reply, mo, REGENERATE)
        assert await told(system, pressed) == text("control-asking-again")
        await system.reads(reply.channel, "Otherwise.")
        assert len(system.api.requests) == 2


async def test_only_the_newest_answer_of_a_conversation_has_the_row(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        reply = await answered(system)
        row = reply.components
        system.api.script(Script("And that."))
        asked = system.world.messages.send(reply.channel, system.ann, "and?")
        newer = await system.reads(reply.channel, "And that.")
        await finished(system, asked.id)
        await system.discord.until(lambda: not system.world.controls.of(reply))
        assert reply.content == "Because."
        assert system.world.controls.of(newer) == COMPLETE
        reply.components = row
        pressed = system.world.controls.press(reply, system.ann, REGENERATE)
        assert await told(system, pressed) == text("control-not-newest")
        assert len(system.api.requests) == 2


async def test_a_question_that_is_gone_is_said_to_be_so_and_an_edited_one_is_read_anew(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        reply = await answered(system)
        asked = system.channel.messages[reply.channel.id]
        system.world.messages.edit(asked, f"{system.mention} why not?")
        system.api.script(Script("Otherwise."))
        system.world.controls.press(reply, system.ann, REGENERATE)
        await finished(system, asked.id, attempt=2)
        assert system.api.requests[-1].question == "why not?"
        system.world.messages.delete(asked)
        pressed = system.world.controls.press(reply, system.ann, REGENERATE)
        assert await told(system, pressed) == text("control-question-gone")
        assert len(system.api.requests) == 2


async def test_who_may_not_write_there_does_not_ask_again(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        reply = await answered(system)
        system.world.threads.lock(reply.channel)
        pressed = system.world.controls.press(reply, system.ann, REGENERATE)
        assert await told(system, pressed) == text("refused-member-locked")
        assert len(system.api.requests) == 1


async def test_who_has_opted_out_is_not_read_again(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        mo = system.world.people.add(system.guild, "Mo")
        system.world.people.give_permission(system.channel, "manage_messages", mo)
        reply = await answered(system)
        used = system.world.commands.use(system.channel, system.ann, "privacy")
        await system.discord.until(lambda: used.responses)
        system.world.controls.press(used.responses[0], system.ann, text("privacy-opt-out"))
        await system.database.until("SELECT 1 FROM opt_outs")
        pressed = system.world.controls.press(reply, mo, REGENERATE)
        assert await told(system, pressed) == text("control-asker-opted-out")
        assert len(system.api.requests) == 1


async def test_a_crash_in_the_middle_of_a_second_attempt_is_gone_on_with(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        process = await system.start_process()
        reply = await answered(system)
        system.api.script(SLOW, Script("In the end."))
        system.world.controls.press(reply, system.ann, REGENERATE)
        await system.reads(reply.channel, "three")
        assert system.world.controls.of(reply) == [STOP]
        await system.crash(process)
        await system.start()
        await finished(system, reply.channel.id, attempt=2)
        assert [each.content for each in shown(system, reply.channel)] == ["In the end."]
        assert system.world.controls.of(reply) == COMPLETE


async def test_two_presses_at_once_ask_once_and_a_newer_question_waits(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        reply = await answered(system)
        system.api.script(Script("Otherwise.", first_delay_s=1), Script("And that."))
        presses = [system.world.controls.press(reply, system.ann, REGENERATE) for _ in range(2)]
        newer = system.world.messages.send(reply.channel, system.ann, "and?")
        said = [await told(system, each) for each in presses]
        assert said.count(text("control-asking-again")) <= 1
        await finished(system, newer.id)
        assert len(system.api.requests) == 2 + said.count(text("control-asking-again"))
