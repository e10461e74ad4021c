"""Who may ask, and how often."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import count

import pytest

from bridge_bot.core.guild_settings.values import PlaceSettings, Served
from bridge_bot.core.model import (
    EVERYTHING,
    ChannelDestination,
    ConversationKey,
    IncomingQuestion,
    Member,
    Question,
    RecentQuestion,
)
from bridge_bot.core.policy.daily_limits import Today
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.policy.recent import Asker
from bridge_bot.core.policy.refusal import Refusal

ANN, BEN = 3, 4
IDS = count(11)


def incoming(
    member_id: int = ANN,
    guild_ids: Collection[int] = (1,),
    *,
    direct: bool = False,
    missed_at_s: float | None = None,
    is_to_all: bool = False,
) -> IncomingQuestion:
    """A question, asked in the server 1 or in a direct message."""
    asked_in, member = ChannelDestination(7), Member(member_id)
    question = Question(
        next(IDS), ConversationKey("7"), "why?", member, asked_in, guild_id=None if direct else 1
    )
    return IncomingQuestion(
        question,
        frozenset(guild_ids),
        missed_at_s or 0.0,
        is_missed=missed_at_s is not None,
        is_to_all=is_to_all,
    )


def ask(
    policy: Policy, asked: IncomingQuestion, *, now_s: float = 0.0, waiting: int = 0
) -> str | None:
    """Why a question is refused, None if it is not; then it counts."""
    refusal = policy.check(asked, PlaceSettings(), waiting=waiting, now_s=now_s)
    if refusal is None:
        policy.count(asked, now_s)
    return refusal.text_key if refusal else None


@pytest.mark.parametrize(
    ("allowed", "dms", "guilds", "direct", "expected"),
    [
        (set(), True, {1}, False, None),
        (set(), True, set(), True, None),
        (set(), False, set(), True, "refused-dms"),
        ({1}, True, {1}, False, None),
        ({1}, True, {2}, False, "refused-guild"),
        ({1}, True, {1}, True, None),
        ({1}, True, set(), True, "refused-dms-stranger"),
        ({1}, False, {1}, True, "refused-dms"),
    ],
)
def test_servers_and_direct_messages_are_admitted_by_the_settings(
    allowed: set[int], dms: bool, guilds: set[int], direct: bool, expected: str | None
) -> None:
    policy = Policy(allowed_guilds=frozenset(allowed), allow_dms=dms)
    assert ask(policy, incoming(ANN, guilds, direct=direct)) == expected
    refusal = policy.check_place(BEN, frozenset(guilds), direct=direct, now_s=0.0)
    assert (refusal.text_key if refusal else None) == expected


def test_each_member_has_a_number_of_questions_in_any_minute() -> None:
    policy = Policy(questions_per_minute=2)
    assert [ask(policy, incoming(ANN), now_s=now) for now in (0.0, 30.0, 59.0, 60.0, 61.0)] == [
        None,
        None,
        "refused-too-many",
        None,
        "refused-too-many",
    ]
    assert ask(policy, incoming(BEN), now_s=61.0) is None


@pytest.mark.parametrize(
    ("asked_at_s", "now_s", "wait_s"), [(0, 1, 59), (0, 59.5, 1), (0.5, 1, 60)]
)
def test_a_member_who_asks_too_much_is_told_how_long_to_wait(
    asked_at_s: float, now_s: float, wait_s: int
) -> None:
    policy = Policy(questions_per_minute=1)
    ask(policy, incoming(), now_s=asked_at_s)
    refusal = policy.check(incoming(), PlaceSettings(), waiting=0, now_s=now_s)
    assert refusal == Refusal("refused-too-many", {"limit": 1, "seconds": wait_s})


def test_a_refused_question_does_not_count() -> None:
    policy = Policy(questions_per_minute=1)
    assert [ask(policy, incoming(), now_s=now) for now in (0.0, 59.0, 60.0)] == [
        None,
        "refused-too-many",
        None,
    ]


def test_a_question_that_is_taken_back_does_not_count() -> None:
    policy = Policy(questions_per_minute=1)
    asked = incoming()
    ask(policy, asked, now_s=0.0)
    policy.take_back(asked)
    assert ask(policy, incoming(), now_s=1.0) is None
    policy.take_back(incoming(BEN))
    assert ask(policy, incoming(), now_s=1.0) == "refused-too-many"


def test_zero_is_no_limit() -> None:
    policy = Policy(questions_per_minute=0)
    assert {ask(policy, incoming()) for _ in range(1000)} == {None}


@pytest.mark.parametrize(("waiting", "expected"), [(1, None), (2, "refused-queue-full")])
def test_a_conversation_has_room_for_so_many_waiting_questions(
    waiting: int, expected: str | None
) -> None:
    policy = Policy(waiting_per_conversation=2)
    assert ask(policy, incoming(), waiting=waiting) == expected


def test_the_place_is_checked_before_the_queue_and_the_queue_before_the_rate() -> None:
    policy = Policy(
        allowed_guilds=frozenset({1}), questions_per_minute=1, waiting_per_conversation=1
    )
    ask(policy, incoming())
    assert ask(policy, incoming(guild_ids={2}), waiting=1) == "refused-guild"
    assert ask(policy, incoming(), waiting=1) == "refused-queue-full"
    assert ask(policy, incoming()) == "refused-too-many"


@pytest.mark.parametrize(("later_s", "is_silent"), [(59.0, True), (60.0, False)])
def test_who_was_told_why_a_missed_question_is_refused_is_told_again_a_minute_later(
    later_s: float, is_silent: bool
) -> None:
    """However long before that the questions were asked."""
    policy = Policy(allowed_guilds=frozenset({2}))

    def told_before(missed_at_s: float, now_s: float) -> bool:
        asked = incoming(missed_at_s=missed_at_s)
        refusal = policy.check(asked, PlaceSettings(), waiting=0, now_s=now_s)
        assert refusal is not None
        return refusal.already_told

    assert not told_before(50_000.0, 100.0)
    assert told_before(40_000.0, 100.0)
    assert told_before(60_000.0, 100.0 + later_s) is is_silent


def test_missed_questions_are_measured_by_when_they_were_asked() -> None:
    """Whatever is asked now, and in whatever order they are found."""
    policy = Policy(questions_per_minute=1, waiting_per_conversation=1)
    assert ask(policy, incoming(), now_s=1000.0) is None
    found = [900.0, 100.0, 930.0, 870.0, 161.0]
    refusals = [ask(policy, incoming(missed_at_s=at_s), now_s=1000.0, waiting=9) for at_s in found]
    assert refusals == [None, None, "refused-too-many", "refused-too-many", None]


def test_the_same_refusal_is_told_once_a_minute() -> None:
    policy = Policy(allowed_guilds=frozenset({1}))
    refusals = [
        policy.check(incoming(guild_ids={2}), PlaceSettings(), waiting=0, now_s=now)
        for now in (0.0, 59.0, 60.0)
    ]
    assert [refusal is not None and refusal.already_told for refusal in refusals] == [
        False,
        True,
        False,
    ]


def test_members_who_have_not_asked_for_a_minute_are_forgotten() -> None:
    policy = Policy(questions_per_minute=2, allowed_guilds=frozenset({1}))
    for member in range(100):
        ask(policy, incoming(member, {member % 2}), now_s=0.0)
    ask(policy, incoming(ANN), now_s=100.0)
    assert set(policy._live.asked_at_s) == {Asker(ANN), Asker(ANN, 1)}
    assert policy._live.told_at_s == {}


FULL = Today({EVERYTHING: 2}, {EVERYTHING: 2}, 1_784_073_600)
LEFT = Today({EVERYTHING: 2}, {EVERYTHING: 1}, 1_784_073_600)


@pytest.mark.parametrize(
    ("guild", "is_paused", "waiting", "today", "expected"),
    [
        (1, False, 0, None, None),
        (1, False, 0, LEFT, None),
        (1, False, 0, FULL, "refused-day-all"),
        (1, False, 10, FULL, "refused-queue-full"),
        (1, True, 10, FULL, "refused-paused"),
        (2, True, 10, FULL, "refused-guild"),
    ],
)
def test_of_several_reasons_the_one_that_lasts_longest_is_told(
    guild: int, is_paused: bool, waiting: int, today: Today | None, expected: str | None
) -> None:
    policy = Policy(allowed_guilds=frozenset({1}))
    refusal = policy.check(
        incoming(guild_ids={guild}),
        PlaceSettings(),
        waiting=waiting,
        now_s=0.0,
        today=today,
        paused_since=100 if is_paused else None,
    )
    assert (refusal.text_key if refusal else None) == expected


def test_that_the_day_is_used_up_is_told_once_a_minute() -> None:
    policy = Policy()
    told = [
        policy.check(incoming(member), PlaceSettings(), waiting=0, now_s=now_s, today=FULL)
        for member, now_s in ((ANN, 0.0), (ANN, 59.0), (BEN, 59.0), (ANN, 60.0))
    ]
    assert [each.already_told for each in told if each] == [False, True, False, False]


def test_that_the_bot_is_paused_is_told_once_until_it_goes_on() -> None:
    """Also where nobody has asked between two pauses."""
    policy = Policy()

    def check(member: int, now_s: float, paused_since: int | None) -> bool | None:
        refusal = policy.check(
            incoming(member), PlaceSettings(), waiting=0, now_s=now_s, paused_since=paused_since
        )
        return refusal.already_told if refusal else None

    assert check(ANN, 0.0, 100) is False
    assert check(ANN, 9999.0, 100) is True
    assert check(BEN, 9999.0, 100) is False
    assert check(ANN, 9999.0, 200) is False
    assert check(ANN, 9999.0, None) is None
    assert check(ANN, 9999.0, 200) is False


PAUSED = PlaceSettings(is_paused=True)


def test_that_the_server_has_paused_is_told_once_until_it_goes_on() -> None:
    policy = Policy()

    def check(
        settings: PlaceSettings, guild: int = 1, *, paused_since: int | None = None, pause: int = 1
    ) -> Refusal | None:
        asked = incoming(guild_ids={guild})
        asked = replace(asked, question=replace(asked.question, guild_id=guild))
        return policy.check(
            *(asked, settings),
            waiting=0,
            now_s=0.0,
            paused_since=paused_since,
            guild_pause=pause,
        )

    first, again = (
        Refusal("refused-paused-server"),
        Refusal("refused-paused-server", already_told=True),
    )
    assert [check(PAUSED), check(PAUSED)] == [first, again]
    assert check(PlaceSettings(), guild=2) is None
    assert check(PAUSED) == again
    assert check(PAUSED, paused_since=100) == Refusal("refused-paused")
    assert check(PAUSED) == again
    assert check(PAUSED, pause=2) == first
    assert check(PlaceSettings()) is None
    assert check(PAUSED) == first


@pytest.mark.parametrize(
    ("operators", "servers", "asked_at_s", "limit", "seconds"),
    [
        (1, 0, [0, 30], 1, 50),
        (0, 1, [0, 30], 1, 50),
        (2, 1, [0, 30], 1, 50),
        (1, 2, [0, 30], 1, 50),
        (2, 9, [0, 30], 2, 20),
        (9, 2, [0, 30], 2, 20),
    ],
)
def test_of_the_operators_limit_of_a_minute_and_the_servers_the_one_that_holds_longer_is_told(
    operators: int, servers: int, asked_at_s: list[float], limit: int, seconds: int
) -> None:
    policy = Policy(questions_per_minute=operators)
    for at_s in asked_at_s:
        policy.count(incoming(), at_s)
    settings = PlaceSettings(member_questions_per_minute=servers)
    refusal = policy.check(incoming(), settings, waiting=0, now_s=40.0)
    assert refusal == Refusal("refused-too-many", {"limit": limit, "seconds": seconds})


def test_a_servers_limit_of_a_minute_counts_what_was_asked_there() -> None:
    policy = Policy()
    elsewhere = incoming()
    elsewhere = replace(elsewhere, question=replace(elsewhere.question, guild_id=2))
    settings = PlaceSettings(member_questions_per_minute=1)
    policy.count(elsewhere, 0.0)
    policy.count(incoming(direct=True), 0.0)
    assert policy.check(incoming(), settings, waiting=0, now_s=1.0) is None
    here = incoming()
    policy.count(here, 1.0)
    assert policy.check(incoming(), settings, waiting=0, now_s=2.0) is not None
    policy.take_back(here)
    assert policy.check(incoming(), settings, waiting=0, now_s=2.0) is None


def test_why_a_member_may_not_use_the_bot_is_told_once_a_minute() -> None:
    policy = Policy()
    settings = PlaceSettings(served=Served.NOTHING)
    told = [
        policy.check_member(Member(member), settings, now_s=now_s)
        for member, now_s in ((ANN, 0.0), (ANN, 59.0), (BEN, 59.0), (ANN, 60.0))
    ]
    assert [each.already_told for each in told if each] == [False, True, False, False]
    assert policy.check_member(Member(ANN), PlaceSettings(), now_s=0.0) is None


@pytest.mark.parametrize(
    "settings",
    [PlaceSettings(asker_role_ids=frozenset({20})), PlaceSettings(served=Served.NOTHING)],
)
def test_who_writes_to_all_is_not_told_that_it_is_not_for_them(settings: PlaceSettings) -> None:
    """They did not turn to the bot; who does so is told."""
    policy = Policy()
    to_all = policy.check(incoming(is_to_all=True), settings, waiting=0, now_s=0.0)
    assert to_all is not None
    assert to_all.already_told
    mention = policy.check(incoming(), settings, waiting=0, now_s=0.0)
    assert mention is not None
    assert not mention.already_told


def test_who_writes_to_all_is_told_once_an_hour_that_a_limit_is_reached() -> None:
    policy = Policy(questions_per_minute=1)
    policy.count(incoming(), 0.0)

    def told(asked: IncomingQuestion, now_s: float) -> bool:
        policy.count(asked, now_s)
        refusal = policy.check(asked, PlaceSettings(), waiting=0, now_s=now_s)
        assert refusal is not None
        return not refusal.already_told

    to_all = incoming(is_to_all=True)
    assert [told(to_all, now_s) for now_s in (1.0, 90.0, 3500.0, 3601.0)] == [
        True,
        False,
        False,
        True,
    ]
    assert told(incoming(), 3601.0)


def test_who_opted_out_and_writes_to_all_is_not_spoken_to() -> None:
    for to_all in (True, False):
        refusal = Policy().check(
            incoming(is_to_all=to_all), PlaceSettings(), waiting=0, now_s=0.0, is_opted_out=True
        )
        assert refusal is not None
        assert refusal.already_told is to_all


def test_what_other_processes_accepted_in_the_last_minute_counts() -> None:
    """And what this one did counts once, whether it was missed or not."""
    policy, asked = Policy(questions_per_minute=2), incoming()
    policy.count(asked, 100.0)
    missed = incoming(missed_at_s=5.0)
    policy.count(missed, 100.0)
    known = [RecentQuestion(each.question.id, 1, 0.0) for each in (asked, missed)]
    elsewhere = RecentQuestion(next(IDS), 2, age_s=30.0)

    def refusal(accepted: Collection[RecentQuestion], servers: int = 0) -> Refusal | None:
        settings = PlaceSettings(member_questions_per_minute=servers)
        return policy.check(incoming(), settings, waiting=0, now_s=110.0, accepted=accepted)

    assert refusal(known) is None
    assert refusal([*known, elsewhere]) == Refusal("refused-too-many", {"limit": 2, "seconds": 30})
    policy.questions_per_minute = 0
    assert refusal([*known, elsewhere], servers=2) is None  # it was asked in another server
