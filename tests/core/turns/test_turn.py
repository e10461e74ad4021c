"""A turn from its beginning to its end: what is shown, stored and observed of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typing_extensions import override

from bridge_bot.core.errors import (
    AnswerBrokenOff,
    AnswerError,
    ApiRejected,
    ApiUnreachable,
    BridgeError,
    PlaceClosed,
    PlaceGone,
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
    TextRefused,
)
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import (
    AnswerHeader,
    AnswerText,
    ChannelDestination,
    ChatRequest,
    Destination,
    OutgoingMessage,
    TurnState,
)
from bridge_bot.core.ports import Priority
from bridge_bot.core.turns.ownership import owned_turns
from bridge_bot.discord_markdown import CURSOR
from tests.harness.english import notice_text, text
from tests.harness.memory_platform import MemoryPlatform
from tests.harness.running_core import ANN, Script, header, running_core

NO_END_IS_STORED = (
    "CREATE TRIGGER fails BEFORE UPDATE OF state ON turns WHEN new.state = 'done' "
    "BEGIN SELECT RAISE(FAIL, 'disk'); END"
)


async def test_an_answer_is_shown_and_its_turn_is_done(tmp_path: Path) -> None:
    async with running_core(
        tmp_path, [header(), AnswerText("Because "), AnswerText("so.")]
    ) as core:
        await core.ask("why?")
        (ended,) = await core.ended()
        assert core.platform.texts() == ["Because so."]
        assert (ended.state, ended.pages, ended.error) == (TurnState.DONE, 1, None)
        assert core.source.requests == [ChatRequest("why?", "auto", None)]


async def test_without_message_content_the_first_reply_says_that_a_mention_is_needed(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, mention_needed=True) as core:
        await core.ask(id_=11, thread_on=11)
        await core.ask(id_=12)
        await core.ended(2)
        first, second = core.platform.texts()
        assert first == "fine\n\n-# " + text("mention-needed")
        assert second == "fine"


@pytest.mark.parametrize(
    "error",
    [
        ApiUnreachable("cannot connect"),
        ApiRejected("refused", code=1234, msg="nope", request_id="req-9"),
    ],
)
async def test_an_error_of_the_api_is_shown_as_a_notice(tmp_path: Path, error: AnswerError) -> None:
    async with running_core(tmp_path, [error]) as core:
        await core.ask()
        (ended,) = await core.ended()
        (shown,) = core.platform.texts()
        assert text(error.text_key) in shown
        assert error.request_id in shown
        assert str(error) not in shown
        assert (ended.state, ended.error) == (TurnState.FAILED, error)


async def test_what_had_come_stays_when_an_answer_breaks_off(tmp_path: Path) -> None:
    async with running_core(
        tmp_path, [header(), AnswerText("Half an"), AnswerBrokenOff("cut")]
    ) as core:
        await core.ask()
        await core.ended()
        (shown,) = core.platform.texts()
        assert shown.startswith("Half an\n\n")
        assert text("error-api-broken-off") in shown


async def test_an_empty_answer_is_said_to_be_empty(tmp_path: Path) -> None:
    async with running_core(tmp_path, [header()]) as core:
        await core.ask()
        await core.ended()
        assert core.platform.texts() == [text("reply-empty")]


async def test_the_request_is_given_up_when_the_reply_cannot_be_written(tmp_path: Path) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("text"), never]) as core:
        core.platform.failures.append(PlaceGone("thread deleted"))
        await core.ask()
        (ended,) = await core.ended()
        assert isinstance(ended.error, PlaceGone)
        assert core.source.left_early == 1


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
    """And nothing else is shown on the way."""
    script: Script = [AnswerHeader("uid-1", system_message="Hello.")]
    for piece in pieces:
        script += [AnswerText(piece)]
    async with running_core(tmp_path, script, mention_needed=True) as core:
        await core.ask(thread_on=11)
        (ended,) = await core.ended()
        assert (ended.state, ended.error) == (TurnState.DONE, None)
        (shown,) = core.platform.messages.values()
        assert [state for _, state in shown.states] == [f"-# Hello.\n{text('reply-empty')}"]


@pytest.mark.parametrize(
    ("error", "text_key"),
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
async def test_an_error_in_the_middle_is_one_event_and_a_notice_and_leaves_no_cursor(
    tmp_path: Path, error: Exception, text_key: str | None
) -> None:
    """Where a notice can still be shown; the next question is answered as ever."""
    go_on = asyncio.Event()
    refused = isinstance(error, PlatformError)
    last = AnswerText(" answer") if refused else error
    script: Script = [header(), AnswerText("Half an"), go_on, last]  # type: ignore[list-item]
    async with running_core(tmp_path, script) as core:
        await core.ask(id_=11)
        await core.until_shown()
        core.platform.failures = [error] if isinstance(error, PlatformError) else []
        go_on.set()
        await core.ask(id_=12)
        first, second = await core.ended(2)
        shown, fine = core.platform.texts()
        assert first.state in (TurnState.FAILED, TurnState.STOPPED)
        assert second.state is TurnState.DONE
        assert fine == "fine"
        assert shown == (f"Half an\n\n{notice_text(text_key)}" if text_key else f"Half an {CURSOR}")
        faults = [event for event in core.events if isinstance(event, OperationFailed)]
        assert len(faults) == (not isinstance(error, BridgeError))
        assert all(fault.origin == first.origin for fault in faults)


@pytest.mark.sqlite  # its trigger is SQLite's
async def test_an_end_that_a_failing_store_does_not_take_is_stored_once_it_works(
    tmp_path: Path,
) -> None:
    """Or the next process would pay for the answer again."""
    async with running_core(tmp_path, [AnswerText("the whole answer")]) as core:
        core.database.execute(NO_END_IS_STORED)
        await core.ask()
        await core.ended()
        assert len(await core.unfinished()) == 1
        core.database.execute("DROP TRIGGER fails")
        await core.until_finished()
        failed = [event for event in core.events if isinstance(event, OperationFailed)]
        assert [(event.operation, event.detail) for event in failed] == [
            (Operation.SAVE_TURN_STATE, "done")
        ]


@pytest.mark.sqlite  # its trigger is SQLite's
async def test_an_end_that_could_not_be_stored_is_stored_once_more_when_the_bot_stops(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [AnswerText("the whole answer")]) as core:
        core.database.execute(NO_END_IS_STORED)
        await core.ask()
        await core.ended()
        core.database.execute("DROP TRIGGER fails")
        await core.turns.close(grace_s=0)
        assert await core.unfinished() == []


async def test_an_answer_that_is_shown_to_its_end_is_not_paid_again_however_the_process_ends(
    tmp_path: Path,
) -> None:
    """Here while the reaction on a question that waited is still being removed."""
    async with running_core(tmp_path, [AnswerText("one")], [AnswerText("two")]) as core:
        core.platform.reaction_s = 3600.0
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.until(lambda: core.platform.texts() == ["one", "two"])
        for message_id in core.platform.messages:  # so that what was asked of the store is done
            await core.store.conversations.key_of_message(message_id)
        await core.turns.close(grace_s=0)
        assert [end.state for end in core.ends()] == [TurnState.DONE] * 2
        assert await core.unfinished() == []


async def test_only_the_asker_is_notified_when_an_answer_took_long(
    tmp_path: Path,
) -> None:
    go_on = asyncio.Event()
    script: Script = [header(), AnswerText("one "), go_on, AnswerText("two")]
    async with running_core(tmp_path, script, notify_after_s=0.01) as core:
        await core.ask()
        await core.until_shown()
        await asyncio.sleep(0.02)
        go_on.set()
        await core.ended()
        await core.until_shown(2)
        answer, notification = core.platform.messages.values()
        assert (answer.ping, notification.ping) == (None, ANN.id)
        assert notification.text == text("answer-complete")
        assert notification.destination == ChannelDestination(7, reply_to=1000)


class LimitedPlatform(MemoryPlatform):
    """Lets notifications wait until one may be sent."""

    def __init__(self) -> None:
        super().__init__()
        self.waits, self.may_notify = asyncio.Event(), asyncio.Event()

    @override
    async def write(
        self,
        destination: Destination,
        render: Callable[[], OutgoingMessage | None],
        priority: Priority,
        *,
        message_id: int | None = None,
        nonce: str = "",
    ) -> int | None:
        if nonce.endswith(".done"):
            self.waits.set()
            await self.may_notify.wait()
        return await super().write(
            destination, render, priority, message_id=message_id, nonce=nonce
        )


async def test_a_claim_while_the_notification_waits_to_be_sent_does_not_cost_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A claim does not find the turn any more, since it was finished here."""
    monkeypatch.setattr(owned_turns, "CLAIM_EVERY_S", 0.01)
    async with running_core(tmp_path) as core:
        platform = core.platform = LimitedPlatform()
        core.restart(replace(core.dependencies, platform=platform), notify_after_s=1e-9)
        await core.resume()
        await core.ask()
        await platform.waits.wait()
        (runner,) = core.turns._runners
        await core.until(lambda: runner.turn_id not in core.turns._owned_turns._ids)
        platform.may_notify.set()
        await core.until_shown(2)


async def test_nobody_is_notified_of_a_quick_answer_or_of_one_that_failed(tmp_path: Path) -> None:
    quick: Script = [header(), AnswerText("one")]
    failing: Script = [header(), AnswerText("Half"), AnswerBrokenOff("cut")]
    for after_s, script in ((60.0, quick), (1e-9, failing)):
        folder = tmp_path / str(after_s)
        folder.mkdir()
        async with running_core(folder, script, notify_after_s=after_s) as core:
            await core.ask()
            await core.ended()
            await core.turns.close(grace_s=5)
            assert len(core.platform.messages) == 1


async def test_a_notification_that_cannot_be_sent_changes_nothing(tmp_path: Path) -> None:
    async with running_core(tmp_path, [header(), AnswerText("one")], notify_after_s=1e-9) as core:
        core.platform.failures = [None, PlatformForbidden("no")]
        await core.ask()
        (ended,) = await core.ended()
        assert ended.state is TurnState.DONE
        await core.turns.close(grace_s=5)
        assert core.platform.texts() == ["one"]
