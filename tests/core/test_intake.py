"""Questions in, replies out: the intake and its turns, with the real store."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    AnswerBrokenOff,
    AnswerError,
    ApiRejected,
    ApiUnreachable,
    PlaceGone,
)
from bridge_bot.core.events import QuestionRefused
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerHeader,
    AnswerText,
    Attachment,
    ChannelDestination,
    ChatRequest,
    DelayReason,
    Origin,
    Question,
    TurnState,
)
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.replies.notices import subtext
from bridge_bot.discord_markdown import CURSOR
from bridge_bot.texts import Texts
from tests.harness.english import ENGLISH, text
from tests.harness.running_core import ANN, HERE, header, running_core


def question(id_: int) -> Question:
    """Ann's question of that id."""
    return Question(id_, HERE, "why?", ANN, ChannelDestination(7), guild_id=1)


def from_(question_id: int) -> Origin:
    """Where Ann's question of that id comes from."""
    return Origin(question_id, 1, 7, ANN.id)


async def test_an_answer_is_shown_and_its_turn_is_done(tmp_path: Path) -> None:
    async with running_core(
        tmp_path, [header(), AnswerText("Because "), AnswerText("so.")]
    ) as core:
        await core.ask("why?")
        (ended,) = await core.ended()
        assert core.platform.texts() == ["Because so."]
        assert (ended.state, ended.pages, ended.error) == (TurnState.DONE, 1, None)
        assert core.source.requests == [ChatRequest("why?", "auto", None)]


async def test_the_uid_that_the_api_gave_goes_back_with_the_next_question(tmp_path: Path) -> None:
    async with running_core(tmp_path, [header("uid-1"), AnswerText("one")]) as core:
        await core.ask(id_=11)
        await core.ended(1)
        await core.ask(id_=12)
        await core.ended(2)
        assert [request.conversation_uid for request in core.source.requests] == [None, "uid-1"]


async def test_a_uid_that_changes_is_adopted(tmp_path: Path) -> None:
    async with running_core(
        tmp_path, [header("old"), AnswerText("1")], [header("new"), AnswerText("2")]
    ) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.ended(2)
        assert (await core.store.conversations.get(HERE)).conversation_uid == "new"


async def test_a_lost_context_is_told_in_a_line_above_the_answer_and_the_uid_replaced(
    tmp_path: Path,
) -> None:
    anew = AnswerHeader("new", context_lost=True)
    async with running_core(
        tmp_path, [header("old"), AnswerText("1")], [anew, AnswerText("# Two")]
    ) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.ended(2)
        assert core.platform.texts() == ["1", "-# " + text("context-lost") + "\n# Two"]
        assert (await core.store.conversations.get(HERE)).conversation_uid == "new"


async def test_a_lost_context_without_a_new_uid_leaves_none(tmp_path: Path) -> None:
    anew = AnswerHeader(None, context_lost=True)
    async with running_core(tmp_path, [header("old"), AnswerText("1")], [anew]) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.ended(2)
        assert (await core.store.conversations.get(HERE)).conversation_uid is None
        assert core.platform.texts()[1] == (
            "-# " + text("context-lost") + "\n" + text("reply-empty")
        )


async def test_the_old_uid_is_kept_when_the_new_request_fails_too(tmp_path: Path) -> None:
    async with running_core(
        tmp_path, [header("old"), AnswerText("1")], [ApiRejected("no")]
    ) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.ended(2)
        assert (await core.store.conversations.get(HERE)).conversation_uid == "old"


@pytest.mark.parametrize("reason", DelayReason)
async def test_a_delay_is_told_until_the_answer_takes_its_place(
    tmp_path: Path, reason: DelayReason
) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerDelayed(reason), go_on, AnswerText("so")]) as core:
        await core.ask()
        await core.until(lambda: bool(core.platform.messages))
        assert core.platform.texts() == ["-# " + text(f"delayed-{reason}")]
        go_on.set()
        await core.ended()
        assert core.platform.texts() == ["so"]


