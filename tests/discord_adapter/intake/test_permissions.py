"""Who may write where: the bot, and a member who uses a command."""

from __future__ import annotations

import datetime
from typing import Any

import discord
import pytest

from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.discord_adapter.intake.permissions import (
    may_answer,
    may_open_private_thread,
    may_open_thread,
    may_write,
    refusal_of_bot,
    refusal_of_member,
)
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.permissions import BITS, MEMBER_DEFAULT
from tests.harness.lab import AT_S, Lab

WRITE, THREADS = "send_messages", "create_public_threads"
IN_THREADS, VIEW = "send_messages_in_threads", "view_channel"


@pytest.mark.parametrize(
    ("place", "without", "writes", "opens_thread"),
    [
        ("channel", (), True, True),
        ("channel", (WRITE,), False, True),
        ("channel", (THREADS,), True, False),
        ("channel", (IN_THREADS,), True, False),
        ("channel", (WRITE, THREADS), False, False),
        ("channel", (VIEW,), False, False),
        ("thread", (), True, False),
        ("thread", (WRITE,), True, False),
        ("thread", (IN_THREADS,), False, False),
        ("thread", (VIEW,), False, False),
        ("voice", (), True, False),
        ("voice", (WRITE,), False, False),
        ("voice", ("connect",), False, False),
        ("direct", (), True, False),
    ],
)
def test_where_the_bot_may_write_and_open_a_thread(
    place: str, without: tuple[str, ...], writes: bool, opens_thread: bool
) -> None:
    lab = Lab()
    read = lab.client.message(lab.say("why?", getattr(lab, place))).channel
    where = lab.channel if place == "thread" else getattr(lab, place)
    for permission in without:
        lab.world.people.take_permission(where, permission)
    assert (may_write(read), may_open_thread(read)) == (writes, opens_thread)
    assert may_answer(read) == (writes or opens_thread)


@pytest.mark.parametrize(
    ("kind", "without", "opens"),
    [
        (ChannelType.TEXT, "", True),
        (ChannelType.TEXT, "create_private_threads", False),
        (ChannelType.TEXT, IN_THREADS, False),
        (ChannelType.TEXT, VIEW, False),
        (ChannelType.TEXT, WRITE, True),
        (ChannelType.NEWS, "", False),
        (ChannelType.VOICE, "", False),
        (ChannelType.FORUM, "", False),
    ],
)
def test_where_the_bot_may_open_a_private_thread(
    kind: ChannelType, without: str, opens: bool
) -> None:
    lab = Lab()
    channel = lab.world.channels.add(lab.guild, "a", kind=kind)
    read = lab.client.channel(channel)
    if without:
        lab.world.people.take_permission(channel, without)
    assert may_open_private_thread(read) == opens


@pytest.mark.parametrize("archived", [False, True])
def test_in_its_own_archived_private_thread_the_bot_writes_though_discord_does_not_tell_of_it(
    archived: bool,
) -> None:
    lab = Lab()
    thread = lab.world.threads.start(lab.world.bot, lab.channel, "a", private=True)
    if archived:
        lab.world.threads.archive(thread)
    read = discord.Thread(
        guild=lab.client.channel(lab.channel).guild,
        state=lab.client._connection,
        data=objects.channel(thread, lab.world.bot),  # type: ignore[arg-type]
    )
    lab.client.channel(lab.channel).guild._remove_thread(read)
    assert may_write(read) == archived


@pytest.mark.parametrize(("manages", "writes"), [(False, False), (True, True)])
def test_in_a_locked_thread_the_bot_writes_only_if_it_may_manage_it(
    manages: bool, writes: bool
) -> None:
    lab = Lab()
    if manages:
        lab.world.people.give_permission(lab.channel, "manage_threads")
    lab.world.threads.lock(lab.thread)
    assert may_write(lab.client.channel(lab.thread)) == writes


def test_in_an_archived_thread_the_bot_may_write_which_brings_it_back() -> None:
    lab = Lab()
    lab.world.threads.archive(lab.thread)
    assert may_write(thread_of(lab, objects.channel(lab.thread, lab.world.bot)))


def test_in_a_private_thread_the_bot_writes_once_it_is_in_it() -> None:
    lab = Lab()
    lab.world.people.give_permission(lab.channel, "create_private_threads", lab.ann)
    private = lab.world.threads.start(lab.ann, lab.channel, "private", private=True)
    assert not may_write(thread_of(lab, objects.channel(private, lab.world.bot)))
    lab.world.threads.add_member(private, lab.world.bot)
    assert may_write(lab.client.channel(private))


