"""What a page is told of what happens: what its member sees, in order."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import commands, interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.web.views import RECENT
from tests.sandbox.web.visitor import Visitor


async def test_the_snapshot_has_all_that_the_member_sees(stranger: Visitor) -> None:
    world = stranger.world
    asked = world.messages.send(stranger.channel, stranger.ann, "hello")
    thread = world.threads.start(stranger.ann, asked, "Talk")
    hidden = world.channels.add(stranger.guild, "hidden")
    world.people.take_permission(hidden, "view_channel", stranger.ann)
    await stranger.enter()
    snapshot = await stranger.connect()
    assert snapshot["seq"] == 1
    assert snapshot["me"] == str(stranger.ann.id), "and not the owner"
    assert snapshot["bot"] == {"id": str(world.bot.id), "online": False}
    assert [guild["name"] for guild in snapshot["guilds"]] == ["Lab"]
    assert {user["name"] for user in snapshot["users"]} == {"bridge-bot", "Owner", "Ann"}
    channels = {channel["name"]: channel for channel in snapshot["channels"]}
    assert set(channels) == {"general", "Talk"}
    assert channels["Talk"]["parent"] == stranger.here
    said = snapshot["messages"][stranger.here]
    assert [message["content"] for message in said] == ["hello"]
    assert said[0]["thread"] == str(thread.id)


async def test_only_recent_messages_come_at_once_and_older_ones_when_asked_for(
    stranger: Visitor,
) -> None:
    for number in range(RECENT + 7):
        stranger.world.messages.send(stranger.channel, stranger.ann, f"number {number}")
    await stranger.enter()
    await stranger.connect()
    recent = stranger.snapshot["messages"][stranger.here]
    assert len(recent) == RECENT
    older = await stranger.done("older", channel=stranger.here, before=recent[0]["id"])
    assert [message["content"] for message in older["messages"]] == [
        f"number {number}" for number in range(7)
    ]


async def test_changes_come_as_they_happen_in_order_and_numbered(visitor: Visitor) -> None:
    world, channel, ann = visitor.world, visitor.channel, visitor.ann
    said = world.messages.send(channel, ann, "one")
    world.messages.edit(said, "two")
    world.messages.react(ann, said, "👍")
    world.messages.start_typing(world.bot, channel)
    thread = world.threads.start(ann, said, "Talk")
    world.threads.archive(thread)
    world.messages.delete(said)
    assert visitor.socket is not None
    news = [await visitor.socket.receive_json(timeout=5) for _ in range(8)]
    assert [each["seq"] for each in news] == list(range(2, 10))
    kinds = [each["type"] for each in news]
    assert kinds == [
        *["message"] * 3,
        "typing",
        "message",
        "channel",
        "channel",
        "message_deleted",
    ]
    assert [each["message"]["content"] for each in news[:3]] == ["one", "two", "two"]
    assert news[2]["message"]["reactions"] == [{"emoji": "👍", "count": 1, "mine": True}]
    assert news[4]["message"]["thread"] == news[5]["channel"]["id"]
    assert news[5]["messages"][0]["kind"] == "starter"
    assert news[6]["channel"]["archived"]


async def test_what_only_another_member_sees_is_not_told(visitor: Visitor) -> None:
    world = visitor.world
    ben = world.people.add(visitor.guild, "Ben")
    await visitor.update("snapshot")
    world.messages.send(world.channels.open_dm(ben), ben, "between us")
    hidden = world.channels.add(visitor.guild, "hidden")
    await visitor.update("channel")
    world.people.take_permission(hidden, "view_channel", visitor.ann)
    assert (await visitor.update("channel_deleted"))["id"] == str(hidden.id)
    world.messages.send(hidden, ben, "without Ann")
    used = interactions.start(world.state, InteractionType.COMMAND, ben.user, visitor.channel, {})
    data = {"content": "for Ben alone", "flags": 64}
    interactions.respond(world.state, used.id, used.token, {"type": 4, "data": data})
    world.messages.send(visitor.channel, ben, "for all")
    assert (await visitor.update("message"))["message"]["content"] == "for all"
    snapshot = await visitor.connect(as_member=ben)
    said = snapshot["messages"][visitor.here]
    assert [(each["content"], each["private"]) for each in said] == [
        ("for Ben alone", True),
        ("for all", False),
    ]


async def test_a_private_thread_comes_when_the_member_is_added_and_goes_when_taken_out(
    visitor: Visitor,
) -> None:
    world = visitor.world
    thread = world.threads.start(world.owner, visitor.channel, "p", private=True)
    world.messages.send(thread, world.owner, "secret")
    world.messages.send(visitor.channel, world.owner, "for all")
    assert (await visitor.update("message"))["message"]["content"] == "for all"
    assert not any(each["type"] == "channel" for each in visitor.skipped)
    world.messages.send(thread, world.owner, f"<@{visitor.ann.id}>, look")
    shown = await visitor.update("channel")
    assert (shown["channel"]["name"], shown["channel"]["private"]) == ("p", True)
    assert [each["content"] for each in shown["messages"]] == ["secret"]
    assert (await visitor.update("message"))["message"]["content"].endswith("look")
    world.threads.remove_member(thread, visitor.ann)
    assert (await visitor.update("channel_deleted"))["id"] == str(thread.id)


async def test_an_edit_of_a_posts_first_message_changes_the_post(visitor: Visitor) -> None:
    world = visitor.world
    forum = world.channels.add_forum(visitor.guild, "help")
    post = world.threads.post(forum, visitor.ann, "How?", "one")
    await visitor.update("message")
    visitor.skipped.clear()
    while (await visitor.update("channel"))["channel"]["count"] != 1:
        pass
    world.messages.edit(post.messages[post.id], "two")
    assert (await visitor.update("channel"))["channel"]["first"]["content"] == "two"


async def test_the_page_is_told_of_the_bots_commands(visitor: Visitor) -> None:
    form: Json = {"name": "hello", "description": "Says hello"}
    commands.replace_all(visitor.world.state, [form], None)
    assert [each["name"] for each in (await visitor.update("commands"))["commands"]] == ["hello"]
