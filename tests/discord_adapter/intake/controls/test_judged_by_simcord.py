"""The controls under a reply by the rules that simcord knows: who may press, and what they see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import discord
import pytest
from discord import ui
from simcord.results import InteractionResult

from bridge_bot.core.events import TurnEnded
from bridge_bot.core.model import (
    AnswerEvent,
    AnswerHeader,
    AnswerText,
    Button,
    ChannelDestination,
    Control,
    ConversationKey,
    IncomingQuestion,
    Member,
    Question,
    StopReason,
    Turn,
)
from bridge_bot.discord_adapter.intake.controls.vote_form import COMMENT, REASONS
from bridge_bot.discord_adapter.rest.control_ids import control_id
from tests.discord_adapter.judged_bot import JudgedBot, judged_bot
from tests.harness.english import text


async def ask(
    on: JudgedBot, *script: AnswerEvent | asyncio.Event, thread: discord.Thread | None = None
) -> int:
    """Ann asks, and gets this answer. Returns the id of its turn."""
    on.source.scripts.append([*script])
    question = Question(
        11,
        ConversationKey("7"),
        "why?",
        Member(on.ann.id),
        ChannelDestination(thread.id if thread else on.channel.id),
        on.guild.id,
        parent_id=thread.parent_id if thread else None,
    )
    incoming = IncomingQuestion(question, frozenset({on.guild.id}), 0.0)
    assert await on.intake.submit(incoming) is None
    return Turn.of(question, owner="").id


async def with_button(
    on: JudgedBot, control: Control, turn_id: int, thread: discord.Thread | None = None
) -> tuple[discord.Message, str]:
    """A message that has this button of an answer, and the button's id: simcord does not see the
    reply itself.
    """
    custom_id = control_id(Button(control, turn_id, ""))
    view = ui.View(timeout=None)
    view.add_item(ui.Button(label=text(f"control-{control}"), custom_id=custom_id))
    view.stop()
    channel = thread or text_channel(on)
    return await channel.send("Half", view=view), custom_id


def text_channel(on: JudgedBot) -> discord.TextChannel:
    """The channel as the bot knows it."""
    channel = on.client.get_channel(on.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return channel


def stop_reasons(on: JudgedBot) -> list[StopReason | None]:
    return [each.stop_reason for each in on.events if isinstance(each, TurnEnded)]


async def told(result: InteractionResult) -> str:
    """What only the member is told after a press, once that is there: the last of it."""

    def ephemeral() -> list[str]:
        every = (result.response, *result.followups)
        return [each.content for each in every if each is not None and each.ephemeral]

    await until(ephemeral)
    return ephemeral()[-1]


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - the store is in a thread, which is not waited for
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("who", "reason"),
    [("ann", StopReason.MEMBER), ("mo", StopReason.MODERATOR), ("bob", None)],
)
async def test_an_answer_is_stopped_by_its_asker_and_by_who_may_manage_messages(
    tmp_path: Path, who: str, reason: StopReason | None
) -> None:
    async with judged_bot(tmp_path) as on:
        helpers = on.guild.create_role(
            "Cleaners", permissions=discord.Permissions(manage_messages=True)
        )
        members = {
            "ann": on.ann,
            "mo": on.guild.add_member(on.env.create_user("cleaner"), roles=[helpers]),
            "bob": on.guild.add_member(on.env.create_user("bob")),
        }
        turn_id = await ask(on, AnswerText("Half"), asyncio.Event())
        message, custom_id = await with_button(on, Control.STOP, turn_id)
        result = await members[who].click(message, custom_id=custom_id)
        assert result.acknowledged
        if reason is None:
            assert await told(result) == text("control-not-yours")
        else:
            await until(lambda: stop_reasons(on))
        assert stop_reasons(on) == ([] if reason is None else [reason])


@pytest.mark.parametrize(("who", "may"), [("ann", True), ("manager", True), ("cleaner", False)])
async def test_a_thread_is_resolved_by_its_asker_and_by_who_may_manage_threads(
    tmp_path: Path, who: str, may: bool
) -> None:
    async with judged_bot(tmp_path) as on:
        members = {"ann": on.ann}
        for name, allowed in {
            "manager": discord.Permissions(manage_threads=True),
            "cleaner": discord.Permissions(manage_messages=True),
        }.items():
            role = on.guild.create_role(name, permissions=allowed)
            members[name] = on.guild.add_member(on.env.create_user(name), roles=[role])
        public = discord.ChannelType.public_thread
        thread = await text_channel(on).create_thread(name="why?", type=public)
        turn_id = await ask(on, AnswerText("Because."), thread=thread)
        await on.database.until("SELECT 1 FROM turns WHERE state = 'done'")
        message, custom_id = await with_button(on, Control.RESOLVED, turn_id, thread)
        result = await members[who].click(message, custom_id=custom_id)
        assert result.acknowledged
        (told,) = result.followups
        key = "control-resolved-done" if may else "control-not-yours-to-resolve"
        assert told.content == text(key, closes="no")
        assert told.flags.ephemeral
        assert bool(on.platform.resolved_by) is may


async def test_anybody_pages_through_the_sources_also_after_a_restart(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        docs = tuple({"title": f"T{number}", "text": "Words."} for number in range(15))
        header = AnswerHeader("uid", related_docs=docs)
        turn_id = await ask(on, header, AnswerText("So [2]."))
        await on.database.until("SELECT 1 FROM turns WHERE state = 'done'")
        message, custom_id = await with_button(on, Control.SOURCES, turn_id)
        bob = on.guild.add_member(on.env.create_user("bob"))
        result = await bob.click(message, custom_id=custom_id)
        shown = result.response
        assert result.ephemeral
        assert shown is not None
        assert shown.content.startswith(f"**{text('sources-cited')}**\n\\[1\\] T1\n> “Words.”\n")
        await on.restart()
        result = await bob.click(shown, label=text("sources-next"))
        assert result.acknowledged
        assert shown.content.endswith(text("sources-page", page=2, pages=2))


@pytest.mark.parametrize(
    "forged",
    [*(f"control:{each}" for each in ("stop:1", "stop:x", "regenerate:1")), "control:sources:x"],
)
async def test_a_forged_control_is_harmless(tmp_path: Path, forged: str) -> None:
    async with judged_bot(tmp_path) as on:
        channel = on.client.get_channel(on.channel.id)
        assert isinstance(channel, discord.TextChannel)
        view = ui.View(timeout=None)
        view.add_item(ui.Button(label="Forged", custom_id=forged))
        view.stop()
        message = await channel.send("Half", view=view)
        result = await on.ann.click(message, custom_id=forged)
        assert result.acknowledged
        assert await told(result) == text("control-forgotten")


async def test_a_vote_down_opens_a_form_and_a_vote_up_is_acknowledged(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        message, turn_id = await answered(on)
        up, down = (f"control:{each}:{turn_id}" for each in ("upvote", "downvote"))
        result = await on.ann.click(message, custom_id=up)
        assert result.ephemeral
        assert result.response is not None
        assert result.response.content == text("vote-counted")
        form = await on.mo.click(message, custom_id=down)
        assert form.modal is not None
        filled_in = {REASONS: ["wrong", "unclear"], COMMENT: "it's 5"}
        sent = await on.mo.submit_modal(form, filled_in)
        assert sent.ephemeral
        assert sent.response is not None
        assert sent.response.content == text("vote-explained")
        look = "SELECT member_id, vote, reasons, comment FROM votes ORDER BY vote"
        assert on.database.rows(look) == [
            (on.mo.id, "down", "wrong unclear", "it's 5"),
            (on.ann.id, "up", None, None),
        ]


async def answered(on: JudgedBot) -> tuple[discord.Message, int]:
    """A complete answer to Ann, of whose turn a message of simcord's is the reply."""
    question = Question(
        *(11, ConversationKey("7"), "why?", Member(on.ann.id)),
        ChannelDestination(on.channel.id),
        on.guild.id,
    )
    incoming = IncomingQuestion(question, frozenset({on.guild.id}), 0.0)
    assert await on.intake.submit(incoming) is None
    await on.database.until("SELECT 1 FROM turns WHERE state = 'done'")
    turn_id = Turn.of(question, owner="").id
    view = ui.View(timeout=None)
    for control, emoji in ((Control.UPVOTE, "👍"), (Control.DOWNVOTE, "👎")):
        view.add_item(ui.Button(emoji=emoji, custom_id=control_id(Button(control, turn_id, ""))))
    view.stop()
    channel = on.client.get_channel(on.channel.id)
    assert isinstance(channel, discord.TextChannel)
    message = await channel.send("Fine", view=view)
    on.database.execute(f"UPDATE reply_messages SET message_id = {message.id}")
    return message, turn_id