def test_only_discord_can_tell_of_a_thread_whose_channel_is_not_known() -> None:
    lab = Lab()
    data = objects.channel(lab.thread, lab.world.bot) | {"parent_id": "1"}
    assert may_write(thread_of(lab, data))


@pytest.mark.parametrize(
    ("place", "permission", "key"),
    [
        ("channel", None, None),
        ("channel", VIEW, "refused-forbidden"),
        ("voice", "connect", "refused-forbidden-voice"),
    ],
)
def test_why_the_bot_cannot_answer(place: str, permission: str | None, key: str | None) -> None:
    lab = Lab()
    where = getattr(lab, place)
    if permission is not None:
        lab.world.people.take_permission(where, permission)
    assert refusal_of_bot(lab.client.channel(where)) == (Refusal(key) if key else None)


@pytest.mark.parametrize(
    ("place", "lacks", "key"),
    [
        ("channel", "", None),
        ("channel", WRITE, "refused-member"),
        ("channel", VIEW, "refused-member"),
        ("channel", IN_THREADS, None),
        ("channel", "connect", None),
        ("thread", "", None),
        ("thread", WRITE, None),
        ("thread", IN_THREADS, "refused-member"),
        ("voice", "", None),
        ("voice", "connect", "refused-member-voice"),
    ],
)
def test_who_may_not_write_may_not_use_a_command_there(
    place: str, lacks: str, key: str | None
) -> None:
    lab = Lab()
    permissions = MEMBER_DEFAULT & ~BITS[lacks] if lacks else MEMBER_DEFAULT
    channel = lab.client.channel(getattr(lab, place))
    refusal = refusal_of_member(channel, ann(lab, permissions), discord.utils.utcnow())
    assert refusal == (Refusal(key) if key else None)


def test_in_a_stage_channel_a_member_needs_connect_too() -> None:
    lab = Lab()
    stage = lab.world.channels.add(lab.guild, "stage", kind=ChannelType.STAGE)
    channel, now = lab.client.channel(stage), discord.utils.utcnow()
    outside = ann(lab, MEMBER_DEFAULT & ~BITS["connect"])
    assert refusal_of_member(channel, outside, now) == Refusal("refused-member-voice")
    assert refusal_of_member(channel, ann(lab, MEMBER_DEFAULT), now) is None


@pytest.mark.parametrize("exempt", ["manage_threads", "administrator"])
def test_in_a_locked_thread_only_who_manages_it_uses_commands(exempt: str) -> None:
    lab = Lab()
    lab.world.threads.lock(lab.thread)
    channel, now = lab.client.channel(lab.thread), discord.utils.utcnow()
    plain, exempted = ann(lab, MEMBER_DEFAULT), ann(lab, MEMBER_DEFAULT | BITS[exempt])
    assert refusal_of_member(channel, plain, now) == Refusal("refused-member-locked")
    assert refusal_of_member(channel, exempted, now) is None


def test_a_time_out_ends_by_discords_time() -> None:
    lab = Lab()
    lab.world.people.time_out(lab.ann, 60)
    channel, member = lab.client.channel(lab.channel), ann(lab, MEMBER_DEFAULT)
    before, after = (discord.utils.snowflake_time(at(after_s)) for after_s in (59, 61))
    assert refusal_of_member(channel, member, before) == Refusal("refused-member-timed-out")
    assert refusal_of_member(channel, member, after) is None


def test_what_discord_does_not_tell_refuses_nobody() -> None:
    lab = Lab()
    channel, now = lab.client.channel(lab.channel), discord.utils.utcnow()
    assert refusal_of_member(channel, ann(lab, None), now) is None
    data: Any = objects.user(lab.ann.user)
    user = discord.User(state=lab.client._connection, data=data)
    assert (
        refusal_of_member(lab.client.message(lab.say("hi", lab.direct)).channel, user, now) is None
    )


def thread_of(lab: Lab, data: Any) -> discord.Thread:
    """A thread that came with a command, and that discord.py may not know otherwise."""
    guild = lab.client.get_guild(lab.guild.id)
    assert guild is not None
    return discord.Thread(guild=guild, state=lab.client._connection, data=data)


def ann(lab: Lab, permissions: int | None) -> discord.Member:
    """Ann with these permissions, as an interaction tells them, or as no interaction does."""
    data = objects.member(lab.ann)
    if permissions is not None:
        data["permissions"] = str(permissions)
    guild = lab.client.get_guild(lab.guild.id)
    assert guild is not None
    return discord.Member(data=data, guild=guild, state=lab.client._connection)  # type: ignore[arg-type]


def at(after_s: float) -> int:
    """An id that Discord gave so many seconds after the beginning."""
    return discord.utils.time_snowflake(
        datetime.datetime.fromtimestamp(AT_S + after_s, datetime.UTC)
    )