async def test_a_delay_that_ends_in_an_error_is_replaced_by_it(tmp_path: Path) -> None:
    async with running_core(
        tmp_path, [AnswerDelayed(DelayReason.RETRYING), ApiUnreachable("no")]
    ) as core:
        await core.ask()
        await core.ended()
        (said,) = core.platform.texts()
        assert said == text("ending-notice", notice=text("error-api-unreachable"))


async def test_a_question_seen_twice_is_answered_once(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.ask(id_=11)
        await core.ask(id_=11)
        await core.turns.close(grace_s=5)
        assert len(core.source.requests) == 1
        assert core.platform.texts() == ["fine"]


@pytest.mark.parametrize(
    "error",
    [
        ApiUnreachable("cannot connect"),
        ApiRejected("refused", code=1234, msg="nope", request_id="req-9"),
    ],
)
async def test_a_failure_of_the_api_becomes_a_sentence_in_the_conversation(
    tmp_path: Path, error: AnswerError
) -> None:
    async with running_core(tmp_path, [error]) as core:
        await core.ask()
        (ended,) = await core.ended()
        (said,) = core.platform.texts()
        assert text(error.text_key) in said
        assert error.request_id in said
        assert str(error) not in said
        assert (ended.state, ended.error) == (TurnState.FAILED, error)


async def test_what_had_come_stays_when_an_answer_breaks_off(tmp_path: Path) -> None:
    async with running_core(
        tmp_path, [header(), AnswerText("Half an"), AnswerBrokenOff("cut")]
    ) as core:
        await core.ask()
        await core.ended()
        (said,) = core.platform.texts()
        assert said.startswith("Half an\n\n")
        assert text("error-api-broken-off") in said


async def test_an_empty_answer_is_said_to_be_empty(tmp_path: Path) -> None:
    async with running_core(tmp_path, [header()]) as core:
        await core.ask()
        await core.ended()
        assert core.platform.texts() == [text("reply-empty")]


async def test_a_failing_question_does_not_hold_up_the_next(tmp_path: Path) -> None:
    async with running_core(tmp_path, [ApiUnreachable("no")], [AnswerText("second")]) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        first, second = await core.ended(2)
        assert (first.state, second.state) == (TurnState.FAILED, TurnState.DONE)
        assert core.platform.texts()[-1] == "second"


async def test_the_request_is_given_up_when_the_reply_cannot_be_written(tmp_path: Path) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("text"), never]) as core:
        core.platform.failures.append(PlaceGone("thread deleted"))
        await core.ask()
        (ended,) = await core.ended()
        assert isinstance(ended.error, PlaceGone)
        assert core.source.left_early == 1


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


async def test_an_interrupted_turn_is_kept_and_finished_in_the_same_message(
    tmp_path: Path,
) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [header(), AnswerText("Half an"), never]) as core:
        await core.ask()
        await core.until(lambda: bool(core.platform.messages))
        await core.turns.close(grace_s=0)
        (left,) = await core.unfinished()
        assert (left.state, left.times_begun, left.turn.question.text) == (
            TurnState.QUEUED,
            0,
            "why?",
        )
        core.source.scripts.append([AnswerText("Half an answer, "), AnswerText("whole.")])
        core.restart()
        await core.resume()
        await core.ended()
        assert core.platform.texts() == ["Half an answer, whole."]
        assert core.source.requests[1].conversation_uid == "uid-1"
        assert await core.unfinished() == []


async def test_questions_that_waited_at_the_end_are_answered_after_the_next_start(
    tmp_path: Path,
) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), never]) as core:
        for question in (11, 12, 13):
            await core.ask(f"question {question}", id_=question)
        await core.until(lambda: bool(core.platform.messages))
        await core.turns.close(grace_s=0)
        core.restart()
        await core.resume()
        await core.ended(3)
        asked = [request.question for request in core.source.requests]
        assert asked == ["question 11", "question 11", "question 12", "question 13"]
        assert core.platform.texts() == ["fine", "fine", "fine"]


