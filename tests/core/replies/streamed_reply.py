"""A reply to which an answer is added piece by piece."""

from __future__ import annotations

import asyncio

from bridge_bot.core.model import ChannelDestination
from bridge_bot.core.replies.reply import Reply
from tests.harness.memory_platform import MemoryPlatform

DESTINATION = ChannelDestination(7, reply_to=5)


class Posted:
    """What a reply tells of its messages."""

    def __init__(self) -> None:
        self.pages: list[tuple[int, int]] = []

    async def __call__(self, page: int, message_id: int) -> None:
        self.pages.append((page, message_id))


async def stream(reply: Reply, *chunks: str, every_s: float = 0.1, notice: str = "") -> None:
    for chunk in chunks:
        await asyncio.sleep(every_s)
        reply.add(chunk)
    reply.end(notice)


async def show(platform: MemoryPlatform, *chunks: str, every_s: float = 0.1) -> Posted:
    posted = Posted()
    reply = Reply(platform, 42, posted)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        tasks.create_task(stream(reply, *chunks, every_s=every_s))
    return posted
