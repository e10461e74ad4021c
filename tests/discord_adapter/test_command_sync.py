"""Discord is told the commands when they have changed, until it has taken or refused them."""

from __future__ import annotations

from typing import cast

import aiohttp
import discord
import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, OperationFailed, Outlook
from bridge_bot.discord_adapter.command_sync import CommandSync
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.intake.commands.tree import Commands
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


class FakeStore:
    """The fingerprint of what Discord was told last."""

    def __init__(self, told: str | None, *errors: Exception) -> None:
        self.told = told
        self.errors = list(errors)

    async def synced_commands(self, application_id: int) -> str | None:
        assert application_id == APPLICATION_ID
        if self.errors:
            raise self.errors.pop(0)
        return self.told

    async def remember_synced_commands(self, application_id: int, fingerprint: str) -> None:
        assert application_id == APPLICATION_ID
        self.told = fingerprint


def sync_of(
    commands: FakeCommands, store: FakeStore, events: list[Event] | None = None
) -> CommandSync:
    observe = (events if events is not None else []).append
    return CommandSync(cast(Commands, commands), cast(DiscordStore, store), observe)


class Response:
    """As much of a response as an exception of discord.py keeps."""

    status = 403
    reason = "Forbidden"


REFUSAL = discord.Forbidden(Response(), {"code": 50001, "message": "no"})


@virtual_time
async def test_commands_that_have_changed_are_told_and_remembered() -> None:
    commands, store = FakeCommands(), FakeStore("old")
    assert await sync_of(commands, store).sync(APPLICATION_ID)
    assert commands.told_s == [0.0]
    assert store.told == "new"


@virtual_time
async def test_commands_that_have_not_changed_are_not_told() -> None:
    commands = FakeCommands()
    assert await sync_of(commands, FakeStore("new")).sync(APPLICATION_ID)
    assert commands.told_s == []


@pytest.mark.parametrize(
    ("commands", "store", "outlook"),
    [
        pytest.param(
            FakeCommands(REFUSAL), FakeStore("old"), Outlook.RETRIED_AT_NEXT_START, id="a refusal"
        ),
        pytest.param(
            FakeCommands(aiohttp.ClientError()), FakeStore("old"), Outlook.RETRIED, id="an outage"
        ),
        pytest.param(
            FakeCommands(), FakeStore("old", StoreError("full")), Outlook.RETRIED, id="the store"
        ),
    ],
)
@virtual_time
async def test_a_failure_is_observed_and_tried_again_unless_discord_refuses(
    commands: FakeCommands, store: FakeStore, outlook: Outlook
) -> None:
    events: list[Event] = []
    is_final = await sync_of(commands, store, events).sync(APPLICATION_ID)
    assert is_final is (outlook is Outlook.RETRIED_AT_NEXT_START)
    (event,) = events
    assert isinstance(event, OperationFailed)
    assert event.outlook is outlook
    assert store.told == "old"


@virtual_time
async def test_it_is_tried_again_after_pauses_that_grow_to_five_minutes() -> None:
    commands, store = FakeCommands(*[OSError("down")] * 9), FakeStore("old")
    await sync_of(commands, store).retry(APPLICATION_ID)
    assert commands.told_s == [2, 6, 14, 30, 62, 126, 254, 510, 810, 1110]
    assert store.told == "new"
