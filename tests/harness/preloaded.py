"""Imports what `bridge-bot` needs, for processes that are forked from the one that imports this.

And answers a question: what is made for a first one and kept, such as SQL statements and the texts
of commands, the processes that are forked have then as well.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.harness import database, loopback


async def _answer() -> None:
    with TemporaryDirectory() as folder:
        async with loopback.loopback(Path(folder)) as system:
            await system.start()
            await system.reads(await system.thread(system.ask("why?")), "turn 1")


gc.disable()
for _module in (
    *("bridge_bot.cli", "bridge_bot.app", "bridge_bot.chat", "alembic.command"),
    *(["bridge_bot.store.postgres.connection"] if database.SERVER_URL else []),
):
    importlib.import_module(_module)
if not database.SERVER_URL:  # where there is one, the answer would need a database on it
    asyncio.run(_answer())
gc.collect()
gc.freeze()  # a forked process would copy all of that memory as soon as it collects garbage
gc.enable()
