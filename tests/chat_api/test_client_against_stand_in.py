"""The client and the stand-in understand each other, though neither imports the other."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.core.errors import AnswerBrokenOff, ApiBotUnknown, ApiRefused, ApiRejected
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import AnswerEvent, AnswerHeader, AnswerText, ChatRequest
from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script
from bridge_bot.sandbox.chat_api.stand_in import LANGUAGES as TAKEN
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from tests.harness.chat_api_client import ask_once


def options(api: ChatApiStandIn) -> ChatApiOptions:
    return ChatApiOptions(base_url=api.base_url, key=api.key, bot_uid=api.bot_uid)


def header_of(events: list[AnswerEvent]) -> AnswerHeader:
    header = events[0]
    assert isinstance(header, AnswerHeader)
    return header


@pytest.mark.parametrize("stream", [True, False])
async def test_a_conversation_goes_on(stream: bool) -> None:
    async with ChatApiStandIn(bot_uid="a/b ü") as api:
        chosen = replace(options(api), stream=stream)
        first = await ask_once(chosen, ChatRequest("One?", "de"))
        uid = header_of(first.events).conversation_uid
        second = await ask_once(chosen, ChatRequest("Two?", "de", uid))
    assert "turn 1" in first.text
    assert "turn 2" in second.text
    assert header_of(second.events).conversation_uid == uid


@pytest.mark.parametrize("stream", [True, False])
async def test_all_that_the_header_says_arrives(stream: bool) -> None:
    said = Script("a", is_qa_mode=True, related_docs=[{"title": "T"}, "U"], system_message="note")
    async with ChatApiStandIn() as api:
        api.script(said)
        result = await ask_once(replace(options(api), stream=stream))
    header = header_of(result.events)
    assert header.system_message == "note"
    assert header.related_docs == ({"title": "T"}, "U")


async def test_refusals_have_their_errors() -> None:
    async with ChatApiStandIn() as api:
        good = options(api)
        refused = await ask_once(replace(good, key="wrong"))
        unknown = await ask_once(replace(good, bot_uid="other"))
        api.script(Script(code=40001, msg="No."))
        rejected = await ask_once(good)
    assert isinstance(refused.error, ApiRefused)
    assert isinstance(unknown.error, ApiBotUnknown)
    assert isinstance(rejected.error, ApiRejected)
    assert rejected.error.code == 40001
    assert rejected.error.request_id


@pytest.mark.parametrize("stream", [True, False])
async def test_a_conversation_that_was_forgotten_begins_anew_and_says_so(stream: bool) -> None:
    async with ChatApiStandIn() as api:
        chosen = replace(options(api), stream=stream)
        first = header_of((await ask_once(chosen)).events)
        api.conversations.forget()
        result = await ask_once(chosen, ChatRequest("Two?", "de", first.conversation_uid))
    second = header_of(result.events)
    assert (first.context_lost, second.context_lost) == (False, True)
    assert second.conversation_uid not in (None, first.conversation_uid)
    assert "turn 1" in result.text


@pytest.mark.parametrize(
    "fault", [ConnectionFault.RESET, ConnectionFault.CUT, ConnectionFault.GARBAGE]
)
async def test_a_fault_in_the_text_breaks_it_off(fault: ConnectionFault) -> None:
    said = Script(chunks=[(0.0, "first "), (0.05, "second")], fault=fault, fault_after_bytes=220)
    async with ChatApiStandIn() as api:
        api.script(said)
        result = await ask_once(options(api))
    assert isinstance(result.error, AnswerBrokenOff)
    assert result.text.startswith("first ")


async def test_leaving_in_the_middle_is_noticed_by_the_service() -> None:
    async with ChatApiStandIn() as api, ChatApi(options(api)) as chat:
        api.script(Script("word " * 1000, chars_per_s=100))
        async with chat.ask(ChatRequest("x", "auto")) as events:
            await anext(events)
            assert isinstance(await anext(events), AnswerText)
        await asyncio.wait_for(api.requests[0].over.wait(), 1.0)
        assert api.requests[0].disconnected_early


def test_both_know_the_same_languages() -> None:
    assert set(LANGUAGES) == TAKEN
