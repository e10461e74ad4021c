"""Sends the bot every kind of event that Discord has for it, each broken in many ways."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from bridge_bot.sandbox.discord.model import Channel, Guild, Upload
from bridge_bot.sandbox.discord.payloads import objects
from tests.e2e.malformed_payloads import Change, Json, broken
from tests.harness.bot import Bot
from tests.harness.loopback import Loopback

PROCESSED_S = 20.0

Breaking = Callable[[Json], Iterator[tuple[str, Change]]]
"""Names and makes the ways to break a payload."""


class GatewaySession:
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

    async def still_works(self, case: str) -> None:
        """The bot has read all that was sent so far, and its session is the first one.

        Not to be asked for more than 110 times a minute, beyond which discord.py does not answer.
        """
        gateway = self.system.discord.gateway
        before, until = gateway.heartbeats, time.monotonic() + PROCESSED_S
        gateway.request_heartbeat()
        while gateway.heartbeats == before:
            assert gateway.connected == [self.session], f"{case}\n{self.bot.log}"
            assert time.monotonic() < until, f"{case}\n{self.bot.log}"
            await asyncio.sleep(0.001)
        assert len(gateway.handshakes) == 1, f"{case}\n{self.bot.log}"
        assert self.bot.returncode is None, f"{case}\n{self.bot.log}"


async def answers(system: Loopback, question: str, channel: Channel | None = None) -> None:
    """A question is answered in a thread of its own."""
    asked = system.ask(question, channel=channel)
    await system.discord.until(lambda: asked.thread is not None)
    assert asked.thread is not None
    await system.reads(asked.thread, f"You asked: {question}")


def record_events(system: Loopback) -> dict[str, Json]:
    """The most detailed event of each kind that is sent from now on."""
    found: dict[str, Json] = {}

    def keep(payload: Json) -> Json:
        event = payload.get("t")
        if event is not None:
            found[event] = max(found.get(event, {}), payload["d"], key=lambda data: len(str(data)))
        return payload

    system.discord.gateway.rewrite = keep
    return found


async def every_event(
    system: Loopback, gateway: GatewaySession
) -> tuple[dict[str, Json], Guild, Json]:
    """Have the stand-in send every kind of event that it has for this bot, from a second server.

    Returns them, with that server, and its GUILD_CREATE from when everything in it was there.
    """
    world, events = system.world, record_events(system)
    second_guild = world.add_guild("Second")
    ann = world.people.add(second_guild, system.ann.user)
    channel = world.channels.add(second_guild, "side")
    role = world.people.add_role(second_guild, "helpers", mentionable=True)
    world.people.give_role(second_guild.members[world.bot.id], role)
    world.people.take_permission(second_guild, "manage_threads")
    file = Upload("0", "notes.txt", "text/plain", b"notes")
    question = world.messages.send(channel, ann, f"{system.mention} first?", files=[file])
    await system.discord.until(lambda: question.thread is not None)
    assert question.thread is not None
    reply = await system.reads(question.thread, "You asked: first?")
    world.messages.send(
        channel, ann, "of no interest", reply_to=reply if reply.channel is channel else question
    )
    world.messages.edit(question, f"{system.mention} first!")
    thread = world.threads.start(ann, channel, "aside")
    world.threads.add_member(thread, world.bot)
    world.threads.rename(thread, "beside")
    world.people.take_permission(channel, "view_channel")
    world.people.give_permission(channel, "view_channel")
    guild_create = deepcopy(objects.guild_event(second_guild, world.bot))
    used = world.commands.use(channel, ann, "ask", {"question": "by command?"})
    await system.discord.until(lambda: used.acknowledged)
    await system.discord.until(lambda: "by command?" in world.transcript())
    world.messages.delete(world.messages.send(channel, ann, "one"))
    world.messages.delete_many(
        [world.messages.send(channel, ann, "two"), world.messages.send(channel, ann, "three")]
    )
    world.channels.delete(thread)
    world.channels.delete(channel)
    world.remove_guild(second_guild, outage=True)
    world.end_outage(second_guild)
    await gateway.still_works("every event")
    system.discord.gateway.rewrite = None
    # What Discord sends besides, of the kinds that the bot hears.
    here = {"guild_id": str(second_guild.id)}
    events["GUILD_UPDATE"] = objects.guild(second_guild)
    events["GUILD_ROLE_DELETE"] = here | {"role_id": str(role.id)}
    events["THREAD_MEMBER_UPDATE"] = here | objects.thread_member(thread, world.bot.id)
    events["CHANNEL_PINS_UPDATE"] = here | {
        "channel_id": str(channel.id),
        "last_pin_timestamp": None,
    }
    return events, second_guild, guild_create


def renew_interaction(event: str, data: Any, number: int) -> None:
    """Make another interaction of it: nothing more can be said to one that was answered."""
    named = isinstance(data.get("id"), str) and data["id"].isdecimal() and len(data["id"]) < 20
    if event == "INTERACTION_CREATE" and named:
        data["id"] = str(int(data["id"]) + number)
    if event == "INTERACTION_CREATE" and "token" in data:  # a part of the path of a response
        data["token"] = f"unknown-{number}"


async def send_malformed(system: Loopback, every: int, break_it: Breaking = broken) -> None:
    """Send every kind of event, broken in one of `every` ways, and see that the bot answers."""
    bot = await system.start(MEMBER_QUESTIONS_PER_MINUTE="0")
    gateway = GatewaySession(system, bot)
    events, second_guild, guild_create = await every_event(system, gateway)
    assert len(events) >= 18, events.keys()
    number = 0
    for event, data in sorted(events.items()):
        for case, change in break_it(data):
            number += 1
            if number % every == 0:
                await gateway.send("GUILD_CREATE", deepcopy(guild_create))
                changed = change(data)
                renew_interaction(event, changed, number)
                await gateway.send(event, changed, case)
        odds: list[Any] = [None, [], "nonsense", 5]
        for odd in odds:
            await gateway.send(event, odd, f"{odd!r}")
        await gateway.still_works(event)
        await answers(system, f"after {event}?")
    await gateway.send("GUILD_CREATE", objects.guild_event(second_guild, system.world.bot))
    await answers(system, "in the second server?", system.world.channels.add(second_guild, "again"))
    assert "was skipped" in bot.log
