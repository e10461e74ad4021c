"""The reaction on a question that waits is added, and removed however long that takes."""

from __future__ import annotations

import asyncio

from bridge_bot.core.events import Event
from bridge_bot.core.model import ChannelDestination, ConversationKey, Question
from bridge_bot.core.turns.queued_reaction import CLOSE_WITHIN_S, QueuedReaction
from bridge_bot.core.turns.retry_queue import BACKOFF, RetryQueue
from tests.harness.memory_platform import MemoryPlatform
from tests.harness.running_core import ANN
from tests.harness.virtual_time import now_s, virtual_time

QUESTION = Question(11, ConversationKey("7"), "why?", ANN, ChannelDestination(7))


class StubbornPlatform(MemoryPlatform):
    """Keeps a reaction for the first `refusals` attempts at removing it."""

    refusals = 2

    async def set_queued_reaction(self, question: Question, *, present: bool) -> bool:
        if not present and self.refusals:
            self.refusals -= 1
            return True
        return await super().set_queued_reaction(question, present=present)


def reaction(
    platform: MemoryPlatform,
    *,
    may_be_present: bool = False,
    retry_queue: RetryQueue | None = None,
) -> QueuedReaction:
    """The reaction on the question."""
    retry_queue = retry_queue or RetryQueue(list[Event]().append)
    return QueuedReaction(platform, QUESTION, retry_queue, may_be_present=may_be_present)


@virtual_time
async def test_it_is_added_and_removed_again() -> None:
    platform = MemoryPlatform()
    queued_reaction = reaction(platform)
    queued_reaction.add()
    await asyncio.sleep(1)
    assert platform.queued == {11}
    queued_reaction.remove()
    await asyncio.sleep(1)
    assert platform.queued == set()


@virtual_time
async def test_one_from_before_a_crash_is_removed() -> None:
    platform = MemoryPlatform(queued={11})
    reaction(platform, may_be_present=True).remove()
    await asyncio.sleep(1)
    assert platform.queued == set()


@virtual_time
async def test_one_that_can_not_be_removed_is_removed_later() -> None:
    platform = StubbornPlatform(queued={11})
    reaction(platform, may_be_present=True).remove()
    await asyncio.sleep(BACKOFF.pause_s(1) / 2)
    assert platform.queued == {11}
    await asyncio.sleep(BACKOFF.pause_s(1) + BACKOFF.pause_s(2))
    assert platform.queued == set()


@virtual_time
async def test_one_that_could_not_be_removed_is_removed_when_the_bot_stops() -> None:
    platform, retry_queue = StubbornPlatform(queued={11}), RetryQueue(list[Event]().append)
    reaction(platform, may_be_present=True, retry_queue=retry_queue).remove()
    await asyncio.sleep(BACKOFF.pause_s(1) * 1.5)
    assert platform.queued == {11}
    await retry_queue.close()
    assert platform.queued == set()


@virtual_time
async def test_closing_keeps_it_and_does_not_wait_for_long() -> None:
    platform = MemoryPlatform(queued={11})
    queued_reaction = reaction(platform, may_be_present=True)
    queued_reaction.add()
    await queued_reaction.close()
    assert platform.queued == {11}
    assert now_s() <= CLOSE_WITHIN_S
