"""The controls under a reply by the rules that simcord knows: who may press, and what they see."""

from __future__ import annotations

import asyncio
from pathlib import Path

import discord
import pytest
from discord import ui

from bridge_bot.core.events import TurnEnded
from bridge_bot.core.model import (
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
from bridge_bot.discord_adapter.rest.control_ids import control_id
from tests.discord_adapter.judged_bot import JudgedBot, judged_bot
from tests.harness.english import text


async def answering(on: JudgedBot) -> tuple[discord.Message, str]:
    """An answer to Ann that goes on, and the message that has its row, with the button's id."""
    on.source.scripts.append([AnswerText("Half"), asyncio.Event()])
    question = Question(
        11,
        ConversationKey("7"),
        "why?",
        Member(on.ann.id),
        ChannelDestination(on.channel.id),
        on.guild.id,
    )
    incoming = IncomingQuestion(question, frozenset({on.guild.id}), 0.0)
    assert await on.intake.submit(incoming) is None
    custom_id = control_id(Button(Control.STOP, Turn.of(question, owner="").id, "Stop"))
    view = ui.View(timeout=None)
    view.add_item(ui.Button(label=text("control-stop"), custom_id=custom_id))
    view.stop()
    channel = on.client.get_channel(on.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return await channel.send("Half", view=view), custom_id


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
        message, custom_id = await answering(on)
        result = await members[who].click(message, custom_id=custom_id)
        assert result.acknowledged
        ends = [each.stop_reason for each in on.events if isinstance(each, TurnEnded)]
        if reason is None:
            assert result.ephemeral
            assert result.response is not None
            assert result.response.content == text("control-not-yours")
            assert ends == []
        else:
            assert ends == [reason]


@pytest.mark.parametrize("forged", ["control:stop:1", "control:stop:x", "control:regenerate:1"])
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
        told = [each.content for each in (result.response, *result.followups) if each]
        assert told[-1] == text("control-forgotten")
