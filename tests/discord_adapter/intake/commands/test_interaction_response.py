"""A command whose response looks failed: what took effect goes on, what did not is not paid.

Which of the two it is, only Discord knows; all goes over sockets.
"""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from bridge_bot.discord_adapter.intake.commands import interaction_response
from bridge_bot.discord_adapter.intake.commands.interaction_response import _may_retry
from bridge_bot.sandbox.discord.faults import HTML_502, Fault, Reset, Stall, StubbedResponse, When
from bridge_bot.sandbox.discord.model import Interaction, Message
from bridge_bot.sandbox.discord.state import Event
from tests.discord_adapter.offline_client import http_error
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

CALLBACK = r"/interactions/\d+/[^/]+/callback"
ORIGINAL = r"/webhooks/\d+/[^/]+/messages/@original"
ASK = {"question": "Why?"}

# What a response that took effect may get for an answer.
LOOKS_FAILED: dict[str, Fault] = {
    "502": StubbedResponse(502, HTML_502, when=When.AFTER),
    "500 of Discord's own": StubbedResponse(500, {"message": "500", "code": 0}, when=When.AFTER),
    "503": StubbedResponse(503, HTML_502, when=When.AFTER),
    "a reset": Reset(When.AFTER),
    "40060, for a proxy had tried again": StubbedResponse(400, {"code": 40060}, when=When.AFTER),
    "a 403 page": StubbedResponse(403, HTML_502, when=When.AFTER),
    "a 404 page": StubbedResponse(404, HTML_502, when=When.AFTER),
    "a page with status 200": StubbedResponse(200, HTML_502, when=When.AFTER),
    "nothing with status 200": StubbedResponse(200, {}, when=When.AFTER),
}


async def asked(system: Loopback) -> Interaction:
    """Ann asks by command."""
    return system.world.commands.use(system.channel, system.ann, "ask", ASK)


async def shown(system: Loopback, used: Interaction) -> Message:
    """The message that shows the question."""
    await system.discord.until(lambda: used.responses)
    return used.responses[0]


def callbacks(system: Loopback) -> int:
    """How many times the bot tried to respond."""
    return sum(each.route.endswith("/callback") for each in system.discord.requests)


def record_interactions(system: Loopback) -> list[Event]:
    """The events of interactions from now on, to be sent once more."""
    events: list[Event] = []

    def keep(event: Event) -> None:
        if event.name == "INTERACTION_CREATE":
            events.append(event)

    system.world.subscribe(keep)
    return events


