"""The routes of messages, reactions and typing."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.errors import Json
from tests.sandbox.discord.api import Api

HERE = "/channels/{channel}/messages"


@pytest.mark.parametrize(
    ("method", "path", "body", "expected"),
    [
        ("POST", HERE, {"content": ""}, (400, 50006)),
        ("POST", HERE, {"content": " \n"}, (400, 50006)),
        ("POST", HERE, {"content": 1}, (400, 50035)),
        ("POST", HERE, ["hello"], (400, 50035)),
        ("POST", HERE, {"content": "x", "message_reference": {"message_id": "1"}}, (400, 50035)),
        ("GET", f"{HERE}/1", None, (404, 10008)),
        ("GET", f"{HERE}?limit=101", None, (400, 50035)),
        ("GET", f"{HERE}?before=yesterday", None, (400, 50035)),
        ("PATCH", f"{HERE}/{{hers}}", {"content": "x"}, (403, 50005)),
        ("PATCH", f"{HERE}/{{own}}", {"content": ""}, (400, 50006)),
        ("DELETE", f"{HERE}/{{hers}}", None, (403, 50013)),
    ],
)
async def test_what_cannot_be_is_refused_with_discords_code(
    api: Api, method: str, path: str, body: Json | list[str] | None, expected: tuple[int, int]
) -> None:
    world = api.server.world
    ann = world.people.add(api.guild, "Ann")
    hers, own = (world.messages.send(api.channel, person, "hello") for person in (ann, world.bot))
    path = path.format(channel=api.channel.id, hers=hers.id, own=own.id)
    response, refused = await api.call(method, path, body)
    assert (response.status, refused["code"]) == expected
    assert api.said() == ["hello", "hello"]


async def test_a_message_is_sent_read_edited_and_deleted(api: Api) -> None:
    _, sent = await api.send("one")
    one = f"/channels/{api.channel.id}/messages/{sent['id']}"
    assert (await api.call("GET", one))[1] == sent
    _, edited = await api.call("PATCH", one, {"content": "two"})
    assert (edited["content"], edited["id"]) == ("two", sent["id"])
    assert edited["edited_timestamp"] is not None
    response, text = await api.call("DELETE", one)
    assert (response.status, text) == (204, "")
    assert (await api.call("GET", one))[1]["code"] == 10008


async def test_messages_are_listed_newest_first_fifty_unless_told(api: Api) -> None:
    world = api.server.world
    said = [world.messages.send(api.channel, world.bot, str(number)) for number in range(60)]
    url = f"/channels/{api.channel.id}/messages"
    for query, expected in (
        ("", range(59, 9, -1)),
        ("?limit=2", (59, 58)),
        (f"?limit=2&before={said[5].id}", (4, 3)),
        (f"?limit=2&after={said[5].id}", (7, 6)),
        (f"?limit=3&around={said[5].id}", (6, 5, 4)),
    ):
        _, listed = await api.call("GET", url + query)
        assert [each["content"] for each in listed] == [str(number) for number in expected]


async def test_a_reaction_comes_and_goes_and_typing_is_shown(api: Api) -> None:
    world = api.server.world
    said = world.messages.send(api.channel, world.bot, "hello")
    url = f"/channels/{api.channel.id}/messages/{said.id}/reactions/%F0%9F%91%8D/@me"
    for method, expected in (("PUT", [world.bot.id]), ("DELETE", [])):
        response, _ = await api.call(method, url)
        assert (response.status, said.reactions) == (204, {"👍": expected})
    response, _ = await api.call("POST", f"/channels/{api.channel.id}/typing")
    assert response.status == 204
    assert [each.user_id for each in api.channel.typing] == [world.bot.id]


async def test_a_message_is_read_only_with_the_permission_to_read_the_history(api: Api) -> None:
    world = api.server.world
    said = world.messages.send(api.channel, world.bot, "hello")
    world.people.take_permission(api.channel, "read_message_history")
    url = f"/channels/{api.channel.id}/messages"
    response, refused = await api.call("GET", f"{url}/{said.id}")
    assert (response.status, refused["code"]) == (403, 50013)
    assert (await api.call("GET", url))[1] == []
