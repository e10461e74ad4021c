"""Imports what `bridge-bot` needs, for processes that are forked from the one that imports this."""

from __future__ import annotations

import gc
import importlib
import os

gc.disable()
for _module in (
    *("bridge_bot.cli", "bridge_bot.app", "bridge_bot.chat", "alembic.command"),
    *(["bridge_bot.store.postgres.connection"] if "TEST_DATABASE" in os.environ else []),
    "tests.harness.forked_process",
):
    importlib.import_module(_module)
gc.freeze()  # a forked process would copy all of that memory as soon as it collects garbage
gc.enable()
