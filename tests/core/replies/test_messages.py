"""The messages of a reply: failures are waited out, and nothing is posted twice."""

from __future__ import annotations

import asyncio

import pytest

from bridge_bot.core.errors import PlaceGone, PlatformBusy, TurnTakenOver
from bridge_bot.core.replies.messages import ATTEMPTS
from bridge_bot.core.replies.reply import Reply
from tests.core.replies.streamed_reply import DESTINATION, Posted, show
from tests.harness.memory_platform import MemoryPlatform
from tests.harness.virtual_time import now_s, virtual_time


@virtual_time
async def test_a_failure_that_passes_is_waited_out_and_the_newest_state_is_shown() -> None:
    busy = PlatformBusy("busy", status=429, retry_after_s=2.0)
    platform = MemoryPlatform(failures=[busy, busy])
    await show(platform, "one ", "two ", "three")
    (shown,) = platform.messages.values()
    assert [text for _, text in shown.states] == ["one two three"]
    assert shown.states[0][0] == pytest.approx(0.1 + 2.0 + 2.0)


@virtual_time
async def test_a_post_whose_response_is_lost_is_not_doubled_and_shows_the_last_state() -> None:
    """The repeated post returns the first one's message, which still shows the older text."""
    platform = MemoryPlatform(lost_responses=[PlatformBusy("no response", retry_after_s=5.0)])
    await show(platform, "one ", "two ", "three")
    assert platform.texts() == ["one two three"]


@virtual_time
async def test_only_the_first_message_of_a_reply_is_pushed_to_anybody() -> None:
    platform = MemoryPlatform(limit_chars=100)
    await show(platform, *["some words " for _ in range(50)])
    first, *others = platform.messages.values()
    assert not first.is_silent
    assert len(others) > 2
    assert all(each.is_silent for each in others)


@virtual_time
async def test_what_no_retry_helps_is_raised_at_once() -> None:
    reply = Reply(MemoryPlatform(failures=[PlaceGone("deleted")]), 42, Posted())
    reply.add("text")
    with pytest.raises(PlaceGone):
        await reply.write(DESTINATION)
    assert now_s() == 0.0


@virtual_time
async def test_patience_ends_after_minutes_of_failures() -> None:
    platform = MemoryPlatform(failures=[PlatformBusy("down") for _ in range(ATTEMPTS)])
    reply = Reply(platform, 42, Posted())
    reply.add("text")
    with pytest.raises(PlatformBusy):
        await reply.write(DESTINATION)
    assert 600 < now_s() < 900


@virtual_time
async def test_an_outage_of_ten_minutes_costs_no_answer() -> None:
    platform = MemoryPlatform()
    reply = Reply(platform, 42, Posted())
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        reply.add("half ")
        await asyncio.sleep(1)
        reply.add("an answer")
        reply.end()
        while now_s() < 600:
            platform.failures = [PlatformBusy("down")]
            await asyncio.sleep(1)
    assert platform.texts() == ["half an answer"]


@virtual_time
async def test_messages_that_are_removed_are_none_of_the_reply_any_more() -> None:
    """Or the word of their deletion would end the reply."""
    platform = MemoryPlatform(latency_s=1.0)
    reply = Reply(platform, 42, Posted())
    reply.hint("-# In line.")
    writing = asyncio.create_task(reply.write(DESTINATION))
    await asyncio.sleep(3.0)
    assert list(reply.message_ids) == [1000]
    reply.end()
    await asyncio.sleep(0.5)
    assert not reply.message_ids
    assert not platform.messages[1000].deleted
    await writing
    assert platform.messages[1000].deleted


class Doubt:
    """An ownership that the test puts in doubt, for as long as it likes."""

    def __init__(self) -> None:
        self.over = asyncio.Event()

    def is_certain(self) -> bool:
        return self.over.is_set()

    async def certain(self) -> None:
        await self.over.wait()


@virtual_time
async def test_nothing_is_written_while_it_is_in_doubt_who_writes() -> None:
    platform, doubt = MemoryPlatform(), Doubt()
    reply = Reply(platform, 42, Posted(), ownership=doubt)
    writing = asyncio.create_task(reply.write(DESTINATION))
    reply.add("text")
    reply.end()
    await asyncio.sleep(60)
    assert platform.texts() == []
    doubt.over.set()
    await writing
    assert platform.texts() == ["text"]


@virtual_time
async def test_a_write_that_waits_to_be_sent_when_the_doubt_begins_is_not_sent() -> None:
    platform, doubt = MemoryPlatform(pace_s=5.0), Doubt()
    doubt.over.set()
    reply = Reply(platform, 42, Posted(), ownership=doubt)
    writing = asyncio.create_task(reply.write(DESTINATION))
    reply.add("one ")
    await asyncio.sleep(1)
    reply.add("two")
    await asyncio.sleep(1)  # the edit waits for its pace
    doubt.over.clear()
    shown = platform.texts()
    await asyncio.sleep(60)
    assert platform.texts() == shown
    reply.disown()
    doubt.over.set()
    with pytest.raises(TurnTakenOver):
        await writing
    assert platform.texts() == shown
