"""What one member sees, as JSON for the page."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.enums import ChannelType, InteractionType, MessageType
from bridge_bot.sandbox.discord.model import Attachment, Interaction
from bridge_bot.sandbox.discord.rules.permissions import channel_permissions
from bridge_bot.sandbox.web import views
from bridge_bot.sandbox.web.views import RECENT
from tests.sandbox.one_guild_lab import OneGuildLab


def test_a_member_sees_neither_hidden_nor_deleted_channels(lab: OneGuildLab) -> None:
    viewer = lab.ann.user
    assert views.can_see(viewer, lab.channel)
    lab.world.people.take_permission(lab.channel, "view_channel", lab.ann)
    assert not views.can_see(viewer, lab.channel)
    assert views.can_see(lab.world.bot, lab.channel)
    lab.world.channels.delete(lab.channel)
    assert not views.can_see(lab.world.bot, lab.channel)


def test_a_member_sees_neither_deleted_messages_nor_those_for_others(lab: OneGuildLab) -> None:
    ben = lab.world.people.add(lab.guild, "Ben")
    said = lab.send("hello")
    assert views.is_shown(ben.user, said)
    said.only_for = lab.ann.id
    assert views.is_shown(lab.ann.user, said)
    assert not views.is_shown(ben.user, said)
    lab.world.messages.delete(said)
    assert not views.is_shown(lab.ann.user, said)
    assert views.messages(lab.channel, lab.ann.user) == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [(ChannelType.TEXT, "text"), (ChannelType.FORUM, "forum"), (ChannelType.VOICE, "text")],
)
def test_a_channel_has_a_kind(lab: OneGuildLab, kind: ChannelType, name: str) -> None:
    made = lab.world.channels.add(lab.guild, "more", kind=kind, slow_mode_s=5)
    assert views.channel(made, lab.ann.user) == {
        "id": str(made.id),
        "kind": name,
        "name": "more",
        "topic": "",
        "slow_mode_s": 5,
        "type": int(kind),
        "permissions": str(channel_permissions(made, lab.ann.id)),
        "guild": str(lab.guild.id),
        "parent": None,
        **({"requires_tag": False, "tags": []} if name == "forum" else {}),
    }


def test_a_direct_channel_is_called_after_the_other_one(lab: OneGuildLab) -> None:
    view = views.channel(lab.world.channels.open_dm(lab.ann), lab.ann.user)
    assert (view["kind"], view["name"], view["guild"]) == ("dm", lab.world.bot.name, None)


def test_a_thread_counts_what_the_member_sees_without_its_starter(lab: OneGuildLab) -> None:
    thread = lab.world.threads.start(lab.ann, lab.send("hello"), "t")
    lab.send("one", thread)
    lab.send("for nobody", thread).only_for = lab.world.bot.id
    lab.world.threads.lock(thread)
    view = views.channel(thread, lab.ann.user)
    assert (view["kind"], view["parent"], view["count"]) == ("thread", str(lab.channel.id), 1)
    assert (view["archived"], view["locked"]) == (False, True)


def test_a_forum_has_its_tags_and_says_which_of_them_the_member_may_give(lab: OneGuildLab) -> None:
    forum = lab.world.channels.add_forum(
        lab.guild, "help", tags=["Bug"], moderated_tags=["Resolved"], requires_tag=True
    )

    def shown() -> list[tuple[str, bool]]:
        view = views.channel(forum, lab.ann.user)
        assert (view["kind"], view["requires_tag"]) == ("forum", True)
        return [(each["name"], each["usable"]) for each in view["tags"]]

    assert shown() == [("Bug", True), ("Resolved", False)]
    lab.world.people.give_permission(forum, "manage_threads", lab.ann)
    assert shown() == [("Bug", True), ("Resolved", True)]


def test_a_post_has_its_tags_its_first_words_and_when_something_happened_in_it(
    lab: OneGuildLab,
) -> None:
    forum = lab.world.channels.add_forum(lab.guild, "help", tags=["Bug"])
    ben = lab.world.people.add(lab.guild, "Ben")
    post = lab.world.threads.post(forum, lab.ann, "How?", "x" * 500, tags=["Bug"])
    lab.at += 5
    lab.send("So", post)
    lab.at += 60
    lab.world.threads.archive(post)
    view = views.channel(post, lab.ann.user)
    assert view["tags"] == [str(each) for each in forum.forum_or_error.tags]
    assert (view["first"]["name"], len(view["first"]["content"])) == ("Ann", 160)
    assert (view["count"], view["active"], view["archived"]) == (2, 1_800_000_005_000, True)
    taggable = [views.channel(post, each.user)["taggable"] for each in (lab.ann, ben)]
    assert taggable == [True, False]


def test_a_thread_is_locked_only_for_who_cannot_write_there(lab: OneGuildLab) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    lab.world.threads.lock(thread)
    assert views.channel(thread, lab.ann.user)["locked"]
    lab.world.people.give_permission(lab.channel, "manage_threads", lab.ann)
    assert not views.channel(thread, lab.ann.user)["locked"]


def test_a_message_pings_those_with_a_role_that_it_mentions(lab: OneGuildLab) -> None:
    ben = lab.world.people.add(lab.guild, "Ben")
    role = lab.world.people.add_role(lab.guild, "Helpers", mentionable=True)
    lab.world.people.give_role(ben, role)
    message = lab.send(f"help, <@&{role.id}>")
    pinged = [views.message(message, each.user)["pings"] for each in (lab.ann, ben)]
    assert pinged == [False, True]


def test_a_private_thread_is_seen_by_those_in_it(lab: OneGuildLab) -> None:
    lab.world.people.give_permission(lab.channel, "create_private_threads", lab.ann)
    thread = lab.world.threads.start(lab.ann, lab.channel, "t", private=True)
    ben = lab.world.people.add(lab.guild, "Ben")
    assert views.channel(thread, lab.ann.user)["private"]
    assert [views.can_see(each.user, thread) for each in (lab.ann, ben)] == [True, False]


def test_messages_come_in_order_the_newest_or_those_before_one(lab: OneGuildLab) -> None:
    said = [lab.send(str(number)) for number in range(RECENT + 2)]
    newest = views.messages(lab.channel, lab.ann.user)
    assert [each["id"] for each in newest] == [str(each.id) for each in said[2:]]
    older = views.messages(lab.channel, lab.ann.user, before=said[2].id)
    assert [each["content"] for each in older] == ["0", "1"]


def test_a_message_is_shown_with_its_times_in_milliseconds(lab: OneGuildLab) -> None:
    message = lab.send("one")
    lab.at += 1.5
    lab.edit(message, f"two <@{lab.ann.id}>")
    lab.world.messages.react(lab.ann, message, "👍")
    view = views.message(message, lab.ann.user)
    assert (view["at"], view["edited"]) == (1_800_000_000_000, 1_800_000_001_500)
    assert (view["author"], view["bot"], view["kind"]) == (str(lab.world.bot.id), True, "said")
    assert (view["pings"], view["private"], view["loading"]) == (True, False, False)
    assert view["reactions"] == [{"emoji": "👍", "count": 1, "mine": True}]
    assert [view[name] for name in ("reply", "used", "thread")] == [None] * 3
    other = views.message(message, lab.world.owner)
    assert (other["pings"], other["reactions"][0]["mine"]) == (False, False)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(MessageType.MEMBER_JOIN, "joined"), (MessageType.PINNED, "pinned")],
)
def test_an_announcement_has_a_kind_of_its_own(
    lab: OneGuildLab, kind: MessageType, name: str
) -> None:
    announced = lab.world.messages.send_system(lab.channel, kind, lab.ann)
    assert views.message(announced, lab.ann.user)["kind"] == name


def test_a_reply_quotes_the_beginning_a_thread_all_of_its_first_message(lab: OneGuildLab) -> None:
    first = lab.send("x" * 500)
    reply = lab.send("yes", message_reference={"message_id": str(first.id)})
    thread = lab.world.threads.start(lab.ann, first, "t")
    (starter,) = lab.world.messages.of(thread, system=True)
    for message, chars in ((reply, 160), (starter, 500)):
        quoted = views.message(message, lab.ann.user)["reply"]
        assert (quoted["id"], quoted["content"], quoted["gone"]) == (
            str(first.id),
            "x" * chars,
            False,
        )
    lab.world.messages.delete(first)
    for message in (reply, starter):
        quoted = views.message(message, lab.ann.user)["reply"]
        assert (quoted["content"], quoted["gone"]) == ("", True)


def test_a_response_tells_who_used_which_command(lab: OneGuildLab) -> None:
    message = lab.send("hello")
    for kind, name, shown in ((1, "ask", "/ask"), (3, "Ask about this", "Ask about this")):
        message.interaction = Interaction(
            9, "t", InteractionType.COMMAND, lab.ann.user, lab.channel, {"type": kind}, lab.at, name
        )
        expected = {"user": str(lab.ann.id), "command": shown}
        assert views.message(message, lab.ann.user)["used"] == expected
    assert message.interaction is not None
    message.interaction.name = ""
    assert views.message(message, lab.ann.user)["used"] is None


@pytest.mark.parametrize(
    ("content_type", "image"),
    [("image/png", True), ("image/svg+xml", False), ("text/html", False)],
)
def test_a_file_is_a_picture_only_if_no_script_can_be_in_it(
    lab: OneGuildLab, content_type: str, image: bool
) -> None:
    message = lab.send("hello")
    message.attachments.append(Attachment(1, "a", content_type, b"abc"))
    (file,) = views.message(message, lab.ann.user)["files"]
    assert file == {"id": "1", "name": "a", "size": 3, "image": image, "description": ""}


def test_a_snapshot_has_only_the_members_guilds_and_channels(lab: OneGuildLab) -> None:
    lab.world.add_guild("Elsewhere")
    lab.send("hello")
    view = views.snapshot(lab.world, lab.ann.user, online=True)
    assert (view["me"], view["bot"]["online"]) == (str(lab.ann.id), True)
    assert [guild["name"] for guild in view["guilds"]] == ["Lab"]
    assert view["guilds"][0]["members"] == [str(each) for each in lab.guild.members]
    assert [channel["id"] for channel in view["channels"]] == [str(lab.channel.id)]
    assert [each["content"] for each in view["messages"][str(lab.channel.id)]] == ["hello"]
