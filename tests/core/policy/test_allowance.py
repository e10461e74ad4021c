"""A turn asks the Chat API within the limits of the day, and not while the bot is paused."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.errors import GuildPaused, LimitReached, PlaceGone
from bridge_bot.core.events import AskingPaused, AskingResumed
from bridge_bot.core.guild_settings.values import PlaceSettings, SettingName
from bridge_bot.core.model import (
    EVERYTHING,
    AnswerText,
    ChannelDestination,
    ConversationKey,
    Question,
    StopReason,
    TurnState,
)
from bridge_bot.core.policy.daily_limits import DailyLimits
from tests.harness.english import notice_text, text
from tests.harness.running_core import (
    ANN,
    HERE,
    Script,
    header,
    running_core,
    set_in_server,
    set_paused,
)


def question(id_: int) -> Question:
    """Ann's question of that id."""
    return Question(id_, HERE, "why?", ANN, ChannelDestination(7), guild_id=1)


async def test_each_request_of_a_turn_counts_unless_it_is_given_back(tmp_path: Path) -> None:
    async with running_core(tmp_path, limits=DailyLimits(in_all=2)) as core:
        parts = core.dependencies
        allowance = parts.allowance_of(question(11))
        assert not allowance.is_taken
        await allowance.take()
        await allowance.give_back()
        assert not allowance.is_taken
        for _ in range(2):
            await allowance.take()
            assert allowance.is_taken
        with pytest.raises(LimitReached):
            await allowance.take()


async def test_a_request_that_is_given_back_leaves_an_earlier_one_counted(tmp_path: Path) -> None:
    """Such as where a repetition can't connect, and the first one has reached the Chat API."""
    async with running_core(tmp_path) as core:
        allowance = core.dependencies.allowance_of(question(11))
        for _ in range(2):
            await allowance.take()
        await allowance.give_back()
        assert allowance.is_taken


async def test_a_request_waits_for_the_end_of_a_pause(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        parts, told = core.dependencies, list[str]()
        allowance = parts.allowance_of(question(11))
        assert not await allowance.until_resumed(lambda: told.append("paused"))
        await set_paused(core, is_paused=True)
        waiting = asyncio.create_task(allowance.until_resumed(lambda: told.append("paused")))
        await core.until(lambda: bool(told))
        assert allowance.is_waiting
        assert not waiting.done()
        await set_paused(core, is_paused=False)
        assert await waiting
        assert told == ["paused"]
        assert core.events == [core.events[0], AskingResumed()]
        assert isinstance(core.events[0], AskingPaused)


async def test_a_repetition_is_not_counted_before_a_pause_ends(tmp_path: Path) -> None:
    """Such as of a request that has failed, while its turn was under way already."""
    async with running_core(tmp_path) as core:
        parts = core.dependencies
        allowance = parts.allowance_of(question(11))
        await allowance.take()
        await set_paused(core, is_paused=True)
        taking = asyncio.create_task(allowance.take())
        await core.until(lambda: allowance.is_waiting)
        assert await core.store.requests.get(parts.requests._day(), [EVERYTHING]) == {EVERYTHING: 1}
        await set_paused(core, is_paused=False)
        await taking
        assert await core.store.requests.get(parts.requests._day(), [EVERYTHING]) == {EVERYTHING: 2}


async def test_a_limit_that_another_process_has_reached_meanwhile_is_told_in_place_of_the_answer(
    tmp_path: Path,
) -> None:
    go_on = asyncio.Event()
    first: Script = [header(), AnswerText("one"), go_on]
    async with running_core(tmp_path, first, limits=DailyLimits(in_all=2)) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)  # waits for the first
        await core.until_shown()
        await core.dependencies.requests.count(question(13), PlaceSettings())
        go_on.set()
        _, ended = await core.ended(2)
        assert ended.state is TurnState.FAILED
        assert isinstance(ended.error, LimitReached)
        notice = core.platform.texts()[-1]
        assert text("refused-day-all", until="0").partition("<t:")[0] in notice
        assert len(core.source.requests) == 1


async def test_while_paused_running_answers_end_and_waiting_questions_are_not_asked(
    tmp_path: Path,
) -> None:
    """These are marked as waiting, and asked once it goes on."""
    go_on = asyncio.Event()
    first: Script = [header(), AnswerText("one"), go_on]
    async with running_core(tmp_path, first) as core:
        await core.ask(id_=11)
        await core.ask("second?", id_=12)
        await core.until_shown()
        await set_paused(core, is_paused=True)
        go_on.set()
        (ended,) = await core.ended()
        assert ended.state is TurnState.DONE
        [waiting] = core.turns._runners
        await core.until(lambda: waiting.allowance.is_waiting)
        assert len(core.source.requests) == 1
        assert 12 in core.platform.queued
        await set_paused(core, is_paused=False)
        await core.ended(2)
        assert [each.question for each in core.source.requests] == ["why?", "second?"]
        await core.until(lambda: 12 not in core.platform.queued)


