"""Opening, changing, archiving, locking and losing threads."""

from __future__ import annotations

import contextlib

import pytest

from bridge_bot.sandbox.discord.actions import threads
from bridge_bot.sandbox.discord.enums import ChannelType, MessageType
from bridge_bot.sandbox.discord.errors import DiscordError, Json
from bridge_bot.sandbox.discord.model import Channel
from bridge_bot.sandbox.discord.payloads import objects
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_a_thread_has_the_id_of_its_message_and_there_is_only_one(lab: OneGuildLab) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "hello")
    thread = lab.world.threads.start(lab.world.bot, said, "hello")
    assert thread.id == said.id
    assert lab.world.threads.of(lab.channel) == [thread]
    raises_error(160004, lambda: lab.world.threads.start(lab.world.bot, said, "again"))
    starter, *rest = lab.world.messages.of(thread, system=True)
    assert (starter.type, starter.reply_to, rest) == (MessageType.THREAD_STARTER, said, [])
    assert lab.names() == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "THREAD_CREATE"]


def test_a_guild_has_only_so_many_active_threads(lab: OneGuildLab) -> None:
    lab.world.state.active_threads_limit = 1
    first = lab.world.threads.start(lab.ann, lab.channel, "one")
    raises_error(160006, lambda: lab.world.threads.start(lab.ann, lab.channel, "two"))
    lab.world.threads.archive(first)
    lab.world.threads.start(lab.ann, lab.channel, "two")
    raises_error(160006, lambda: lab.world.threads.unarchive(first))
    raises_error(160006, lambda: lab.send("hello", first))
    form = {"archived": False, "name": "other"}
    raises_error(160006, lambda: threads.modify(lab.world.state, lab.ann.user, first, form))
    assert first.name == "one"


def test_sending_brings_an_archived_thread_back_editing_there_is_refused(
    lab: OneGuildLab,
) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    message = lab.send("one", thread)
    lab.world.threads.archive(thread)
    raises_error(50083, lambda: lab.edit(message, "two"))
    lab.send("three", thread)
    assert not thread.archived
    lab.edit(message, "two")


def test_in_a_locked_thread_only_moderators_write(lab: OneGuildLab) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    lab.world.threads.lock(thread)
    raises_error(160005, lambda: lab.send("one", thread))
    lab.world.people.give_permission(lab.channel, "manage_threads")
    lab.send("one", thread)


@pytest.mark.parametrize(
    ("kind", "thread_kind"),
    [
        (ChannelType.TEXT, ChannelType.PUBLIC_THREAD),
        (ChannelType.NEWS, ChannelType.NEWS_THREAD),
        (ChannelType.VOICE, None),
    ],
)
def test_the_kind_of_a_channel_tells_which_thread_opens_on_a_message(
    lab: OneGuildLab, kind: ChannelType, thread_kind: ChannelType | None
) -> None:
    channel = lab.world.channels.add(lab.guild, "other", kind=kind)
    message = lab.world.messages.send(channel, lab.ann, "hi")
    if thread_kind is None:
        raises_error(50024, lambda: lab.world.threads.start(lab.world.bot, message, "t"))
    else:
        assert lab.world.threads.start(lab.world.bot, message, "t").type is thread_kind


def test_every_way_to_lose_a_thread_is_told_as_discord_tells_it(lab: OneGuildLab) -> None:
    world, guild_id = lab.world, str(lab.guild.id)
    thread = world.threads.start(lab.ann, lab.channel, "t")
    lab.send("one", thread)
    lab.dispatched()
    for change, archived, locked in (
        (world.threads.archive, True, False),
        (world.threads.lock, True, True),
        (world.threads.unarchive, False, True),
        (world.threads.unlock, False, False),
    ):
        change(thread)
        (name, data), *more = lab.dispatched()
        seen = data["thread_metadata"]
        assert (name, seen["archived"], seen["locked"]) == ("THREAD_UPDATE", archived, locked)
        # "sent to all members of the unarchived thread"
        comes_back = change == world.threads.unarchive
        assert [name for name, _ in more] == ["THREAD_MEMBER_UPDATE"] * comes_back
    world.channels.delete(thread)
    ids = {"id": str(thread.id), "parent_id": str(lab.channel.id), "guild_id": guild_id}
    assert lab.dispatched() == [("THREAD_DELETE", {**ids, "type": 11})]
    raises_error(10003, lambda: world.state.channel(thread.id))
    other = world.threads.start(lab.ann, lab.channel, "u")
    lab.dispatched()
    world.channels.delete(lab.channel)
    assert [name for name, _ in lab.dispatched()] == ["CHANNEL_DELETE"]
    raises_error(10003, lambda: world.state.channel(other.id))


@pytest.mark.parametrize(
    ("kind", "form", "expected"),
    [
        (ChannelType.TEXT, {"type": 11}, ChannelType.PUBLIC_THREAD),
        (ChannelType.TEXT, {}, ChannelType.PRIVATE_THREAD),
        (ChannelType.NEWS, {"type": 10}, ChannelType.NEWS_THREAD),
        (ChannelType.NEWS, {"type": 12}, 50024),
        (ChannelType.TEXT, {"type": 10}, 50024),
        (ChannelType.TEXT, {"type": 13}, 50035),
        (ChannelType.FORUM, {"type": 11}, 50024),
        (ChannelType.VOICE, {"type": 11}, 50024),
    ],
)
def test_each_channel_has_its_types_of_threads_without_a_message(
    lab: OneGuildLab, kind: ChannelType, form: Json, expected: int
) -> None:
    world = lab.world
    channel = world.channels.add(lab.guild, "other", kind=kind)
    form = {"name": "t", **form}

    def opened() -> Channel:
        return threads.open_alone(world.state, world.bot, channel, form)

    if isinstance(expected, ChannelType):
        assert opened().type is expected
    else:
        raises_error(expected, opened)


