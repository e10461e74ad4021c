"""What readers and operators see when something fails; the bot lives on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bridge_bot.discord_markdown import CURSOR
from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script
from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse, When
from tests.harness.english import text
from tests.harness.loopback import loopback

HARMLESS = "this `https://harmful.example/a`"


async def test_an_error_of_the_api_is_a_sentence_with_the_request_id(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.api.script(Script(code=1234, msg="internal words"))
        thread = await system.thread(system.ask("first?"))
        reply = await system.reads(thread, "didn't accept this question")
        assert "(request " in reply.content
        assert "internal words" not in reply.content
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "You asked: second?")
        assert await bot.stop() == 0
        assert "code 1234" in bot.log


async def test_an_answer_that_breaks_off_keeps_what_had_come_and_says_so(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(
            Script(text="half an answer", fault=ConnectionFault.RESET, fault_after_bytes=400)
        )
        system.api.script(Script(text="x" * 400, fault=ConnectionFault.CUT, fault_after_bytes=350))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        other = await system.thread(system.ask("second?"))
        reply = await system.reads(other, "broke off")
        assert reply.content.startswith("xxx")


async def test_a_conversation_that_the_api_forgot_begins_anew_and_the_reader_is_told(
    tmp_path: Path,
) -> None:
    """In one line above the answer; the question after that goes on with the new one."""
    async with loopback(tmp_path) as system:
        await system.start()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "You asked: first?")
        system.api.conversations.forget()
        system.world.messages.send(thread, system.ann, "second?")
        reply = await system.reads(thread, "You asked: second?")
        notice, _, answer = reply.content.partition("\n")
        assert notice == "-# " + text("context-lost")
        assert answer.startswith("This is turn 1")
        system.world.messages.send(thread, system.ann, "third?")
        reply = await system.reads(thread, "You asked: third?")
        assert reply.content.startswith("This is turn 2")


async def test_trying_again_for_long_is_told_until_the_answer_takes_its_place(
    tmp_path: Path,
) -> None:
    """In one and the same message."""
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(
            Script(status=503, code=50300, msg="Busy.", headers={"Retry-After": "4"}),
            Script(text="word " * 100 + "end", chars_per_s=300),
        )
        thread = await system.thread(system.ask("first?"))
        hint = await system.reads(thread, "-# " + text("delayed-retrying"))
        reply = await system.reads(thread, "word end")
        assert reply.id == hint.id
        assert reply.content.startswith("word word")
        assert len(system.replies(thread)) == 1


async def test_a_wrong_key_is_told_to_the_operator_and_not_to_the_reader(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start(CHAT_API_KEY="wrong-key-swordfish")
        reply = await system.reads(await system.thread(system.ask("first?")), "refused my key")
        assert await bot.stop() == 0
        assert "swordfish" not in reply.content + bot.log
        assert "status 403" in bot.log


async def test_an_api_that_is_down_is_said_to_be(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(CHAT_API_BASE_URL="http://127.0.0.1:9")
        await system.reads(
            await system.thread(system.ask("first?")), "can't reach the chatbot", 60.0
        )


@pytest.mark.parametrize(
    "fault",
    [
        StubbedResponse(502, HTML_502),
        StubbedResponse(502, HTML_502, when=When.AFTER),
        Reset(),
        Reset(when=When.AFTER),
    ],
    ids=["502 before", "502 after", "reset before", "reset after"],
)
@pytest.mark.parametrize("method", ["POST", "PATCH"])
async def test_a_write_that_fails_is_repeated_and_nothing_is_doubled(
    tmp_path: Path, method: str, fault: StubbedResponse | Reset
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        words = " ".join(f"word{number:02}" for number in range(40))
        system.api.script(Script(text=words, chars_per_s=150))
        system.discord.faults.inject(method, r"/channels/\d+/messages(/\d+)?", fault)
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(
            lambda: [each.content for each in system.replies(thread)] == [words]
        )


async def test_a_thread_that_is_deleted_ends_its_turn_and_nothing_else(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.api.script(Script(text="word " * 300, chars_per_s=200))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        system.world.channels.delete(thread)
        await system.discord.until(lambda: system.api.requests[0].disconnected_early)
        await system.reads(await system.thread(system.ask("second?")), "turn 1")
        assert await bot.stop() == 0
        assert "PlaceGone" in bot.log


@pytest.mark.parametrize("fault", [Reset(), StubbedResponse(503, HTML_502)], ids=["reset", "503"])
async def test_a_passing_fault_while_a_member_is_looked_up_loses_no_question(
    tmp_path: Path, fault: StubbedResponse | Reset
) -> None:
    async with loopback(tmp_path) as system:
        await system.start(ALLOWED_GUILDS=str(system.guild.id))
        system.discord.faults.inject("GET", r"/guilds/\d+/members/\d+", fault)
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "turn 1")
        assert len(system.replies(direct)) == 1


async def test_what_automod_refuses_is_told_below_what_could_be_shown(tmp_path: Path) -> None:
    """And what refuses the thread's name costs the name alone."""
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.discord.faults.block_text("blocked", 200000)
        system.discord.faults.block_text("secret", 200001)
        words = "word " * 40 + "blocked " + "word " * 40
        system.api.script(Script(text=words, chars_per_s=200))
        thread = await system.thread(system.ask("a secret?"))
        assert thread.name == text("thread-name-neutral")
        reply = await system.reads(thread, text("error-text-refused"))
        shown, _, _ = reply.content.partition("\n\n⚠️")
        assert words.startswith(shown)
        assert CURSOR not in reply.content
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "You asked: second?")
        assert await bot.stop() == 0
        assert len(re.findall("TextRefused", bot.log)) == 1


