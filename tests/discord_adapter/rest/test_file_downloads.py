"""Files come from Discord's hosts alone, and whatever else an address says is refused."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import BaseTestServer, TestServer

from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads, FileNotDownloaded
from bridge_bot.proxies.proxies import chosen
from tests.harness.connect_proxy import connect_proxy

AGENT = "DiscordBot (https://example.org, 1)"


async def answer(request: web.Request) -> web.Response:
    match request.match_info["name"]:
        case "text":
            return web.Response(body=b"words", headers={"X-Agent": request.headers["User-Agent"]})
        case "bomb":
            zeros = gzip.compress(bytes(64 * 1024 * 1024))
            return web.Response(body=zeros, headers={"Content-Encoding": "gzip"})
        case "elsewhere":
            return web.Response(status=302, headers={"Location": "/text"})
        case _:
            return web.Response(status=404)


@pytest.fixture(name="server")
async def _server() -> AsyncIterator[BaseTestServer]:
    app = web.Application()
    app.router.add_get("/{name}", answer)
    async with TestServer(app) as server:
        yield server


@pytest.fixture(name="downloads")
async def _downloads(server: BaseTestServer) -> AsyncIterator[FileDownloads]:
    base = str(server.make_url("/api/v10"))
    async with FileDownloads(api_base_url=base, user_agent=AGENT) as downloads:
        yield downloads


async def test_a_file_of_the_api_s_own_host_is_downloaded(
    server: BaseTestServer, downloads: FileDownloads
) -> None:
    assert await downloads.download(str(server.make_url("/text")), 5) == b"words"


@pytest.mark.parametrize(
    ("name", "most_bytes", "reason"),
    [
        ("missing", 5, "answered with 404"),
        ("elsewhere", 5, "answered with 302"),
        ("text", 4, "more than 4 bytes"),
        ("bomb", 256 * 1024, "more than 262144 bytes"),
    ],
)
async def test_what_is_no_file_of_that_size_is_refused(
    server: BaseTestServer, downloads: FileDownloads, name: str, most_bytes: int, reason: str
) -> None:
    with pytest.raises(FileNotDownloaded, match=reason):
        await downloads.download(str(server.make_url(f"/{name}")), most_bytes)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/secret",
        "http://169.254.169.254/latest",
        "http://cdn.discordapp.com/a.txt",
        "https://cdn.discordapp.com:8443/a.txt",
        "https://cdn.discordapp.com.evil.example/a.txt",
        "https://user@cdn.discordapp.com/a.txt",
        "https://evil.example/cdn.discordapp.com",
        "ftp://cdn.discordapp.com/a.txt",
        "file:///etc/passwd",
        "//cdn.discordapp.com/a.txt",
        "/a.txt",
        "https://[",
        "",
    ],
)
async def test_an_address_that_is_not_discords_is_never_asked(
    downloads: FileDownloads, url: str
) -> None:
    """The error does not repeat it."""
    with pytest.raises(FileNotDownloaded) as refused:
        await downloads.download(url, 5)
    assert not url or url not in str(refused.value)


async def test_a_server_that_is_down_is_told_as_such(server: BaseTestServer) -> None:
    base = str(server.make_url("/"))
    await server.close()
    async with FileDownloads(api_base_url=base, user_agent=AGENT) as downloads:
        with pytest.raises(FileNotDownloaded, match="no file from Discord: Client"):
            await downloads.download(base + "text", 5)


async def test_a_file_comes_by_the_proxy_and_one_that_fails_is_named(
    server: BaseTestServer,
) -> None:
    base = str(server.make_url("/"))
    async with connect_proxy("me:hunter-2") as proxy:
        by = chosen("DISCORD_PROXY", proxy.url("me:hunter-2"), {})
        async with FileDownloads(api_base_url=base, user_agent=AGENT, proxies=by) as downloads:
            assert await downloads.download(base + "text", 5) == b"words"
        assert proxy.connected.total() == 1
        by = chosen("DISCORD_PROXY", proxy.url("me:hunter-3"), {})
        async with FileDownloads(api_base_url=base, user_agent=AGENT, proxies=by) as downloads:
            with pytest.raises(FileNotDownloaded, match="of DISCORD_PROXY does not") as refused:
                await downloads.download("https://cdn.discordapp.com/a.txt", 5)
    assert "hunter" not in str(refused.value)
