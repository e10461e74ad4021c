"""The language that is chosen for a conversation."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bridge_bot.core.language_choice import choose_language
from tests.core.scene import HERE, Scene, scene
from tests.harness.english import ENGLISH, text


async def choose(stage: Scene, code: str) -> str:
    return await choose_language(
        HERE, code, ENGLISH, store=stage.store.conversations, observe=stage.events.append
    )


async def test_the_chosen_language_goes_to_the_api_as_its_code(tmp_path: Path) -> None:
    async with scene(tmp_path) as stage:
        said = await choose(stage, "jp")
        await stage.ask()
        await stage.ended()
        assert "日本語" in said
        assert stage.source.requests[0].language == "jp"


async def test_an_unknown_language_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    async with scene(tmp_path) as stage:
        await choose(stage, "fr")
        assert "tlh" in await choose(stage, "tlh")
        assert (await stage.store.conversations.get(HERE)).language == "fr"


async def test_auto_is_told_as_the_language_of_the_question(tmp_path: Path) -> None:
    async with scene(tmp_path) as stage:
        assert await choose(stage, "auto") == text("language-chosen-auto")
        assert (await stage.store.conversations.get(HERE)).language == "auto"


async def test_a_store_that_fails_is_told(tmp_path: Path) -> None:
    async with scene(tmp_path) as stage:
        with closing(sqlite3.connect(tmp_path / "bridge_bot.db")) as database:
            database.execute("ALTER TABLE conversations RENAME TO lost")
        assert text("error-store") in await choose(stage, "fr")
