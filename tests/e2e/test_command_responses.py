"""A command whose response looks failed: what took effect goes on, what did not is not paid.

Which of the two it is, only Discord knows; the bot is a real process, and all goes over sockets.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.sandbox.discord.faults import HTML_502, Fault, Reset, Stall, StubbedResponse, When
from bridge_bot.sandbox.discord.model import Interaction, Message
from bridge_bot.sandbox.discord.state import Event
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

CALLBACK = r"/interactions/\d+/[^/]+/callback"
ORIGINAL = r"/webhooks/\d+/[^/]+/messages/@original"
ASK = {"question": "Why?"}

# What a response that took effect may get for an answer.
LOOKS_FAILED = {
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


async def asked(on: Loopback) -> Interaction:
    """Ann asks by command."""
    return on.world.commands.use(on.channel, on.ann, "ask", ASK)


async def shown(on: Loopback, used: Interaction) -> Message:
    """The message that shows the question."""
    await on.discord.until(lambda: used.responses)
    return used.responses[0]


def callbacks(on: Loopback) -> int:
    """How many times the bot tried to respond."""
    return sum(each.route.endswith("/callback") for each in on.discord.requests)


def told(on: Loopback) -> list[Event]:
    """The events of interactions from now on, to be sent once more."""
    events: list[Event] = []

    def keep(event: Event) -> None:
        if event.name == "INTERACTION_CREATE":
            events.append(event)

    on.world.subscribe(keep)
    return events


@pytest.mark.parametrize("fault", LOOKS_FAILED.values(), ids=LOOKS_FAILED.keys())
async def test_a_question_that_is_shown_is_answered_although_showing_it_looked_failed(
    tmp_path: Path, fault: Fault
) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        on.discord.faults.inject("POST", CALLBACK, fault)
        used = await asked(on)
        thread = await on.thread(await shown(on, used))
        await on.reads(thread, "turn 1")
        assert [each.content for each in used.responses] == [">>> Why?"]
        assert len(on.api.requests) == 1


@pytest.mark.parametrize(
    "fault",
    [StubbedResponse(502, HTML_502), Reset(), StubbedResponse(403, HTML_502)],
    ids=["502", "reset", "403"],
)
async def test_the_message_is_looked_up_until_discord_tells(tmp_path: Path, fault: Fault) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        on.discord.faults.inject("POST", CALLBACK, Reset(When.AFTER))
        on.discord.faults.inject("GET", ORIGINAL, fault, times=2)
        thread = await on.thread(await shown(on, await asked(on)))
        await on.reads(thread, "turn 1")


@pytest.mark.parametrize("times", [1, 2])
async def test_a_response_that_did_not_take_effect_is_tried_again(
    tmp_path: Path, times: int
) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        on.discord.faults.inject("POST", CALLBACK, Reset(), times=times)
        used = await asked(on)
        await on.reads(await on.thread(await shown(on, used)), "turn 1")
        assert callbacks(on) == times + 1
        assert len(on.api.requests) == 1


async def test_an_interaction_that_is_over_costs_nothing_and_is_logged(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        on.world.state.response_within_s = -1.0
        used = await asked(on)
        await on.discord.until(lambda: "while handling a command (/ask): NotFound" in bot.said)
        assert "10062" in bot.said
        on.world.state.response_within_s = 3.0
        await on.reads(await on.thread(await shown(on, await asked(on))), "turn 1")
        assert used.responses == []
        assert len(on.api.requests) == 1


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (400, 200000, "error-text-refused"),
        (400, 200001, "error-text-refused"),
        (400, 240000, "error-text-refused"),
        (400, 50035, "error-text-refused"),
        (403, 50013, "error-unexpected"),
    ],
)
async def test_a_question_that_discord_refuses_to_show_costs_nothing_and_its_member_is_told(
    tmp_path: Path, status: int, code: int, said: str
) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        on.discord.faults.inject(
            "POST", CALLBACK, StubbedResponse(status, {"code": code, "message": "No"})
        )
        used = await asked(on)
        told = await shown(on, used)
        assert (told.content, told.ephemeral) == (text(said), True)
        assert str(code) in bot.said
        assert on.api.requests == []


async def test_an_event_that_comes_twice_is_answered_once(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        events = told(on)
        await on.start()
        used = await asked(on)
        on.world.state.dispatch(events[0])
        thread = await on.thread(await shown(on, used))
        await on.reads(thread, "turn 1")
        await on.discord.until(lambda: callbacks(on) == 2)
        on.world.messages.send(thread, on.ann, "and?")
        await on.reads(thread, "turn 2")
        assert len(on.api.requests) == 2


async def test_a_refusal_is_never_taken_for_the_question_that_it_refuses(tmp_path: Path) -> None:
    """The event comes again, when the question would not be refused any more."""
    async with loopback(tmp_path) as on:
        events = told(on)
        on.world.channels.set_slow_mode(on.channel, 600)
        bot = await on.start()
        on.world.messages.send(on.channel, on.ann, "just talking")
        assert (await shown(on, await asked(on))).ephemeral
        on.world.channels.set_slow_mode(on.channel, 0)
        on.world.state.dispatch(events[0])
        await on.discord.until(lambda: "40060" in bot.said)
        assert on.api.requests == []


async def test_a_question_that_is_being_shown_when_the_bot_stops_is_answered_after_the_next_start(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        stall = Stall(When.AFTER)
        on.discord.faults.inject("POST", CALLBACK, stall)
        used = await asked(on)
        await stall.held.wait()
        bot.ask_to_stop()
        await on.discord.until(lambda: "stopping" in bot.said)
        stall.release()
        assert await bot.ended() == 0
        assert on.api.requests == []
        await on.start()
        await on.reads(await on.thread(await shown(on, used)), "turn 1")
        assert len(on.api.requests) == 1


@pytest.mark.parametrize("fault", LOOKS_FAILED.values(), ids=LOOKS_FAILED.keys())
async def test_a_whisper_that_looked_failed_is_said_once(tmp_path: Path, fault: Fault) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        on.discord.faults.inject("POST", CALLBACK, fault)
        used = on.world.commands.use(on.channel, on.ann, "language", {"language": "fr"})
        assert (await shown(on, used)).content == text("language-outside")
        on.discord.faults.clear()
        await on.reads(await on.thread(await shown(on, await asked(on))), "turn 1")
        assert len(used.responses) == 1
        assert "handling" not in bot.said


async def test_a_language_is_chosen_although_the_response_looked_failed(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        direct = on.world.channels.open_dm(on.ann)
        on.discord.faults.inject("POST", CALLBACK, Reset(When.AFTER))
        used = on.world.commands.use(direct, on.ann, "language", {"language": "fr"})
        assert "Français" in (await shown(on, used)).content
        on.world.messages.send(direct, on.ann, "Why?")
        await on.reads(direct, "turn 1")
        assert on.api.requests[0].body["language"] == "fr"
        assert "handling" not in bot.said
