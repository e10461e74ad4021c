"""A new conversation in the same place."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.new_conversation import begin_anew
from tests.harness.english import ENGLISH, text
from tests.harness.running_core import HERE, RunningCore, running_core


async def begin(core: RunningCore) -> str:
    store, observe = core.store.conversations, core.events.append
    return await begin_anew(HERE, 2**62, ENGLISH, store=store, observe=observe)


async def test_the_next_question_is_asked_without_what_was_said_before(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.store.conversations.set_uid(HERE, "uid-1")
        assert await begin(core) == text("new-begun")
        await core.ask()
        await core.ended()
        assert core.source.requests[0].conversation_uid is None


async def test_a_store_that_fails_is_told(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        core.database.execute("ALTER TABLE conversations RENAME TO lost")
        assert text("error-store") in await begin(core)
