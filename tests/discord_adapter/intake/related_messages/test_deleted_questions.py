"""When a deleted question is given up, and which copy takes it over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    ConversationKey,
    Question,
    StopReason,
)
from bridge_bot.core.model import Member as Asker
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.intake.related_messages import deleted_questions
from bridge_bot.discord_adapter.intake.related_messages.deleted_questions import DeletedQuestions
from bridge_bot.sandbox.discord.model import Channel, Message
from bridge_bot.sandbox.discord.payloads import message_objects
from tests.discord_adapter.offline_client import http_error
from tests.harness.lab import Lab
from tests.harness.running_core import RunningCore, running_core


class Asked:
    """A question of Ann's whose answer grows until `go_on` is set, and its deletion."""

    def __init__(self, core: RunningCore, go_on: asyncio.Event) -> None:
        self.core, self.go_on, self.lab = core, go_on, Lab()
        self.deleted = DeletedQuestions(self.lab.client, core.turns, core.events.append)
        self.message = self.lab.say("why, though? -A")

    async def submit(self) -> None:
        """Have it taken in, as the handler of messages does it."""
        self.deleted.note_question(self.lab.client.message(self.message))
        question = Question(
            self.message.id,
            ConversationKey("7"),
            "why, though?",
            Asker(self.lab.ann.id),
            ChannelDestination(7),
        )
        await self.core.submit(question)
        self.deleted.note_accepted(question.id)

    def copy(self, text: str, channel: Channel | None = None) -> Message:
        """A webhook posts something."""
        posted = self.lab.world.messages.send_as_webhook(channel or self.lab.channel, "A", text)
        self.deleted.note_copy(self.lab.client.message(posted))
        return posted

    async def is_given_up(self) -> bool:
        """Whether its answer has ended because of the deletion, after the time for that."""
        await asyncio.sleep(3 * deleted_questions.GIVEN_UP_AFTER_S)
        self.go_on.set()
        (ended,) = await self.core.ended()
        return ended.stop_reason is StopReason.QUESTION_DELETED


@pytest.fixture(name="asked")
async def _asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asked]:
    monkeypatch.setattr(deleted_questions, "GIVEN_UP_AFTER_S", 0.1)
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("Half an"), go_on]) as core:
        asked = Asked(core, go_on)
        yield asked
        await asked.deleted.close()


async def test_a_deleted_question_is_given_up(asked: Asked) -> None:
    await asked.submit()
    asked.deleted.note_deleted({asked.message.id})
    assert await asked.is_given_up()


async def test_one_that_is_deleted_while_it_is_taken_in_is_given_up_then(asked: Asked) -> None:
    asked.deleted.note_deleted({asked.message.id})
    await asyncio.sleep(2 * deleted_questions.GIVEN_UP_AFTER_S)
    await asked.submit()
    assert await asked.is_given_up()


async def test_the_deletion_of_another_message_changes_nothing(asked: Asked) -> None:
    await asked.submit()
    asked.deleted.note_deleted({asked.message.id + 1})
    assert not await asked.is_given_up()


@pytest.mark.parametrize(
    ("text", "is_taken_over"),
    [
        ("why, though?", True),
        ("why,\n  though?", True),
        ("why, then?", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("is_deleted_first", [False, True])
async def test_a_copy_takes_it_over_if_its_text_is_contained_in_the_question(
    asked: Asked, text: str, is_taken_over: bool, is_deleted_first: bool
) -> None:
    await asked.submit()
    if is_deleted_first:
        asked.deleted.note_deleted({asked.message.id})
    if text:
        asked.copy(text)
    if not is_deleted_first:
        asked.deleted.note_deleted({asked.message.id})
    assert await asked.is_given_up() is not is_taken_over


async def test_a_copy_in_another_channel_is_none(asked: Asked) -> None:
    await asked.submit()
    asked.copy("why, though?", asked.lab.thread)
    asked.deleted.note_deleted({asked.message.id})
    assert await asked.is_given_up()


async def test_a_member_who_says_the_same_takes_nothing_over(asked: Asked) -> None:
    await asked.submit()
    asked.deleted.note_copy(asked.lab.client.message(asked.lab.say("why, though?")))
    asked.deleted.note_deleted({asked.message.id})
    assert await asked.is_given_up()


async def test_what_another_shard_may_have_missed_is_looked_up_though_one_looks_already(
    asked: Asked,
) -> None:
    """The question is deleted after the first look has found it there."""
    is_asked, goes_on = asyncio.Event(), asyncio.Event()
    there = message_objects.message_event(asked.message, asked.lab.world.state)
    answers: list[Any] = [there, http_error(404, {"code": 10008, "message": "no"})]

    async def answer(_route: object, **_: object) -> Any:
        found = answers.pop(0)
        is_asked.set()
        await goes_on.wait()
        if isinstance(found, Exception):
            raise found
        return found

    patches.replace_request(asked.lab.client.http, answer)
    await asked.submit()
    asked.deleted.look()
    await asyncio.wait_for(is_asked.wait(), 5.0)
    asked.deleted.look()
    goes_on.set()
    assert await asked.is_given_up()
    assert answers == []


async def test_a_copy_that_comes_too_late_is_none(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deleted_questions, "COPIED_WITHIN_S", 0.0)
    await asked.submit()
    asked.copy("why, though?")
    asked.deleted.note_deleted({asked.message.id})
    assert await asked.is_given_up()


async def test_who_deletes_the_copy_takes_the_question_back(asked: Asked) -> None:
    await asked.submit()
    copy = asked.copy("why, though?")
    asked.deleted.note_deleted({asked.message.id})
    asked.deleted.note_deleted({copy.id})
    assert await asked.is_given_up()
