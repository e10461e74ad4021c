"""Each way in, in each circumstance: who is answered, and what the others are told.

The ways in are a message, `/ask`, a message that was missed, another command such as `/language`,
`/settings`, which nothing that a server sets can take from anybody, and a message to all where each
one is a question. A message is refused where all can read it, a command privately.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import pytest

from bridge_bot.core.guild_settings.values import Served, SettingChange, SettingName, SettingValue
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    ConversationKey,
    IncomingQuestion,
    Member,
    Question,
)
from bridge_bot.core.policy.daily_limits import DailyLimits
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.policy.refusal import Refusal
from tests.harness.english import text
from tests.harness.running_core import RunningCore, Script, running_core, set_paused

GUILD, GENERAL, FORUM, DIRECT = 1, 7, 8, 9
ANN, HELPER = 3, 20

YES = ""
"""Answered, or whatever was to be done is done."""

SILENT = " (nothing is said)"
"""Behind the reason of a refusal of which nobody is told."""


class Told(NamedTuple):
    """Why each way in is refused, by the key of the text that tells it."""

    message: str
    ask: str
    missed: str
    other: str
    settings: str
    to_all: str = YES


def questions(text_key: str, *, missed: str | None = None) -> Told:
    """Only questions are refused: by a message, by `/ask`, and mostly missed ones."""
    return Told(text_key, text_key, text_key if missed is None else missed, YES, YES, text_key)


def members(text_key: str, *, end: str = "") -> Told:
    """A member is refused but for `/settings`; `end` says what becomes of messages."""
    return Told(text_key + end, text_key, text_key + end, text_key, YES, text_key + SILENT)


def everything(text_key: str) -> Told:
    return Told(text_key, text_key, text_key, text_key, text_key, text_key + SILENT)


def server(name: SettingName, value: SettingValue) -> SettingChange:
    return SettingChange(GUILD, 0, name, value, member_id=5)


def channel(name: SettingName, value: SettingValue, channel_id: int = GENERAL) -> SettingChange:
    return SettingChange(GUILD, channel_id, name, value, member_id=5)


@dataclass(frozen=True)
class Case:
    """A circumstance: Ann asks in #general unless it says otherwise, `before` times already."""

    told: Told
    set_: tuple[SettingChange, ...] = ()
    policy: Callable[[], Policy] = Policy
    limits: DailyLimits = DailyLimits()  # noqa: RUF009 - it is frozen
    before: int = 0
    roles: frozenset[int] = frozenset({GUILD})
    asked_in: int | None = GENERAL  # None: in a direct message
    parent_id: int | None = None
    is_paused: bool = False


ANSWERED = Told(YES, YES, YES, YES, YES)
NOTHING = channel(SettingName.SERVED, Served.NOTHING)
SHUT_OUT = server(SettingName.SHUT_OUT, frozenset({ANN}))
ROLE = server(SettingName.ASKER_ROLES, frozenset({HELPER}))
PAUSED = server(SettingName.PAUSED, value=True)
PER_MINUTE = server(SettingName.MEMBER_QUESTIONS_PER_MINUTE, 1)
PER_DAY = server(SettingName.MEMBER_QUESTIONS_PER_DAY, 1)

