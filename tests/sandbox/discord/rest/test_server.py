"""The REST side over HTTP: answers, headers, latency, faults and the request log."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bridge_bot.sandbox.discord.faults import HTML_502, Reset, Stall, StubbedResponse, When
from bridge_bot.sandbox.discord.model import Channel
from bridge_bot.sandbox.discord.request_log import LoggedRequest
from bridge_bot.sandbox.discord.rest.server import Latency
from bridge_bot.sandbox.discord.server import DiscordStandIn

MESSAGES = r"/channels/\d+/messages"


class Api:
    """A bare client with the bot's token."""

    def __init__(self, server: DiscordStandIn, http: aiohttp.ClientSession) -> None:
        self.server = server
        self.http = http
        self.guild = server.world.add_guild("Lab")
        self.channel: Channel = server.world.channels.add(self.guild, "general")

    async def call(
        self, method: str, path: str, json: Any = None, *, data: aiohttp.FormData | None = None
    ) -> tuple[aiohttp.ClientResponse, Any]:
        headers = {"Authorization": f"Bot {self.server.token}"}
        url = self.server.api_base_url + path
        async with self.http.request(
            method, url, json=json, data=data, headers=headers
        ) as response:
            if response.headers.get("Content-Type") == "application/json":
                return response, await response.json()
            return response, await response.text()

    async def send(self, content: str) -> tuple[aiohttp.ClientResponse, Any]:
        return await self.call(
            "POST", f"/channels/{self.channel.id}/messages", {"content": content}
        )

    def said(self) -> list[str]:
        return [message.content for message in self.server.world.messages.of(self.channel)]


@pytest.fixture
async def api(server: DiscordStandIn) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as http:
        yield Api(server, http)


async def test_the_content_type_is_plain_json_and_the_limits_are_told(api: Api) -> None:
    response, body = await api.send("hello")
    assert response.status == 200
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["X-RateLimit-Limit"] == "5"
    assert response.headers["X-RateLimit-Remaining"] == "4"
    assert body["content"] == "hello"


async def test_a_refusal_carries_discords_code_and_the_place_in_the_form(api: Api) -> None:
    response, body = await api.send("x" * 2001)
    assert response.status == 400
    assert body["code"] == 50035
    error = body["errors"]["content"]["_errors"][0]
    assert error == {
        "code": "BASE_TYPE_MAX_LENGTH",
        "message": "Must be 2000 or fewer in length.",
    }


async def test_the_sixth_message_is_refused_and_changes_nothing(api: Api) -> None:
    for number in range(5):
        await api.send(str(number))
    response, body = await api.send("five")
    assert response.status == 429
    assert body["global"] is False
    assert 4.0 < body["retry_after"] <= 5.0
    assert response.headers["X-RateLimit-Scope"] == "user"
    assert response.headers["Via"]
    assert api.said() == ["0", "1", "2", "3", "4"]
    assert [request.was_429 for request in api.server.requests] == [False] * 5 + [True]


async def test_a_wrong_token_is_401(api: Api) -> None:
    api.server.token = "stale"
    response, body = await api.send("hello")
    assert (response.status, body) == (401, {"message": "401: Unauthorized", "code": 0})


async def test_an_unknown_route_is_404_and_is_noted(api: Api) -> None:
    response, body = await api.call("GET", "/channels/1/pins")
    assert (response.status, body["code"]) == (404, 0)
    assert api.server.unknown_routes == ["GET /channels/1/pins"]
    api.server.unknown_routes.clear()


async def test_latency_parts_the_effect_from_the_answer(api: Api) -> None:
    api.server.latency = Latency(effect_s=0.05, answer_s=0.15)
    await api.send("hello")
    (request,) = api.server.requests
    (message,) = api.server.world.messages.of(api.channel)
    assert request.effect_at is not None
    assert request.answered_at is not None
    assert message.at - request.at >= 0.05
    assert request.effect_at - message.at < 0.05
    assert request.answered_at - request.at >= 0.15
    assert (request.method, request.status) == ("POST", 200)
    assert request.route == "/channels/{channel}/messages"


