"""The routes of commands, of responses to interactions, and of what follows up on them."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.errors import Json
from tests.sandbox.discord.api import Api

HI: Json = {"name": "hi", "description": "Hi"}


async def test_a_callback_answers_with_the_message_it_made(api: Api) -> None:
    world = api.server.world
    application = f"/applications/{world.bot.id}"
    await api.call("PUT", f"{application}/commands", [{"name": "hi", "description": "Hi"}])
    ann = world.people.add(api.guild, "Ann")
    used = world.commands.use(api.channel, ann, "hi")
    url = f"/interactions/{used.id}/{used.token}/callback?with_response=true"
    _, body = await api.call("POST", url, {"type": 4, "data": {"content": "hello"}})
    assert body["resource"]["message"]["content"] == "hello"
    assert body["interaction"]["response_message_id"] == str(used.responses[0].id)
    webhook = f"/webhooks/{world.bot.id}/{used.token}"
    await api.call("PATCH", f"{webhook}/messages/@original", {"content": "hello, Ann"})
    await api.call("POST", webhook, {"content": "more", "flags": 64})
    assert [each.content for each in used.responses] == ["hello, Ann", "more"]
    response, _ = await api.call("DELETE", f"{webhook}/messages/{used.responses[1].id}")
    assert response.status == 204
    assert used.responses[1].deleted


async def test_commands_are_made_read_changed_and_deleted(api: Api) -> None:
    """Globally and of a guild, apart from each other."""
    application = f"/applications/{api.server.world.bot.id}"
    for base in (f"{application}/commands", f"{application}/guilds/{api.guild.id}/commands"):
        response, made = await api.call("POST", base, HI)
        assert (response.status, made["name"], made["type"]) == (201, "hi", 1)
        one = f"{base}/{made['id']}"
        assert (await api.call("GET", one))[1] == made
        assert (await api.call("GET", base))[1] == [made]
        _, changed = await api.call("PATCH", one, {"description": "Hello"})
        assert (changed["description"], changed["id"]) == ("Hello", made["id"])
        assert changed["version"] != made["version"]
        response, text = await api.call("DELETE", one)
        assert (response.status, text) == (204, "")
        assert (await api.call("GET", one))[1]["code"] == 10063
        assert (await api.call("GET", base))[1] == []


@pytest.mark.parametrize(
    ("method", "path", "body", "expected"),
    [
        ("GET", "/applications/1/commands", None, (403, 50001)),
        ("GET", "/applications/{bot}/guilds/1/commands", None, (404, 10004)),
        ("GET", "/applications/{bot}/commands/1", None, (404, 10063)),
        ("PUT", "/applications/{bot}/commands", HI, (400, 50035)),
        ("POST", "/applications/{bot}/commands", [HI], (400, 50035)),
        ("POST", "/interactions/1/unknown/callback", {"type": 4}, (404, 10062)),
        ("POST", "/webhooks/{bot}/unknown", {"content": "more"}, (404, 10015)),
        ("PATCH", "/webhooks/{bot}/unknown/messages/@original", {}, (404, 10015)),
    ],
)
async def test_what_cannot_be_is_refused_with_discords_code(
    api: Api, method: str, path: str, body: Json | list[Json] | None, expected: tuple[int, int]
) -> None:
    path = path.replace("{bot}", str(api.server.world.bot.id))
    response, refused = await api.call(method, path, body)
    assert (response.status, refused["code"]) == expected


async def test_without_with_response_a_callback_is_answered_with_nothing(api: Api) -> None:
    world = api.server.world
    await api.call("PUT", f"/applications/{world.bot.id}/commands", [HI])
    used = world.commands.use(api.channel, world.people.add(api.guild, "Ann"), "hi")
    url = f"/interactions/{used.id}/{used.token}/callback"
    response, text = await api.call("POST", url, {"type": 4, "data": {"content": "hello"}})
    assert (response.status, text) == (204, "")
    webhook = f"/webhooks/{world.bot.id}/{used.token}/messages"
    _, shown = await api.call("GET", f"{webhook}/@original")
    assert shown["content"] == "hello"
    response, refused = await api.call("GET", f"{webhook}/{api.channel.id}")
    assert (response.status, refused["code"]) == (404, 10008)
