"""What the server serves: the page's own files, and nothing else."""

from __future__ import annotations

import asyncio
import re
import socket
from pathlib import Path

import aiohttp
import pytest

from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.web import server
from bridge_bot.sandbox.web.server import WebServer
from tests.sandbox.web.visitor import Visitor


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html"),
        ("/index.html", "text/html"),
        ("/app/app.js", "text/javascript"),
        ("/input/composer.css", "text/css"),
        ("/view/markdown.js", "text/javascript"),
    ],
)
async def test_the_pages_files_are_served_with_their_types(
    stranger: Visitor, path: str, content_type: str
) -> None:
    async with stranger.http.get(stranger.server.origin + path) as response:
        assert response.status == 200
        assert response.content_type == content_type
        assert response.charset == "utf-8"


@pytest.mark.parametrize(
    "path",
    [
        "/server.py",
        "/../server.py",
        "/%2e%2e/server.py",
        "/page/",
        "/app",
        "/app/",
        "/app/../../server.py",
        "/app/%2e%2e/%2e%2e/server.py",
        "/app/..%2f..%2fserver.py",
        "/app%2fapp.js",
        "//app/app.js",
        "/app/../app/app.js",
        "/static/app/app.js",
    ],
)
async def test_nothing_but_the_pages_own_files_is_served(stranger: Visitor, path: str) -> None:
    """Sent as it stands: a client would take the dots out of a path by itself."""
    reader, writer = await asyncio.open_connection("127.0.0.1", stranger.server.port)
    host = stranger.server.origin.removeprefix("http://")
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    status_line = await reader.readline()
    writer.close()
    await writer.wait_closed()
    assert status_line.split()[1] == b"404"


async def test_a_port_that_is_taken_gives_way_to_a_free_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with DiscordStandIn() as discord, WebServer(discord, port=port) as web:
            assert f":{port}/" not in web.address
            async with aiohttp.ClientSession() as http, http.get(web.address) as response:
                assert response.status == 200


def test_the_pages_files_are_small_need_nobody_else_and_never_make_markup_of_text() -> None:
    folder = Path(server.__file__).parent / "static"
    files = {str(path): path.read_text() for path in folder.rglob("*") if path.is_file()}
    assert len(files) > 20
    assert sum(len(text.encode()) for text in files.values()) < 192 * 1024
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
