"""Discord is told the commands when they have changed, until it has taken them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, OperationFailed, Outlook
from bridge_bot.discord_adapter.registration.sync import CommandSync
from bridge_bot.sandbox.discord.faults import StubbedResponse
from tests.discord_adapter.memory_discord_store import MemoryDiscordStore
from tests.discord_adapter.offline_client import http_error
from tests.harness.loopback import loopback
from tests.harness.virtual_time import now_s, virtual_time

APPLICATION_ID = 7


class FakeCommands:
    """Commands, and what telling Discord of them raises, in turn; then nothing."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.told_s: list[float] = []

    def fingerprint(self) -> str:
        return "new"

    async def register(self) -> None:
        self.told_s.append(now_s())
        if self.errors:
            raise self.errors.pop(0)


def told(fingerprint: str, *errors: Exception) -> MemoryDiscordStore:
    """A store which knows what Discord was told last, once it has raised these errors."""
    return MemoryDiscordStore(fingerprint=fingerprint, errors=list(errors))


def sync_of(
    commands: FakeCommands, store: MemoryDiscordStore, events: list[Event] | None = None
) -> CommandSync:
    observe = (events if events is not None else []).append
    return CommandSync(commands, store, observe)


REFUSAL = http_error(403, {"code": 50001, "message": "no"})
TOO_MANY = http_error(429, {"code": 30034, "message": "max number of daily creates reached"})


@virtual_time
async def test_commands_that_have_changed_are_told_and_remembered() -> None:
    commands, store = FakeCommands(), told("old")
    await sync_of(commands, store).run(APPLICATION_ID)
    assert commands.told_s == [0.0]
    assert store.fingerprint == "new"


@virtual_time
async def test_commands_that_have_not_changed_are_not_told() -> None:
    commands = FakeCommands()
    await sync_of(commands, told("new")).run(APPLICATION_ID)
    assert commands.told_s == []


@pytest.mark.parametrize(
    ("commands", "store", "told_s"),
    [
        pytest.param(FakeCommands(TOO_MANY), told("old"), [0, 2], id="a limit"),
        pytest.param(FakeCommands(aiohttp.ClientError()), told("old"), [0, 2], id="an outage"),
        pytest.param(FakeCommands(), told("old", StoreError("full")), [2], id="the store"),
        pytest.param(FakeCommands(REFUSAL), told("old"), [0, 300], id="a refusal"),
    ],
)
@virtual_time
async def test_after_a_failure_it_is_tried_again_by_itself(
    commands: FakeCommands, store: MemoryDiscordStore, told_s: list[float]
) -> None:
    events: list[Event] = []
    await sync_of(commands, store, events).run(APPLICATION_ID)
    assert commands.told_s == told_s
    (event,) = events
    assert isinstance(event, OperationFailed)
    assert event.outlook is Outlook.RETRIED
    assert store.fingerprint == "new"


@virtual_time
async def test_it_is_tried_again_after_pauses_that_grow_to_five_minutes() -> None:
    """A failure that stays the same is told once."""
    events: list[Event] = []
    errors = [*[OSError("down")] * 9, OSError("still down")]
    commands, store = FakeCommands(*errors), told("old")
    await sync_of(commands, store, events).run(APPLICATION_ID)
    assert commands.told_s == [0, 2, 6, 14, 30, 62, 126, 254, 510, 810, 1110]
    assert store.fingerprint == "new"
    assert len(events) == 2


@virtual_time
async def test_the_start_is_told_when_the_first_attempt_is_over() -> None:
    sync = sync_of(FakeCommands(OSError("down")), told("old"))
    running = asyncio.create_task(sync.run(APPLICATION_ID))
    await asyncio.wait_for(sync.tried.wait(), 1.0)
    assert not running.done()
    await running


async def test_a_long_limit_of_discords_holds_no_start_up_and_commands_come_after_it(
    tmp_path: Path,
) -> None:
    """Discord lets so many commands be made a day; discord.py waits for the end of that."""
    limit = StubbedResponse(
        429,
        {"message": "Max number of daily application command creates", "retry_after": 30.0},
        {"Via": "1.1 google", "X-RateLimit-Scope": "user", "Retry-After": "30"},
    )
    async with loopback(tmp_path, most_429s=9) as system:
        system.discord.faults.inject("PUT", r"/applications/\d+/commands", limit)
        await system.start()
        await system.reads(await system.thread(system.ask("already?")), "turn 1")
        assert not system.world.commands.registered()
        await system.discord.until(system.world.commands.registered, 60.0)
        (told,) = [each for each in system.world.commands.registered() if each["name"] == "ask"]
        assert told["description_localizations"]["de"] != told["description"]
