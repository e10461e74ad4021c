"""The WebSocket of a page: it begins with a snapshot, and ends with the server."""

from __future__ import annotations

import asyncio

from tests.sandbox.web.visitor import Visitor, visiting


async def test_a_new_connection_begins_with_a_snapshot_again(visitor: Visitor) -> None:
    assert visitor.socket is not None
    await visitor.socket.close()
    visitor.world.messages.send(visitor.channel, visitor.ann, "in between")
    snapshot = await visitor.connect()
    assert snapshot["seq"] == 1
    assert snapshot["messages"][visitor.here][-1]["content"] == "in between"


async def test_nothing_is_compressed_though_a_browser_offers_it(visitor: Visitor) -> None:
    """A reload in the middle of that would leave a traceback in the log."""
    assert visitor.socket is not None
    assert not visitor.socket.compress


async def test_the_server_ends_while_pages_are_open() -> None:
    async with asyncio.timeout(20), visiting() as visitor:
        await visitor.enter()
        await visitor.connect()
