"""The configurations of docs/reverse-proxy.md, in the proxies themselves, where these are there."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from bridge_bot.core.model import AnswerText
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from tests.harness.chat_api_client import REQUEST, client, options
from tests.harness.ports import free_port

PAGE = (Path(__file__).parents[2] / "docs/reverse-proxy.md").read_text("utf-8")
CHARS, CHARS_PER_S = 600, 400
ANSWER = Script("word " * (CHARS // 5), chars_per_s=CHARS_PER_S, chunk_chars=10)
"""1.5 seconds of text, less than what a proxy collects."""

ENDLESS = Script("word " * 20_000, chars_per_s=CHARS_PER_S, chunk_chars=10)


class ReverseProxy(NamedTuple):
    """A program, how it is started with a file of settings, and what is around those of the page.

    `instead` replaces what a test can't have, such as a certificate. `so_that_it_streams` are the
    lines by which the page keeps it from holding text back.
    """

    program: str
    start: tuple[str, ...]
    around: str
    instead: tuple[tuple[str, str], ...]
    so_that_it_streams: str


PROXIES = {
    "nginx": ReverseProxy(
        "nginx",
        ("-p", "{folder}", "-c", "{file}", "-e", "stderr"),
        "daemon off; pid {folder}/pid; error_log stderr; events {{}} http {{ access_log off;"
        " client_body_temp_path {folder}/a; proxy_temp_path {folder}/b;"
        " fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;\n"
        "{settings} }}\n",
        ((r"listen 443 ssl;", "listen 127.0.0.1:{port};"), (r"ssl_certificate\w* .+;", "")),
        r"proxy_(?:buffering off|http_version 1\.1|set_header Connection \"\");",
    ),
    "haproxy": ReverseProxy(
        "haproxy",
        ("-db", "-f", "{file}"),
        "{settings}",
        ((r"bind .+", "bind 127.0.0.1:{port}"),),
        r"option http-no-delay",
    ),
    "caddyfile": ReverseProxy(
        "caddy",
        ("run", "--adapter", "caddyfile", "--config", "{file}"),
        "{{\n admin off\n auto_https off\n}}\n{settings}",
        ((r"^api\.example\.com", "http://127.0.0.1:{port}"),),
        "",
    ),
}
pytestmark = pytest.mark.sqlite  # the database does not matter
EACH = pytest.mark.parametrize("language", PROXIES)


def settings_of(language: str, port: int, api_port: int) -> str:
    """What the page has for a proxy, for a test's ports and without TLS."""
    (settings,) = re.findall(rf"```{language}\n(.+?)```", PAGE, re.DOTALL)
    for pattern, text in PROXIES[language].instead:
        settings, count = re.subn(pattern, text.format(port=port), settings, flags=re.MULTILINE)
        assert count
    assert settings.count("127.0.0.1:8000") == 1
    return str(settings).replace("127.0.0.1:8000", f"127.0.0.1:{api_port}")


@asynccontextmanager
async def behind(
    language: str, api: ChatApiStandIn, folder: Path, *, as_it_comes: bool = False
) -> AsyncIterator[str]:
    """The address of a proxy with the page's configuration before the Chat API."""
    proxy, port = PROXIES[language], free_port()
    program = shutil.which(proxy.program, path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.skip(f"{proxy.program} is not installed")
    settings = settings_of(language, port, int(api.base_url.rpartition(":")[2]))
    if as_it_comes:
        settings = re.sub(proxy.so_that_it_streams, "", settings)
    file = folder / "settings"
    file.write_text(proxy.around.format(folder=folder, settings=settings), "utf-8")
    arguments = [each.format(folder=folder, file=file) for each in proxy.start]
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(program, *arguments), stdout=log, stderr=log, env={"HOME": str(folder)}
        )
    try:
        for _ in range(200):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            assert process.returncode is None, (folder / "log").read_text("utf-8")
            await asyncio.sleep(0.05)
        else:
            pytest.fail((folder / "log").read_text("utf-8"))
        yield f"http://127.0.0.1:{port}"
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def arrivals(address: str) -> list[tuple[float, int]]:
    """When each piece of an answer came, in seconds after the question, and how long it is."""
    found, clock = list[tuple[float, int]](), asyncio.get_running_loop().time
    async with client(options(address, key="sandbox-key", bot_uid="sandbox-bot")) as api:
        asked_at = clock()
        async with api.ask(REQUEST) as events:
            async for event in events:
                if isinstance(event, AnswerText):
                    found.append((clock() - asked_at, len(event.text)))
    assert sum(chars for _, chars in found) == CHARS
    return found


@EACH
async def test_behind_the_documented_proxy_each_word_comes_as_it_is_written(
    language: str, tmp_path: Path
) -> None:
    async with ChatApiStandIn() as api:
        api.default = ANSWER
        async with behind(language, api, tmp_path) as address:
            pieces = await arrivals(address)
    times = [at for at, _ in pieces]
    assert max(later - earlier for earlier, later in itertools.pairwise(times)) < 1.2
    assert times[-1] - times[0] > 1.0
    assert len(pieces) > 8


@pytest.mark.parametrize("language", ["nginx", "haproxy"])
async def test_as_they_come_the_proxies_hold_text_back(language: str, tmp_path: Path) -> None:
    """What the settings are for; where this fails, the page can be shorter."""
    async with ChatApiStandIn() as api:
        api.default = ANSWER
        async with behind(language, api, tmp_path, as_it_comes=True) as address:
            pieces = await arrivals(address)
    assert len(pieces) < 15
    assert pieces[0][1] > 30


@EACH
async def test_behind_the_documented_proxy_the_chat_api_learns_that_the_bot_hung_up(
    language: str, tmp_path: Path
) -> None:
    async with ChatApiStandIn() as api:
        api.default = ENDLESS
        async with behind(language, api, tmp_path) as address:
            chosen = options(address, key="sandbox-key", bot_uid="sandbox-bot")
            async with client(chosen) as asking, asking.ask(REQUEST) as events:
                async for event in events:
                    if isinstance(event, AnswerText):
                        break
            async with asyncio.timeout(10):
                await api.requests[0].over.wait()
        assert api.requests[0].disconnected_early
