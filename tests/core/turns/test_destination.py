"""Where a reply goes, also after a crash or a fault."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bridge_bot.core.errors import ApiUnreachable, StoreError
from bridge_bot.core.guild_settings.values import SettingChange, SettingName
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    Control,
    InteractionDestination,
    Question,
    TurnState,
    response_conversation,
)
from bridge_bot.core.turns import destination
from bridge_bot.discord_markdown import CURSOR
from tests.harness.english import notice_text
from tests.harness.running_core import ANN, Script, running_core, set_in_server


async def test_a_store_that_fails_while_an_existing_reply_is_located_leaves_no_cursor(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await core.until_shown()
        await core.until(lambda: bool(core.platform.texts()))
        await core.turns.close(grace_s=0)
        (shown,) = core.platform.messages.values()
        shown.states.append((0.0, f"Half an {CURSOR}"))  # as after a crash
        core.restart()
        await core.resume()
        core.database.execute("ALTER TABLE reply_messages RENAME TO lost")
        (ended,) = await core.ended()
        assert (ended.state, type(ended.error)) == (TurnState.FAILED, StoreError)
        assert core.platform.texts() == [f"Half an\n\n{notice_text('error-store')}"]
        assert len(core.source.requests) == 1


async def test_after_a_fault_while_the_thread_is_opened_the_notice_is_beside_the_question(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        core.platform.open_error = RuntimeError("no")  # type: ignore[assignment]
        await core.ask(thread_on=11)
        (ended,) = await core.ended()
        (shown,) = core.platform.messages.values()
        assert shown.text == notice_text("error-unexpected")
        assert shown.destination == ChannelDestination(7, reply_to=11)
        assert ended.state is TurnState.FAILED


RESPONSE = InteractionDestination(1, 2, "token")
PRIVATE = Question(
    11,
    response_conversation(ANN.id, 7),
    "why?",
    ANN,
    ChannelDestination(7),
    response=RESPONSE,
)


async def test_an_answer_for_an_interaction_goes_into_its_responses_alone(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.submit(PRIVATE)
        await core.ended()
        assert [each.destination for each in core.platform.messages.values()] == [RESPONSE]
        assert core.database.rows("SELECT state FROM turns") == [("done",)]


async def test_what_went_wrong_is_told_in_the_responses_too(tmp_path: Path) -> None:
    async with running_core(tmp_path, [StoreError("no")]) as core:
        await core.submit(PRIVATE)
        await core.ended()
        [shown] = core.platform.messages.values()
        assert (shown.destination, shown.text) == (RESPONSE, notice_text("error-store"))


async def test_an_answer_that_no_response_can_show_any_more_is_not_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(destination, "RESPONSE_FOR_S", -1.0)
    async with running_core(tmp_path) as core:
        await core.submit(PRIVATE)
        (ended,) = await core.ended()
        assert ended.state in {TurnState.STOPPED, TurnState.FAILED}
        assert core.source.requests == []
        assert core.platform.messages == {}


async def test_a_stop_ends_an_answer_that_no_other_process_could_go_on_with(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.submit(PRIVATE)
        await core.until_shown()
        await core.turns.close(grace_s=0)
        assert core.platform.texts() == [f"Half an\n\n{notice_text('given-up-stopped')}"]
        core.restart()
        await core.resume()
        assert core.database.rows("SELECT state FROM turns") == [("failed",)]


async def test_messages_of_a_longer_answer_from_before_a_crash_are_removed(tmp_path: Path) -> None:
    never = asyncio.Event()
    long = AnswerText("word " * 600)
    async with running_core(tmp_path, [long, never]) as core:
        await core.ask()
        await core.until_shown(2)
        await core.turns.close(grace_s=0)
        core.source.scripts.append([AnswerText("short")])
        core.restart()
        await core.resume()
        await core.ended()
        assert core.platform.texts() == ["short"]


@pytest.mark.parametrize("crashed", [False, True])
async def test_a_thread_is_opened_with_the_archive_time_that_its_channel_has_set(
    tmp_path: Path, crashed: bool
) -> None:
    """Also one that is opened after a crash, by what is set then."""
    async with running_core(tmp_path) as core:
        if crashed:
            core.platform.opening_s = 1000.0
            await core.ask(thread_on=11)
            await core.turns.close(grace_s=0)
            core.platform.opening_s = 0.0
            core.restart()
        change = SettingChange(1, 7, SettingName.ARCHIVE_AFTER, 60, member_id=9)
        await core.dependencies.guild_settings.change(change)
        await (core.resume() if crashed else core.ask(thread_on=11))
        await core.ended()
        assert core.platform.archive_after_min[-1] == 60


@pytest.mark.parametrize("fails", [False, True])
async def test_where_a_role_is_named_people_are_offered_under_every_end(
    tmp_path: Path, fails: bool
) -> None:
    script: Script = [ApiUnreachable("cannot connect") if fails else AnswerText("fine")]
    async with running_core(tmp_path, script) as core:
        await set_in_server(core, SettingName.HELP_ROLE, 30)
        await core.ask()
        await core.ended()
        (shown,) = core.platform.messages.values()
        assert shown.buttons[-1].control is Control.HELP