def test_a_private_thread_needs_its_permission_and_says_who_may_invite(lab: OneGuildLab) -> None:
    world = lab.world
    form = {"name": "t", "type": 12, "invitable": False}
    thread = threads.open_alone(world.state, world.bot, lab.channel, form)
    created = lab.dispatched()[-1]
    assert created[0] == "THREAD_CREATE"
    assert created[1]["thread_metadata"]["invitable"] is False
    assert world.messages.of(lab.channel, system=True) == []
    assert not thread.thread_or_error.invitable
    world.people.take_permission(lab.channel, "create_private_threads")
    raises_error(50013, lambda: threads.open_alone(world.state, world.bot, lab.channel, form))


OWNER, OTHER, MODERATOR = "owner", "other", "moderator"


@pytest.mark.parametrize(
    ("body", "allowed"),
    [
        ({"name": "u"}, {OWNER, MODERATOR}),
        ({"archived": True}, {OWNER, MODERATOR}),
        ({"auto_archive_duration": 60}, {OWNER, MODERATOR}),
        ({"applied_tags": []}, {OWNER, MODERATOR}),
        ({"archived": False}, {OWNER, OTHER, MODERATOR}),
        ({"archived": False, "name": "u"}, {OWNER, MODERATOR}),
        ({"locked": True}, {MODERATOR}),
        ({"rate_limit_per_user": 5}, {MODERATOR}),
        ({"invitable": False}, {MODERATOR}),
    ],
)
def test_who_may_change_what_of_a_thread(lab: OneGuildLab, body: Json, allowed: set[str]) -> None:
    world = lab.world
    forum = world.channels.add_forum(lab.guild, "help")
    post = world.threads.post(forum, lab.ann, "How?", "How?")
    people = {OWNER: lab.ann, OTHER: world.people.add(lab.guild, "Ben")}
    people[MODERATOR] = world.people.add(lab.guild, "Mo")
    world.people.give_permission(forum, "manage_threads", people[MODERATOR])
    found = set()
    for name, person in people.items():
        comes_back = body.get("archived") is False
        (world.threads.archive if comes_back else world.threads.unarchive)(post)
        with contextlib.suppress(DiscordError):
            threads.modify(world.state, person.user, post, body)
            found.add(name)
        world.threads.unlock(post)
    assert found == allowed
    world.threads.unarchive(post)
    world.threads.lock(post)
    raises_error(160005, lambda: threads.modify(world.state, lab.ann.user, post, body))
    threads.modify(world.state, people[MODERATOR].user, post, body)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"auto_archive_duration": 61}, 50035),
        ({"auto_archive_duration": 0}, 50035),
        ({"rate_limit_per_user": 21_601}, 50035),
        ({"rate_limit_per_user": -1}, 50035),
        ({"name": " "}, 50035),
        ({"applied_tags": []}, 50024),
    ],
)
def test_what_a_thread_cannot_be_changes_nothing_of_it(
    lab: OneGuildLab, body: Json, code: int
) -> None:
    world = lab.world
    world.people.give_permission(lab.channel, "manage_threads")
    thread = world.threads.start(world.bot, lab.channel, "t")
    before = objects.channel(thread)
    lab.dispatched()
    raises_error(code, lambda: threads.modify(world.state, world.bot, thread, body))
    assert (objects.channel(thread), lab.dispatched()) == (before, [])


def test_an_archived_thread_is_changed_only_as_it_comes_back(lab: OneGuildLab) -> None:
    world = lab.world
    thread = world.threads.start(world.bot, lab.channel, "t")
    world.threads.archive(thread)
    raises_error(50083, lambda: threads.modify(world.state, world.bot, thread, {"name": "u"}))
    both = {"name": "u", "archived": False}
    threads.modify(world.state, world.bot, thread, both)
    assert (thread.name, thread.archived) == ("u", False)


def test_a_thread_is_archived_when_nothing_happens_in_it_for_its_time(lab: OneGuildLab) -> None:
    """Activity is a message, coming back, or a change of the time itself."""
    world = lab.world
    thread = world.threads.start(world.bot, lab.channel, "t")
    threads.modify(world.state, world.bot, thread, {"auto_archive_duration": 60})

    def after(seconds: float) -> bool:
        lab.at += seconds
        world.threads.archive_inactive()
        return thread.archived

    assert not after(3599)
    world.messages.send(thread, lab.ann, "still here")
    lab.dispatched()
    assert not after(3599)
    assert after(1)
    ((name, data),) = lab.dispatched()
    assert (name, data["thread_metadata"]["archived"]) == ("THREAD_UPDATE", True)
    world.threads.unarchive(thread)
    assert not after(3599)
    threads.modify(world.state, world.bot, thread, {"auto_archive_duration": 1440})
    assert not after(24 * 3600 - 1)
    assert after(1)