async def test_messages_of_a_longer_answer_from_before_a_crash_are_removed(tmp_path: Path) -> None:
    never = asyncio.Event()
    long = AnswerText("word " * 600)
    async with running_core(tmp_path, [long, never]) as core:
        await core.ask()
        await core.until(lambda: len(core.platform.messages) == 2)
        await core.turns.close(grace_s=0)
        core.source.scripts.append([AnswerText("short")])
        core.restart()
        await core.resume()
        await core.ended()
        assert core.platform.texts() == ["short"]


async def test_what_was_shown_is_not_taken_back_while_the_same_answer_comes_again(
    tmp_path: Path,
) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one two three"), never]) as core:
        await core.ask()
        await core.until(lambda: bool(core.platform.messages))
        await core.turns.close(grace_s=0)
        go_on = asyncio.Event()
        core.source.scripts.append([AnswerText("one"), go_on, AnswerText(" two three four")])
        core.restart()
        await core.resume()
        await core.until(lambda: len(core.source.requests) == 2)
        go_on.set()
        await core.ended()
        (shown,) = core.platform.messages.values()
        assert [state for _, state in shown.states] == [
            f"one two three {CURSOR}",
            f"one two three\n\n{subtext('ending-interrupted', ENGLISH)}",
            "one two three four",
        ]


@pytest.mark.parametrize(
    ("begun", "hours", "word"),
    [(2, 0.0, "given-up-crashing"), (1, 2.0, "given-up-late"), (1, 7.0, "given-up-late")],
)
async def test_a_turn_that_is_given_up_says_why_below_what_was_shown(
    tmp_path: Path, begun: int, hours: float, word: str
) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("Half an"), never]) as core:
        await core.ask()
        await core.until(lambda: bool(core.platform.messages))
        await core.turns.close(grace_s=0)
        (left,) = await core.unfinished()
        for _ in range(begun):
            await core.store.turns.begin(left.turn.id)
        core.restart()
        await core.resume(later_s=hours * 3600)
        (ended,) = await core.ended()
        (said,) = core.platform.texts()
        assert said.startswith("Half an\n\n")
        assert text(word) in said
        assert ended.state is TurnState.FAILED
        assert len(core.source.requests) == 1
        assert await core.unfinished() == []


async def test_the_fourth_question_within_a_minute_is_refused_with_a_word(tmp_path: Path) -> None:
    async with running_core(tmp_path, policy=Policy(questions_per_minute=3)) as core:
        for number in range(3):
            assert await core.submit(question(number)) is None
        refusal = await core.submit(question(4))
        again = await core.submit(question(5))
        assert isinstance(refusal, Refusal)
        assert "3 questions" in text(refusal.text_key, **refusal.text_args)
        assert not refusal.already_told
        assert isinstance(again, Refusal)
        assert again.already_told
        assert QuestionRefused(from_(4), "refused-too-many") in core.events


