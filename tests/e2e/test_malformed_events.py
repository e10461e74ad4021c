"""An event that can't be understood is one event: the connection stays, and answers go on."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from bridge_bot.sandbox.discord.faults import StubbedResponse
from bridge_bot.sandbox.discord.model import Channel, Guild
from bridge_bot.sandbox.discord.payloads import interaction_objects, message_objects, objects
from bridge_bot.sandbox.discord.rest.uploads import Upload
from bridge_bot.sandbox.discord.rules.permissions import ALL
from tests.e2e.malformed_payloads import Change, Json, broken, misshapen
from tests.harness.bot import Bot
from tests.harness.loopback import Loopback, loopback

PROCESSED_S = 20.0

Breaking = Callable[[Json], Iterator[tuple[str, Change]]]
"""Names and makes the ways to break a payload."""


class Line:
    """The bot's one connection to the gateway, over which a test sends what it likes."""

    def __init__(self, system: Loopback, bot: Bot) -> None:
        self.system = system
        self.bot = bot
        (self.session,) = system.discord.gateway.connected

    async def send(self, event: str, data: Any, case: str = "") -> None:
        """Send an event. The connection is looked at; the bot may be yet to read it."""
        self.session.dispatch(event, data)
        await asyncio.sleep(0)
        assert self.system.discord.gateway.connected == [self.session], f"{event}: {case}"

    async def is_the_same(self, case: str) -> None:
        """The bot has read all that was sent so far, and its session is the first one.

        Not to be asked for more than 110 times a minute, beyond which discord.py does not answer.
        """
        gateway = self.system.discord.gateway
        before, until = gateway.heartbeats, time.monotonic() + PROCESSED_S
        gateway.request_heartbeat()
        while gateway.heartbeats == before:
            assert gateway.connected == [self.session], f"{case}\n{self.bot.said}"
            assert time.monotonic() < until, f"{case}\n{self.bot.said}"
            await asyncio.sleep(0.001)
        assert len(gateway.handshakes) == 1, f"{case}\n{self.bot.said}"
        assert self.bot.returncode is None, f"{case}\n{self.bot.said}"


async def answers(system: Loopback, question: str, channel: Channel | None = None) -> None:
    """A question is answered in a thread of its own."""
    asked = system.ask(question, channel=channel)
    await system.discord.until(lambda: asked.thread is not None)
    assert asked.thread is not None
    await system.reads(asked.thread, f"You asked: {question}")


def record(system: Loopback) -> dict[str, Json]:
    """The most detailed event of each kind that is sent from now on."""
    found: dict[str, Json] = {}

    def keep(payload: Json) -> Json:
        event = payload.get("t")
        if event is not None:
            found[event] = max(found.get(event, {}), payload["d"], key=lambda data: len(str(data)))
        return payload

    system.discord.gateway.rewrite = keep
    return found


async def tour(system: Loopback, line: Line) -> tuple[dict[str, Json], Guild, Json]:
    """Have the stand-in send every kind of event that it has for this bot, from a second server.

    Returns them, with that server, and its GUILD_CREATE from when everything in it was there.
    """
    world, events = system.world, record(system)
    annex = world.add_guild("Annex")
    ann = world.people.add(annex, system.ann.user)
    side = world.channels.add(annex, "side")
    role = world.people.add_role(annex, "helpers", mentionable=True)
    world.people.give_role(annex.members[world.bot.id], role)
    world.people.take_permission(annex, "manage_threads")
    file = Upload("0", "notes.txt", "text/plain", b"notes")
    said = world.messages.send(side, ann, f"{system.mention} first?", files=[file])
    await system.discord.until(lambda: said.thread is not None)
    assert said.thread is not None
    reply = await system.reads(said.thread, "You asked: first?")
    world.messages.send(
        side, ann, "of no interest", reply_to=reply if reply.channel is side else said
    )
    world.messages.edit(said, f"{system.mention} first!")
    thread = world.threads.start(ann, side, "aside")
    world.threads.add_member(thread, world.bot)
    world.threads.rename(thread, "beside")
    world.people.take_permission(side, "view_channel")
    world.people.give_permission(side, "view_channel")
    whole = deepcopy(objects.guild_event(annex, world.bot))
    used = world.commands.use(side, ann, "ask", {"question": "by command?"})
    await system.discord.until(lambda: used.acknowledged)
    await system.discord.until(lambda: "by command?" in world.transcript())
    world.messages.delete(world.messages.send(side, ann, "one"))
    world.messages.delete_many(
        [world.messages.send(side, ann, "two"), world.messages.send(side, ann, "three")]
    )
    world.channels.delete(thread)
    world.channels.delete(side)
    world.remove_guild(annex, outage=True)
    world.end_outage(annex)
    await line.is_the_same("the tour")
    system.discord.gateway.rewrite = None
    # What Discord sends besides, of the kinds that the bot hears.
    here = {"guild_id": str(annex.id)}
    events["GUILD_UPDATE"] = objects.guild(annex)
    events["GUILD_ROLE_DELETE"] = here | {"role_id": str(role.id)}
    events["THREAD_MEMBER_UPDATE"] = here | objects.thread_member(thread, world.bot.id)
    events["CHANNEL_PINS_UPDATE"] = here | {"channel_id": str(side.id), "last_pin_timestamp": None}
    return events, annex, whole


