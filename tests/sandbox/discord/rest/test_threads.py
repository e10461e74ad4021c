"""The routes of threads."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel
from bridge_bot.sandbox.discord.payloads import objects
from tests.sandbox.discord.api import Api


@pytest.mark.parametrize(
    ("method", "path", "body", "expected"),
    [
        ("POST", "/channels/{channel}/messages/1/threads", {"name": "t"}, (404, 10008)),
        ("POST", "/channels/{thread}/threads", {"name": "t", "type": 11}, (403, 50024)),
        ("POST", "/channels/{forum}/threads", {"name": "t"}, (400, 50035)),
        ("POST", "/channels/{forum}/messages", {"content": "t"}, (400, 50008)),
        ("GET", "/channels/{channel}/thread-members", None, (403, 50024)),
        ("GET", "/channels/{thread}/thread-members/@me", None, (404, 10007)),
        ("PUT", "/channels/{thread}/thread-members/1", None, (404, 10013)),
        ("PUT", "/channels/{private}/thread-members/@me", None, (403, 50001)),
        ("DELETE", "/channels/{thread}/thread-members/{ann}", None, (403, 50013)),
        ("GET", "/guilds/1/threads/active", None, (404, 10004)),
        ("GET", "/channels/{channel}/threads/archived/private", None, (403, 50013)),
        ("GET", "/channels/{channel}/threads/archived/public?limit=1", None, (400, 50035)),
        ("GET", "/channels/{channel}/threads/archived/public?before=now", None, (400, 50035)),
        ("GET", "/channels/{private}", None, (403, 50001)),
    ],
)
async def test_what_cannot_be_is_refused_with_discords_code(
    api: Api, method: str, path: str, body: Json | None, expected: tuple[int, int]
) -> None:
    world = api.server.world
    ann = world.people.add(api.guild, "Ann")
    world.people.give_permission(api.channel, "create_private_threads", ann)
    ids = {
        "channel": api.channel.id,
        "ann": ann.id,
        "forum": world.channels.add(api.guild, "help", kind=ChannelType.FORUM).id,
        "thread": world.threads.start(ann, api.channel, "t").id,
        "private": world.threads.start(ann, api.channel, "p", private=True).id,
    }
    response, refused = await api.call(method, path.format(**ids), body)
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
    """The newest first; among the archived ones the last archived."""
    world = api.server.world
    ann = world.people.add(api.guild, "Ann")
    hers, own, first, second = (
        world.threads.start(person, api.channel, name)
        for person, name in ((ann, "hers"), (world.bot, "own"), (ann, "1st"), (world.bot, "2nd"))
    )
    for thread in (first, second):
        world.threads.archive(thread)
    _, active = await api.call("GET", f"/guilds/{api.guild.id}/threads/active")
    assert [each["id"] for each in active["threads"]] == [str(own.id), str(hers.id)]
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


async def test_a_members_thread_membership_is_read_with_its_details(api: Api) -> None:
    world = api.server.world
    ann = world.people.add(api.guild, "Ann")
    thread = world.threads.start(ann, api.channel, "t")
    url = f"/channels/{thread.id}/thread-members"
    _, hers = await api.call("GET", f"{url}/{ann.id}")
    assert (hers["user_id"], "member" in hers) == (str(ann.id), False)
    _, hers = await api.call("GET", f"{url}/{ann.id}?with_member=true")
    assert hers["member"]["user"]["username"] == "Ann"
    world.threads.add_member(thread, world.bot)
    _, page = await api.call("GET", f"{url}?with_member=true&limit=1")
    _, rest = await api.call("GET", f"{url}?with_member=1&after={page[0]['user_id']}")
    assert [each["user_id"] for each in page + rest] == [str(world.bot.id), str(ann.id)]
    world.allowed_intents.discard("members")
    response, refused = await api.call("GET", url)
    assert (response.status, refused["code"]) == (403, 50001)


async def test_archived_threads_are_listed_by_kind_and_in_pages(api: Api) -> None:
    world = api.server.world
    news = world.channels.add(api.guild, "news", kind=ChannelType.NEWS)
    ann = world.people.add(api.guild, "Ann")
    world.people.give_permission(api.channel, "create_private_threads", ann)

    def archived(name: str, *, channel: Channel = api.channel, private: bool = False) -> Channel:
        thread = world.threads.start(ann, channel, name, private=private)
        if name == "joined":
            world.threads.add_member(thread, world.bot)
        api.server.advance(1)
        world.threads.archive(thread)
        return thread

    _, two, three = (archived(name) for name in ("one", "two", "three"))
    for name in ("joined", "hidden"):
        archived(name, private=True)
    archived("told", channel=news)

    async def names(path: str, channel: Channel = api.channel) -> tuple[list[str], bool]:
        response, found = await api.call("GET", f"/channels/{channel.id}/{path}")
        assert response.status == 200, found
        return [each["name"] for each in found["threads"]], found["has_more"]

    public = "threads/archived/public"
    assert await names(public) == (["three", "two", "one"], False)
    assert await names(public, news) == (["told"], False)
    assert await names(f"{public}?limit=2") == (["three", "two"], True)
    shown = objects.timestamp(two.thread_or_error.changed_at)
    assert await names(f"{public}?before={quote(shown)}") == (["one"], False)
    joined = "users/@me/threads/archived/private"
    assert await names(joined) == (["joined"], False)
    assert await names(f"{joined}?before={three.id}") == ([], False)
    world.people.give_permission(api.channel, "manage_threads")
    assert await names("threads/archived/private") == (["hidden", "joined"], False)


async def test_a_private_thread_is_listed_only_for_those_in_it(api: Api) -> None:
    world = api.server.world
    ann = world.people.add(api.guild, "Ann")
    world.people.give_permission(api.channel, "create_private_threads", ann)
    thread = world.threads.start(ann, api.channel, "p", private=True)
    seen = []
    for _ in range(2):
        _, active = await api.call("GET", f"/guilds/{api.guild.id}/threads/active")
        seen.append([each["name"] for each in active["threads"]])
        world.threads.add_member(thread, world.bot)
    assert seen == [[], ["p"]]