async def test_more_questions_than_may_wait_are_refused(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    policy = Policy(waiting_per_conversation=2)
    async with running_core(tmp_path, [AnswerText("one"), go_on], policy=policy) as core:
        for number in (11, 12, 13):
            await core.submit(question(number))
            await asyncio.sleep(0)
        refusal = await core.submit(question(14))
        assert refusal == Refusal("refused-queue-full", {"limit": 2})
        go_on.set()


async def test_members_ask_at_the_same_time_and_none_gets_past_the_limit(tmp_path: Path) -> None:
    """Nothing is awaited between asking the policy and counting."""
    async with running_core(tmp_path, policy=Policy(questions_per_minute=3)) as core:
        results = await asyncio.gather(*(core.submit(question(number)) for number in range(6)))
        assert [isinstance(result, Refusal) for result in results] == [False] * 3 + [True] * 3


async def test_a_question_that_is_shown_first_is_answered_where_it_is_shown(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:

        async def show() -> Question:
            return replace(question(11), asked_in=ChannelDestination(7, reply_to=99))

        result = await core.submit(question(11), show=show)
        await core.ended()
        assert result is None
        (shown,) = core.platform.messages.values()
        assert shown.destination == ChannelDestination(7, reply_to=99)


async def test_a_question_that_could_not_be_shown_is_not_asked_and_does_not_count(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, policy=Policy(questions_per_minute=1)) as core:

        async def show() -> Question:
            raise PlaceGone("the channel was deleted")

        with pytest.raises(PlaceGone):
            await core.submit(question(11), show=show)
        assert await core.submit(question(12)) is None
        await core.ended()
        assert len(core.source.requests) == 1


async def test_a_question_that_is_refused_is_not_shown(tmp_path: Path) -> None:
    async with running_core(tmp_path, policy=Policy(allowed_guilds=frozenset({2}))) as core:

        async def show() -> Question:
            raise AssertionError

        result = await core.submit(question(11), show=show)
        assert result == Refusal("refused-guild")


@pytest.mark.parametrize(
    ("attachments", "hint"),
    [((), "hint-empty"), ((Attachment("a.png", "https://a.example"),), "hint-text-only")],
)
async def test_without_text_the_member_gets_a_hint_and_nothing_is_asked(
    tmp_path: Path, attachments: tuple[Attachment, ...], hint: str
) -> None:
    async with running_core(tmp_path) as core:
        blank = replace(question(11), text="")
        result = await core.submit(blank, attachments=attachments)
        assert result == Refusal(hint)
        assert not any(isinstance(event, QuestionRefused) for event in core.events)
        await core.intake.send_refusal(blank, result)
        assert core.platform.texts() == [text(hint)]
        assert core.source.requests == []


async def test_a_refusal_is_told_once_as_a_reply_to_the_question(tmp_path: Path) -> None:
    async with running_core(tmp_path, policy=Policy(allowed_guilds=frozenset({2}))) as core:
        for number in (11, 12):
            refusal = await core.submit(question(number))
            assert isinstance(refusal, Refusal)
            await core.intake.send_refusal(question(number), refusal)
        (told,) = core.platform.messages.values()
        assert (told.text, told.destination) == (
            text("refused-guild"),
            ChannelDestination(7, reply_to=11),
        )


async def test_a_missed_question_is_refused_by_its_own_time_and_without_an_event(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, policy=Policy(questions_per_minute=1)) as core:
        assert await core.submit(question(11)) is None
        assert await core.submit(question(12), is_missed=True) is None
        assert isinstance(await core.submit(question(13), is_missed=True), Refusal)
        assert not any(isinstance(event, QuestionRefused) for event in core.events)


async def test_what_is_said_is_said_in_the_language_of_the_question(tmp_path: Path) -> None:
    german = tmp_path / "texts" / "de"
    german.mkdir(parents=True)
    (german / "all.ftl").write_text("refused-guild = Hier nicht.\nreply-empty = Nichts.\n")
    texts_of = partial(Texts.of, folder=tmp_path / "texts")
    policy = Policy(allowed_guilds=frozenset({1}))
    async with running_core(
        tmp_path, [header()], [header()], policy=policy, texts_of=texts_of
    ) as core:
        elsewhere = replace(question(11), guild_id=2, locale="de")
        refusal = await core.submit(elsewhere)
        assert isinstance(refusal, Refusal)
        await core.intake.send_refusal(elsewhere, refusal)
        await core.submit(replace(question(12), locale="de"))
        await core.submit(replace(question(13), locale="fr"))
        await core.ended(2)
        assert core.platform.texts() == ["Hier nicht.", "Nichts.", text("reply-empty")]


async def test_a_question_that_cannot_be_written_down_is_not_answered_but_told(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        with closing(sqlite3.connect(tmp_path / "bridge_bot.db")) as database:
            database.execute("ALTER TABLE turns RENAME TO lost")
        result = await core.submit(question(11))
        assert result == Refusal("error-store", already_told=True)
        assert core.source.requests == []
        (said,) = core.platform.texts()
        assert text("error-store") in said


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
