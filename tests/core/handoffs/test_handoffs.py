"""Handing a conversation over to people and back, on a real store."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.errors import PlatformBusy, PlatformForbidden
from bridge_bot.core.events import HelpRoleUnreachable
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.handoffs.handoffs import POST_ATTEMPTS, Handoffs, WrittenMessage
from bridge_bot.core.model import ChannelDestination, HelpCall, Member
from bridge_bot.core.policy.refusal import Refusal
from tests.harness.english import text
from tests.harness.running_core import ANN, HERE, RunningCore, core_on, running_core

ROLE = 30
HELPERS = PlaceSettings(help_role_id=ROLE)
MIA = Member(5, frozenset({ROLE}))
CALL = HelpCall(100, HERE, 1, ChannelDestination(7), ANN, at_s=10_000.5)
WRITTEN = WrittenMessage(HERE, 1, 7, ANN, at_s=10_001.0)


async def asked(core: RunningCore) -> None:
    """Ann has asked, and was answered."""
    await core.ask()
    await core.ended()


async def next_handoffs(core: RunningCore) -> Handoffs:
    """Those of another process, which knows what was stored."""
    return (await core_on(core.dependencies, core.turns, core.store)).handoffs


async def resumed(core: RunningCore, member: Member, at_s: float) -> Refusal | None:
    return await core.handoffs.resume(7, member, HELPERS, at_s, manages=False)


async def test_a_call_pings_the_role_and_then_only_a_mention_asks(tmp_path: Path) -> None:
    """Also for a process that is started later, until it is resumed."""
    async with running_core(tmp_path) as core:
        await asked(core)
        assert await core.handoffs.call(CALL, HELPERS) is None
        called = [*core.platform.messages.values()][-1]
        assert called.text == text("handoff-call", member=f"<@{ANN.id}>")
        assert called.ping_role == ROLE
        for handoffs in (core.handoffs, await next_handoffs(core)):
            assert await handoffs.leaves_to_people(WRITTEN, HELPERS)
            to_bot = replace(WRITTEN, turns_to_bot=True)
            assert not await handoffs.leaves_to_people(to_bot, HELPERS)
        assert await resumed(core, Member(9), 20_000) == Refusal("resume-not-yours")
        assert await resumed(core, ANN, 20_000) is None
        assert await resumed(core, ANN, 20_001) == Refusal("resume-not-quiet")
        later = replace(WRITTEN, at_s=20_002)
        for handoffs in (core.handoffs, await next_handoffs(core)):
            assert not await handoffs.leaves_to_people(later, HELPERS)


async def test_it_is_called_once_in_half_an_hour_to_a_conversation(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await asked(core)
        assert await core.handoffs.call(CALL, HELPERS) is None
        soon = replace(CALL, id=101, at_s=CALL.at_s + 1799)
        refused = Refusal("handoff-called-lately", {"until": "11800"})
        assert await core.handoffs.call(soon, HELPERS) == refused
        assert await core.handoffs.call(replace(soon, at_s=soon.at_s + 1), HELPERS) is None


async def test_a_call_that_is_not_taken_does_not_count(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await asked(core)
        core.platform.failures.append(PlatformForbidden("no", status=403))
        assert await core.handoffs.call(CALL, HELPERS) == Refusal("handoff-failed")
        assert not await core.handoffs.leaves_to_people(WRITTEN, HELPERS)
        assert await core.handoffs.call(CALL, HELPERS) is None


@pytest.mark.parametrize("is_called", [False, True])
async def test_a_later_call_that_is_not_taken_leaves_the_quiet_time_before_it(
    tmp_path: Path, is_called: bool
) -> None:
    """Whether people were called before, or one helps by themselves."""
    async with running_core(tmp_path) as core:
        await asked(core)
        if is_called:
            assert await core.handoffs.call(CALL, HELPERS) is None
        else:
            assert await core.handoffs.leaves_to_people(replace(WRITTEN, author=MIA), HELPERS)
        core.platform.failures.append(PlatformForbidden("no", status=403))
        later = replace(CALL, id=101, at_s=CALL.at_s + 1800)
        assert await core.handoffs.call(later, HELPERS) == Refusal("handoff-failed")
        for at_s, leaves in ((11_800.8, True), (11_802, is_called)):
            question = replace(WRITTEN, at_s=at_s)
            assert await core.handoffs.leaves_to_people(question, HELPERS) is leaves


@pytest.mark.parametrize("is_stored", [False, True])
async def test_a_call_that_is_cut_by_the_end_of_the_process_does_not_count(
    tmp_path: Path, is_stored: bool
) -> None:
    """While it is stored, or while its post is tried again."""
    async with running_core(tmp_path) as core:
        await asked(core)
        core.platform.failures += [PlatformBusy("slow down")] * POST_ATTEMPTS
        calling = asyncio.create_task(core.handoffs.call(CALL, HELPERS))
        await asyncio.sleep(0)  # its transaction has begun
        if is_stored:
            await core.until(lambda: len(core.platform.failures) < POST_ATTEMPTS)
        calling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await calling
        core.platform.failures.clear()
        for handoffs in (core.handoffs, await next_handoffs(core)):
            assert not await handoffs.leaves_to_people(WRITTEN, HELPERS)
        soon = replace(CALL, id=101, at_s=CALL.at_s + 60)
        assert await core.handoffs.call(soon, HELPERS) is None


async def test_a_role_that_cannot_be_called_is_told_each_time_and_observed_once(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        await asked(core)
        for _ in range(2):
            refusal = await core.handoffs.call(CALL, HELPERS, "it is deleted")
            assert refusal == Refusal("handoff-unreachable")
        observed = [each for each in core.events if isinstance(each, HelpRoleUnreachable)]
        assert observed == [HelpRoleUnreachable(1, ROLE, "it is deleted")]
        assert await core.handoffs.call(CALL, PlaceSettings()) == Refusal("handoff-no-role")
        assert len(core.platform.messages) == 1  # the answer


async def test_it_keeps_quiet_for_a_while_after_who_helps(tmp_path: Path) -> None:
    """From their message on, and longer with each; their own question is nobody's help."""
    async with running_core(tmp_path) as core:
        await asked(core)
        own = replace(WRITTEN, author=Member(ANN.id, MIA.role_ids))
        assert not await core.handoffs.leaves_to_people(own, HELPERS)
        elsewhere = replace(WRITTEN, author=MIA, may_be_help=False)
        assert not await core.handoffs.leaves_to_people(elsewhere, HELPERS)
        for at_s in (10_002, 11_000):
            helped = replace(WRITTEN, author=MIA, at_s=at_s)
            assert await core.handoffs.leaves_to_people(helped, HELPERS)
        for at_s, leaves in ((12_700, True), (12_801, False)):
            question = replace(WRITTEN, at_s=at_s)
            assert await core.handoffs.leaves_to_people(question, HELPERS) is leaves


