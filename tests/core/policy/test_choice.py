"""Which chatbot a question asks, in which conversation and language; the same by each way in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bridge_bot.core.controls.controls import AskedAgain, Controls
from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.guild_settings.values import PlaceSettings, SettingChange, SettingName
from bridge_bot.core.model import (
    ChannelDestination,
    ChatRequest,
    Conversation,
    ConversationKey,
    Question,
    Turn,
)
from bridge_bot.core.policy.chat_bots import ChatBots
from bridge_bot.core.policy.choice import Choice
from bridge_bot.core.policy.policy import Policy
from tests.harness.running_core import ANN, HERE, RunningCore, running_core

KEY = ConversationKey("70")


@pytest.mark.parametrize(
    ("uid", "knows", "language", "place_has", "choice"),
    [
        # A new conversation is the chatbot's of its place, and asked in the operator's language.
        (None, "", None, "", Choice("de")),
        (None, "", None, "billing", Choice("de", "billing")),
        (None, "", None, "taken-out", Choice("de")),
        (None, "", "jp", "billing", Choice("jp", "billing")),
        # After `/new` nothing is left of the chatbot that knew the last one.
        (None, "billing", None, "", Choice("de")),
        # One that goes on stays with its chatbot, whatever its place is set to by now.
        ("uid-1", "", None, "billing", Choice("de", "", "uid-1")),
        ("uid-1", "billing", "fr", "", Choice("fr", "billing", "uid-1")),
        # A chatbot that was taken out can't go on.
        ("uid-1", "taken-out", None, "", Choice("de", begins_anew=True)),
        ("uid-1", "taken-out", "fr", "billing", Choice("fr", "billing", begins_anew=True)),
        ("uid-1", "taken-out", None, "taken-out", Choice("de", begins_anew=True)),
    ],
)
def test_what_is_chosen(
    uid: str | None, knows: str, language: str | None, place_has: str, choice: Choice
) -> None:
    policy = Policy(chat_bots=ChatBots(["billing"]), default_language="de")
    conversation = Conversation(KEY, uid, language, chat_bot=knows)
    assert policy.choose(conversation, PlaceSettings(chat_bot=place_has)) == choice


QUESTION = Question(11, ConversationKey(HERE), "why?", ANN, ChannelDestination(7, guild_id=1), 1)


async def whole(_kept: Question = QUESTION) -> Question:
    """The question with its text, which is not kept."""
    return QUESTION


async def ask(core: RunningCore, way: str) -> None:
    if way == "regenerate":
        controls = Controls(core.intake, core.turns, core.dependencies.opt_outs)
        asked = AskedAgain(Presser(ANN, 7), frozenset({1}), time.time())
        assert await controls.ask_again(Turn.of(QUESTION, owner="").id, asked, whole) is None
        return
    complete = whole if way == "command" else None
    assert await core.submit(QUESTION, is_missed=way == "missed", complete=complete) is None


@pytest.mark.parametrize("way", ["message", "command", "missed", "regenerate"])
async def test_each_way_in_asks_what_the_policy_chooses(tmp_path: Path, way: str) -> None:
    policy = Policy(chat_bots=ChatBots(["billing"]), default_language="de")
    async with running_core(tmp_path, policy=policy) as core:
        if way == "regenerate":
            await ask(core, "message")
            await core.ended()
        change = SettingChange(1, 0, SettingName.CHAT_BOT, "billing", member_id=5)
        await core.dependencies.guild_settings.change(change)
        await ask(core, way)
        await core.ended(2 if way == "regenerate" else 1)
        assert core.source.requests[-1] == ChatRequest("why?", "de", None, chat_bot="billing")