async def test_turns_that_a_start_takes_up_while_paused_wait_and_a_stop_keeps_them(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await core.until_shown()
        await core.turns.close(grace_s=0)
        await set_paused(core, is_paused=True)
        core.restart()
        await core.resume()
        [waiting] = core.turns._runners
        await core.until(lambda: waiting.allowance.is_waiting)
        begun_s = asyncio.get_running_loop().time()
        await core.turns.close(grace_s=60)
        assert asyncio.get_running_loop().time() < begun_s + 10, "it waited for the grace"
        assert core.ends()[-1].stop_reason is StopReason.SHUTDOWN
        assert len(core.source.requests) == 1
        await set_paused(core, is_paused=False)
        core.restart()
        await core.resume()
        await core.ended()
        assert core.platform.texts() == ["fine"]


async def test_a_question_whose_place_is_taken_away_while_paused_ends(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), go_on]) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.until_shown()
        await set_paused(core, is_paused=True)
        go_on.set()
        await core.ended()
        [waiting] = core.turns._runners
        await core.until(lambda: waiting.allowance.is_waiting)
        core.turns.withdraw(7, PlaceGone("deleted"))
        _, ended = await core.ended(2)
        assert ended.stop_reason is StopReason.PLACE_LOST
        assert len(core.source.requests) == 1


async def test_a_question_that_a_pause_held_up_for_too_long_is_given_up(tmp_path: Path) -> None:
    """As one that was missed for too long: its member is told to ask again."""
    go_on = asyncio.Event()
    first: Script = [header(), AnswerText("one"), go_on]
    async with running_core(tmp_path, first, catch_up_s=0.0) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.until_shown()
        await set_paused(core, is_paused=True)
        go_on.set()
        await core.ended()
        [waiting] = core.turns._runners
        await core.until(lambda: waiting.allowance.is_waiting)
        await set_paused(core, is_paused=False)
        await core.ended(2)
        assert core.platform.texts()[-1] == notice_text("given-up-late")
        assert len(core.source.requests) == 1


async def test_what_waits_is_not_asked_while_the_server_has_paused(tmp_path: Path) -> None:
    """A running answer ends; a question of another server is answered."""
    go_on = asyncio.Event()
    first: Script = [header(), AnswerText("one"), go_on]
    async with running_core(tmp_path, first, most_answers=2) as core:
        await core.ask(id_=11)
        await core.ask("second?", id_=12)
        await core.until_shown()
        await set_in_server(core, SettingName.PAUSED, value=True)
        go_on.set()
        (ended,) = await core.ended()
        assert ended.state is TurnState.DONE
        [waiting] = core.turns._runners
        await core.until(lambda: waiting.allowance.is_waiting)
        assert 12 in core.platform.queued
        elsewhere = replace(question(13), conversation=ConversationKey("8"), guild_id=2)
        assert await core.submit(elsewhere) is None
        await core.ended(2)
        assert [each.question for each in core.source.requests] == ["why?", "why?"]
        await set_in_server(core, SettingName.PAUSED, value=False)
        await core.ended(3)
        assert core.source.requests[-1].question == "second?"
        await core.until(lambda: 12 not in core.platform.queued)


async def test_a_request_of_a_turn_under_way_is_refused_while_the_server_has_paused(
    tmp_path: Path,
) -> None:
    """Its slot is not kept until the server goes on: others need it."""
    async with running_core(tmp_path) as core:
        allowance = core.dependencies.allowance_of(question(11))
        await set_in_server(core, SettingName.PAUSED, value=True)
        assert allowance.is_paused
        with pytest.raises(GuildPaused) as refused:
            await allowance.take()
        assert "paused me here" in text(refused.value.text_key)
        assert not allowance.is_taken
        assert not core.dependencies.allowance_of(replace(question(11), guild_id=2)).is_paused
        assert not core.dependencies.allowance_of(replace(question(11), guild_id=None)).is_paused


async def test_a_limit_that_the_server_sets_holds_for_what_waits(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [header(), AnswerText("one"), go_on]) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.until_shown()
        await set_in_server(core, SettingName.MEMBER_QUESTIONS_PER_DAY, 1)
        go_on.set()
        _, ended = await core.ended(2)
        assert isinstance(ended.error, LimitReached)
        assert "your one question on this server" in core.platform.texts()[-1]
        assert len(core.source.requests) == 1


@pytest.mark.parametrize("both", [False, True])
async def test_both_pauses_have_to_end(tmp_path: Path, both: bool) -> None:
    """In whatever order they end."""
    async with running_core(tmp_path) as core:
        allowance = core.dependencies.allowance_of(question(11))
        await set_paused(core, is_paused=True)
        await set_in_server(core, SettingName.PAUSED, value=True)
        waiting = asyncio.create_task(allowance.until_resumed())
        for operators in (both, not both):
            await asyncio.sleep(0.05)
            assert not waiting.done()
            if operators:
                await set_paused(core, is_paused=False)
            else:
                await set_in_server(core, SettingName.PAUSED, value=False)
        assert await asyncio.wait_for(waiting, 10)
