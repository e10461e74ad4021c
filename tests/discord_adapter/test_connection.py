"""Staying connected: what ends it for good, and what is done once only."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.errors import LoginRefused
from bridge_bot.discord_adapter.client_options import ClientOptions
from bridge_bot.discord_adapter.connection import (
    INTENT_REFUSED,
    LOGIN_REFUSED,
    _shards_elsewhere,
    _until_it_succeeds,
)
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.discord_adapter.served_bot import serve_bot
from tests.harness.running_core import running_core


@pytest.mark.parametrize(
    ("token", "has_intent", "reason"),
    [("wrong", True, LOGIN_REFUSED), (None, False, INTENT_REFUSED)],
    ids=["the token", "the intent"],
)
async def test_what_discord_refuses_for_good_is_raised_with_what_to_do(
    tmp_path: Path, token: str | None, has_intent: bool, reason: str
) -> None:
    async with DiscordStandIn() as discord, running_core(tmp_path) as on:
        if not has_intent:
            discord.world.allowed_intents.clear()
        with pytest.raises(LoginRefused) as refused:
            await serve_bot(discord, on, token=token)
        assert str(refused.value) == reason


async def test_what_has_to_succeed_once_is_done_until_it_does() -> None:
    outcomes: list[Exception | None] = [OSError("down"), None, OSError("not any more")]

    async def work() -> None:
        if (error := outcomes.pop(0)) is not None:
            raise error

    run = _until_it_succeeds(work)
    with pytest.raises(OSError, match="down"):
        await run()
    await run()
    await run()
    assert len(outcomes) == 1


@pytest.mark.parametrize(
    ("count", "ids", "elsewhere"),
    [(None, None, 0), (4, None, 0), (4, (0, 1), 2), (4, (0, 1, 2, 3), 0)],
)
def test_the_shards_that_other_processes_run(
    count: int | None, ids: tuple[int, ...] | None, elsewhere: int
) -> None:
    options = ClientOptions(token="t", user_agent="u", shard_count=count, shard_ids=ids)
    assert _shards_elsewhere(options) == elsewhere
