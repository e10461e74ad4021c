"""Starting while the server of the database can't be used."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.harness.loopback import loopback
from tests.harness.postgres import STRANGER
from tests.harness.postgres_proxy import postgres_proxy

AT_ONCE_S = 1.0
SLACK_S = 6.0
"""What a busy machine may add, in seconds; less than any limit of the store's."""


async def test_a_bot_waits_for_a_server_that_is_down_and_says_so_once(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system, postgres_proxy(system.database.url) as proxy:
        await proxy.go_down()
        bot = await system.launch_process(DATABASE_URL=proxy.url)
        await system.discord.until(lambda: "starts once it can be reached" in bot.log)
        await proxy.listen()
        await system.discord.bot_ready()
        assert bot.log.count("can't be reached (ConnectionRefusedError)") == 1
        assert bot.log.count("the database can be reached now") == 1
        await system.reads(await system.thread(system.ask("first?")), "You asked: first?")
        assert await bot.stop() == 0


@pytest.mark.parametrize("swallows", [False, True])
async def test_a_bot_that_waits_for_its_server_ends_at_once(
    tmp_path: Path, *, swallows: bool
) -> None:
    """Also in the middle of an attempt to connect."""
    async with loopback(tmp_path) as system, postgres_proxy(system.database.url) as proxy:
        if swallows:
            proxy.swallow()
        else:
            await proxy.go_down()
        bot = await system.launch_process(DATABASE_URL=proxy.url)
        await system.discord.until(
            lambda: proxy.connected if swallows else "starts once it can be reached" in bot.log
        )
        began_s = time.monotonic()
        assert await bot.stop() == 0
        assert time.monotonic() - began_s < AT_ONCE_S + SLACK_S


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"username": STRANGER, "password": "a-secret"}, "refuses the user or the password"),
        ({"database": "missing"}, "does not exist: create it first"),
    ],
)
async def test_what_waiting_would_not_mend_is_one_sentence(
    tmp_path: Path, changed: dict[str, str], words: str
) -> None:
    async with loopback(tmp_path) as system, postgres_proxy(system.database.url) as proxy:
        url = make_url(system.database.url).set(**changed)  # type: ignore[arg-type]
        bot = await system.launch_process(DATABASE_URL=proxy.url_of(url))
        assert await bot.ended() == 1
        assert bot.log.count("DATABASE_URL") == 1
        assert words in bot.log.splitlines()[-1]
        assert "a-secret" not in bot.log
