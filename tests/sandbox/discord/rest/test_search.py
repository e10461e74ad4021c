"""Searching the messages of a guild, as Discord documents it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from bridge_bot.sandbox.discord.model import Channel, Guild, Member
from bridge_bot.sandbox.discord.server import DiscordStandIn


@dataclass
class Searcher:
    """A guild, somebody who speaks there, and a bare client with the bot's token."""

    server: DiscordStandIn
    http: aiohttp.ClientSession
    guild: Guild
    channel: Channel
    ann: Member

    async def find(self, *query: tuple[str, str]) -> tuple[int, Any]:
        url = f"{self.server.api_base_url}/guilds/{self.guild.id}/messages/search"
        headers = {"Authorization": f"Bot {self.server.token}"}
        async with self.http.get(url, params=query, headers=headers) as response:
            return response.status, await response.json()

    async def found(self, *query: tuple[str, str]) -> list[str]:
        status, body = await self.find(*query)
        assert status == 200, body
        assert all(len(group) == 1 and group[0]["hit"] for group in body["messages"])
        return [group[0]["content"] for group in body["messages"]]

    def says(self, words: str, channel: Channel | None = None) -> int:
        return self.server.world.messages.send(channel or self.channel, self.ann, words).id

    @property
    def bot_id(self) -> str:
        return str(self.server.world.bot.id)


@pytest.fixture
async def searcher(server: DiscordStandIn) -> AsyncIterator[Searcher]:
    guild = server.world.add_guild("Lab")
    channel = server.world.channels.add(guild, "general")
    ann = server.world.people.add(guild, "Ann")
    async with aiohttp.ClientSession() as http:
        yield Searcher(server, http, guild, channel, ann)


async def test_mentions_are_found_in_every_channel_and_thread_by_time(searcher: Searcher) -> None:
    world, mention = searcher.server.world, f"<@{searcher.bot_id}>"
    early = searcher.says(f"{mention} one")
    searcher.says("plain talk")
    other = world.channels.add(searcher.guild, "other")
    thread = world.threads.start(searcher.ann, searcher.channel, "aside")
    searcher.says(f"{mention} two", thread)
    searcher.says(f"{mention} three", other)
    world.threads.archive(thread)
    asked = ("mentions", searcher.bot_id)
    assert await searcher.found(asked, ("sort_order", "asc")) == [
        f"{mention} {word}" for word in ("one", "two", "three")
    ]
    assert await searcher.found(asked, ("min_id", str(early)), ("sort_order", "asc")) == [
        f"{mention} two",
        f"{mention} three",
    ]
    assert (await searcher.found(asked))[0] == f"{mention} three"


async def test_a_page_has_at_most_25_and_the_total_tells_of_more(searcher: Searcher) -> None:
    for number in range(30):
        searcher.says(f"number {number}")
    status, body = await searcher.find(("sort_order", "asc"), ("offset", "25"))
    assert (status, body["total_results"]) == (200, 30)
    assert [group[0]["content"] for group in body["messages"]] == [
        f"number {number}" for number in range(25, 30)
    ]


async def test_all_filters_have_to_fit_and_of_each_one_value(searcher: Searcher) -> None:
    world = searcher.server.world
    ben = world.people.add(searcher.guild, "Ben")
    searcher.says("by Ann")
    world.messages.send(searcher.channel, ben, f"<@{searcher.ann.id}> by Ben")
    world.messages.send_as_webhook(searcher.channel, "Hook", f"<@{searcher.ann.id}> by a hook")
    authors = (("author_id", str(searcher.ann.id)), ("author_id", str(ben.id)))
    assert len(await searcher.found(*authors)) == 2
    assert len(await searcher.found(*authors, ("mentions", str(searcher.ann.id)))) == 1
    assert len(await searcher.found(("author_type", "user"))) == 2
    assert len(await searcher.found(("author_type", "-user"))) == 1


async def test_what_the_bot_cannot_read_is_not_found(searcher: Searcher) -> None:
    hidden = searcher.server.world.channels.add(searcher.guild, "hidden")
    mute = searcher.server.world.channels.add(searcher.guild, "without history")
    searcher.says("hidden", hidden)
    searcher.says("no history", mute)
    searcher.says("open")
    searcher.server.world.people.take_permission(hidden, "view_channel")
    searcher.server.world.people.take_permission(mute, "read_message_history")
    assert await searcher.found() == ["open"]


async def test_forum_posts_are_found_and_private_threads_only_by_those_in_them(
    searcher: Searcher,
) -> None:
    world, ann = searcher.server.world, searcher.ann
    forum = world.channels.add_forum(searcher.guild, "forum")
    post = world.threads.post(forum, ann, "How?", "first")
    searcher.says("second", post)
    world.threads.archive(post)
    world.people.give_permission(searcher.channel, "create_private_threads", ann)
    private = world.threads.start(ann, searcher.channel, "p", private=True)
    searcher.says("secret", private)
    assert await searcher.found(("sort_order", "asc")) == ["first", "second"]
    world.threads.add_member(private, world.bot)
    assert await searcher.found(("sort_order", "asc")) == ["first", "second", "secret"]


async def test_it_is_refused_without_read_message_history_and_without_the_intent(
    searcher: Searcher,
) -> None:
    searcher.server.world.allowed_intents.discard("message_content")
    status, body = await searcher.find()
    assert (status, body["code"]) == (403, 50001)
    searcher.server.world.allowed_intents.add("message_content")
    searcher.server.world.people.take_permission(searcher.guild, "read_message_history")
    for role in searcher.guild.roles.values():
        role.permissions &= ~(1 << 16)
    status, body = await searcher.find()
    assert (status, body["code"]) == (403, 50013)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "26"),
        ("limit", "0"),
        ("offset", "9976"),
        ("sort_by", "size"),
        ("author_type", "cat"),
        ("mentions", "Ann"),
        ("slop", "3"),
    ],
)
async def test_what_is_no_valid_query_is_told_as_such(
    searcher: Searcher, name: str, value: str
) -> None:
    status, body = await searcher.find((name, value))
    assert (status, body["code"]) == (400, 50035)
    assert name in body["errors"]
