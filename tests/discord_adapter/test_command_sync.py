"""Discord is told the commands when they have changed, until it has taken or refused them."""

from __future__ import annotations

import aiohttp
import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, OperationFailed, Outlook
from bridge_bot.discord_adapter.command_sync import CommandSync
from tests.discord_adapter.memory_discord_store import MemoryDiscordStore
from tests.discord_adapter.offline_client import http_error
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


@virtual_time
async def test_commands_that_have_changed_are_told_and_remembered() -> None:
    commands, store = FakeCommands(), told("old")
    assert await sync_of(commands, store).sync(APPLICATION_ID)
    assert commands.told_s == [0.0]
    assert store.fingerprint == "new"


@virtual_time
async def test_commands_that_have_not_changed_are_not_told() -> None:
    commands = FakeCommands()
    assert await sync_of(commands, told("new")).sync(APPLICATION_ID)
    assert commands.told_s == []


@pytest.mark.parametrize(
    ("commands", "store", "outlook"),
    [
        pytest.param(
            FakeCommands(REFUSAL), told("old"), Outlook.RETRIED_AT_NEXT_START, id="a refusal"
        ),
        pytest.param(
            FakeCommands(aiohttp.ClientError()), told("old"), Outlook.RETRIED, id="an outage"
        ),
        pytest.param(
            FakeCommands(), told("old", StoreError("full")), Outlook.RETRIED, id="the store"
        ),
    ],
)
@virtual_time
async def test_a_failure_is_observed_and_tried_again_unless_discord_refuses(
    commands: FakeCommands, store: MemoryDiscordStore, outlook: Outlook
) -> None:
    events: list[Event] = []
    is_final = await sync_of(commands, store, events).sync(APPLICATION_ID)
    assert is_final is (outlook is Outlook.RETRIED_AT_NEXT_START)
    (event,) = events
    assert isinstance(event, OperationFailed)
    assert event.outlook is outlook
    assert store.fingerprint == "old"


@virtual_time
async def test_it_is_tried_again_after_pauses_that_grow_to_five_minutes() -> None:
    commands, store = FakeCommands(*[OSError("down")] * 9), told("old")
    await sync_of(commands, store).retry(APPLICATION_ID)
    assert commands.told_s == [2, 6, 14, 30, 62, 126, 254, 510, 810, 1110]
    assert store.fingerprint == "new"
