"""What a channel for feedback is told: once of each answer, and a failure once of each channel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bridge_bot.core.errors import PlaceGone, PlatformError, PlatformForbidden
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, Origin
from bridge_bot.core.votes.feedback import Feedback, FeedbackPost, is_feedback_post
from tests.harness.running_core import RunningCore, running_core

LINK = "https://discord.com/channels/1/7/1000"


def post(turn_id: int, channel_id: int = 9) -> FeedbackPost:
    return FeedbackPost(turn_id, channel_id, 1, LINK, Origin(11, 1, 7, 3))


def feedback(core: RunningCore) -> Feedback:
    return Feedback(core.platform, core.store.votes, core.events.append)


def writable(_: int) -> PlatformError | None:
    return None


def gone(_: int) -> PlatformError | None:
    return PlaceGone("no such channel")


def failures(core: RunningCore) -> list[type[BaseException]]:
    """What kept it from posting, as far as that was observed."""
    events = [each for each in core.events if isinstance(each, OperationFailed)]
    assert all(each.operation is Operation.TELL_FEEDBACK for each in events)
    return [type(each.error) for each in events]


async def test_an_answer_is_told_of_once_also_by_another_process(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        for telling in (feedback(core), feedback(core)):
            for turn_id in (1, 1, 2):
                telling.tell(post(turn_id), writable)
            await telling.close(grace_s=5)
        assert core.platform.texts() == [f"👎 {LINK}"] * 2
        message = next(iter(core.platform.messages.values()))
        assert message.destination == ChannelDestination(9, guild_id=1)
        assert message.ping is None
        assert all(len(each.nonce) <= 25 for each in core.platform.messages.values())


@pytest.mark.parametrize(("check", "refused"), [(gone, PlaceGone), (writable, PlatformForbidden)])
async def test_a_channel_that_can_not_be_written_in_is_observed_once(
    tmp_path: Path, check: Callable[[int], PlatformError | None], refused: type[PlatformError]
) -> None:
    async with running_core(tmp_path) as core:
        telling = feedback(core)
        core.platform.refuses = lambda _: PlatformForbidden("no")
        for turn_id in range(20):
            telling.tell(post(turn_id), check)
        telling.tell(post(20, channel_id=10), check)
        await telling.close(grace_s=5)
        assert failures(core) == [refused] * 2
        core.platform.refuses = lambda _: None
        telling.tell(post(21), writable)
        await telling.close(grace_s=5)
        telling.tell(post(22), gone)
        await telling.close(grace_s=5)
        assert failures(core) == [refused] * 2 + [PlaceGone]


async def test_what_the_cache_knows_to_be_in_vain_can_be_told_later(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        telling = feedback(core)
        for check in (gone, writable):
            telling.tell(post(1), check)
            await telling.close(grace_s=5)
        assert core.platform.texts() == [f"👎 {LINK}"]


def test_a_post_is_known_from_an_answer() -> None:
    assert is_feedback_post(post(1).message.text)
    assert not is_feedback_post("👎 is the emoji for it")
    assert not is_feedback_post(LINK)
