"""How often a message is tried whose channel has to be looked up, and what becomes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import discord
import pytest

from bridge_bot.core.model import ConversationKey
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.client_options import ClientOptions
from bridge_bot.discord_adapter.intake import message_handler
from bridge_bot.discord_adapter.intake.context import IntakeContext
from bridge_bot.discord_adapter.intake.message_handler import MessageHandler
from bridge_bot.discord_adapter.intake.related_messages.deleted_questions import DeletedQuestions
from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads
from tests.discord_adapter.offline_client import (
    BOT_ID,
    GUILD_ID,
    add_guild,
    channel,
    guild,
    http_error,
    message,
    offline_client,
    thread,
    user,
)
from tests.discord_adapter.served_bot import unopened_private_threads
from tests.harness.running_core import RunningCore, running_core

THREAD, PARENT = 20, 10
REFUSAL = http_error(403, {"code": 50001, "message": "no"})


class Handler:
    """A handler, what Discord answers to its look-ups, and a question in an archived thread."""

    def __init__(self, core: RunningCore, *answers: object) -> None:
        self.answers = list(answers)
        client = offline_client()
        add_guild(client, guild(channel(PARENT)))
        patches.replace_request(client.http, self._answer)
        context = IntakeContext.of(
            client,
            ClientOptions(token="token", user_agent="agent"),
            core.core,
            downloads=FileDownloads(api_base_url="https://discord.example/api", user_agent="agent"),
            private_threads=unopened_private_threads(core.store.conversations),
        )
        deleted = DeletedQuestions(client, core.turns, core.events.append)
        self.handler = MessageHandler(core.core, context, deleted)
        self.message = patches.parse_message(
            client,
            client.get_partial_messageable(THREAD, guild_id=GUILD_ID),
            message(100, THREAD, content=f"<@{BOT_ID}> why?", mentions=[user(BOT_ID)]),
        )

    async def _answer(self, route: discord.http.Route, **_: Any) -> Any:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_handler, "PAUSES_S", (0.001, 0.001))


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param([thread(THREAD, PARENT)], id="found at once"),
        pytest.param([OSError("down")] * 2 + [thread(THREAD, PARENT)], id="after two failures"),
    ],
)
async def test_a_question_is_submitted_once_its_channel_is_known(
    tmp_path: Path, answers: list[object]
) -> None:
    async with running_core(tmp_path) as core:
        on = Handler(core, *answers)
        await on.handler.handle(on.message, missed=False)
        await core.ended()
        assert [each.question for each in core.source.requests] == ["why?"]
        assert await core.store.conversations.key_of_message(100) == ConversationKey(str(THREAD))


@pytest.mark.parametrize(
    ("errors", "patient", "left"),
    [
        pytest.param([OSError("down")] * 4, True, 1, id="after the last pause"),
        pytest.param([OSError("down")] * 4, False, 3, id="at once if it is not patient"),
        pytest.param([TypeError("?")] * 4, True, 3, id="at once if it is not transient"),
    ],
)
async def test_the_last_failure_is_raised(
    tmp_path: Path, errors: list[Exception], patient: bool, left: int
) -> None:
    async with running_core(tmp_path) as core:
        on = Handler(core, *errors)
        with pytest.raises(type(errors[0])):
            await on.handler.handle(on.message, missed=False, patient=patient)
        assert len(on.answers) == left


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(REFUSAL, id="that Discord does not show"),
        pytest.param(channel(THREAD, kind=discord.ChannelType.category), id="without messages"),
    ],
)
async def test_in_a_channel_that_cannot_be_read_a_message_is_ignored(
    tmp_path: Path, answer: object
) -> None:
    async with running_core(tmp_path) as core:
        on = Handler(core, answer)
        await on.handler.handle(on.message, missed=False)
        assert core.source.requests == []
        assert core.events == []