@pytest.mark.parametrize(("when", "said"), [(When.BEFORE, []), (When.AFTER, ["hello"])])
async def test_a_reset_comes_before_or_after_the_effect(
    api: Api, when: When, said: list[str]
) -> None:
    await api.call("GET", "/users/@me")
    api.server.faults.inject("POST", MESSAGES, Reset(when))
    with pytest.raises(aiohttp.ClientOSError) as cut:
        await api.send("hello")
    assert cut.value.errno == 104
    assert api.said() == said
    assert api.server.requests[-1].status is None
    await api.send("again")
    assert api.said() == [*said, "again"]


async def test_a_fault_holds_for_as_many_requests_as_ordered(api: Api) -> None:
    api.server.faults.inject("POST", MESSAGES, StubbedResponse(502, HTML_502), times=2)
    statuses = [(await api.send(str(number)))[0].status for number in range(3)]
    assert statuses == [502, 502, 200]
    assert api.said() == ["2"]


async def test_a_stalled_request_goes_on_when_released(api: Api) -> None:
    stall = Stall()
    api.server.faults.inject("POST", MESSAGES, stall)
    sending = asyncio.create_task(api.send("hello"))
    await stall.held.wait()
    assert api.said() == []
    stall.release()
    await sending
    assert api.said() == ["hello"]


async def test_a_hook_is_told_before_and_after_each_write(api: Api) -> None:
    seen: list[tuple[When, str, list[str]]] = []

    async def look(when: When, request: LoggedRequest) -> None:
        seen.append((when, request.method, api.said()))

    api.server.faults.hooks.append(look)
    await api.call("GET", "/users/@me")
    await api.send("hello")
    assert seen == [(When.BEFORE, "POST", []), (When.AFTER, "POST", ["hello"])]


async def test_a_third_rename_waits_for_ten_minutes(api: Api) -> None:
    world = api.server.world
    thread = world.threads.start(world.bot, api.channel, "one")
    for name in ("two", "three"):
        response, _ = await api.call("PATCH", f"/channels/{thread.id}", {"name": name})
        assert response.status == 200
    response, body = await api.call("PATCH", f"/channels/{thread.id}", {"name": "four"})
    assert response.status == 429
    assert body["retry_after"] > 590
    assert thread.name == "three"


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


def _form(body: Any, *files: tuple[str, str, bytes]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    form.add_field("payload_json", json.dumps(body), content_type="application/json")
    for index, (name, kind, data) in enumerate(files):
        form.add_field(f"files[{index}]", io.BytesIO(data), filename=name, content_type=kind)
    return form


async def test_a_file_comes_with_a_message_or_its_edit_and_can_be_downloaded(api: Api) -> None:
    url = f"/channels/{api.channel.id}/messages"
    answer = ("the answer.md", "text/markdown", "# Ganz schön lang".encode())
    about = {"attachments": [{"id": 0, "filename": answer[0], "description": "All of it"}]}
    _, made = await api.call("POST", url, data=_form({"content": "Page 1"}))
    assert made["attachments"] == []
    _, body = await api.call("PATCH", f"{url}/{made['id']}", data=_form(about, answer))
    (file,) = body["attachments"]
    assert (file["filename"], file["size"]) == (answer[0], len(answer[2]))
    assert (file["content_type"], file["description"]) == (answer[1], "All of it")
    assert body["content"] == "Page 1"
    async with api.http.get(file["url"]) as download:
        assert await download.read() == answer[2]
        assert download.headers["Content-Type"] == "text/markdown"
        assert "the%20answer.md" in download.headers["Content-Disposition"]
    _, body = await api.call("PATCH", f"{url}/{made['id']}", {"content": "Page 1 of 2"})
    assert body["attachments"] == [file]
    _, body = await api.call("PATCH", f"{url}/{made['id']}", {"attachments": [{"id": file["id"]}]})
    assert body["attachments"] == [file]
    _, body = await api.call("PATCH", f"{url}/{made['id']}", {"attachments": []})
    assert body["attachments"] == []


async def test_a_file_alone_is_a_message_and_a_huge_one_is_refused(api: Api) -> None:
    url = f"/channels/{api.channel.id}/messages"
    _, body = await api.call("POST", url, data=_form({}, ("answer.md", "text/markdown", b"x")))
    assert (body["content"], len(body["attachments"])) == ("", 1)
    huge = ("answer.md", "text/markdown", bytes(10 * 1024 * 1024 + 1))
    response, body = await api.call("POST", url, data=_form({"nonce": "1"}, huge))
    assert (response.status, body["code"]) == (413, 40005)
    assert len(api.said()) == 1
