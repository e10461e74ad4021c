"""The routes of channels."""

from __future__ import annotations

import pytest

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
        ("PATCH", "/channels/{thread}", {"name": "x"}, (403, 50013)),
        ("PATCH", "/channels/{channel}", {"rate_limit_per_user": -1}, (403, 50013)),
        ("DELETE", "/channels/{channel}", None, (403, 50013)),
        ("POST", "/users/@me/channels", {"recipient_id": "1"}, (404, 10013)),
    ],
)
async def test_what_cannot_be_is_refused_with_discords_code(
    api: Api, method: str, path: str, body: Json | None, expected: tuple[int, int]
) -> None:
    world = api.server.world
    ann = world.people.add(api.guild, "Ann")
    others = world.threads.start(ann, api.channel, "t")
    archived, hidden = (
        world.threads.start(world.bot, api.channel, "a"),
        world.channels.add(api.guild, "h"),
    )
    world.threads.archive(archived)
    world.people.take_permission(hidden, "view_channel")
    ids = {"channel": api.channel.id, "thread": others.id, "archived": archived.id}
    response, refused = await api.call(method, path.format(**ids, hidden=hidden.id), body)
    assert (response.status, refused["code"]) == expected


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
