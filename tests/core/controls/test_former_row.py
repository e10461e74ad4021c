"""The buttons under the reply before the newest one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.controls.former_row import FormerRow
from bridge_bot.core.errors import PlatformForbidden
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.core.model import AnswerHeader, AnswerText, Button, ChannelDestination, Control
from bridge_bot.core.turns.dependencies import AnswerOptions
from tests.harness.memory_platform import MemoryPlatform
from tests.harness.running_core import HERE, RunningCore, Script, running_core, set_in_server
from tests.store.samples import question

WITH_SOURCES: Script = [AnswerHeader("uid", related_docs=("Leaflet",)), AnswerText("So [1].")]
COMPLETE = [Control.REGENERATE, Control.UPVOTE, Control.DOWNVOTE]


def buttons(core: RunningCore) -> list[list[Control]]:
    """What stands under each message."""
    return [
        [each.control for each in message.buttons] for message in core.platform.messages.values()
    ]


async def test_they_go_once_the_newer_reply_is_over(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.ask(id_=11)
        await core.ended()
        assert buttons(core) == [COMPLETE]
        await core.ask(id_=12)
        await core.ended(2)
        await core.until(lambda: buttons(core) == [[], COMPLETE])


async def test_they_go_also_where_the_newer_reply_ends_while_the_bot_stops(tmp_path: Path) -> None:
    on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("So.")], [AnswerText("And "), on]) as core:
        await core.ask(id_=11)
        await core.ended()
        await core.ask(id_=12)
        await core.until_shown(2)
        closing = asyncio.create_task(core.turns.close(grace_s=5))
        on.set()
        await closing
        assert buttons(core) == [[], COMPLETE]


async def test_sources_that_are_kept_can_still_be_shown(tmp_path: Path) -> None:
    """In the language of who asked for that reply, as far as it is known."""
    async with running_core(tmp_path, list(WITH_SOURCES)) as core:
        await core.ask(id_=11)
        await core.ended()
        assert buttons(core) == [[Control.REGENERATE, Control.SOURCES, *COMPLETE[1:]]]
        (first,) = core.platform.messages.values()
        turn_id = first.buttons[1].turn_id
        await core.ask(id_=12)
        await core.ended(2)
        await core.until(lambda: buttons(core) == [[Control.SOURCES], COMPLETE])
        assert first.buttons == (Button(Control.SOURCES, turn_id, "Sources"),)


@pytest.mark.parametrize("name", [SettingName.SHOW_SOURCES, SettingName.SHOW_CONTROLS])
async def test_where_the_server_does_not_want_them_any_more_they_go(
    tmp_path: Path, name: SettingName
) -> None:
    async with running_core(tmp_path, list(WITH_SOURCES)) as core:
        await core.ask(id_=11)
        await core.ended()
        await set_in_server(core, name, value=False)
        await core.ask(id_=12)
        await core.ended(2)
        await core.until(lambda: buttons(core)[0] == [])


async def test_without_controls_no_reply_is_edited_for_it(tmp_path: Path) -> None:
    async with running_core(tmp_path, show_controls=False) as core:
        core.platform.set_buttons = None  # type: ignore[assignment, method-assign]
        for id_ in (11, 12):
            await core.ask(id_=id_)
        await core.ended(2)
    assert buttons(core) == [[], []]
    assert not [each for each in core.events if isinstance(each, OperationFailed)]


async def test_where_there_is_none_before_nothing_is_done(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        assert await FormerRow(question(), core.dependencies, AnswerOptions()).reduce()


class ForbiddingPlatform(MemoryPlatform):
    async def set_buttons(
        self, destination: ChannelDestination, message_id: int, buttons: tuple[Button, ...]
    ) -> None:
        raise PlatformForbidden("not permitted")


async def test_what_discord_refuses_is_observed_and_not_tried_again(tmp_path: Path) -> None:
    events = list[Event]()
    async with running_core(tmp_path) as core:
        for id_ in (11, 12):
            await core.ask(id_=id_)
        await core.ended(2)
        asked = question(13, HERE, channel=7)
        parts = replace(core.dependencies, platform=ForbiddingPlatform(), observe=events.append)
        assert await FormerRow(asked, parts, AnswerOptions()).reduce()
    (failed,) = events
    assert isinstance(failed, OperationFailed)
    assert failed.operation is Operation.REMOVE_BUTTONS