CASES = {
    "nothing set": Case(ANSWERED),
    "a direct message": Case(ANSWERED, asked_in=None),
    # What the operator decides.
    "another server than the operator's": Case(
        everything("refused-guild"), policy=lambda: Policy(allowed_guilds=frozenset({2}))
    ),
    "no direct messages": Case(
        everything("refused-dms"), policy=lambda: Policy(allow_dms=False), asked_in=None
    ),
    "a direct message of a stranger": Case(
        everything("refused-dms-stranger"),
        policy=lambda: Policy(allowed_guilds=frozenset({2})),
        asked_in=None,
    ),
    "the operator has paused": Case(questions("refused-paused"), is_paused=True),
    "a direct message, the operator has paused": Case(
        questions("refused-paused"), is_paused=True, asked_in=None
    ),
    "the queue is full": Case(
        questions("refused-queue-full", missed=YES),
        policy=lambda: Policy(waiting_per_conversation=1),
        before=2,
    ),
    "the operator's minute": Case(
        questions("refused-too-many"), policy=lambda: Policy(questions_per_minute=1), before=1
    ),
    "the operator's day of a member": Case(
        questions("refused-day-member"), limits=DailyLimits(per_member=1), before=1
    ),
    "the operator's day of a server": Case(
        questions("refused-day-guild"), limits=DailyLimits(per_guild=1), before=1
    ),
    "the operator's day of a server, in a direct message": Case(
        ANSWERED, limits=DailyLimits(per_guild=1), before=1, asked_in=None
    ),
    "the operator's day": Case(
        questions("refused-day-all"), limits=DailyLimits(in_all=1), before=1
    ),
    # Where the server has the bot.
    "a channel that is switched off": Case(members("refused-channel"), (NOTHING,)),
    "a thread in a channel that is switched off": Case(
        members("refused-channel"), (NOTHING,), asked_in=70, parent_id=GENERAL
    ),
    "a post in a forum that is switched off": Case(
        members("refused-channel"),
        (channel(SettingName.SERVED, Served.NOTHING, FORUM),),
        asked_in=70,
        parent_id=FORUM,
    ),
    "another channel is switched off": Case(
        ANSWERED, (channel(SettingName.SERVED, Served.NOTHING, FORUM),)
    ),
    "a server that is switched off": Case(
        members("refused-channel"), (server(SettingName.SERVED, Served.NOTHING),)
    ),
    "a channel that is on in a server that is off": Case(
        ANSWERED,
        (
            server(SettingName.SERVED, Served.NOTHING),
            channel(SettingName.SERVED, Served.MENTIONS),
        ),
    ),
    "a direct message, the server is off": Case(
        ANSWERED, (server(SettingName.SERVED, Served.NOTHING),), asked_in=None
    ),
    # For whom.
    "shut out": Case(members("refused-shut-out", end=SILENT), (SHUT_OUT,)),
    "shut out in this channel": Case(
        members("refused-shut-out", end=SILENT),
        (channel(SettingName.SHUT_OUT, frozenset({ANN})),),
    ),
    "shut out in another channel": Case(
        ANSWERED, (channel(SettingName.SHUT_OUT, frozenset({ANN}), FORUM),)
    ),
    "another one is shut out": Case(ANSWERED, (server(SettingName.SHUT_OUT, frozenset({4})),)),
    "shut out, in a direct message": Case(ANSWERED, (SHUT_OUT,), asked_in=None),
    "without the role": Case(members("refused-role"), (ROLE,)),
    "with the role": Case(ANSWERED, (ROLE,), roles=frozenset({GUILD, HELPER})),
    "without a role where a channel is for all": Case(
        ANSWERED, (ROLE, channel(SettingName.ASKER_ROLES, frozenset()))
    ),
    "everybody is a role too": Case(
        ANSWERED, (server(SettingName.ASKER_ROLES, frozenset({GUILD})),)
    ),
    # Whether at all, and how often.
    "the server has paused": Case(questions("refused-paused-server"), (PAUSED,)),
    "a direct message, the server has paused": Case(ANSWERED, (PAUSED,), asked_in=None),
    "the server's minute": Case(questions("refused-too-many"), (PER_MINUTE,), before=1),
    "the server's minute, in a direct message": Case(
        ANSWERED, (PER_MINUTE,), before=1, asked_in=None
    ),
    "the server's day of a member": Case(
        questions("refused-day-guild-member"), (PER_DAY,), before=1
    ),
    "the server's day": Case(
        questions("refused-day-guild"), (server(SettingName.QUESTIONS_PER_DAY, 1),), before=1
    ),
    "a channel's day": Case(
        questions("refused-day-channel"), (channel(SettingName.QUESTIONS_PER_DAY, 1),), before=1
    ),
    "a channel's day, in a thread of it": Case(
        questions("refused-day-channel"),
        (channel(SettingName.QUESTIONS_PER_DAY, 1),),
        before=1,
        asked_in=70,
        parent_id=GENERAL,
    ),
    "another channel's day": Case(
        ANSWERED, (channel(SettingName.QUESTIONS_PER_DAY, 1, FORUM),), before=1
    ),
    # A server can lower a limit, and not lift one.
    "a higher limit of the server's day": Case(
        questions("refused-day-guild"),
        (server(SettingName.QUESTIONS_PER_DAY, 9),),
        limits=DailyLimits(per_guild=1),
        before=1,
    ),
    "a higher limit of the minute": Case(
        questions("refused-too-many"),
        (server(SettingName.MEMBER_QUESTIONS_PER_MINUTE, 9),),
        policy=lambda: Policy(questions_per_minute=1),
        before=1,
    ),
    "a limit of 0 is none": Case(
        questions("refused-day-guild"),
        (server(SettingName.QUESTIONS_PER_DAY, 0),),
        limits=DailyLimits(per_guild=1),
        before=1,
    ),
    # Of several reasons the one that lasts longest is told.
    "shut out where it is off and paused": Case(
        members("refused-shut-out", end=SILENT), (SHUT_OUT, NOTHING, ROLE, PAUSED)
    ),
    "without the role where it is off": Case(members("refused-channel"), (ROLE, NOTHING)),
    "without the role while paused": Case(
        members("refused-role"),
        (ROLE, PAUSED),
        is_paused=True,
    ),
    "both have paused": Case(questions("refused-paused"), (PAUSED,), is_paused=True),
    "paused, and the day is used up": Case(
        questions("refused-paused-server"), (PAUSED,), limits=DailyLimits(in_all=1), before=1
    ),
    "the minute and the day are used up": Case(
        questions("refused-too-many"), (PER_MINUTE, PER_DAY), before=1
    ),
}