@pytest.mark.parametrize("turns_to_bot", [False, True])
async def test_who_helps_and_mentions_it_is_answered_and_begins_it_too(
    tmp_path: Path, turns_to_bot: bool
) -> None:
    async with running_core(tmp_path) as core:
        await asked(core)
        helped = replace(WRITTEN, author=MIA, turns_to_bot=turns_to_bot)
        assert await core.handoffs.leaves_to_people(helped, HELPERS) is not turns_to_bot
        assert await core.handoffs.leaves_to_people(replace(WRITTEN, at_s=10_100), HELPERS)


async def test_whether_the_author_of_a_missed_message_helps_is_looked_up(tmp_path: Path) -> None:
    """Only where that matters: not of the asker, nor where no role helps."""
    looked_up: list[int] = []

    async def roles() -> frozenset[int]:
        looked_up.append(1)
        return MIA.role_ids

    def missed(member_id: int) -> WrittenMessage:
        return replace(WRITTEN, author=Member(member_id), find_role_ids=roles)

    async with running_core(tmp_path) as core:
        await asked(core)
        for written, settings in (
            (missed(ANN.id), HELPERS),
            (missed(MIA.id), PlaceSettings()),
            (missed(MIA.id), replace(HELPERS, quiet_after_helper_min=0)),
            (replace(missed(MIA.id), may_be_help=False), HELPERS),
        ):
            assert not await core.handoffs.leaves_to_people(written, settings)
        assert looked_up == []
        assert await core.handoffs.leaves_to_people(missed(MIA.id), HELPERS)
        assert await core.handoffs.leaves_to_people(WRITTEN, HELPERS)
        assert looked_up == [1]
