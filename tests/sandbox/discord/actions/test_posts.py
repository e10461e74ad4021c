"""Posts of forums: their first message, their tags, and who may open them."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions import posts
from bridge_bot.sandbox.discord.enums import FORUM_TYPES, ChannelType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel, Message, Upload, User
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error

FORM: Json = {"name": "How?", "message": {"content": "How does it work?"}}


@pytest.fixture
def forum(lab: OneGuildLab) -> Channel:
    """A forum with a tag for everybody and one for moderators."""
    return lab.world.channels.add_forum(
        lab.guild, "help", tags=["Bug", "Idea"], moderated_tags=["Resolved"]
    )


def create(lab: OneGuildLab, forum: Channel, form: Json, actor: User | None = None) -> Message:
    """Let the bot, or `actor`, open a post."""
    return posts.create(lab.world.state, actor or lab.world.bot, forum, form)


def tag(forum: Channel, name: str) -> str:
    """The id of a tag."""
    return next(str(each.id) for each in forum.forum_or_error.tags.values() if each.name == name)


def test_a_post_is_told_before_its_first_message_which_has_its_id(
    lab: OneGuildLab, forum: Channel
) -> None:
    lab.dispatched()
    form = FORM | {"applied_tags": [tag(forum, "Bug")]}
    first = create(lab, forum, form, lab.ann.user)
    (created, thread), (said, message) = lab.dispatched()
    assert (created, said) == ("THREAD_CREATE", "MESSAGE_CREATE")
    assert thread["newly_created"] is True
    assert (thread["type"], thread["parent_id"], thread["name"]) == (11, str(forum.id), "How?")
    assert (thread["owner_id"], thread["applied_tags"]) == (str(lab.ann.id), form["applied_tags"])
    assert message["id"] == message["channel_id"] == thread["id"] == str(first.id)
    assert (message["content"], message["channel_type"]) == ("How does it work?", 11)


@pytest.mark.parametrize("kind", sorted(FORUM_TYPES))
def test_in_the_forum_itself_nobody_can_write(lab: OneGuildLab, kind: ChannelType) -> None:
    channel = lab.world.channels.add(lab.guild, "posts", kind=kind)
    raises_error(50008, lambda: lab.send("hi", channel))
    raises_error(50008, lambda: lab.world.messages.send(channel, lab.ann, "hi"))
    create(lab, channel, FORM)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"message": None}, 50035),
        ({"message": {"content": " "}}, 50006),
        ({"message": {"content": "x" * 2001}}, 50035),
        ({"name": ""}, 50035),
        ({"auto_archive_duration": 5}, 50035),
        ({"rate_limit_per_user": 99_999}, 50035),
        ({"applied_tags": ["1"]}, 10087),
        ({"applied_tags": ["one"]}, 50035),
        ({"applied_tags": "1"}, 50035),
        ({"applied_tags": ["1", "2", "3", "4", "5", "6"]}, 50035),
    ],
)
def test_what_cannot_be_a_post_leaves_nothing_behind(
    lab: OneGuildLab, forum: Channel, change: Json, code: int
) -> None:
    lab.dispatched()
    raises_error(code, lambda: create(lab, forum, FORM | change))
    assert (lab.world.threads.of(forum), lab.dispatched()) == ([], [])


def test_it_needs_send_messages_and_no_permission_for_threads(
    lab: OneGuildLab, forum: Channel
) -> None:
    people = lab.world.people
    people.take_permission(forum, "create_public_threads")
    people.take_permission(forum, "send_messages_in_threads")
    first = create(lab, forum, FORM)
    raises_error(50013, lambda: lab.send("more", first.channel))
    upload = Upload("0", "a.txt", "text/plain", b"a")
    people.take_permission(forum, "attach_files")
    state, bot = lab.world.state, lab.world.bot
    raises_error(50013, lambda: posts.create(state, bot, forum, FORM, [upload]))
    people.take_permission(forum, "send_messages")
    raises_error(50013, lambda: create(lab, forum, FORM))
    raises_error(50024, lambda: create(lab, lab.channel, FORM))


def test_a_forum_can_ask_for_a_tag(lab: OneGuildLab) -> None:
    forum = lab.world.channels.add_forum(lab.guild, "help", tags=["Bug"], requires_tag=True)
    raises_error(40067, lambda: create(lab, forum, FORM))
    create(lab, forum, FORM | {"applied_tags": [tag(forum, "Bug")]})


def test_a_moderated_tag_is_given_and_taken_by_moderators_alone(
    lab: OneGuildLab, forum: Channel
) -> None:
    threads, bot = lab.world.threads, lab.world.bot
    resolved = {"applied_tags": [tag(forum, "Resolved")]}
    raises_error(50013, lambda: create(lab, forum, FORM | resolved))
    post = create(lab, forum, FORM).channel
    raises_error(50013, lambda: threads.set_tags(post, ["Resolved"], bot))
    lab.world.people.give_permission(forum, "manage_threads")
    threads.set_tags(post, ["Resolved"], bot)
    lab.world.people.take_permission(forum, "manage_threads")
    raises_error(50013, lambda: threads.set_tags(post, [], bot))
    threads.set_tags(post, ["Resolved", "Bug"], bot)
    lab.dispatched()
    threads.set_tags(post, ["Resolved", "Idea"], bot)
    ((name, data),) = lab.dispatched()
    expected = [tag(forum, "Resolved"), tag(forum, "Idea")]
    assert (name, data["applied_tags"]) == ("THREAD_UPDATE", expected)


def test_slow_mode_is_between_posts_and_another_between_messages(lab: OneGuildLab) -> None:
    forum = lab.world.channels.add_forum(lab.guild, "help", slow_mode_s=60, thread_slow_mode_s=10)
    post = create(lab, forum, FORM, lab.ann.user).channel
    assert post.slow_mode_s == 10
    early = raises_error(20016, lambda: create(lab, forum, FORM, lab.ann.user))
    assert early.retry_after_s == 60
    raises_error(20016, lambda: lab.world.messages.send(post, lab.ann, "more"))
    for _ in range(2):
        create(lab, forum, FORM)
    lab.at += 60
    create(lab, forum, FORM, lab.ann.user)


def test_before_the_first_message_nobody_else_can_answer(lab: OneGuildLab, forum: Channel) -> None:
    """A post is told of before its files have come (discord-api-docs#6340)."""
    post = lab.world.threads.begin_post(forum, lab.ann, "How?")
    raises_error(40058, lambda: lab.send("An answer", post))
    lab.world.threads.finish_post(post, "Like this?")
    lab.send("An answer", post)
    raises_error(50024, lambda: lab.world.threads.finish_post(post, "again"))


def test_the_first_message_is_not_counted(lab: OneGuildLab, forum: Channel) -> None:
    first = create(lab, forum, FORM)
    lab.dispatched()
    lab.send("one", first.channel)
    two = lab.send("two", first.channel)
    lab.world.messages.delete(two)
    lab.world.threads.rename(first.channel, "u")
    name, data = lab.dispatched()[-1]
    counts = (data["message_count"], data["total_message_sent"])
    assert (name, counts, data["last_message_id"]) == ("THREAD_UPDATE", (1, 2), str(two.id))
