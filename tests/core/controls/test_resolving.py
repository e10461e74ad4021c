"""Who marks a thread as resolved, what happens to it, and what they are told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.controls.resolving import Resolving
from bridge_bot.core.errors import (
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
)
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    Control,
    ConversationKey,
    Member,
    Question,
    Turn,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import TaggedThread
from tests.harness.english import text
from tests.harness.running_core import ANN, RunningCore, running_core, set_in_server
from tests.store.samples import question

THREAD_ID = 11
ASKER = Presser(ANN, THREAD_ID)
TURN_ID = Turn.of(question(THREAD_ID), owner="").id
DONE = Refusal("control-resolved-done", {"closes": "no"})


@pytest.mark.parametrize(
    ("presser", "may"),
    [
        (ASKER, True),
        (Presser(ANN, 99), False),
        (Presser(Member(8), THREAD_ID), False),
        (Presser(Member(8), THREAD_ID, may_manage_messages=True), False),
        (Presser(Member(8), THREAD_ID, may_manage_threads=True), True),
        (Presser(Member(8), THREAD_ID, owns_thread=True), True),
        (Presser(Member(8), 99, may_manage_threads=True), False),
        (Presser(Member(8), 99, owns_thread=True), False),
    ],
)
def test_the_asker_the_threads_owner_and_who_may_manage_threads_there_may(
    presser: Presser, may: bool
) -> None:
    assert presser.may_resolve({ANN.id}, THREAD_ID) is may


@pytest.fixture
async def core(tmp_path: Path) -> AsyncIterator[RunningCore]:
    """A core that has answered Ann in a thread on her question."""
    async with running_core(tmp_path) as running:
        running.platform.manages_threads = True
        await running.ask(thread_on=THREAD_ID)
        await running.ended()
        yield running


async def resolve(
    core: RunningCore, presser: Presser = ASKER, turn_id: int = TURN_ID
) -> list[Refusal]:
    """What is told after a press. Nothing is told once the thread is archived."""
    told = list[Refusal]()

    async def tell(what: Refusal) -> None:
        assert not core.platform.archived
        told.append(what)

    parts = core.dependencies
    resolving = Resolving(core.turns, core.platform, parts.guild_settings, core.events.append)
    await resolving.resolve(turn_id, presser, tell)
    return told


TAG = {"tag": "Solved"}


@pytest.mark.parametrize(
    ("tagged", "told", "archived", "reaction"),
    [
        (TaggedThread(), DONE, False, True),
        (TaggedThread(), Refusal("control-resolved-done", {"closes": "yes"}), True, False),
        (
            TaggedThread("Solved", has_tag=True),
            Refusal("control-resolved-tagged", {**TAG, "closes": "no"}),
            False,
            False,
        ),
        (
            TaggedThread("Solved", has_tag=True),
            Refusal("control-resolved-tagged", {**TAG, "closes": "yes"}),
            True,
            False,
        ),
        (
            TaggedThread("Solved"),
            Refusal("control-resolved-full", {**TAG, "closes": "yes"}),
            True,
            False,
        ),
        (TaggedThread(is_archived=True), DONE, False, False),
    ],
)
async def test_what_was_done_is_told_and_what_shows_nothing_gets_a_reaction(
    core: RunningCore,
    tagged: TaggedThread,
    told: Refusal,
    archived: bool,
    reaction: bool,
) -> None:
    core.platform.tagged = tagged
    wants_archive = archived or tagged.is_archived
    await set_in_server(core, SettingName.ARCHIVE_RESOLVED, wants_archive)
    assert await resolve(core) == [told]
    assert core.platform.archived == ([THREAD_ID] if archived else [])
    assert core.platform.resolved_by == (list(core.platform.messages) if reaction else [])


async def test_a_press_before_it_is_stored_which_message_shows_the_answer_adds_the_reaction(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        core.platform.manages_threads = True
        core.platform.latency_s = 0.2  # so long the write takes to be known to have worked
        await core.ask(thread_on=THREAD_ID)
        await core.until_shown()
        assert core.database.rows("SELECT message_id FROM reply_messages") == []
        assert await resolve(core) == [DONE]
        assert core.platform.resolved_by == list(core.platform.messages)


async def test_a_thread_is_not_closed_while_an_answer_grows_there(core: RunningCore) -> None:
    """That would be cut, although it is paid."""
    await set_in_server(core, SettingName.ARCHIVE_RESOLVED, value=True)
    go_on = asyncio.Event()
    core.source.scripts.append([AnswerText("And "), go_on, AnswerText("so on.")])
    conversation = ConversationKey(str(THREAD_ID))
    asked_in = ChannelDestination(THREAD_ID, guild_id=1)
    await core.submit(Question(12, conversation, "and?", ANN, asked_in, 1, parent_id=7))
    await core.until_shown(2)
    assert await resolve(core) == [Refusal("control-resolved-answering")]
    go_on.set()
    await core.ended(2)
    assert await resolve(core) == [Refusal("control-resolved-done", {"closes": "yes"})]


def test_every_word_reads_well_with_and_without_closing() -> None:
    for key in ("tagged", "full", "done"):
        open_, closing = (
            text(f"control-resolved-{key}", tag="Solved", closes=closes) for closes in ("no", "yes")
        )
        assert closing.startswith(f"{open_} I'm closing ")
        assert open_.endswith((".", "!"))


async def test_the_name_of_a_tag_is_no_markdown(core: RunningCore) -> None:
    core.platform.tagged = TaggedThread("**Solved**", has_tag=True)
    (told,) = await resolve(core)
    assert told.text_args["tag"] == "\\*\\*Solved\\*\\*"


@pytest.mark.parametrize(
    ("error", "text_key"),
    [
        (PlatformForbidden("no"), "control-resolved-forbidden"),
        (PlaceGone("a tag is gone"), "control-resolved-gone"),
        (PlaceClosed("archived"), "control-resolved-gone"),
        (PlatformBusy("busy"), "control-resolved-failed"),
    ],
)
async def test_what_discord_refuses_is_told_and_observed(
    core: RunningCore, error: PlatformError, text_key: str
) -> None:
    core.platform.tagging_error = error
    assert await resolve(core) == [Refusal(text_key)]
    failed = core.events[-1]
    assert isinstance(failed, OperationFailed)
    assert (failed.operation, failed.error) == (Operation.RESOLVE_THREAD, error)


async def test_a_stranger_and_a_forged_press_change_nothing(core: RunningCore) -> None:
    core.platform.tagging_error = PlatformForbidden("asked although nobody may")
    stranger = Presser(Member(8), THREAD_ID)
    assert await resolve(core, stranger) == [Refusal("control-not-yours-to-resolve")]
    assert await resolve(core, turn_id=1) == [Refusal("control-forgotten")]
    await core.ask(id_=12)
    await core.ended(2)
    in_channel = Turn.of(question(12), owner="").id
    assert await resolve(core, turn_id=in_channel) == [Refusal("control-forgotten")]


@pytest.mark.parametrize("manages", [True, False])
async def test_it_is_offered_in_threads_that_the_bot_may_manage(
    tmp_path: Path, manages: bool
) -> None:
    async with running_core(tmp_path) as core:
        core.platform.manages_threads = manages
        await core.ask(thread_on=THREAD_ID)
        await core.ended()
        (shown,) = core.platform.messages.values()
        assert (Control.RESOLVED in {each.control for each in shown.buttons}) is manages
        await core.ask(id_=12)
        await core.ended(2)
        *_, shown = core.platform.messages.values()
        assert Control.RESOLVED not in {each.control for each in shown.buttons}
