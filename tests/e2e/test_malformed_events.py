"""An event that can't be understood is one event: the connection stays, and answers go on."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from bridge_bot.sandbox.discord.faults import StubbedResponse
from bridge_bot.sandbox.discord.payloads import interaction_objects, message_objects, objects
from bridge_bot.sandbox.discord.rules.permissions import ALL
from tests.e2e.malformed_events import GatewaySession, answers, send_malformed
from tests.e2e.malformed_payloads import Json, misshapen
from tests.harness.loopback import Loopback, loopback


@pytest.mark.sqlite  # what Discord sends, the database does not matter
async def test_no_event_with_a_field_dropped_or_null_ends_the_connection(tmp_path: Path) -> None:
    """A sample of what the slow suite sends."""
    async with loopback(tmp_path, is_accelerated=False, skips_events=True) as system:
        await send_malformed(system, every=23)


@pytest.mark.slow
async def test_no_event_with_any_field_dropped_or_null_ends_the_connection(tmp_path: Path) -> None:
    async with loopback(tmp_path, is_accelerated=False, skips_events=True) as system:
        await send_malformed(system, every=1)


@pytest.mark.sqlite  # what Discord sends, the database does not matter
async def test_no_event_with_a_misshapen_field_ends_the_connection(tmp_path: Path) -> None:
    """A sample of what the slow suite sends."""
    async with loopback(tmp_path, is_accelerated=False, skips_events=True) as system:
        await send_malformed(system, every=53, break_it=misshapen)


@pytest.mark.slow
async def test_no_event_with_any_field_misshapen_ends_the_connection(tmp_path: Path) -> None:
    async with loopback(tmp_path, is_accelerated=False, skips_events=True, most_429s=99) as system:
        await send_malformed(system, every=1, break_it=misshapen)


def small_inputs(system: Loopback) -> dict[str, tuple[str, Json]]:
    """What is known to have been sent, or to be sent one day: each is one event to be skipped."""
    world = system.world
    said = world.messages.send(system.channel, system.ann, f"{system.mention} first?")
    message = message_objects.message_event(said, world.state) | {"id": str(said.id + 1)}
    poll: Json = {"question": {"text": "?"}, "answers": [], "expiry": None, "layout_type": 1}
    poll["allow_multiselect"] = False
    untyped = {name: value for name, value in message.items() if name != "type"}
    here = {"guild_id": str(system.guild.id)}
    thread = objects.channel(world.threads.start(system.ann, system.channel, "aside"))
    del thread["thread_metadata"]
    server = objects.guild_event(system.guild, world.bot)
    used = world.commands.use(system.channel, system.ann, "language", {"language": "fr"})
    command = deepcopy(interaction_objects.interaction_event(used, world.state)) | {
        "id": str(used.id + 1)
    }
    del command["attachment_size_limit"]
    return {
        "a poll without an end": ("MESSAGE_CREATE", message | {"poll": poll | {"expiry": None}}),
        "a nameless file": ("MESSAGE_CREATE", message | {"attachments": [{"id": "1", "size": 1}]}),
        "an empty snapshot": ("MESSAGE_CREATE", message | {"message_snapshots": [{}]}),
        "no guild_id": ("MESSAGE_CREATE", {k: v for k, v in message.items() if k != "guild_id"}),
        "an edit without type": ("MESSAGE_UPDATE", untyped),
        "a command without a limit": ("INTERACTION_CREATE", command),
        "a thread without metadata": ("THREAD_CREATE", here | thread | {"id": str(said.id + 2)}),
        "a server without roles": ("GUILD_CREATE", server | {"roles": None}),
        "a server without the bot": ("GUILD_CREATE", server | {"id": "1", "members": []}),
        "a channel of that name": (
            "CHANNEL_UPDATE",
            here | {"id": str(system.channel.id), "type": 0},
        ),
    }


@pytest.mark.sqlite  # what Discord sends, the database does not matter
async def test_each_event_that_cannot_be_read_is_skipped_and_told(tmp_path: Path) -> None:
    async with loopback(tmp_path, is_accelerated=False, skips_events=True) as system:
        bot = await system.start()
        gateway = GatewaySession(system, bot)
        await answers(system, "before?")
        for case, (event, data) in small_inputs(system).items():
            before = bot.log.count(f"{event} was skipped")
            await gateway.send(event, data, case)
            await gateway.still_works(case)
            assert bot.log.count(f"{event} was skipped") > before, case
        await gateway.send("GUILD_CREATE", objects.guild_event(system.guild, system.world.bot))
        await answers(system, "after?")


@pytest.mark.sqlite  # what Discord sends, the database does not matter
async def test_what_an_event_changed_before_it_failed_is_put_back(tmp_path: Path) -> None:
    """Else the bot would believe that it may not write there, or know no roles of the server."""
    async with loopback(tmp_path, is_accelerated=False, skips_events=True) as system:
        bot = await system.start()
        gateway = GatewaySession(system, bot)
        await answers(system, "before?")
        deny = {"id": str(system.world.bot.id), "type": 1, "allow": "0", "deny": str(ALL)}
        channel = objects.channel(system.channel) | {"permission_overwrites": [deny, {"id": None}]}
        server = objects.guild(system.guild)
        role = server["roles"][-1] | {"permissions": "0", "colors": None}
        here = {"guild_id": str(system.guild.id)}
        for event, data in (
            ("CHANNEL_UPDATE", channel),
            ("GUILD_UPDATE", server | {"roles": [None]}),
            (
                "GUILD_CREATE",
                objects.guild_event(system.guild, system.world.bot) | {"roles": [None]},
            ),
            ("GUILD_ROLE_UPDATE", here | {"role": role}),
            ("THREAD_LIST_SYNC", here | {"threads": [None]}),
        ):
            await gateway.send(event, data)
            await answers(system, f"after {event}?")
            assert f"{event} was skipped" in bot.log
        await gateway.still_works("all of them")


async def test_a_missed_message_that_cannot_be_read_hides_none_of_those_around_it(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, is_accelerated=False, skips_events=True, most_429s=2) as system:
        bot = await system.start()
        asked = system.ask("first?")
        thread = await system.thread(asked)
        await system.reads(thread, "turn 1")
        assert await bot.stop() == 0
        missed = [
            system.world.messages.send(thread, system.ann, text)
            for text in ("second?", "third?", "fourth?")
        ]
        history: Any = [message_objects.message(each, system.world.state) for each in missed]
        history[1]["attachments"] = [{"id": "1", "size": 1}]
        path = rf"/channels/{thread.id}/messages"
        system.discord.faults.inject("GET", path, StubbedResponse(200, history[::-1]))
        bot = await system.start()
        await system.reads(thread, "You asked: second?")
        await system.reads(thread, "You asked: fourth?")
        questions = [request.question for request in system.api.requests]
        assert questions == ["first?", "second?", "fourth?"]
        assert "MESSAGE_CREATE was skipped" in bot.log


@pytest.mark.parametrize("number", [(1 << 63) - 1, 4 << 60, 10**30, -5])
async def test_a_message_from_the_future_hides_none_that_is_missed_later(
    tmp_path: Path, number: int
) -> None:
    """Neither is it noted as taken in, nor does it set the clock, whether it comes live or not."""
    async with loopback(tmp_path, is_accelerated=False, skips_events=True, most_429s=2) as system:
        bot = await system.start()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        said = system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")
        message = message_objects.message_event(said, system.world.state) | {"id": str(number)}
        gateway = GatewaySession(system, bot)
        await gateway.send("MESSAGE_CREATE", message)
        await gateway.still_works("from the future")
        assert "MESSAGE_CREATE was skipped" in bot.log
        assert await bot.stop() == 0
        history: Any = [message_objects.message(said, system.world.state) | {"id": str(number)}]
        for words in ("third?", "fourth?"):
            missed = system.world.messages.send(thread, system.ann, words)
            history.append(message_objects.message(missed, system.world.state))
            system.discord.faults.inject(
                "GET", rf"/channels/{thread.id}/messages", StubbedResponse(200, history)
            )
            bot = await system.start()
            await system.reads(thread, f"You asked: {words}")
            assert await bot.stop() == 0
        questions = [request.question for request in system.api.requests]
        assert questions == ["first?", "second?", "third?", "fourth?"]


async def test_what_was_noted_of_the_future_hides_nothing(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        assert await bot.stop() == 0
        system.database.execute(f"UPDATE watermarks SET message_id = {(1 << 63) - 1}")
        system.world.messages.send(thread, system.ann, "second?")
        await system.start()
        await system.reads(thread, "turn 2")
