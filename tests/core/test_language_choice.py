"""Which language a question is answered in, and in which one the bot itself speaks about it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    ConversationKey,
    InteractionDestination,
    Member,
    MemberPreferences,
    Question,
)
from bridge_bot.core.policy.language_layers import LanguageLayer, LanguageLayers, LanguagePlace
from bridge_bot.core.policy.policy import Policy
from tests.harness.running_core import ANN, HERE, RunningCore, running_core

BEN = Member(4)
CONVERSATION, ME, CHANNEL, SERVER, DEFAULT = LanguageLayer
PLACE = LanguagePlace(ANN.id, 7, HERE, guild_id=1, may_manage_guild=True)
QUESTION = Question(11, HERE, "why?", ANN, ChannelDestination(7, guild_id=1), 1, locale="it")
RESPONSE = InteractionDestination(1, 11, "a token")


async def asked(core: RunningCore, question: Question, shown_locale: str | None = None) -> str:
    """The language of a question, and the locale of what is said about it."""
    chosen = await core.intake.languages.of_question(question, shown_locale)
    return f"{chosen.language} {chosen.locale}"


async def test_each_layer_decides_until_a_narrower_one_does(tmp_path: Path) -> None:
    async with running_core(tmp_path, policy=Policy(default_language="hi")) as core:
        languages = core.intake.languages
        assert await asked(core, QUESTION) == "hi hi"
        for layer, code, said in (
            (SERVER, "fr", "fr fr"),
            (CHANNEL, "ar", "ar ar"),
            (ME, "zh-Hant", "zh-Hant zh-TW"),
            (CONVERSATION, "jp", "jp ja"),
        ):
            await languages.choose(layer, PLACE, code)
            assert await asked(core, QUESTION) == said
        assert await languages.layers(PLACE) == LanguageLayers("jp", "zh-Hant", "ar", "fr", "hi")
        # Another member, another channel, another conversation.
        assert await asked(core, replace(QUESTION, asker=BEN)) == "jp ja"
        elsewhere = replace(QUESTION, conversation=ConversationKey("70"))
        assert await asked(core, elsewhere) == "zh-Hant zh-TW"
        assert await asked(core, replace(elsewhere, asker=BEN)) == "ar ar"
        other = replace(elsewhere, asker=BEN, asked_in=ChannelDestination(8, guild_id=1))
        assert await asked(core, other) == "fr fr"
        direct = replace(elsewhere, guild_id=None, asked_in=ChannelDestination(9))
        assert await asked(core, direct) == "zh-Hant zh-TW"
        for layer, said in ((CONVERSATION, "zh-Hant zh-TW"), (ME, "ar ar"), (CHANNEL, "fr fr")):
            await languages.choose(layer, PLACE, None)
            assert await asked(core, QUESTION) == said


async def test_beside_auto_the_bot_speaks_as_the_server_until_the_member_has_shown_a_locale(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        assert await asked(core, QUESTION) == "auto it"
        assert await asked(core, replace(QUESTION, locale=None)) == "auto None"
        await core.intake.languages.note_locale(ANN.id, "uk")
        assert await asked(core, QUESTION) == "auto uk"
        assert await asked(core, QUESTION, "ko") == "auto ko"
        assert await asked(core, replace(QUESTION, asker=BEN)) == "auto it"


async def test_what_its_member_alone_sees_is_said_in_the_locale_of_the_interaction(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        await core.intake.languages.choose(ME, PLACE, "fr")
        private = replace(QUESTION, response=RESPONSE)
        assert await asked(core, private, "ko") == "fr ko"


async def test_the_locale_of_who_has_opted_out_is_not_noted(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.dependencies.opt_outs.opt_out(ANN.id)
        await core.intake.languages.note_locale(ANN.id, "uk")
        assert await core.store.preferences.get(ANN.id) == MemberPreferences()


async def test_a_queued_question_keeps_the_language_that_held_when_it_was_asked(
    tmp_path: Path,
) -> None:
    """What is said about it keeps the same; the next question has the new one."""
    async with running_core(tmp_path) as core:
        go_on = asyncio.Event()
        core.source.scripts = [[go_on, AnswerText("fine")]]
        for number in (11, 12, 13):
            if number == 13:
                await core.intake.languages.choose(CONVERSATION, PLACE, "de")
            await core.submit(replace(QUESTION, id=number))
        go_on.set()
        await core.ended(3)
        assert [request.language for request in core.source.requests] == ["auto", "auto", "de"]
        kept = core.database.rows("SELECT locale FROM turns ORDER BY question_id")
        assert kept == [("it",), ("it",), ("de",)]


async def test_a_turn_without_a_language_gets_the_one_that_holds_when_it_is_asked(
    tmp_path: Path,
) -> None:
    """As those do that an earlier process has accepted."""
    async with running_core(tmp_path) as core:
        await core.intake.languages.choose(ME, PLACE, "fr")
        await core.turns.accept(QUESTION)
        await core.ended()
        assert core.source.requests[0].language == "fr"


async def test_the_same_choice_for_a_server_is_no_change(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        for _ in range(2):
            await core.intake.languages.choose(SERVER, PLACE, "fr")
        (change,) = await core.dependencies.guild_settings.changes(1)
        assert (change.name, change.value) == (SettingName.LANGUAGE, "fr")
        await core.intake.languages.choose(CHANNEL, PLACE, None)
        assert len(await core.dependencies.guild_settings.changes(1)) == 1


async def test_a_store_that_fails_leaves_the_language_open_and_is_told(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        core.database.execute("ALTER TABLE member_preferences RENAME TO lost")
        assert await asked(core, QUESTION) == "None it"
        assert await core.intake.languages.locale(PLACE, "ko") == "ko"
        with pytest.raises(StoreError):
            await core.intake.languages.choose(ME, PLACE, "fr")
        await core.intake.languages.note_locale(ANN.id, "uk")
        assert len(core.events) == 2
