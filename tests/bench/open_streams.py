"""What an open stream costs in memory: a thousand of them, all in the middle of their answers.

Each began with a header of 100 KiB, such as one that names many sources. At most 20 begin at the
same moment: were it all of them, the peak of all their headers would be measured, which the
allocator keeps for a while, and not what the open streams hold.

Server and client each have a process of their own, so that the client's growth is its own.
"""

from __future__ import annotations

import asyncio
import gc
import json
import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.chat_api.stream import DELIMITER
from bridge_bot.core.model import AnswerText, ChatRequest
from tests.bench.process_usage import allow_files
from tests.bench.row import Row
from tests.harness.raw_server import End, RawServer, chunk, head

_STREAMS = 1000
_AT_ONCE = 20
_TEXTS = 20
_DOCS = [{"title": f"Source {number}", "text": "words " * 170} for number in range(100)]


def rows() -> Iterator[Row]:
    """See above."""
    processes = multiprocessing.get_context("spawn")
    ours, theirs = processes.Pipe()
    server = processes.Process(target=_serve, args=(theirs,), daemon=True)
    server.start()
    try:
        with ProcessPoolExecutor(1, mp_context=processes) as pool:
            grown = pool.submit(_grown_bytes, ours.recv()).result()
    finally:
        server.terminate()
        server.join()
    yield Row(f"memory of an open stream, of {_STREAMS:,}", grown / _STREAMS / 1024, 64, "KiB")


def _serve(told: Connection) -> None:
    header = json.dumps({"answer": "", "conversation_uid": "c-1", "related_docs": _DOCS}).encode()
    pieces: list[bytes | float | End] = [head() + chunk(header + DELIMITER)]
    for _ in range(_TEXTS):
        pieces += [0.005, chunk(b"some words of an answer ")]

    async def serve() -> None:
        async with RawServer([*pieces, End.STALL]) as server:
            told.send(server.url)
            await asyncio.Event().wait()

    allow_files()
    asyncio.run(serve())


def _grown_bytes(url: str) -> int:
    allow_files()
    return asyncio.run(_open_many(url))


async def _open_many(url: str) -> int:
    options = ChatApiOptions(base_url=url, key="k", bot_uid="b", max_in_flight=2 * _STREAMS)
    enough = asyncio.Event()
    beginning, reached = asyncio.Semaphore(_AT_ONCE), asyncio.Semaphore(0)

    async def stay(api: ChatApi) -> None:
        await beginning.acquire()
        async with api.ask(ChatRequest("What is it that takes so long?", "auto")) as events:
            said = 0
            async for event in events:
                if isinstance(event, AnswerText):
                    if not said:
                        beginning.release()
                    said += len(event.text)
                if said == _TEXTS * len("some words of an answer "):
                    reached.release()
                    await enough.wait()
                    return

    async with ChatApi(options) as api, asyncio.TaskGroup() as tasks:
        for number in range(_AT_ONCE + _STREAMS):
            if number == _AT_ONCE:
                for _ in range(_AT_ONCE):
                    await reached.acquire()
                before = _resident_bytes()
            tasks.create_task(stay(api))
        for _ in range(_STREAMS):
            await reached.acquire()
        grown = _resident_bytes() - before
        enough.set()
    return grown


def _resident_bytes() -> int:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