def fresh(event: str, data: Any, number: int) -> None:
    """Make another interaction of it: to one that was answered nothing can be said again."""
    named = isinstance(data.get("id"), str) and data["id"].isdecimal() and len(data["id"]) < 20
    if event == "INTERACTION_CREATE" and named:
        data["id"] = str(int(data["id"]) + number)
    if event == "INTERACTION_CREATE" and "token" in data:  # a part of the path of a response
        data["token"] = f"unknown-{number}"


async def sweep(system: Loopback, every: int, break_it: Breaking = broken) -> None:
    """Send each event of the tour broken in each way, or in one of `every` so many."""
    bot = await system.start(MEMBER_QUESTIONS_PER_MINUTE="0")
    line = Line(system, bot)
    events, annex, whole = await tour(system, line)
    assert len(events) >= 18, events.keys()
    number = 0
    for event, data in sorted(events.items()):
        for case, change in break_it(data):
            number += 1
            if number % every == 0:
                await line.send("GUILD_CREATE", deepcopy(whole))
                changed = change(data)
                fresh(event, changed, number)
                await line.send(event, changed, case)
        odds: list[Any] = [None, [], "nonsense", 5]
        for odd in odds:
            await line.send(event, odd, f"{odd!r}")
        await line.is_the_same(event)
        await answers(system, f"after {event}?")
    await line.send("GUILD_CREATE", objects.guild_event(annex, system.world.bot))
    await answers(system, "in the second server?", system.world.channels.add(annex, "again"))
    assert "was skipped" in bot.said


async def test_no_event_with_a_field_dropped_or_null_ends_the_connection(tmp_path: Path) -> None:
    """A sample of what the slow suite sends."""
    async with loopback(tmp_path, skips_events=True) as system:
        await sweep(system, every=23)


@pytest.mark.slow
async def test_no_event_with_any_field_dropped_or_null_ends_the_connection(tmp_path: Path) -> None:
    async with loopback(tmp_path, skips_events=True) as system:
        await sweep(system, every=1)


async def test_no_event_with_a_misshapen_field_ends_the_connection(tmp_path: Path) -> None:
    """A sample of what the slow suite sends."""
    async with loopback(tmp_path, skips_events=True) as system:
        await sweep(system, every=53, break_it=misshapen)


@pytest.mark.slow
async def test_no_event_with_any_field_misshapen_ends_the_connection(tmp_path: Path) -> None:
    async with loopback(tmp_path, skips_events=True, most_429s=99) as system:
        await sweep(system, every=1, break_it=misshapen)


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


async def test_each_event_that_cannot_be_read_is_skipped_and_told(tmp_path: Path) -> None:
    async with loopback(tmp_path, skips_events=True) as system:
        bot = await system.start()
        line = Line(system, bot)
        await answers(system, "before?")
        for case, (event, data) in small_inputs(system).items():
            before = bot.said.count(f"{event} was skipped")
            await line.send(event, data, case)
            await line.is_the_same(case)
            assert bot.said.count(f"{event} was skipped") > before, case
        await line.send("GUILD_CREATE", objects.guild_event(system.guild, system.world.bot))
        await answers(system, "after?")


async def test_what_an_event_changed_before_it_failed_is_put_back(tmp_path: Path) -> None:
    """Else the bot would believe that it may not write there, or know no roles of the server."""
    async with loopback(tmp_path, skips_events=True) as system:
        bot = await system.start()
        line = Line(system, bot)
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
            await line.send(event, data)
            await answers(system, f"after {event}?")
            assert f"{event} was skipped" in bot.said
        await line.is_the_same("all of them")


async def test_a_missed_message_that_cannot_be_read_hides_none_of_those_around_it(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, skips_events=True, most_429s=2) as system:
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
        assert "MESSAGE_CREATE was skipped" in bot.said


@pytest.mark.parametrize("number", [(1 << 63) - 1, 4 << 60, 10**30, -5])
async def test_a_message_from_the_future_hides_none_that_is_missed_later(
    tmp_path: Path, number: int
) -> None:
    """Neither is it noted as taken in, nor does it set the clock, whether it comes live or not."""
    async with loopback(tmp_path, skips_events=True, most_429s=2) as system:
        bot = await system.start()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        said = system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")
        message = message_objects.message_event(said, system.world.state) | {"id": str(number)}
        line = Line(system, bot)
        await line.send("MESSAGE_CREATE", message)
        await line.is_the_same("from the future")
        assert "MESSAGE_CREATE was skipped" in bot.said
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
        with sqlite3.connect(system.folder / "bot.db") as database:
            database.execute("UPDATE watermarks SET message_id = ?", [(1 << 63) - 1])
        database.close()
        system.world.messages.send(thread, system.ann, "second?")
        await system.start()
        await system.reads(thread, "turn 2")