def question(case: Case, id_: int) -> Question:
    asked_in = DIRECT if case.asked_in is None else case.asked_in
    return Question(
        id_,
        ConversationKey("70"),
        "why?",
        Member(ANN, case.roles),
        ChannelDestination(asked_in),
        guild_id=None if case.asked_in is None else GUILD,
        parent_id=case.parent_id,
    )


async def submit(core: RunningCore, way: str, asked: Question) -> Refusal | None:
    """Ask that way."""
    guild_ids = frozenset({asked.guild_id} if asked.guild_id else ())
    incoming = IncomingQuestion(asked, guild_ids, time.time(), way == "missed", way == "to_all")
    if way == "missed":  # Discord tells no roles of those whose messages are read

        async def find_role_ids() -> frozenset[int]:
            return asked.asker.role_ids

        nobody = replace(asked, asker=Member(ANN))
        incoming = replace(incoming, question=nobody, find_role_ids=find_role_ids)

    async def complete(_: Question) -> Question:
        return asked

    return await core.intake.submit(incoming, complete if way == "ask" else None)


async def use(core: RunningCore, asked: Question, *, as_member: bool) -> Refusal | None:
    """Use a command there that asks nothing."""
    guild_ids = frozenset({asked.guild_id} if asked.guild_id else ())
    refusal = core.intake.refuses_place(ANN, guild_ids, direct=asked.guild_id is None)
    if refusal is None and as_member:
        refusal = await core.intake.refuses_member(asked.asker, asked.guild_id, asked.place_id)
    return refusal


@asynccontextmanager
async def circumstance(case: Case, way: str, folder: Path) -> AsyncIterator[RunningCore]:
    """A core in which it is so."""
    never_ends: Script = [AnswerText("one"), asyncio.Event()]
    async with running_core(folder, never_ends, policy=case.policy(), limits=case.limits) as core:
        for id_ in range(1, case.before + 1):
            assert await submit(core, way, question(case, id_)) is None
            await core.until_shown()  # the answer to the first one; the others wait
        for change in case.set_:
            await core.dependencies.guild_settings.change(change)
        if case.is_paused:
            await set_paused(core, is_paused=True)
        try:
            yield core
        finally:
            await core.turns.close(grace_s=0)


@pytest.mark.parametrize("way", Told._fields)
@pytest.mark.parametrize("name", CASES)
async def test_who_is_answered_and_what_others_are_told(
    tmp_path: Path, name: str, way: str
) -> None:
    case = CASES[name]
    expected: str = getattr(case.told, way)
    asked = question(case, 99)
    async with circumstance(case, way if way in ("ask", "missed") else "message", tmp_path) as core:
        shown = len(core.platform.messages)
        if way in ("other", "settings"):
            refusal = await use(core, asked, as_member=way == "other")
            assert (refusal.text_key if refusal else YES) == expected
            return
        refusal = await submit(core, way, asked)
        assert (refusal.text_key if refusal else YES) == expected.removesuffix(SILENT)
        if refusal is not None and way != "ask":
            await core.intake.send_refusal(asked, refusal)
            texts = core.platform.texts()[shown:]
            word = text(refusal.text_key, **refusal.text_args)
            told = [each for each in texts if each == word]
            assert told == ([] if expected.endswith(SILENT) else [word])
