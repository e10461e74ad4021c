"""The language that is chosen for a conversation."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.language_choice import choose_language, refusal_of_language
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.policy.refusal import Refusal
from tests.harness.english import ENGLISH, text
from tests.harness.running_core import HERE, RunningCore, running_core


async def choose(core: RunningCore, code: str) -> str:
    return await choose_language(
        HERE, code, ENGLISH, store=core.store.conversations, observe=core.events.append
    )


async def test_the_chosen_language_goes_to_the_api_as_its_code(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        said = await choose(core, "jp")
        await core.ask()
        await core.ended()
        assert "日本語" in said
        assert core.source.requests[0].language == "jp"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_of_the_api_can_be_chosen(code: str) -> None:
    assert refusal_of_language(code) is None


def test_an_unknown_language_is_refused_by_its_first_20_characters() -> None:
    refusal = refusal_of_language("tlh" + "x" * 30)
    assert refusal == Refusal("language-unknown", {"code": "tlh" + "x" * 17})


async def test_auto_is_told_as_the_language_of_the_question(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        assert await choose(core, "auto") == text("language-chosen-auto")
        assert (await core.store.conversations.get(HERE)).language == "auto"


async def test_a_store_that_fails_is_told(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        core.database.execute("ALTER TABLE conversations RENAME TO lost")
        assert text("error-store") in await choose(core, "fr")
