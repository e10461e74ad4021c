"""The REST side over HTTP: tokens, limits, latency and the request log."""

from __future__ import annotations

from bridge_bot.sandbox.discord.rest.server import Latency
from tests.sandbox.discord.api import Api


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
    api.server.latency = Latency(effect_s=1.0, answer_s=3.0)
    await api.send("hello")
    (request,) = api.server.requests
    (message,) = api.server.world.messages.of(api.channel)
    assert request.effect_at is not None
    assert request.answered_at is not None
    assert message.at - request.at >= 1.0
    assert request.effect_at - message.at < 1.0
    assert request.answered_at - request.at >= 3.0
    assert (request.method, request.status) == ("POST", 200)
    assert request.route == "/channels/{channel}/messages"


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
