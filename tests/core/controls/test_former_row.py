"""The buttons under the reply before the newest one."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.controls.former_row import FormerRow
from bridge_bot.core.errors import PlatformForbidden
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, Control
from tests.harness.memory_platform import MemoryPlatform
from tests.harness.running_core import HERE, RunningCore, running_core
from tests.store.samples import question


def buttons(core: RunningCore) -> list[list[Control]]:
    """What stands under each message."""
    return [
        [each.control for each in message.buttons] for message in core.platform.messages.values()
    ]


async def test_they_go_once_the_newer_reply_is_over(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.ask(id_=11)
        await core.ended()
        assert buttons(core) == [[Control.REGENERATE]]
        await core.ask(id_=12)
        await core.ended(2)
        await core.until(lambda: buttons(core) == [[], [Control.REGENERATE]])


async def test_without_controls_no_reply_is_edited_for_it(tmp_path: Path) -> None:
    async with running_core(tmp_path, show_controls=False) as core:
        core.platform.remove_buttons = None  # type: ignore[assignment, method-assign]
        for id_ in (11, 12):
            await core.ask(id_=id_)
        await core.ended(2)
    assert buttons(core) == [[], []]
    assert not [each for each in core.events if isinstance(each, OperationFailed)]


async def test_where_there_is_none_before_nothing_is_done(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        row = FormerRow(question(), core.platform, core.store.turns, core.events.append)
        assert await row.remove()


class ForbiddingPlatform(MemoryPlatform):
    async def remove_buttons(self, destination: ChannelDestination, message_id: int) -> None:
        raise PlatformForbidden("not permitted")


async def test_what_discord_refuses_is_observed_and_not_tried_again(tmp_path: Path) -> None:
    events = list[Event]()
    async with running_core(tmp_path) as core:
        for id_ in (11, 12):
            await core.ask(id_=id_)
        await core.ended(2)
        last = core.turns.store
        asked = question(13, HERE, channel=7)
        assert await FormerRow(asked, ForbiddingPlatform(), last, events.append).remove()
    (failed,) = events
    assert isinstance(failed, OperationFailed)
    assert failed.operation is Operation.REMOVE_BUTTONS
