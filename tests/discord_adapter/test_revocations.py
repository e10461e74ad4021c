"""What Discord tells of things that were taken away ends the replies that grow there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    BridgeError,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformForbidden,
)
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    ConversationKey,
    Question,
    TurnState,
)
from bridge_bot.core.model import Member as Asker
from bridge_bot.core.privacy.gone_places import GonePlaces
from bridge_bot.discord_adapter.gateway.guild_membership import GuildMembership
from bridge_bot.discord_adapter.intake.permissions import may_write
from bridge_bot.discord_adapter.intake.related_messages.deleted_questions import DeletedQuestions
from bridge_bot.discord_adapter.revocations import Revocations
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel, Member
from bridge_bot.sandbox.discord.state import Event
from tests.harness.lab import Lab
from tests.harness.loopback import loopback
from tests.harness.running_core import RunningCore, running_core


@dataclass
class Growing:
    """A reply that grows in a place of the lab, and goes on only once `go_on` is set."""

    lab: Lab
    core: RunningCore
    where: Channel
    go_on: asyncio.Event

    async def after(self, happens: Callable[[Lab], object]) -> BridgeError | None:
        """What ended the reply when that happened; None if it went on to its end."""
        self.lab.client.dispatched.clear()
        happens(self.lab)
        await self.lab.client.handle()
        self.go_on.set()
        (ended,) = await self.core.ended()
        assert ended.state is (TurnState.STOPPED if ended.error else TurnState.DONE)
        return ended.error


@asynccontextmanager
async def growing(tmp_path: Path, place: str) -> AsyncIterator[Growing]:
    lab, go_on = Lab(), asyncio.Event()
    where = private_thread(lab) if place == "private_thread" else getattr(lab, place)
    async with running_core(tmp_path, [AnswerText("Half an"), go_on]) as core:
        deleted = DeletedQuestions(lab.client, core.turns, core.events.append)
        gone_places = GonePlaces(core.store.places, core.events.append)
        settings = core.dependencies.guild_settings
        membership = GuildMembership(core.store.known_guilds, settings, core.events.append)
        Revocations(lab.client, core.turns, deleted, gone_places, membership)
        question = Question(
            11,
            ConversationKey(str(where.id)),
            "why?",
            Asker(lab.ann.id),
            ChannelDestination(where.id),
            lab.guild.id,
        )
        await core.submit(question)
        await core.until(lambda: bool(core.platform.messages))
        yield Growing(lab, core, where, go_on)


def private_thread(lab: Lab) -> Channel:
    """A private thread of Ann's with the bot in it."""
    lab.world.people.give_permission(lab.channel, "create_private_threads", lab.ann)
    thread = lab.world.threads.start(lab.ann, lab.channel, "private", private=True)
    lab.world.threads.add_member(thread, lab.world.bot)
    return thread


def bot(lab: Lab) -> Member:
    """The bot as a member of the server."""
    return lab.guild.members[lab.world.bot.id]


def take_roles(lab: Lab) -> None:
    """Take the roles from the bot that let it write."""
    for role in list(bot(lab).roles):
        lab.world.people.take_role(bot(lab), role)


def take(permission: str) -> Callable[[Lab], object]:
    return lambda lab: lab.world.people.take_permission(lab.channel, permission)


