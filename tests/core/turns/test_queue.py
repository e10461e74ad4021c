"""Turns of a conversation come one after the other, and end when their place is taken away."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    ApiUnreachable,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformError,
    PlatformForbidden,
)
from bridge_bot.core.events import OperationFailed
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    ConversationKey,
    Question,
    StopReason,
    Turn,
    TurnState,
)
from bridge_bot.core.turns.ownership import held_turns, owned_turns
from bridge_bot.discord_markdown import CURSOR
from tests.harness.running_core import ANN, HERE, RunningCore, Script, running_core, set_paused


def growing() -> Script:
    """An answer that begins, and of which nothing more comes."""
    return [AnswerText("Half an"), asyncio.Event()]


async def test_a_question_seen_twice_is_answered_once(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.ask(id_=11)
        await core.ask(id_=11)
        await core.ended()
        await core.turns.close(grace_s=5)
        assert len(core.source.requests) == 1
        assert core.platform.texts() == ["fine"]


async def test_a_failing_question_does_not_hold_up_the_next(tmp_path: Path) -> None:
    async with running_core(tmp_path, [ApiUnreachable("no")], [AnswerText("second")]) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        first, second = await core.ended(2)
        assert (first.state, second.state) == (TurnState.FAILED, TurnState.DONE)
        assert core.platform.texts()[-1] == "second"


async def test_questions_of_a_conversation_are_asked_one_after_the_other(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), go_on]) as core:
        await core.ask("first", id_=11)
        await core.ask("second", id_=12)
        await asyncio.sleep(0)
        assert [request.question for request in core.source.requests] in ([], ["first"])
        go_on.set()
        await core.ended(2)
        assert [request.question for request in core.source.requests] == ["first", "second"]


async def test_questions_that_waited_at_the_end_are_answered_after_the_next_start(
    tmp_path: Path,
) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), never]) as core:
        for question in (11, 12, 13):
            await core.ask(f"question {question}", id_=question)
        await core.until_shown()
        await core.turns.close(grace_s=0)
        core.restart()
        await core.resume()
        await core.ended(3)
        asked = [request.question for request in core.source.requests]
        assert asked == ["question 11", "question 11", "question 12", "question 13"]
        assert core.platform.texts() == ["fine", "fine", "fine"]


async def test_unfinished_turns_are_taken_up_once_a_failing_store_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owned_turns, "CLAIM_EVERY_S", 0.01)
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await core.until_shown()
        await core.turns.close(grace_s=0)
        core.restart()
        core.database.execute("ALTER TABLE turns RENAME TO lost")
        resuming = asyncio.create_task(core.resume())
        await core.until(lambda: any(isinstance(each, OperationFailed) for each in core.events))
        core.database.execute("ALTER TABLE lost RENAME TO turns")
        await resuming
        await core.ended()
        assert core.platform.texts() == ["fine"]


@pytest.mark.parametrize(
    "error", [PlaceGone("deleted"), PlaceClosed("archived"), PlatformForbidden("no more")], ids=repr
)
async def test_a_place_that_is_taken_away_stops_the_turn_and_ends_its_request(
    tmp_path: Path, error: PlatformError
) -> None:
    """Although the chatbot is silent, so that no write would fail."""
    async with running_core(tmp_path, growing()) as core:
        await core.ask()
        await core.until_shown()
        assert core.turns.channel_ids() == {7}
        core.turns.withdraw(7, error)
        (ended,) = await core.ended()
        assert (ended.state, ended.error) == (TurnState.STOPPED, error)
        assert ended.stop_reason is StopReason.PLACE_LOST
        assert core.source.left_early == 1
        assert core.turns.channel_ids() == frozenset()
        assert await core.unfinished() == []


async def test_replies_elsewhere_go_on(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(
        tmp_path, growing(), [AnswerText("All "), go_on, AnswerText("of it")]
    ) as core:
        await core.ask()
        await core.until_shown()
        elsewhere = Question(12, ConversationKey("8"), "why?", ANN, ChannelDestination(8), 1)
        await core.submit(elsewhere)
        await core.until_shown(2)
        core.turns.withdraw(7, PlaceGone("deleted"))
        await core.ended(1)
        go_on.set()
        await core.ended(2)
        assert core.platform.texts()[1] == "All of it"


async def test_a_question_that_waits_in_a_place_that_is_gone_is_not_asked(tmp_path: Path) -> None:
    async with running_core(tmp_path, growing()) as core:
        await core.ask(id_=11)
        await core.until_shown()
        await core.ask(id_=12)
        core.turns.withdraw(7, PlaceGone("deleted"))
        ends = await core.ended(2)
        assert [end.state for end in ends] == [TurnState.STOPPED] * 2
        assert len(core.source.requests) == 1


async def test_the_deletion_of_one_of_its_messages_stops_a_reply_and_removes_the_cursor(
    tmp_path: Path,
) -> None:
    words = "word " * 500
    async with running_core(tmp_path, [AnswerText(words), asyncio.Event()]) as core:
        await core.ask()
        await core.until(lambda: len(core.platform.texts()) == 2)
        await core.until(lambda: core.platform.texts()[1].endswith(CURSOR))
        first, *_ = core.platform.messages
        core.platform.messages[first].deleted = True
        core.turns.withdraw(7, MessageGone("deleted"), {first})
        (ended,) = await core.ended()
        assert ended.state is TurnState.STOPPED
        assert len(core.platform.texts()) == 1
        assert not core.platform.texts()[0].endswith(CURSOR)


async def test_the_deletion_of_another_message_stops_nothing(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("All "), go_on, AnswerText("of it")]) as core:
        await core.ask()
        await core.until_shown()
        core.turns.withdraw(7, MessageGone("deleted"), {1, 2})
        go_on.set()
        await core.ended()
        assert core.platform.texts() == ["All of it"]


async def test_a_write_that_finds_its_message_gone_stops_the_turn_too(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(
        tmp_path, [AnswerText("Half "), go_on, AnswerText("an"), asyncio.Event()]
    ) as core:
        await core.ask()
        await core.until_shown()
        core.platform.messages[1000].deleted = True
        go_on.set()
        (ended,) = await core.ended()
        assert (ended.state, type(ended.error)) == (TurnState.STOPPED, MessageGone)
        assert core.source.left_early == 1


def elsewhere(number: int, *, guild_id: int | None = 1) -> Question:
    """A question in a conversation of its own."""
    key, place = ConversationKey(str(number)), ChannelDestination(number, guild_id=guild_id)
    return Question(number, key, f"question {number}?", ANN, place, guild_id)


async def test_no_more_turns_are_under_way_than_there_are_slots(tmp_path: Path) -> None:
    """Of one that waits nothing is opened, asked, stored or shown, until another has ended."""
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), go_on], most_answers=1) as core:
        await core.submit(elsewhere(21))
        await core.until_shown()
        await core.submit(elsewhere(22))
        await core.submit(elsewhere(23))
        assert [request.question for request in core.source.requests] == ["question 21?"]
        states = [each.state for each in await core.unfinished()]
        assert states[1:] == [TurnState.QUEUED] * 2
        assert core.platform.queued == set()
        assert core.turns.waiting_in_all() == 2
        go_on.set()
        ended = await core.ended(3)
        assert [event.origin.question_id for event in ended] == [21, 22, 23]
        assert len(core.source.requests) == 3
        assert core.turns.waiting_in_all() == 0


async def test_another_server_is_next_however_many_of_one_wait(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), go_on], most_answers=1) as core:
        for number in range(21, 51):
            await core.submit(elsewhere(number))
        await core.submit(elsewhere(91, guild_id=2))
        await core.submit(elsewhere(92, guild_id=None))
        go_on.set()
        ended = [event.origin.question_id for event in await core.ended(32)]
        assert ended[:4] == [21, 91, 92, 22]
        assert ended[4:] == list(range(23, 51))


async def test_the_questions_of_a_conversation_stay_in_order_while_slots_are_short(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, most_answers=1) as core:
        for number in range(11, 17):
            await core.ask(id_=number)
            await core.submit(elsewhere(number + 100))
        ended = [event.origin.question_id for event in await core.ended(12)]
        assert [each for each in ended if each < 100] == list(range(11, 17))


@pytest.mark.parametrize("grace_s", [0.0, 60.0])
async def test_who_waits_for_a_slot_at_the_end_is_answered_after_the_next_start(
    tmp_path: Path, grace_s: float
) -> None:
    """At once, whatever the grace is; with a reaction until then, and asked once alone."""
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), go_on], most_answers=1) as core:
        for number in (21, 22, 23):
            await core.submit(elsewhere(number))
        await core.until_shown()
        closing = asyncio.create_task(core.turns.close(grace_s))
        await core.until(lambda: {22, 23} <= core.platform.queued)
        go_on.set()
        await closing
        assert len(core.source.requests) == 1
        core.restart()
        await core.resume()
        await core.until_finished()
        asked = Counter(request.question for request in core.source.requests)
        assert (asked["question 22?"], asked["question 23?"]) == (1, 1)
        await core.until(lambda: not core.platform.queued)


async def test_a_place_that_is_gone_before_the_slot_comes_costs_nothing(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), go_on], most_answers=1) as core:
        await core.submit(elsewhere(21))
        await core.submit(elsewhere(22))
        await core.until_shown()
        core.turns.withdraw(22, PlaceGone("the thread was deleted"))
        (gone,) = await core.ended()
        assert (gone.origin.question_id, gone.state) == (22, TurnState.STOPPED)
        go_on.set()
        _, done = await core.ended(2)
        assert done.state is TurnState.DONE
        assert len(core.source.requests) == 1


async def test_turns_that_wait_for_the_end_of_a_pause_hold_no_slot(tmp_path: Path) -> None:
    """With one slot, all that waited for it come to wait for the end of the pause, and say so."""
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), go_on], most_answers=1) as core:
        for number in (21, 22, 23):
            await core.submit(elsewhere(number, guild_id=number))
        await core.until_shown()
        await set_paused(core, is_paused=True)
        go_on.set()
        await core.ended()
        await core.until(lambda: {22, 23} <= core.platform.queued)
        assert len(core.source.requests) == 1
        await set_paused(core, is_paused=False)
        ended = [event.origin.question_id for event in await core.ended(3)]
        assert ended == [21, 22, 23]
        await core.until(lambda: not core.platform.queued)


async def test_a_notice_waits_for_a_slot_and_a_stop_keeps_it_for_the_next_start(
    tmp_path: Path,
) -> None:
    """A question that was given up is not asked after all, whenever the bot stops."""
    async with running_core(tmp_path, [AnswerText("Half"), asyncio.Event()]) as core:
        await core.ask()
        await core.until_shown()
        await core.turns.close(grace_s=0)
        core.restart(most_answers=0)
        await core.resume(later_s=7 * 3600)
        await core.until(lambda: all(each.slot.is_waiting for each in core.turns._runners))
        await core.turns.close(grace_s=0)
        (kept,) = await core.unfinished()
        assert kept.state is TurnState.ENDING
        core.restart()
        await core.resume(later_s=7 * 3600)
        await core.until_finished()
        assert len(core.source.requests) == 1


async def test_a_notice_that_gets_its_slot_from_a_stop_and_is_refused_is_left_to_the_next_start(
    tmp_path: Path,
) -> None:
    go_on = asyncio.Event()
    scripts: list[Script] = [[AnswerText("Half"), asyncio.Event()], [AnswerText("one"), go_on]]
    async with running_core(tmp_path, *scripts) as core:
        await core.ask()
        await core.until_shown()
        await core.turns.close(grace_s=0)
        core.restart(most_answers=1)
        await core.submit(elsewhere(21))
        await core.until_shown(2)
        await core.resume(later_s=7 * 3600)
        await core.until(lambda: any(each.slot.is_waiting for each in core.turns._runners))
        core.platform.locate_errors = [PlatformForbidden("in time-out")]
        closing = asyncio.create_task(core.turns.close(grace_s=5))
        await asyncio.sleep(0)
        go_on.set()
        await closing
        assert [each for each in core.events if isinstance(each, OperationFailed)] == []
        (kept,) = await core.unfinished()
        assert kept.state is TurnState.ENDING
        assert [end.state for end in core.ends()] == [
            *(TurnState.QUEUED, TurnState.DONE, TurnState.ENDING)
        ]


async def accepted_by_another(core: RunningCore, *questions: int) -> list[int]:
    """Another process has accepted these questions of the same conversation. The turns' ids."""
    turns = [
        Turn.of(
            Question(id_, HERE, f"question {id_}", ANN, ChannelDestination(7), 1), owner="another"
        )
        for id_ in questions
    ]
    for turn in turns:
        await core.store.turns.accept(turn, lease_s=60)
    return [turn.id for turn in turns]