async def test_a_question_that_is_shown_is_answered_although_showing_it_looked_failed(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    async with loopback(tmp_path) as system:
        await system.start(MEMBER_QUESTIONS_PER_MINUTE="0")
        for name, fault in LOOKS_FAILED.items():
            with subtests.test(name):
                before = len(system.api.requests)
                system.discord.faults.inject("POST", CALLBACK, fault)
                used = await asked(system)
                thread = await system.thread(await shown(system, used))
                await system.reads(thread, "turn 1")
                assert [each.content for each in used.responses] == [">>> Why?"]
                assert len(system.api.requests) == before + 1


async def test_the_message_is_looked_up_until_discord_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    monkeypatch.setattr(interaction_response, "LOOKUP_PAUSES_S", (0.01, 0.01, 0.01))
    async with loopback(tmp_path) as system:
        await system.start()
        for fault in (StubbedResponse(502, HTML_502), Reset(), StubbedResponse(403, HTML_502)):
            with subtests.test(fault=fault):
                system.discord.faults.inject("POST", CALLBACK, Reset(When.AFTER))
                system.discord.faults.inject("GET", ORIGINAL, fault, times=2)
                thread = await system.thread(await shown(system, await asked(system)))
                await system.reads(thread, "turn 1")


async def test_a_response_that_did_not_take_effect_is_tried_again(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        for times in (1, 2):
            with subtests.test(times=times):
                before = callbacks(system), len(system.api.requests)
                system.discord.faults.inject("POST", CALLBACK, Reset(), times=times)
                used = await asked(system)
                await system.reads(await system.thread(await shown(system, used)), "turn 1")
                assert callbacks(system) == before[0] + times + 1
                assert len(system.api.requests) == before[1] + 1


async def test_an_interaction_that_is_over_costs_nothing_and_is_logged(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.world.state.response_within_s = -1.0
        used = await asked(system)
        await system.discord.until(lambda: "while handling a command (/ask): NotFound" in bot.log)
        assert "10062" in bot.log
        system.world.state.response_within_s = 3.0
        await system.reads(await system.thread(await shown(system, await asked(system))), "turn 1")
        assert used.responses == []
        assert len(system.api.requests) == 1


@pytest.mark.parametrize(
    ("status", "code", "key"),
    [
        (400, 200000, "error-text-refused"),
        (400, 200001, "error-text-refused"),
        (400, 240000, "error-text-refused"),
        (400, 50035, "error-text-refused"),
        (403, 50013, "error-unexpected"),
    ],
)
async def test_a_question_that_discord_refuses_to_show_costs_nothing_and_its_member_is_told(
    tmp_path: Path, status: int, code: int, key: str
) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.discord.faults.inject(
            "POST", CALLBACK, StubbedResponse(status, {"code": code, "message": "No"})
        )
        used = await asked(system)
        response = await shown(system, used)
        assert (response.content, response.ephemeral) == (text(key), True)
        assert str(code) in bot.log
        assert system.api.requests == []


async def test_an_event_that_comes_twice_is_answered_once(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        events = record_interactions(system)
        await system.start()
        used = await asked(system)
        system.world.state.dispatch(events[0])
        thread = await system.thread(await shown(system, used))
        await system.reads(thread, "turn 1")
        await system.discord.until(lambda: callbacks(system) == 2)
        system.world.messages.send(thread, system.ann, "and?")
        await system.reads(thread, "turn 2")
        assert len(system.api.requests) == 2


async def test_a_refusal_is_never_taken_for_the_question_that_it_refuses(tmp_path: Path) -> None:
    """The event comes again, when the question would not be refused any more."""
    async with loopback(tmp_path) as system:
        events = record_interactions(system)
        system.world.channels.set_slow_mode(system.channel, 600)
        bot = await system.start()
        system.world.messages.send(system.channel, system.ann, "just talking")
        assert (await shown(system, await asked(system))).ephemeral
        system.world.channels.set_slow_mode(system.channel, 0)
        system.world.state.dispatch(events[0])
        await system.discord.until(lambda: "40060" in bot.log)
        assert system.api.requests == []


async def test_a_question_that_is_being_shown_when_the_bot_stops_is_answered_after_the_next_start(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        stall = Stall(When.AFTER)
        system.discord.faults.inject("POST", CALLBACK, stall)
        used = await asked(system)
        await stall.held.wait()
        bot.ask_to_stop()
        await system.discord.until(lambda: "stopping" in bot.log)
        stall.release()
        assert await bot.ended() == 0
        assert system.api.requests == []
        await system.start()
        await system.reads(await system.thread(await shown(system, used)), "turn 1")
        assert len(system.api.requests) == 1


async def test_an_ephemeral_response_that_looked_failed_is_sent_once(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start(MEMBER_QUESTIONS_PER_MINUTE="0")
        here = {"language": "fr", "scope": "conversation"}
        for name, fault in LOOKS_FAILED.items():
            with subtests.test(name):
                system.discord.faults.inject("POST", CALLBACK, fault)
                used = system.world.commands.use(system.channel, system.ann, "language", here)
                assert (await shown(system, used)).content == text("language-outside")
                system.discord.faults.clear()
                after = await shown(system, await asked(system))
                await system.reads(await system.thread(after), "turn 1")
                assert len(used.responses) == 1
                assert "handling" not in bot.log


async def test_a_language_is_chosen_although_the_response_looked_failed(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        direct = system.world.channels.open_dm(system.ann)
        system.discord.faults.inject("POST", CALLBACK, Reset(When.AFTER))
        used = system.world.commands.use(direct, system.ann, "language", {"language": "fr"})
        assert "Français" in (await shown(system, used)).content
        system.world.messages.send(direct, system.ann, "Why?")
        await system.reads(direct, "turn 1")
        assert system.api.requests[0].body["language"] == "fr"
        assert "handling" not in bot.log


@pytest.mark.parametrize(
    ("error", "is_tried_again"),
    [
        (http_error(403, "<html>a page</html>"), True),
        (http_error(404, ""), True),
        (http_error(403, {"code": 50013, "message": "no"}), False),
        (http_error(404, {"code": 10062, "message": "no"}), False),
        (http_error(429, {"code": 0, "message": "slow down"}), False),
        (http_error(502, "<html>a page</html>"), False),
        (http_error(503, {"code": 0, "message": "no"}), False),
        (aiohttp.ClientError("reset"), True),
        (OSError("down"), True),
        (TypeError("a fault of the program"), False),
    ],
)
def test_what_is_tried_again_within_the_3_s_that_discord_gives(
    error: Exception, is_tried_again: bool
) -> None:
    assert _may_retry(error) is is_tried_again
