"""The routes of channels and threads."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json
from tests.sandbox.discord.api import Api


@pytest.mark.parametrize(
    ("method", "path", "body", "expected"),
    [
        ("GET", "/channels/1", None, (404, 10003)),
        ("GET", "/channels/one", None, (400, 50035)),
        ("GET", "/channels/{hidden}", None, (403, 50001)),
        ("PATCH", "/channels/{channel}", {"topic": "x"}, (403, 50013)),
        ("PATCH", "/channels/{archived}", {"name": "x"}, (400, 50083)),
        ("DELETE", "/channels/{channel}", None, (403, 50013)),
        ("POST", "/channels/{channel}/messages/1/threads", {"name": "t"}, (404, 10008)),
        ("POST", "/channels/{thread}/threads", {"name": "t", "type": 11}, (403, 50024)),
        ("POST", "/channels/{forum}/threads", {"name": "t"}, (400, 50035)),
        ("GET", "/channels/{channel}/thread-members", None, (403, 50024)),
        ("PUT", "/channels/{thread}/thread-members/1", None, (404, 10013)),
        ("DELETE", "/channels/{thread}/thread-members/{ann}", None, (403, 50013)),
        ("GET", "/guilds/1/threads/active", None, (404, 10004)),
        ("POST", "/users/@me/channels", {"recipient_id": "1"}, (404, 10013)),
    ],
)
async def test_what_cannot_be_is_refused_with_discords_code(
    api: Api, method: str, path: str, body: Json | None, expected: tuple[int, int]
) -> None:
    world = api.server.world
    ann = world.people.add(api.guild, "Ann")
    ids = {
        "channel": api.channel.id,
        "ann": ann.id,
        "forum": world.channels.add(api.guild, "help", kind=ChannelType.FORUM).id,
        "thread": world.threads.start(ann, api.channel, "t").id,
    }
    archived, hidden = (
        world.threads.start(world.bot, api.channel, "a"),
        world.channels.add(api.guild, "h"),
    )
    world.threads.archive(archived)
    world.people.take_permission(hidden, "view_channel")
    response, refused = await api.call(
        method, path.format(**ids, archived=archived.id, hidden=hidden.id), body
    )
    assert (response.status, refused["code"]) == expected


async def test_a_thread_opens_alone_on_a_message_or_as_a_forum_post_with_201(api: Api) -> None:
    world = api.server.world
    said = world.messages.send(api.channel, world.bot, "hello")
    here = f"/channels/{api.channel.id}"
    response, thread = await api.call("POST", f"{here}/messages/{said.id}/threads", {"name": "t"})
    assert (response.status, thread["id"], thread["type"]) == (201, str(said.id), 11)
    response, alone = await api.call("POST", f"{here}/threads", {"name": "u", "type": 11})
    assert (response.status, alone["parent_id"]) == (201, str(api.channel.id))
    forum = world.channels.add(api.guild, "help", kind=ChannelType.FORUM)
    form = {"name": "v", "message": {"content": "How?"}}
    response, post = await api.call("POST", f"/channels/{forum.id}/threads", form)
    assert (response.status, post["message"]["content"]) == (201, "How?")
    assert post["message"]["id"] == post["id"]


async def test_threads_are_listed_with_the_bots_membership(api: Api) -> None:
    """The newest archived one first."""
    world = api.server.world
    ann = world.people.add(api.guild, "Ann")
    hers, own, first, second = (
        world.threads.start(person, api.channel, name)
        for person, name in ((ann, "hers"), (world.bot, "own"), (ann, "1st"), (world.bot, "2nd"))
    )
    for thread in (first, second):
        world.threads.archive(thread)
    _, active = await api.call("GET", f"/guilds/{api.guild.id}/threads/active")
    assert [each["id"] for each in active["threads"]] == [str(hers.id), str(own.id)]
    assert [each["id"] for each in active["members"]] == [str(own.id)]
    assert "has_more" not in active
    _, archived = await api.call("GET", f"/channels/{api.channel.id}/threads/archived/public")
    assert [each["name"] for each in archived["threads"]] == ["2nd", "1st"]
    assert [each["id"] for each in archived["members"]] == [str(second.id)]
    assert archived["has_more"] is False


async def test_members_join_and_leave_a_thread(api: Api) -> None:
    world = api.server.world
    ann = world.people.add(api.guild, "Ann")
    thread = world.threads.start(ann, api.channel, "t")
    world.people.give_permission(api.channel, "manage_threads")
    url = f"/channels/{thread.id}/thread-members"
    for method, user, expected in (
        ("PUT", "@me", [ann.id, world.bot.id]),
        ("DELETE", str(ann.id), [world.bot.id]),
        ("DELETE", "@me", []),
    ):
        response, text = await api.call(method, f"{url}/{user}")
        assert (response.status, text) == (204, "")
        _, members = await api.call("GET", url)
        assert [each["user_id"] for each in members] == [str(each) for each in expected]


async def test_a_channel_is_read_changed_and_deleted(api: Api) -> None:
    world = api.server.world
    world.people.give_permission(api.guild, "manage_channels")
    url = f"/channels/{api.channel.id}"
    _, changed = await api.call("PATCH", url, {"topic": "All of it", "rate_limit_per_user": 5})
    assert (changed["topic"], changed["rate_limit_per_user"]) == ("All of it", 5)
    assert (await api.call("GET", url))[1] == changed
    response, gone = await api.call("DELETE", url)
    assert (response.status, gone["id"], api.channel.deleted) == (200, str(api.channel.id), True)


async def test_a_direct_channel_is_opened_once(api: Api) -> None:
    ann = api.server.world.people.add(api.guild, "Ann")
    opened = [
        (await api.call("POST", "/users/@me/channels", {"recipient_id": str(ann.id)}))[1]
        for _ in range(2)
    ]
    assert opened[0] == opened[1]
    assert [each["id"] for each in opened[0]["recipients"]] == [str(ann.id)]