def end_leases_of_another(core: RunningCore) -> None:
    core.database.execute("UPDATE turns SET lease_until = 1 WHERE owner = 'another'")


def asked(core: RunningCore) -> list[str]:
    return [request.question for request in core.source.requests]


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turns are claimed every few milliseconds."""
    monkeypatch.setattr(owned_turns, "CLAIM_EVERY_S", 0.01)


@pytest.mark.usefixtures("often")
async def test_a_question_waits_for_earlier_ones_of_a_process_that_was_killed(
    tmp_path: Path,
) -> None:
    """All of them are answered in order once its leases have run out, and nobody else waits."""
    async with running_core(tmp_path) as core:
        await accepted_by_another(core, 11, 12)
        await core.resume()
        for id_ in (13, 14):
            await core.ask(f"question {id_}", id_=id_)
        await core.submit(elsewhere(21))
        await core.ended()
        await core.until(lambda: core.platform.queued == {13, 14})
        assert asked(core) == ["question 21?"]
        assert core.turns.waiting(HERE) == 2
        assert core.turns.channel_ids() == {7}
        end_leases_of_another(core)
        await core.ended(5)
        assert asked(core)[1:] == [f"question {id_}" for id_ in (11, 12, 13, 14)]
        await core.until(lambda: not core.platform.queued)
        assert core.turns.waiting(HERE) == 0


@pytest.mark.usefixtures("often")
async def test_a_question_waits_until_a_process_that_runs_has_answered_the_earlier_one(
    tmp_path: Path,
) -> None:
    """As where two processes serve the same shard by mistake."""
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), go_on]) as core:
        await core.resume()
        await core.ask("first", id_=11)
        await core.until_shown()
        other = core.turns
        core.restart()
        await core.resume()
        await core.ask("second", id_=12)
        await core.until(lambda: 12 in core.platform.queued)
        await core.ask("third", id_=13)
        assert asked(core) == ["first"]
        go_on.set()
        await core.ended(3)
        assert asked(core) == ["first", "second", "third"]
        await other.close(grace_s=5)


@pytest.mark.usefixtures("often")
async def test_a_question_that_waits_for_another_process_is_kept_by_a_shutdown(
    tmp_path: Path,
) -> None:
    """It shows that it waits, and the next start answers it in order."""
    async with running_core(tmp_path) as core:
        await accepted_by_another(core, 11)
        await core.resume()
        await core.ask("question 12", id_=12)
        await core.turns.close(grace_s=0)
        assert core.platform.queued == {12}
        core.restart()
        await core.resume()
        end_leases_of_another(core)
        await core.ended(2)
        assert asked(core) == ["question 11", "question 12"]
        await core.until(lambda: not core.platform.queued)


@pytest.mark.usefixtures("often")
async def test_a_question_does_not_wait_for_the_notice_of_another_process_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which may be tried for weeks while the bot is in time-out."""
    monkeypatch.setattr(held_turns, "ENDING_S", 0.05)
    async with running_core(tmp_path) as core:
        (ending,) = await accepted_by_another(core, 11)
        await core.store.turns.set_state(ending, TurnState.ENDING)
        await core.resume()
        await core.ask("question 12", id_=12)
        await core.ended()
        assert asked(core) == ["question 12"]


@pytest.mark.usefixtures("often")
async def test_a_notice_of_a_process_that_was_killed_comes_before_the_next_answer(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        (ending,) = await accepted_by_another(core, 11)
        await core.store.turns.set_state(ending, TurnState.ENDING)
        await core.resume()
        await core.ask("question 12", id_=12)
        end_leases_of_another(core)
        await core.ended(2)
        assert core.platform.texts()[1:] == ["fine"]
        assert asked(core) == ["question 12"]


@pytest.mark.usefixtures("often")
async def test_a_question_whose_place_is_gone_while_it_waits_is_not_asked(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        (earlier,) = await accepted_by_another(core, 11)
        await core.resume()
        await core.ask("question 12", id_=12)
        core.turns.withdraw(7, PlaceGone("deleted"))
        await core.store.turns.set_state(earlier, TurnState.DONE)
        (ended,) = await core.ended()
        assert ended.state is TurnState.STOPPED
        assert asked(core) == []
