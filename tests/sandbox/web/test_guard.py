"""Who gets in: only who has the token, on this machine, from this page."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bridge_bot.sandbox.web.guard import CONTENT_POLICY
from tests.sandbox.web.visitor import Visitor


async def test_without_the_token_only_the_bare_page_is_served(stranger: Visitor) -> None:
    origin = stranger.server.origin
    for path, status in {
        "/": 200,
        "/app/app.js": 200,
        "/app/layout.css": 200,
        "/session": 403,
    }.items():
        async with stranger.http.get(origin + path) as response:
            assert response.status == status, path
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await stranger.http.ws_connect(f"{origin}/socket")
    assert refused.value.status == 403


async def test_a_wrong_token_is_refused(stranger: Visitor) -> None:
    async with stranger.http.get(f"{stranger.server.origin}/?token=guessed") as response:
        assert response.status == 403
        assert "Set-Cookie" not in response.headers


async def test_a_cookie_that_is_no_text_is_refused(stranger: Visitor) -> None:
    origin = stranger.server.origin
    host = origin.removeprefix("http://")
    port = host.rpartition(":")[2]
    reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
    head = f"GET /session HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n"
    writer.write(head.encode() + f"Cookie: sandbox_page_{port}=".encode() + b"\xff\r\n\r\n")
    assert (await reader.readline()).startswith(b"HTTP/1.1 403 ")
    writer.close()
    await writer.wait_closed()


async def test_the_address_sets_a_strict_cookie_and_leaves_the_token_behind(
    stranger: Visitor,
) -> None:
    async with stranger.http.get(stranger.server.address, allow_redirects=False) as response:
        assert response.status == 303
        assert response.headers["Location"] == "/"
        cookie = response.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert stranger.server.origin.rpartition(":")[2] in cookie.partition("=")[0]


async def test_reloading_needs_no_token(stranger: Visitor) -> None:
    await stranger.enter()
    async with stranger.http.get(f"{stranger.server.origin}/session") as response:
        assert response.status == 204


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "0.0.0.0", ""])
async def test_a_foreign_host_is_refused_even_with_the_cookie(stranger: Visitor, host: str) -> None:
    """A name that was made to point to this machine: DNS rebinding."""
    await stranger.enter()
    for path in ("/", "/session", "/app/app.js"):
        url = stranger.server.origin + path
        async with stranger.http.get(url, headers={"Host": host}) as response:
            assert response.status in {400, 403}


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:1", "null"])
async def test_a_foreign_origin_is_refused_even_with_the_cookie(
    stranger: Visitor, origin: str
) -> None:
    await stranger.enter()
    async with stranger.http.get(
        f"{stranger.server.origin}/session", headers={"Origin": origin}
    ) as response:
        assert response.status == 403
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await stranger.http.ws_connect(f"{stranger.server.origin}/socket", origin=origin)
    assert refused.value.status == 403


async def test_its_own_origin_is_welcome_under_both_names(stranger: Visitor) -> None:
    await stranger.enter()
    async with stranger.http.get(
        f"{stranger.server.origin}/session", headers={"Origin": stranger.server.origin}
    ) as response:
        assert response.status == 204
    named = stranger.server.origin.replace("127.0.0.1", "localhost")
    async with stranger.http.get(named) as response:
        assert response.status == 200


@pytest.mark.parametrize("path", ["/", "/app/app.js", "/session", "/nothing", "/files/1/x"])
async def test_every_answer_carries_the_strict_headers(stranger: Visitor, path: str) -> None:
    async with stranger.http.get(stranger.server.origin + path) as response:
        assert response.headers["Content-Security-Policy"] == CONTENT_POLICY
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Cache-Control"] == "no-store"
    for source in ("unsafe", "http:", "https:", "*"):
        assert source not in CONTENT_POLICY
