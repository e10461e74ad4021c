"""`/handoff`, `/resume` and the button, as simcord knows Discord's rules."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import discord
import pytest
import simcord
from discord import ui

from bridge_bot.core.events import HelpRoleUnreachable
from bridge_bot.core.guild_settings.values import SettingChange, SettingName
from bridge_bot.core.model import (
    Button,
    ChannelDestination,
    Control,
    ConversationKey,
    IncomingQuestion,
    Member,
    Question,
    Turn,
)
from bridge_bot.discord_adapter.rest.control_ids import control_id
from tests.discord_adapter.judged_bot import JudgedBot, judged_bot
from tests.harness.english import text


@dataclass
class Handed:
    """A bot whose server has named helpers, of whom Mia is one."""

    bot: JudgedBot
    helpers: simcord.RoleHandle
    mia: simcord.MemberActor

    async def answered(self, channel_id: int) -> str:
        """Ann has asked in a thread, and was answered; returns the `custom_id` of the button."""
        key, asked_in = ConversationKey(str(channel_id)), ChannelDestination(channel_id)
        question = Question(11, key, "why?", Member(self.bot.ann.id), asked_in, self.bot.guild.id)
        incoming = IncomingQuestion(question, frozenset({self.bot.guild.id}), 0.0)
        assert await self.bot.intake.submit(incoming) is None
        return control_id(Button(Control.HELP, Turn.of(question, owner="").id, "Help"))

    async def thread(self, parent: simcord.ChannelHandle | None = None) -> simcord.ChannelHandle:
        """A thread of the bot's."""
        parent = parent or self.bot.channel
        channel = self.bot.client.get_channel(parent.id)
        assert isinstance(channel, discord.TextChannel)
        await channel.create_thread(name="Why?", type=discord.ChannelType.public_thread)
        return parent.threads[0]

    def calls(self) -> list[int | None]:
        """The roles that were called."""
        messages = self.bot.platform.messages.values()
        return [each.ping_role for each in messages if each.ping_role]


@asynccontextmanager
async def handed(tmp_path: Path, *, mentionable: bool = True) -> AsyncIterator[Handed]:
    async with judged_bot(tmp_path) as on:
        helpers = on.guild.create_role("Helpers", mentionable=mentionable)
        mia = on.guild.add_member(on.env.create_user("mia"), roles=[helpers])
        change = SettingChange(on.guild.id, 0, SettingName.HELP_ROLE, helpers.id, on.mo.id)
        await on.settings.change(change)
        yield Handed(on, helpers, mia)


def told(result: simcord.InteractionResult) -> str:
    """What only the member is told, at last."""
    assert result.acknowledged
    assert result.ephemeral
    shown = result.followups[-1] if result.followups else result.response
    assert shown is not None
    return str(shown.content)


async def test_whoever_asked_calls_the_role_and_a_helper_resumes(tmp_path: Path) -> None:
    async with handed(tmp_path) as on:
        ann, bob = on.bot.ann, on.bot.guild.add_member(on.bot.env.create_user("bob"))
        thread = await on.thread()
        assert told(await ann.slash(thread, "handoff")) == text("handoff-outside")
        await on.answered(thread.id)
        called = text("handoff-called", role=f"<@&{on.helpers.id}>")
        assert told(await ann.slash(thread, "handoff")) == called
        assert on.calls() == [on.helpers.id]
        assert "already" in told(await ann.slash(thread, "handoff"))
        assert told(await bob.slash(thread, "resume")) == text("resume-not-yours")
        resumed = await on.mia.slash(thread, "resume")
        assert not resumed.ephemeral  # all see it
        assert resumed.response is not None
        assert resumed.response.content == text("resume-done")
        assert told(await ann.slash(thread, "resume")) == text("resume-not-quiet")


async def test_where_nobody_can_be_called_it_is_said_why(tmp_path: Path) -> None:
    async with handed(tmp_path, mentionable=False) as on:
        ann, me = on.bot.ann, on.bot.guild.me
        assert me is not None
        overwrite = discord.PermissionOverwrite(mention_everyone=False)
        thread = await on.thread(
            on.bot.guild.create_text_channel("quiet", overwrites={me: overwrite})
        )
        await on.answered(thread.id)
        for _ in range(2):
            assert told(await ann.slash(thread, "handoff")) == text("handoff-unreachable")
        unreachable = [each for each in on.bot.events if isinstance(each, HelpRoleUnreachable)]
        assert [each.role_id for each in unreachable] == [on.helpers.id]
        assert told(await ann.slash(on.bot.channel, "handoff")) == text("handoff-outside")
        assert told(await ann.user.slash("handoff")) == text("handoff-direct")
        assert told(await ann.user.slash("resume")) == text("resume-not-quiet")
        reset = SettingChange(on.bot.guild.id, 0, SettingName.HELP_ROLE, None, on.bot.mo.id)
        await on.bot.settings.change(reset)
        assert told(await ann.slash(thread, "handoff")) == text("handoff-no-role")
        assert on.calls() == []


@pytest.mark.parametrize("is_forged", [False, True])
async def test_the_button_calls_where_its_answer_stands(tmp_path: Path, is_forged: bool) -> None:
    """A forged press of another channel's answer calls nobody."""
    async with handed(tmp_path) as on:
        channel = on.bot.client.get_channel(on.bot.channel.id)
        assert isinstance(channel, discord.TextChannel)
        custom_id = await on.answered(channel.id + is_forged)
        view = ui.View(timeout=None)
        view.add_item(ui.Button(label=text("control-help"), custom_id=custom_id))
        view.stop()
        message = await channel.send("Half", view=view)
        said = told(await on.bot.ann.click(message, custom_id=custom_id))
        called = text("handoff-called", role=f"<@&{on.helpers.id}>")
        assert said == (text("control-forgotten") if is_forged else called)
        assert on.calls() == ([] if is_forged else [on.helpers.id])