@pytest.mark.parametrize(
    ("place", "happens", "error"),
    [
        ("channel", lambda lab: lab.world.channels.delete(lab.channel), PlaceGone),
        ("thread", lambda lab: lab.world.channels.delete(lab.thread), PlaceGone),
        ("thread", lambda lab: lab.world.channels.delete(lab.channel), PlaceGone),
        ("channel", lambda lab: lab.world.remove_guild(lab.guild), PlaceGone),
        ("thread", lambda lab: lab.world.remove_guild(lab.guild), PlaceGone),
        ("thread", lambda lab: lab.world.threads.archive(lab.thread), PlaceClosed),
        ("thread", lambda lab: lab.world.threads.lock(lab.thread), PlaceClosed),
        ("channel", take("send_messages"), PlatformForbidden),
        ("thread", take("send_messages_in_threads"), PlatformForbidden),
        (
            "voice",
            lambda lab: lab.world.people.take_permission(lab.voice, "connect"),
            PlatformForbidden,
        ),
        (
            "channel",
            lambda lab: lab.world.people.take_permission(lab.guild, "send_messages"),
            PlatformForbidden,
        ),
        ("channel", take_roles, PlatformForbidden),
        ("channel", lambda lab: lab.world.people.time_out(bot(lab), 60), PlatformForbidden),
        ("channel", lambda lab: lab.world.remove_guild(lab.guild, outage=True), None),
        ("channel", lambda lab: lab.world.channels.delete(lab.voice), None),
        ("channel", lambda lab: lab.world.threads.archive(lab.thread), None),
        ("channel", take("send_messages_in_threads"), None),
        ("thread", take("send_messages"), None),
        ("thread", lambda lab: lab.world.threads.rename(lab.thread, "another name"), None),
        ("channel", lambda lab: lab.world.people.time_out(lab.ben, 60), None),
    ],
)
async def test_what_is_taken_away_ends_the_reply_that_grows_there(
    tmp_path: Path,
    place: str,
    happens: Callable[[Lab], object],
    error: type[BridgeError] | None,
) -> None:
    async with growing(tmp_path, place) as reply:
        ended_by = await reply.after(happens)
        assert (type(ended_by) if ended_by else None) == error


async def test_a_locked_thread_does_not_end_it_where_the_bot_manages_threads(
    tmp_path: Path,
) -> None:
    async with growing(tmp_path, "thread") as reply:
        reply.lab.world.people.give_permission(reply.lab.channel, "manage_threads")
        assert await reply.after(lambda lab: lab.world.threads.lock(lab.thread)) is None


@pytest.mark.parametrize("manages", [False, True])
@pytest.mark.parametrize("private", [False, True])
async def test_taken_out_of_a_private_thread_that_it_does_not_manage_the_bot_writes_no_more_there(
    tmp_path: Path, private: bool, manages: bool
) -> None:
    is_out = private and not manages
    async with growing(tmp_path, "private_thread" if private else "thread") as reply:
        lab, thread = reply.lab, reply.where
        lab.world.threads.add_member(thread, lab.world.bot)
        read = lab.client.channel(thread)
        if manages:
            lab.world.people.give_permission(lab.channel, "manage_threads")
        ended_by = await reply.after(lambda lab: lab.world.threads.remove_member(thread))
        assert isinstance(ended_by, PlatformForbidden) == is_out
        assert may_write(read) == (not is_out)
        lab.world.threads.add_member(thread, lab.world.bot)
        assert may_write(lab.client.channel(thread))


@pytest.mark.parametrize("many", [False, True], ids=["one", "many at once"])
@pytest.mark.parametrize("shown", [True, False], ids=["of the reply", "another"])
async def test_a_message_that_is_deleted_ends_the_reply_that_it_shows(
    tmp_path: Path, many: bool, shown: bool
) -> None:
    async with growing(tmp_path, "channel") as reply:
        (shown_id,) = reply.core.platform.messages
        deleted = shown_id if shown else shown_id + 1
        name = "MESSAGE_DELETE_BULK" if many else "MESSAGE_DELETE"
        ids = {"ids": [str(deleted), "1"]} if many else {"id": str(deleted)}
        data = {"channel_id": str(reply.where.id), "guild_id": str(reply.lab.guild.id), **ids}
        ended_by = await reply.after(lambda lab: lab.client.feed(Event(name, data)))
        assert isinstance(ended_by, MessageGone) == shown


async def test_a_reply_in_a_voice_channel_is_given_up_when_connect_is_taken(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        lounge = system.world.channels.add(system.guild, "lounge", kind=ChannelType.VOICE)
        bot = await system.start()
        system.api.script(Script(text="too late", first_delay_s=60.0))
        system.ask("long?", channel=lounge)
        await system.discord.until(lambda: system.api.requests)
        system.world.people.take_permission(lounge, "connect")
        await system.discord.until(lambda: "stopped" in bot.log)
        assert system.replies(lounge) == []