async def test_a_harmful_address_is_shown_as_code(tmp_path: Path) -> None:
    """Discord takes the page then, as far as it goes by live links."""
    async with loopback(tmp_path) as system:
        await system.start()
        system.discord.faults.block_text(r"(?<!`)https://harmful", 240000)
        words = "word " * 20 + "[this](https://harmful.example/a) " + "word " * 20 + "end"
        system.api.script(Script(text=words, chars_per_s=200))
        thread = await system.thread(system.ask("first?"))
        reply = await system.reads(thread, "word end")
        assert reply.content == words.replace("[this](https://harmful.example/a)", HARMLESS)
        assert len(system.replies(thread)) == 1


@pytest.mark.parametrize("answer", ["\n\n", "<br>", "\u00a0\u200b", "```\n```", "<!-- x -->\n"])
@pytest.mark.parametrize("stream", ["true", "false"])
async def test_an_answer_that_shows_nothing_is_told(
    tmp_path: Path, answer: str, stream: str
) -> None:
    async with loopback(tmp_path) as system:
        await system.start(CHAT_API_STREAM=stream)
        system.api.script(Script(text=answer))
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, text("reply-empty"))
        assert [each.content for each in system.replies(thread)] == [text("reply-empty")]


async def test_a_block_of_the_address_holds_up_the_whole_bot_and_costs_no_answer(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=1) as system:
        bot = await system.start()
        blocked = StubbedResponse(429, "error code: 1015", {"Retry-After": "3"})
        system.discord.faults.inject("POST", r"/channels/\d+/messages", blocked)
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(
            lambda: [each for each in system.discord.requests if each.was_429]
        )
        before = len(system.discord.requests)
        await system.reads(thread, "turn 1")
        (refused,) = [each for each in system.discord.requests if each.was_429]
        assert min(each.at for each in system.discord.requests[before:]) >= refused.at + 2.9
        assert len(system.replies(thread)) == 1
        assert await bot.stop() == 0
        assert "address" in bot.log


async def test_a_bot_that_is_timed_out_ends_its_answer_with_one_event(tmp_path: Path) -> None:
    """The word is said where an edit is still taken; here for the first refused write alone."""
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.api.script(Script(text="word " * 300, chars_per_s=200))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        refusal = StubbedResponse(403, {"message": "Missing Permissions", "code": 50013})
        system.discord.faults.inject("PATCH", r"/channels/\d+/messages/\d+", refusal)
        reply = await system.reads(thread, text("error-platform-forbidden"))
        assert CURSOR not in reply.content
        await system.discord.until(lambda: system.api.requests[0].disconnected_early)
        assert await bot.stop() == 0
        assert len(re.findall(r"turn \d+ (?:failed|stopped)", bot.log)) == 1
