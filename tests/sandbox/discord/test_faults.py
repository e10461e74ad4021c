"""Faults that a test injects, and hooks around writes."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bridge_bot.sandbox.discord.faults import (
    HTML_502,
    Faults,
    Reset,
    Stall,
    StubbedResponse,
    When,
)
from bridge_bot.sandbox.discord.request_log import LoggedRequest
from tests.sandbox.discord.api import Api

MESSAGES = r"/channels/\d+/messages"


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


def request(method: str, path: str, **body: str) -> LoggedRequest:
    return LoggedRequest(at=0.0, method=method, path=path, route=path, body=dict(body))


@pytest.mark.parametrize(
    ("method", "path", "is_met"),
    [
        ("POST", "/channels/1/messages", True),
        ("PATCH", "/channels/1/messages", False),
        ("POST", "/channels/1/messages/2", False),
    ],
)
def test_a_fault_is_for_one_method_and_the_whole_path(method: str, path: str, is_met: bool) -> None:
    faults, reset = Faults(), Reset()
    faults.inject("POST", MESSAGES, reset)
    assert (faults.take(request(method, path)) is reset) is is_met


def test_the_earliest_fault_comes_first_and_each_as_often_as_ordered() -> None:
    faults, first, second = Faults(), Reset(), StubbedResponse(500)
    faults.inject_where(lambda _: True, first, times=2)
    faults.inject("GET", "/x", second)
    taken = [faults.take(request("GET", "/x")) for _ in range(4)]
    assert taken == [first, first, second, None]


@pytest.mark.parametrize(
    ("body", "is_refused"),
    [
        ({"content": "buy CHEAP pills"}, True),
        ({"name": "cheap"}, True),
        ({"content": "hello"}, False),
        ({}, False),
    ],
)
def test_a_filter_refuses_texts_and_names_until_it_is_cleared(
    body: dict[str, str], is_refused: bool
) -> None:
    faults = Faults()
    faults.block_text("(?i)cheap", 200000)
    blocked = StubbedResponse(
        400, {"message": "Message was blocked by automatic moderation", "code": 200000}
    )
    for _ in range(2):
        assert faults.take(request("POST", "/x", **body)) == (blocked if is_refused else None)
    faults.clear()
    assert faults.take(request("POST", "/x", **body)) is None


async def test_a_filter_lets_a_list_pass(api: Api) -> None:
    api.server.faults.block_text("(?i)cheap", 200000)
    response, _ = await api.call("PUT", f"/applications/{api.server.world.bot.id}/commands", [])
    assert response.status == 200
