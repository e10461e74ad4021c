"""The server behind the page: who gets in, and what they are told."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bridge_bot.sandbox.discord.actions import commands, interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.web import server
from bridge_bot.sandbox.web.guard import CONTENT_POLICY
from bridge_bot.sandbox.web.server import Page
from bridge_bot.sandbox.web.views import RECENT
from tests.sandbox.page_visitor import Visitor, visiting


@pytest.fixture
async def stranger() -> AsyncIterator[Visitor]:
    """Somebody at the page's door."""
    async with visiting() as visitor:
        yield visitor


@pytest.fixture
async def visitor(stranger: Visitor) -> Visitor:
    """Somebody who is in, connected as Ann."""
    await stranger.enter()
    await stranger.connect()
    return stranger


# ---- who gets in ----


async def test_without_the_token_only_the_bare_page_is_served(stranger: Visitor) -> None:
    origin = stranger.page.origin
    for path, status in {"/": 200, "/main.js": 200, "/style.css": 200, "/session": 403}.items():
        async with stranger.http.get(origin + path) as response:
            assert response.status == status, path
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await stranger.http.ws_connect(f"{origin}/socket")
    assert refused.value.status == 403


async def test_a_wrong_token_is_refused(stranger: Visitor) -> None:
    async with stranger.http.get(f"{stranger.page.origin}/?token=guessed") as response:
        assert response.status == 403
        assert "Set-Cookie" not in response.headers


async def test_the_address_sets_a_strict_cookie_and_leaves_the_token_behind(
    stranger: Visitor,
) -> None:
    async with stranger.http.get(stranger.page.address, allow_redirects=False) as response:
        assert response.status == 303
        assert response.headers["Location"] == "/"
        cookie = response.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert stranger.page.origin.rpartition(":")[2] in cookie.partition("=")[0]


async def test_reloading_needs_no_token(stranger: Visitor) -> None:
    await stranger.enter()
    async with stranger.http.get(f"{stranger.page.origin}/session") as response:
        assert response.status == 204


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "0.0.0.0", ""])
async def test_a_foreign_host_is_refused_even_with_the_cookie(stranger: Visitor, host: str) -> None:
    """A name that was made to point to this machine: DNS rebinding."""
    await stranger.enter()
    for path in ("/", "/session", "/main.js"):
        url = stranger.page.origin + path
        async with stranger.http.get(url, headers={"Host": host}) as response:
            assert response.status in {400, 403}


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:1", "null"])
async def test_a_foreign_origin_is_refused_even_with_the_cookie(
    stranger: Visitor, origin: str
) -> None:
    await stranger.enter()
    async with stranger.http.get(
        f"{stranger.page.origin}/session", headers={"Origin": origin}
    ) as response:
        assert response.status == 403
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await stranger.http.ws_connect(f"{stranger.page.origin}/socket", origin=origin)
    assert refused.value.status == 403


async def test_its_own_origin_is_welcome_under_both_names(stranger: Visitor) -> None:
    await stranger.enter()
    async with stranger.http.get(
        f"{stranger.page.origin}/session", headers={"Origin": stranger.page.origin}
    ) as response:
        assert response.status == 204
    named = stranger.page.origin.replace("127.0.0.1", "localhost")
    async with stranger.http.get(named) as response:
        assert response.status == 200


@pytest.mark.parametrize("path", ["/", "/main.js", "/session", "/nothing", "/files/1/x"])
async def test_every_answer_carries_the_strict_headers(stranger: Visitor, path: str) -> None:
    async with stranger.http.get(stranger.page.origin + path) as response:
        assert response.headers["Content-Security-Policy"] == CONTENT_POLICY
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Cache-Control"] == "no-store"
    for source in ("unsafe", "http:", "https:", "*"):
        assert source not in CONTENT_POLICY


async def test_nothing_but_the_pages_own_files_is_served(stranger: Visitor) -> None:
    for path in ("/server.py", "/../server.py", "/%2e%2e/server.py", "/page/"):
        async with stranger.http.get(stranger.page.origin + path) as response:
            assert response.status == 404, path


async def test_a_port_that_is_taken_gives_way_to_a_free_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with DiscordStandIn() as discord, Page(discord, port=port) as page:
            assert f":{port}/" not in page.address
            async with aiohttp.ClientSession() as http, http.get(page.address) as response:
                assert response.status == 200


def test_the_pages_files_are_small_need_nobody_else_and_never_make_markup_of_text() -> None:
    folder = Path(server.__file__).parent / "static"
    files = {path.name: path.read_text() for path in folder.iterdir()}
    assert sum(len(text.encode()) for text in files.values()) < 128 * 1024
    for name, text in files.items():
        own = text.replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"""(src|href|url|from|import)\W{1,4}(https?:)?//\w""", own), name
        for forbidden in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
        ):
            assert forbidden not in text, (name, forbidden)
        assert len(text.splitlines()) <= 300, name


# ---- what it tells ----


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
        "gone",
    ]
    assert [each["message"]["content"] for each in news[:3]] == ["one", "two", "two"]
    assert news[2]["message"]["reactions"] == [{"emoji": "👍", "count": 1, "mine": True}]
    assert news[4]["message"]["thread"] == news[5]["channel"]["id"]
    assert news[5]["messages"][0]["kind"] == "starter"
    assert news[6]["channel"]["archived"]


async def test_what_only_another_member_sees_is_not_told(visitor: Visitor) -> None:
    world = visitor.world
    ben = world.people.add(visitor.guild, "Ben")
    await visitor.news("snapshot")
    world.messages.send(world.channels.open_dm(ben), ben, "between us")
    hidden = world.channels.add(visitor.guild, "hidden")
    await visitor.news("channel")
    world.people.take_permission(hidden, "view_channel", visitor.ann)
    assert (await visitor.news("channel_gone"))["id"] == str(hidden.id)
    world.messages.send(hidden, ben, "without Ann")
    used = interactions.start(world.state, InteractionType.COMMAND, ben.user, visitor.channel, {})
    data = {"content": "for Ben alone", "flags": 64}
    interactions.respond(world.state, used.id, used.token, {"type": 4, "data": data})
    world.messages.send(visitor.channel, ben, "for all")
    assert (await visitor.news("message"))["message"]["content"] == "for all"
    snapshot = await visitor.connect(as_member=ben)
    said = snapshot["messages"][visitor.here]
    assert [(each["content"], each["private"]) for each in said] == [
        ("for Ben alone", True),
        ("for all", False),
    ]


async def test_a_new_connection_begins_with_a_snapshot_again(visitor: Visitor) -> None:
    assert visitor.socket is not None
    await visitor.socket.close()
    visitor.world.messages.send(visitor.channel, visitor.ann, "in between")
    snapshot = await visitor.connect()
    assert snapshot["seq"] == 1
    assert snapshot["messages"][visitor.here][-1]["content"] == "in between"


async def test_the_page_hears_of_the_bots_commands(visitor: Visitor) -> None:
    form: Json = {"name": "hello", "description": "Says hello"}
    commands.replace_all(visitor.world.state, [form], None)
    assert [each["name"] for each in (await visitor.news("commands"))["commands"]] == ["hello"]


async def test_the_server_ends_while_pages_are_open() -> None:
    async with asyncio.timeout(5), visiting() as visitor:
        await visitor.enter()
        await visitor.connect()
