"""Whatever ends a turn ends it in the same way: one event, no cursor left, a word to the reader."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    AnswerBrokenOff,
    BridgeError,
    LinkRefused,
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
    StoreError,
    TextRefused,
    TurnAbandoned,
    TurnGivenUp,
)
from bridge_bot.core.events import Operation, OperationFailed, TurnEnded
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerHeader,
    AnswerText,
    ChannelDestination,
    DelayReason,
    Question,
    StopReason,
    TurnState,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.replies.notices import subtext
from bridge_bot.core.turns import owned_turns, turn
from bridge_bot.core.turns.retry_queue import RETRIED_FOR_S
from bridge_bot.discord_markdown import CURSOR
from tests.harness.english import ENGLISH, text
from tests.harness.running_core import ANN, HERE, RunningCore, Script, header, running_core

WORD = "forbidden"


def told(key: str) -> str:
    """The sentence of that key as a notice."""
    return text("ending-notice", notice=text(key))


def refusing(word: str, error: type[TextRefused]) -> Callable[[str], PlatformError | None]:
    """A filter that takes no text with that word."""
    return lambda said: error("no") if word in said else None


def ends(core: RunningCore) -> list[TurnEnded]:
    """All ends, of turns that are kept for the next start too."""
    return [event for event in core.events if isinstance(event, TurnEnded)]


async def begun(core: RunningCore) -> None:
    await core.until(lambda: bool(core.platform.messages))


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (AnswerBrokenOff("cut"), "error-api-broken-off"),
        (ValueError("a fault"), "error-unexpected"),
        (PlatformRejected("invalid"), "error-platform"),
        (PlatformForbidden("timed out"), "error-platform-forbidden"),
        (TextRefused("filter"), "error-text-refused"),
        (PlaceGone("deleted"), None),
        (PlaceClosed("archived"), None),
    ],
    ids=lambda each: type(each).__name__,
)
async def test_an_error_in_the_middle_is_one_event_and_a_word_and_leaves_no_mark(
    tmp_path: Path, error: Exception, word: str | None
) -> None:
    """Where a word can still be said; the next question is answered as ever."""
    go_on = asyncio.Event()
    refused = isinstance(error, PlatformError)
    last = AnswerText(" answer") if refused else error
    script: Script = [header(), AnswerText("Half an"), go_on, last]  # type: ignore[list-item]
    async with running_core(tmp_path, script) as core:
        await core.ask(id_=11)
        await begun(core)
        core.platform.failures = [error] if isinstance(error, PlatformError) else []
        go_on.set()
        await core.ask(id_=12)
        first, second = await core.ended(2)
        said, fine = core.platform.texts()
        assert first.state in (TurnState.FAILED, TurnState.STOPPED)
        assert second.state is TurnState.DONE
        assert fine == "fine"
        assert said == (f"Half an\n\n{told(word)}" if word else f"Half an {CURSOR}")
        faults = [event for event in core.events if isinstance(event, OperationFailed)]
        assert len(faults) == (not isinstance(error, BridgeError))
        assert all(fault.origin == first.origin for fault in faults)


async def test_what_a_time_out_refuses_to_take_off_is_taken_off_after_it(tmp_path: Path) -> None:
    """One event all the same, and the next question does not wait for it."""
    go_on = asyncio.Event()
    script: Script = [AnswerText("Half an"), go_on, AnswerText(" answer"), asyncio.Event()]
    async with running_core(tmp_path, script) as core:
        await core.ask(id_=11)
        await begun(core)
        core.platform.failures = [PlatformForbidden("in time-out")] * 3
        go_on.set()
        await core.ended()
        assert core.platform.texts() == [f"Half an {CURSOR}"]
        core.platform.failures.pop()
        await core.ask(id_=12)
        await core.ended(2)
        left = f"Half an\n\n{told('error-platform-forbidden')}"
        await core.until(lambda: core.platform.texts() == [left, "fine"])
        await core.until_finished()
        assert len(ends(core)) == 2


@pytest.mark.parametrize("said", [False, True], ids=["nothing said", "said, and not written down"])
async def test_a_turn_whose_end_was_not_told_is_told_by_the_next_process(
    tmp_path: Path, said: bool
) -> None:
    """And not asked again; what was told is told once."""
    go_on = asyncio.Event()
    script: Script = [AnswerText("Half an"), go_on, AnswerText(" answer"), asyncio.Event()]
    async with running_core(tmp_path, script) as core:
        await core.ask()
        await begun(core)
        core.platform.failures = [PlatformForbidden("in time-out")] * 2
        go_on.set()
        await core.ended()
        await core.turns.close(grace_s=0)
        core.platform.failures.clear()
        (left,) = await core.unfinished()
        assert (left.state, left.turn.question.text) == (TurnState.ENDING, "")
        (shown,) = core.platform.messages.values()
        word = told("error-platform-forbidden")
        if said:
            shown.states.append((0.0, f"Half an\n\n{word}"))
        core.restart()
        await core.resume()
        await core.until_finished()
        assert core.platform.texts() == [f"Half an\n\n{word}"]
        assert len(core.source.requests) == 1


async def left_ending(core: RunningCore) -> None:
    """Another process, which begins with a turn whose end its reader was not told."""
    core.source.scripts.insert(0, [AnswerText("Half an"), asyncio.Event()])
    await core.ask()
    await begun(core)
    core.platform.failures = [PlatformForbidden("in time-out")] * 2
    core.turns.withdraw(7, PlatformForbidden("in time-out"))
    await core.ended()
    await core.turns.close(grace_s=0)
    core.platform.failures.clear()
    core.restart()


async def test_a_former_reply_that_may_not_be_looked_for_yet_is_found_and_ended_later(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        await left_ending(core)
        core.platform.locate_errors = [PlatformForbidden("in time-out")] * 3
        await core.resume()
        await core.until_finished()
        assert core.platform.locate_errors == []
        assert core.platform.texts() == [f"Half an\n\n{told('error-platform-forbidden')}"]
        assert len(core.source.requests) == 1


async def test_a_stop_before_the_last_word_leaves_it_to_the_next_process(tmp_path: Path) -> None:
    """Which says the same, since it knows why; and the turn fails once."""
    async with running_core(tmp_path, [AnswerText(WORD)]) as core:
        core.platform.refuses = lambda said: (TextRefused if WORD in said else PlatformBusy)("no")
        await core.ask()
        await core.until(lambda: told("error-text-refused") in core.platform.tried)
        await core.turns.close(grace_s=0)
        core.platform.refuses = lambda _: None
        core.restart()
        await core.resume()
        await core.until_finished()
        assert core.platform.texts() == [told("error-text-refused")]
        assert [event.state for event in ends(core)] == [TurnState.ENDING, TurnState.FAILED]
        assert len(core.source.requests) == 1


async def test_what_could_not_be_told_for_a_month_is_told_no_more(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await left_ending(core)
        await core.resume(later_s=RETRIED_FOR_S + 10)
        await core.until_finished()
        assert core.platform.texts() == [f"Half an {CURSOR}"]
        *_, ended = ends(core)
        assert (ended.state, ended.stop_reason) == (TurnState.STOPPED, StopReason.PLACE_LOST)
        assert isinstance(ended.error, TurnAbandoned)
        assert len(core.source.requests) == 1


async def test_a_stop_while_a_turn_is_given_up_does_not_ask_it_again(tmp_path: Path) -> None:
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await begun(core)
        await core.turns.close(grace_s=0)
        core.restart()
        core.platform.failures = [PlatformBusy("an outage")] * 10
        await core.resume(later_s=7 * 3600)
        await core.until(lambda: len(core.platform.failures) < 10)
        await core.turns.close(grace_s=0)
        first, second = ends(core)
        assert (first.state, first.stop_reason) == (TurnState.QUEUED, StopReason.SHUTDOWN)
        assert (second.state, second.stop_reason) == (TurnState.ENDING, StopReason.SHUTDOWN)
        assert isinstance(second.error, TurnGivenUp)
        core.platform.failures.clear()
        core.restart()
        await core.resume()
        await core.until_finished()
        (said,) = core.platform.texts()
        assert told("given-up-ended") in said
        assert len(core.source.requests) == 1


async def test_a_fault_before_anything_was_shown_is_told_with_what_had_come(tmp_path: Path) -> None:
    async with running_core(tmp_path, [AnswerText("half"), ValueError("no")]) as core:  # type: ignore[list-item]
        await core.ask()
        await core.ended()
        assert core.platform.texts() == [f"half\n\n{told('error-unexpected')}"]


async def test_a_fault_while_the_place_is_found_out_is_told_beside_the_question(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        core.platform.open_error = RuntimeError("no")  # type: ignore[assignment]
        await core.ask(thread_on=11)
        (ended,) = await core.ended()
        (shown,) = core.platform.messages.values()
        assert shown.text == told("error-unexpected")
        assert shown.destination == ChannelDestination(7, reply_to=11)
        assert ended.state is TurnState.FAILED


async def test_a_store_that_fails_while_a_former_reply_is_looked_for_leaves_no_mark(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await begun(core)
        await core.until(lambda: bool(core.platform.texts()))
        await core.turns.close(grace_s=0)
        (shown,) = core.platform.messages.values()
        shown.states.append((0.0, f"Half an {CURSOR}"))  # as after a crash
        core.restart()
        await core.resume()
        with closing(sqlite3.connect(tmp_path / "bridge_bot.db")) as database:
            database.execute("ALTER TABLE reply_messages RENAME TO lost")
        (ended,) = await core.ended()
        assert (ended.state, type(ended.error)) == (TurnState.FAILED, StoreError)
        assert core.platform.texts() == [f"Half an\n\n{told('error-store')}"]
        assert len(core.source.requests) == 1


async def test_an_end_that_a_failing_store_does_not_take_is_written_down_once_it_does(
    tmp_path: Path,
) -> None:
    """Or the next process would pay for the answer again."""
    async with running_core(tmp_path, [AnswerText("the whole answer")]) as core:
        path = tmp_path / "bridge_bot.db"
        with closing(sqlite3.connect(path)) as database:
            database.execute(
                "CREATE TRIGGER fails BEFORE UPDATE OF state ON turns WHEN new.state = 'done' "
                "BEGIN SELECT RAISE(FAIL, 'disk'); END"
            )
        await core.ask()
        await core.ended()
        assert len(await core.unfinished()) == 1
        with closing(sqlite3.connect(path)) as database:
            database.execute("DROP TRIGGER fails")
        await core.until_finished()
        failed = [event for event in core.events if isinstance(event, OperationFailed)]
        assert [(event.operation, event.detail) for event in failed] == [
            (Operation.SAVE_TURN_STATE, "done")
        ]


async def test_a_stop_is_told_below_what_is_shown_and_the_next_start_takes_it_off(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await begun(core)
        await core.turns.close(grace_s=0)
        (ended,) = ends(core)
        assert (ended.state, ended.error) == (TurnState.QUEUED, None)
        assert ended.stop_reason is StopReason.SHUTDOWN
        interrupted = f"Half an\n\n{subtext('ending-interrupted', ENGLISH)}"
        assert core.platform.texts() == [interrupted]
        core.source.scripts.append([AnswerBrokenOff("at once")])
        core.restart()
        await core.resume()
        await core.ended()
        assert core.platform.texts() == [f"Half an\n\n{told('error-api-broken-off')}"]


async def test_a_stop_before_anything_is_shown_is_to_be_seen_at_the_question(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [asyncio.Event()]) as core:
        await core.ask()
        await core.until(lambda: bool(core.source.requests))
        await core.turns.close(grace_s=0)
        assert core.platform.queued == {11}
        core.restart()
        await core.resume()
        await core.ended()
        assert (core.platform.texts(), core.platform.queued) == (["fine"], set())


async def test_a_stop_is_not_held_up_by_a_platform_that_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn, "STOP_WITHIN_S", 0.05)
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await begun(core)
        core.platform.latency_s = 3600.0
        async with asyncio.timeout(5):
            await core.turns.close(grace_s=0)
        core.platform.latency_s = 0.0
        assert [end.state for end in ends(core)] == [TurnState.QUEUED]


@pytest.mark.parametrize("pieces", [1, 12])
async def test_text_that_is_refused_ends_the_answer_with_a_word_below_what_could_be_shown(
    tmp_path: Path, pieces: int
) -> None:
    go_on = asyncio.Event()
    rest = [AnswerText(f" and {WORD} number {number}") for number in range(pieces)]
    async with running_core(tmp_path, [AnswerText("One"), go_on, *rest]) as core:
        core.platform.refuses = refusing(WORD, TextRefused)
        await core.ask()
        await begun(core)
        go_on.set()
        (ended,) = await core.ended()
        assert isinstance(ended.error, TextRefused)
        assert core.platform.texts() == [f"One\n\n{told('error-text-refused')}"]


async def test_an_answer_of_which_nothing_can_be_shown_is_a_word(tmp_path: Path) -> None:
    async with running_core(tmp_path, [AnswerText(WORD)]) as core:
        core.platform.refuses = refusing(WORD, TextRefused)
        await core.ask()
        await core.ended()
        assert core.platform.texts() == [told("error-text-refused")]


async def test_what_stands_already_and_is_refused_from_now_on_gets_a_word_of_its_own(
    tmp_path: Path,
) -> None:
    """As after a new rule of the server's; what can't be edited stays as it is."""
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("One"), go_on, AnswerText(" two")]) as core:
        await core.ask()
        await begun(core)
        core.platform.refuses = refusing("One", TextRefused)
        go_on.set()
        await core.ended()
        assert core.platform.texts() == [f"One {CURSOR}", told("error-text-refused")]


async def test_a_state_in_between_that_is_refused_does_not_end_the_answer(tmp_path: Path) -> None:
    """And it is not tried again with each word, since each refusal may alert somebody."""
    go_on, all_come = asyncio.Event(), asyncio.Event()
    words = [AnswerText(f"word{number} ") for number in range(100)]
    async with running_core(tmp_path, [AnswerText("One "), go_on, *words, all_come]) as core:
        await core.ask()
        await begun(core)
        core.platform.refuses = lambda said: TextRefused("no") if CURSOR in said else None
        go_on.set()
        await core.until(lambda: bool(core.platform.tried[1:]))
        all_come.set()
        (ended,) = await core.ended()
        assert ended.error is None
        assert core.platform.texts()[0].endswith("word99")
        assert len(core.platform.tried) < 10


async def test_a_hint_that_is_refused_costs_the_hint_alone(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(
        tmp_path, [AnswerDelayed(DelayReason.QUEUED), go_on, AnswerText("So.")]
    ) as core:
        core.platform.refuses = refusing("in line", TextRefused)
        await core.ask()
        await core.until(lambda: bool(core.platform.tried))
        go_on.set()
        (ended,) = await core.ended()
        assert (ended.error, core.platform.texts()) == (None, ["So."])


async def test_an_address_that_is_refused_is_shown_as_code_from_then_on(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    address = "https://harmful.example/a"
    script: Script = [AnswerText(f"See {address} and"), go_on, AnswerText(f" [this]({address}).")]
    async with running_core(tmp_path, script) as core:

        def alive(said: str) -> PlatformError | None:
            live = said.replace(f"`{address}`", "")
            return LinkRefused("harmful") if address in live else None

        core.platform.refuses = alive
        await core.ask()
        await begun(core)
        assert core.platform.texts() == [f"See `{address}` and {CURSOR}"]
        go_on.set()
        (ended,) = await core.ended()
        assert ended.error is None
        assert core.platform.texts() == [f"See `{address}` and this `{address}`."]
        assert len([said for said in core.platform.tried if alive(said)]) == 1


async def test_an_address_that_is_refused_as_code_too_ends_the_answer_with_a_word(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [AnswerText("See https://harmful.example/a")]) as core:
        core.platform.refuses = refusing("harmful.example", LinkRefused)
        await core.ask()
        (ended,) = await core.ended()
        assert isinstance(ended.error, LinkRefused)
        assert core.platform.texts() == [told("error-text-refused")]


async def test_a_second_page_that_is_refused_leaves_the_first_as_it_is(tmp_path: Path) -> None:
    async with running_core(tmp_path, [AnswerText("word " * 500 + WORD)]) as core:
        core.platform.refuses = refusing(WORD, TextRefused)
        await core.ask()
        await core.ended()
        first, *others = core.platform.texts()
        assert first.startswith("word word")
        assert "".join([first, *others]).endswith(told("error-text-refused"))
        assert not any(CURSOR in each for each in (first, *others))


@pytest.mark.parametrize(
    "pieces",
    [
        ["\n\n"],
        ["<br>", "<br/>"],
        ["<!-- nothing", " -->"],
        ["\u00a0", "\u200b", "\u2060\ufeff"],
        ["```", "\n```"],
        ["```python\n", "\u200b\n", "```"],
        ["&nbsp;&#8203;", "\n<br>\n", "```\n\n```\n", "<!-- x -->\u3164"],
        ["\u202e\u061c", "\U000e0001", "\u115f\u034f"],
    ],
    ids=ascii,
)
async def test_an_answer_that_shows_nothing_is_said_to_be_empty(
    tmp_path: Path, pieces: list[str]
) -> None:
    """Nothing else was ever to be seen, neither on the way."""
    script: Script = [AnswerHeader("uid-1", system_message="Hello.")]
    for piece in pieces:
        script += [AnswerText(piece)]
    async with running_core(tmp_path, script, mention_needed=True) as core:
        await core.ask(thread_on=11)
        (ended,) = await core.ended()
        assert (ended.state, ended.error) == (TurnState.DONE, None)
        (shown,) = core.platform.messages.values()
        assert [said for _, said in shown.states] == [f"-# Hello.\n{text('reply-empty')}"]


async def test_an_answer_that_shows_nothing_and_breaks_off_leaves_what_stood_before_a_crash(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await begun(core)
        await core.turns.close(grace_s=0)
        core.source.scripts.append([AnswerText("\n\u200b"), AnswerBrokenOff("cut")])
        core.restart()
        await core.resume()
        await core.ended()
        assert core.platform.texts() == [f"Half an\n\n{told('error-api-broken-off')}"]


async def test_turns_that_a_failing_store_can_not_tell_of_are_taken_up_once_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owned_turns, "TAKE_UP_AGAIN_S", 0.01)
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await begun(core)
        await core.turns.close(grace_s=0)
        core.restart()
        with closing(sqlite3.connect(tmp_path / "bridge_bot.db")) as database:
            database.execute("ALTER TABLE turns RENAME TO lost")
            resuming = asyncio.create_task(core.resume())
            await core.until(lambda: any(isinstance(each, OperationFailed) for each in core.events))
            database.execute("ALTER TABLE lost RENAME TO turns")
        await resuming
        await core.ended()
        assert core.platform.texts() == ["fine"]


async def test_a_sentence_of_the_bots_own_is_said_after_a_failure_that_passes(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        core.platform.failures = [PlatformBusy("edge", status=403, retry_after_s=0.0)]
        question = Question(11, HERE, "why?", ANN, ChannelDestination(7), 1)
        await core.intake.send_refusal(question, Refusal("hint-empty"))
        assert core.platform.texts() == [text("hint-empty")]


async def test_an_answer_that_is_shown_to_its_end_is_not_paid_again_however_the_process_ends(
    tmp_path: Path,
) -> None:
    """Here while the mark of a question that waited is still being taken off."""
    async with running_core(tmp_path, [AnswerText("one")], [AnswerText("two")]) as core:
        core.platform.reaction_s = 3600.0
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.until(lambda: core.platform.texts() == ["one", "two"])
        for message_id in core.platform.messages:  # so that what was asked of the store is done
            await core.store.conversations.key_of_message(message_id)
        await core.turns.close(grace_s=0)
        assert [end.state for end in ends(core)] == [TurnState.DONE] * 2
        assert await core.unfinished() == []
