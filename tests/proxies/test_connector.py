"""Connections by a real proxy, and what is told where it fails."""

from __future__ import annotations

import asyncio
import socket
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from bridge_bot.proxies.connector import ProxyConnector, ProxyFailed
from bridge_bot.proxies.proxies import NO_PROXIES, Proxies, chosen
from tests.harness.connect_proxy import (
    TlsServer,
    connect_proxy,
    listening,
    tls_server,
    trusting,
)

pytestmark = pytest.mark.sqlite  # no connection to a database goes by a proxy

PASSWORD = "hunt%40er:2"  # as it stands in an address
USER_PASS = "me:hunt@er:2"


@asynccontextmanager
async def web_server() -> AsyncIterator[tuple[int, TlsServer]]:
    """A server that answers over HTTP and as a WebSocket: its port, and TLS in front of it."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if "Upgrade" not in request.headers:
            assert "Authorization" not in request.headers
            return web.Response(text=request.headers.get("Proxy-Authorization", "-"))
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_str("hello")
        await socket.close()
        return socket

    app = web.Application()
    app.router.add_get("/", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port: int = runner.addresses[0][1]
    try:
        async with tls_server(port) as tls:
            yield port, tls
    finally:
        await runner.cleanup()


def session(proxies: Proxies, **changed: float) -> aiohttp.ClientSession:
    timeout = aiohttp.ClientTimeout(**changed)
    connector = ProxyConnector(proxies, ssl=trusting())
    return aiohttp.ClientSession(connector=connector, timeout=timeout)


async def failure(address: str, url: str, **changed: float) -> ProxyFailed:
    """What is raised for a request by the proxy of that address."""
    async with session(chosen("X_PROXY", address, {}), **changed) as client:
        with pytest.raises(ProxyFailed) as caught:
            await client.get(url)
    shown = f"{caught.value} {caught.value!r} {''.join(traceback.format_exception(caught.value))}"
    assert "hunt" not in shown.replace(PASSWORD, "")
    assert caught.value.__context__ is None
    return caught.value


@pytest.mark.parametrize("tls", [False, True], ids=["http proxy", "https proxy"])
async def test_https_and_wss_go_by_the_proxy_with_user_and_password(tls: bool) -> None:
    """The server behind it sees nothing of the password, and idle connections serve again."""
    async with web_server() as (_, server), connect_proxy(USER_PASS, tls=tls) as proxy:
        own = proxy.url(f"me:{PASSWORD}", "https" if tls else "http")
        async with session(chosen("X_PROXY", own, {})) as client:
            for _ in range(3):
                async with client.get(f"https://{server.place}/") as response:
                    assert await response.text() == "-"
            async with client.ws_connect(f"wss://{server.place}/") as ws:
                assert await ws.receive_str() == "hello"
        assert (proxy.connected, proxy.refused) == ({server.place: 1}, 0)
        assert server.connected == 1


async def test_without_tls_the_proxy_gets_the_password_with_the_request() -> None:
    async with web_server() as (port, _), connect_proxy(USER_PASS) as proxy:
        own = chosen("X_PROXY", proxy.url(f"me:{PASSWORD}"), {})
        async with session(own) as client:
            for _ in range(2):  # also over the idle connection
                async with client.get(f"http://127.0.0.1:{port}/") as response:
                    assert await response.text() == proxy.authorization
        assert proxy.connected == {f"127.0.0.1:{port}": 1}


async def test_no_proxy_names_one_host_and_the_others_go_by_the_proxy() -> None:
    async with (
        web_server() as (_, server),
        web_server() as (_, other),
        connect_proxy() as proxy,
        session(
            chosen("X_PROXY", "", {"HTTPS_PROXY": proxy.url(), "NO_PROXY": other.place})
        ) as client,
    ):
        for place in (server.place, other.place):
            async with client.get(f"https://{place}/") as response:
                assert response.status == 200
        assert proxy.connected == {server.place: 1}
        assert other.connected == 1


STATUSES = [
    (407, False, "does not accept the user and password in it (status 407)"),
    (403, False, "does not let the bot connect to 127.0.0.1 (status 403)"),
    (405, False, "does not let the bot connect to 127.0.0.1 (status 405)"),
    (502, True, "could not connect to 127.0.0.1 (status 502)"),
    (503, True, "could not connect to 127.0.0.1 (status 503)"),
    (504, True, "could not connect to 127.0.0.1 (status 504)"),
    (429, True, "could not connect to 127.0.0.1 (status 429)"),
]


@pytest.mark.parametrize(("status", "passes", "said"), STATUSES)
async def test_a_proxy_that_does_not_connect_is_named_with_its_status(
    status: int, passes: bool, said: str
) -> None:
    answer = b"HTTP/1.1 %d No\r\nContent-Length: 4\r\n\r\nhunt" % status
    async with connect_proxy(USER_PASS, answer) as proxy:
        error = await failure(proxy.url(f"me:{PASSWORD}"), "https://127.0.0.1:1/")
        assert str(error) == f"the proxy 127.0.0.1:{proxy.port} of X_PROXY {said}"
        assert (error.passes, error.status) == (passes, status)


async def test_a_proxy_that_wants_a_password_and_is_given_none_says_so() -> None:
    async with connect_proxy(USER_PASS) as proxy:
        error = await failure(proxy.url(), "https://127.0.0.1:1/")
        assert "wants a user and a password" in str(error)
        assert not error.passes


@pytest.mark.parametrize(
    "answer", [b"", b"SSH-2.0-OpenSSH\r\n", b"\x15\x03\x01", b"HTTP/1.1 200"], ids=str
)
async def test_what_is_no_proxy_is_told_as_that(answer: bytes) -> None:
    async with connect_proxy(answer=answer) as proxy:
        error = await failure(proxy.url(), "https://127.0.0.1:1/")
    place = f"127.0.0.1:{proxy.port} of X_PROXY"
    assert str(error) == f"the proxy {place} does not answer as an HTTP proxy does"
    assert error.passes


def closed_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


async def test_a_proxy_that_is_down_is_named() -> None:
    port = closed_port()
    error = await failure(f"http://me:{PASSWORD}@127.0.0.1:{port}", "https://127.0.0.1:1/")
    place = f"127.0.0.1:{port} of X_PROXY"
    assert str(error) == f"no connection to the proxy {place} (ECONNREFUSED)"
    assert error.passes


async def test_a_proxy_whose_name_does_not_resolve_is_named() -> None:
    error = await failure("http://proxy.invalid:3128", "https://127.0.0.1:1/")
    place = "proxy.invalid:3128 of X_PROXY"
    assert str(error) == f"no connection to the proxy {place} (its name does not resolve)"


async def test_a_proxy_without_tls_can_not_be_an_https_proxy() -> None:
    async with connect_proxy() as proxy:
        error = await failure(proxy.url(scheme="https"), "https://127.0.0.1:1/")
    assert "of X_PROXY (it does not speak TLS)" in str(error)


async def test_a_proxy_that_is_silent_is_named_when_the_time_for_a_connection_is_over() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()  # until the bot has left

    async with listening(silent, tls=False) as port:
        address = f"http://me:{PASSWORD}@127.0.0.1:{port}"
        error = await failure(address, "https://127.0.0.1:1/", connect=0.1)
    assert str(error) == (
        f"no connection to 127.0.0.1 in time by the proxy 127.0.0.1:{port} of X_PROXY"
    )


async def test_what_fails_behind_the_proxy_is_not_told_as_its_failure() -> None:
    """Its certificate is not accepted; the error names where it comes from, and no password."""
    async with web_server() as (_, server), connect_proxy(USER_PASS) as proxy:
        own = chosen("X_PROXY", proxy.url(f"me:{PASSWORD}"), {})
        async with aiohttp.ClientSession(connector=ProxyConnector(own)) as client:
            with pytest.raises(aiohttp.ClientConnectorCertificateError) as caught:
                await client.get(f"https://{server.place}/")
        shown = f"{caught.value!r} {''.join(traceback.format_exception(caught.value))}"
        assert "hunt" not in shown
        assert proxy.authorization not in shown
        assert proxy.connected == {server.place: 1}


async def test_a_proxy_is_for_one_connector_and_not_for_others() -> None:
    async with (
        web_server() as (_, server),
        session(NO_PROXIES) as client,
        client.get(f"https://{server.place}/") as response,
    ):
        assert response.status == 200
