"""Questions are accepted or refused, and who asked is told."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    PlaceGone,
    PlatformBusy,
    PrivateThreadRefused,
    StoreError,
)
from bridge_bot.core.events import OperationFailed, QuestionRefused
from bridge_bot.core.guild_settings import known
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.guild_settings.values import Served, SettingName
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    ConversationKey,
    IncomingQuestion,
    Origin,
    Question,
)
from bridge_bot.core.policy.daily_limits import DailyLimits
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.policy.refusal import Refusal
from tests.harness.english import text
from tests.harness.own_texts import own_texts
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


def from_(question_id: int) -> Origin:
    """Where Ann's question of that id comes from."""
    return Origin(question_id, 1, 7, ANN.id)


async def test_the_fourth_question_within_a_minute_is_refused(tmp_path: Path) -> None:
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
        assert results.count(None) == 3


async def test_a_question_that_is_shown_first_is_answered_where_it_is_shown(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:

        async def show(_: Question) -> Question:
            return replace(question(11), asked_in=ChannelDestination(7, reply_to=99))

        result = await core.submit(question(11), complete=show)
        await core.ended()
        assert result is None
        (shown,) = core.platform.messages.values()
        assert shown.destination == ChannelDestination(7, reply_to=99)


async def test_a_question_that_could_not_be_shown_is_not_asked_and_does_not_count(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, policy=Policy(questions_per_minute=1)) as core:

        async def show(_: Question) -> Question:
            raise PlaceGone("the channel was deleted")

        with pytest.raises(PlaceGone):
            await core.submit(question(11), complete=show)
        assert await core.submit(question(12)) is None
        await core.ended()
        assert len(core.source.requests) == 1


async def test_what_completes_a_question_may_give_it_its_text_and_a_note_above_the_answer(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        blank = replace(question(11), text="")

        async def complete(_: Question) -> Question:
            return replace(blank, text="from a file", note="Left out: a.png")

        assert await core.submit(blank, complete=complete) is None
        await core.ended()
        assert [each.question for each in core.source.requests] == ["from a file"]
        assert core.platform.texts()[0].startswith("-# Left out: a.png\n")


async def test_a_question_that_is_refused_is_not_shown(tmp_path: Path) -> None:
    async with running_core(tmp_path, policy=Policy(allowed_guilds=frozenset({2}))) as core:

        async def show(_: Question) -> Question:
            raise AssertionError

        result = await core.submit(question(11), complete=show)
        assert result == Refusal("refused-guild")


@pytest.mark.parametrize(
    ("note", "hint"),
    [("", text("hint-empty")), ("Left out: a.png", text("hint-no-text", note="Left out: a.png"))],
)
async def test_without_text_the_member_gets_a_hint_and_nothing_is_asked(
    tmp_path: Path, note: str, hint: str
) -> None:
    async with running_core(tmp_path) as core:
        blank = replace(question(11), text="", note=note)
        result = await core.submit(blank)
        assert result is not None
        assert not any(isinstance(event, QuestionRefused) for event in core.events)
        await core.intake.send_refusal(blank, result)
        assert core.platform.texts() == [hint]
        assert core.source.requests == []


async def test_a_refusal_is_sent_once_as_a_reply_to_the_question(tmp_path: Path) -> None:
    async with running_core(tmp_path, policy=Policy(allowed_guilds=frozenset({2}))) as core:
        for number in (11, 12):
            refusal = await core.submit(question(number))
            assert isinstance(refusal, Refusal)
            await core.intake.send_refusal(question(number), refusal)
        (message,) = core.platform.messages.values()
        assert (message.text, message.destination) == (
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


async def test_the_bots_own_texts_are_in_the_language_of_the_question(tmp_path: Path) -> None:
    policy = Policy(allowed_guilds=frozenset({1}))
    with own_texts(
        tmp_path / "texts", {"nl": "refused-guild = Hier niet.\nreply-empty = Niets.\n"}
    ):
        async with running_core(tmp_path, [header()], [header()], policy=policy) as core:
            elsewhere = replace(question(11), guild_id=2, locale="nl")
            refusal = await core.submit(elsewhere)
            assert isinstance(refusal, Refusal)
            await core.intake.send_refusal(elsewhere, refusal)
            await core.submit(replace(question(12), locale="nl"))
            await core.submit(replace(question(13), locale="fi"))
            await core.ended(2)
            assert core.platform.texts() == ["Hier niet.", "Niets.", text("reply-empty")]


async def test_the_asker_of_a_question_that_cannot_be_stored_is_told_so(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        core.database.execute("ALTER TABLE turns RENAME TO lost")
        result = await core.submit(question(11))
        assert result == Refusal("error-store", already_told=True)
        assert core.source.requests == []
        (shown,) = core.platform.texts()
        assert text("error-store") in shown


async def test_a_question_that_could_not_be_stored_does_not_count(tmp_path: Path) -> None:
    async with running_core(tmp_path, policy=Policy(questions_per_minute=1)) as core:
        core.database.execute("ALTER TABLE turns RENAME TO lost")
        assert await core.submit(question(11)) == Refusal("error-store", already_told=True)
        core.database.execute("ALTER TABLE lost RENAME TO turns")
        assert await core.submit(question(12)) is None
        await core.ended()


async def test_a_missed_question_that_could_not_be_stored_can_be_tried_again(
    tmp_path: Path,
) -> None:
    """Its member is told nothing meanwhile, and another one of theirs counts alone."""
    async with running_core(tmp_path, policy=Policy(questions_per_minute=1)) as core:
        core.database.execute("ALTER TABLE turns RENAME TO lost")
        for number in (11, 12):
            with pytest.raises(StoreError):
                await core.submit(question(number), is_missed=True)
        core.database.execute("ALTER TABLE lost RENAME TO turns")
        assert core.platform.texts() == []
        assert await core.submit(question(11), is_missed=True) is None
        await core.ended()
        assert core.platform.texts() == ["fine"]


async def test_a_refusal_is_sent_again_after_a_failure_that_passes(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        core.platform.failures = [PlatformBusy("edge", status=403, retry_after_s=0.0)]
        question = Question(11, HERE, "why?", ANN, ChannelDestination(7), 1)
        await core.intake.send_refusal(question, Refusal("hint-empty"))
        assert core.platform.texts() == [text("hint-empty")]


async def test_beyond_the_limit_of_the_day_a_question_is_refused_and_nothing_is_asked(
    tmp_path: Path,
) -> None:
    """What is answered and what still waits to be asked count alike; the word comes once."""
    growing: Script = [AnswerText("Half an"), asyncio.Event()]
    async with running_core(tmp_path, growing, limits=DailyLimits(per_member=3)) as core:
        refusals = [await core.submit(question(number)) for number in range(11, 16)]
        assert refusals[:3] == [None, None, None]
        assert [each.already_told for each in refusals[3:] if each] == [False, True]
        assert {each.text_key for each in refusals[3:] if each} == {"refused-day-member"}
        await core.until_shown()
        assert len(core.source.requests) == 1
        await core.turns.close(grace_s=0)


async def test_of_questions_asked_at_once_only_as_many_are_accepted_as_the_day_has_left(
    tmp_path: Path,
) -> None:
    policy, limits = Policy(questions_per_minute=100), DailyLimits(in_all=10)
    async with running_core(tmp_path, policy=policy, limits=limits) as core:
        asked = [replace(question(n), conversation=ConversationKey(str(n))) for n in range(50)]
        refusals = await asyncio.gather(*(core.submit(each) for each in asked))
        assert refusals.count(None) == 10
        await core.ended(10)
        assert len(core.source.requests) == 10
        assert await core.submit(question(99)) is not None


async def test_a_question_that_can_not_be_shown_does_not_use_up_the_day(tmp_path: Path) -> None:
    async def fail(_: Question) -> Question:
        raise PlatformBusy("no")

    async with running_core(tmp_path, limits=DailyLimits(in_all=1)) as core:
        with pytest.raises(PlatformBusy):
            await core.submit(question(11), complete=fail)
        assert await core.submit(question(12)) is None
        await core.ended()


async def test_while_paused_a_question_is_refused_and_not_answered_later(tmp_path: Path) -> None:
    """Each member is told once in each channel, until the bot goes on; missed questions too."""
    elsewhere = replace(question(14), asked_in=ChannelDestination(8))
    async with running_core(tmp_path) as core:
        for _ in range(2):
            await core.store.pauses.pause()
            await core.dependencies.pause.look()
            refusals = [
                await core.submit(question(11)),
                await core.submit(question(12), is_missed=True),
                await core.submit(elsewhere),
            ]
            assert [each.text_key for each in refusals if each] == ["refused-paused"] * 3
            assert [each.already_told for each in refusals if each] == [False, True, False]
            await core.store.pauses.resume()
            await core.dependencies.pause.look()
            assert await core.submit(question(13)) is None
        await core.ended()
        assert len(core.source.requests) == 1


async def test_a_second_pause_is_told_where_nobody_asked_before_it(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        for since_s in (100, 200):
            await core.store.pauses.pause()
            core.database.execute(f"UPDATE pauses SET since = {since_s}")
            await core.dependencies.pause.look()
            refusals = [await core.submit(question(number)) for number in (11, 12)]
            assert [each.already_told for each in refusals if each] == [False, True]
            await set_paused(core, is_paused=False)


async def test_a_second_pause_of_a_server_is_told_where_nobody_asked_before_it(
    tmp_path: Path,
) -> None:
    """What else is set during one makes no other of it."""
    async with running_core(tmp_path) as core:
        for _ in range(2):
            await set_in_server(core, SettingName.PAUSED, value=True)
            refusals = [await core.submit(question(11))]
            await set_in_server(core, SettingName.SHOW_SOURCES, value=False)
            refusals.append(await core.submit(question(12)))
            assert [each.already_told for each in refusals if each] == [False, True]
            await set_in_server(core, SettingName.PAUSED, value=False)


async def test_what_a_server_sets_holds_for_the_next_question(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        assert await core.submit(question(11)) is None
        await set_in_server(core, SettingName.SERVED, Served.NOTHING)
        refusals = [await core.submit(question(number)) for number in (12, 13)]
        assert refusals == [
            Refusal("refused-channel"),
            Refusal("refused-channel", already_told=True),
        ]
        assert QuestionRefused(from_(12), "refused-channel") in core.events
        await set_in_server(core, SettingName.SERVED, Served.MENTIONS)
        assert await core.submit(question(14)) is None
        await core.ended(2)


async def test_whom_a_server_has_shut_out_a_message_of_theirs_is_not_told(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await set_in_server(core, SettingName.SHUT_OUT, frozenset({ANN.id}))
        refusal = await core.submit(question(11))
        assert refusal == Refusal("refused-shut-out", is_private=True)
        await core.intake.send_refusal(question(11), refusal)
        assert core.platform.texts() == []
        assert QuestionRefused(from_(11), "refused-shut-out") in core.events


async def test_roles_are_looked_up_only_where_they_count(tmp_path: Path) -> None:
    asked_for: list[int] = []

    async def find_role_ids() -> frozenset[int]:
        asked_for.append(ANN.id)
        return frozenset({20})

    def incoming(id_: int) -> IncomingQuestion:
        return IncomingQuestion(
            question(id_), frozenset({1}), 0.0, is_missed=True, find_role_ids=find_role_ids
        )

    async with running_core(tmp_path) as core:
        assert await core.intake.submit(incoming(11)) is None
        assert asked_for == []
        await set_in_server(core, SettingName.ASKER_ROLES, frozenset({20}))
        assert await core.intake.submit(incoming(12)) is None
        await set_in_server(core, SettingName.ASKER_ROLES, frozenset({21}))
        assert await core.intake.submit(incoming(13)) == Refusal("refused-role")
        assert asked_for == [ANN.id] * 2
        await core.ended(2)


async def test_before_settings_are_known_nobody_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks is told the usual word; what was missed can wait."""
    monkeypatch.setattr(known, "FIRST_LOOK_WITHIN_S", 0.01)
    async with running_core(tmp_path) as core:
        nothing_known = KnownGuildSettings(core.store.guild_settings, core.events.append)
        core.restart(replace(core.dependencies, guild_settings=nothing_known))
        assert await core.submit(question(11)) == Refusal("error-store")
        assert await core.intake.refuses_member(ANN, 1, 7) == Refusal("error-store")
        with pytest.raises(StoreError):
            await core.submit(question(12), is_missed=True)
        assert [each for each in core.events if isinstance(each, OperationFailed)]
        assert core.source.requests == []


@pytest.mark.parametrize("table", ["opt_outs", "turns"])
async def test_who_writes_to_all_is_told_once_that_nothing_can_be_kept(
    tmp_path: Path, table: str
) -> None:
    """Or there would be a word to each message of the channel."""
    async with running_core(tmp_path) as core:
        core.database.execute(f"ALTER TABLE {table} RENAME TO lost")

        async def told(id_: int, *, is_to_all: bool) -> bool:
            asked, shown = question(id_), len(core.platform.messages)
            incoming = IncomingQuestion(asked, frozenset({1}), 0.0, is_to_all=is_to_all)
            refusal = await core.intake.submit(incoming)
            assert refusal is not None
            assert refusal.text_key == "error-store"
            await core.intake.send_refusal(asked, refusal)
            return len(core.platform.messages) > shown

        assert [await told(id_, is_to_all=True) for id_ in (11, 12)] == [True, False]
        assert [await told(id_, is_to_all=False) for id_ in (13, 14)] == [True, True]


async def test_that_no_private_thread_can_be_had_is_told_a_member_once_a_minute(
    tmp_path: Path,
) -> None:
    """It does not count as asked, so nothing else would bound the words of the bot."""

    async def complete(_: Question) -> Question:
        raise PrivateThreadRefused("a permission is missing", "refused-private-thread-forbidden")

    async with running_core(tmp_path) as core:
        refusals = [await core.submit(question(id_), complete=complete) for id_ in (11, 12)]
        assert [each and each.already_told for each in refusals] == [False, True]
