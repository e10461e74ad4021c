"""`/settings` by the rules that simcord knows: what is shown, to whom, and who may press."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.discord_adapter.intake.settings_panel.press import Page
from tests.discord_adapter.judged_bot import JudgedBot, judged_bot
from tests.harness.english import text

SAVED = text("settings-saved")


class Played:
    """A panel that a moderator sees."""

    def __init__(self, on: JudgedBot, shown: simcord.ResponseMessage) -> None:
        self.on = on
        self.shown = shown

    @property
    def words(self) -> str:
        """All that it says."""
        return "\n".join(
            each["content"] for each in _every(self.shown.components) if "content" in each
        )

    def control(self, action: str) -> str:
        """The `custom_id` of the control that does that."""
        ids = [each.get("custom_id", "") for each in _every(self.shown.components)]
        return str(next(each for each in ids if each.endswith(f":{action}")))

    async def choose(self, action: str, *values: Any) -> None:
        """Choose from a select."""
        await self._changed(
            await self.on.mo.select(self.shown, values, custom_id=self.control(action))
        )

    async def press(self, label: str) -> None:
        """Press a button."""
        await self._changed(await self.on.mo.click(self.shown, label=text(label)))

    async def _changed(self, result: simcord.InteractionResult) -> None:
        assert result.acknowledged
        assert result.response is not None
        assert result.response.id == self.shown.id, result.response.content
        self.shown = result.response


def _every(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in components:
        yield each
        yield from _every(each.get("components") or [])


async def opened(on: JudgedBot) -> Played:
    """A panel that Mo has opened."""
    result = await on.mo.slash(on.channel, "settings")
    assert result.ephemeral
    assert result.response is not None
    return Played(on, result.response)


async def test_every_page_is_a_message_that_discord_takes(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        panel = await opened(on)
        for page in Page:
            await panel.choose("page:", page)
        await panel.choose("channel:", on.channel)
        for page in Page:
            await panel.choose("page:", page)
        assert f"<#{on.channel.id}>" in panel.words
        await panel.press("settings-back-to-server")
        assert text("settings-whole-server") in panel.words


async def test_roles_and_members_are_chosen_from_discords_selects(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        panel = await opened(on)
        helpers = on.guild.create_role("Helpers")
        await panel.choose("page:", Page.ASKERS)
        await panel.choose(f"set:{SettingName.ASKER_ROLES}", helpers)
        assert SAVED in panel.words
        await panel.choose(f"set:{SettingName.SHUT_OUT}", on.ann)
        assert f"<@{on.ann.id}>" in panel.words
        assert f"<@&{helpers.id}>" in panel.words
        await panel.choose(f"set:{SettingName.SHUT_OUT}")
        assert text("settings-value-nobody") in panel.words


async def test_what_costs_is_confirmed_and_a_pause_is_a_press(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        panel = await opened(on)
        await panel.choose("page:", Page.QUESTIONS)
        await panel.choose(f"set:{SettingName.SERVED}", "=messages")
        assert SAVED not in panel.words
        await panel.press("settings-take-messages")
        assert SAVED in panel.words
        await panel.choose("page:", Page.OVERVIEW)
        await panel.press("settings-pause")
        assert text("settings-value-paused") in panel.words


async def test_limits_are_filled_in_in_a_form(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        panel = await opened(on)
        await panel.choose("page:", Page.LIMITS)
        form = await on.mo.click(panel.shown, label=text("settings-change-limits"))
        assert form.modal is not None
        sent = await on.mo.submit_modal(form, {SettingName.QUESTIONS_PER_DAY: "70"})
        assert sent.response is not None
        assert "70" in Played(on, sent.response).words


async def test_nobody_else_sees_a_panel(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        panel = await opened(on)
        with pytest.raises(simcord.SetupError):
            await on.ann.click(panel.shown, label=text("settings-pause"))
        with pytest.raises(simcord.SetupError):
            await on.ann.slash(on.channel, "settings")


async def test_a_server_that_offers_the_command_to_others_does_not_let_them_in(
    tmp_path: Path,
) -> None:
    """Those who manage a server can offer any command to anybody; its settings are not for them."""
    async with judged_bot(tmp_path) as on:
        commands = {each.name: each for each in await on.client.tree.fetch_commands()}
        on.guild.set_command_permissions(commands["settings"], {on.ann: True})
        result = await on.ann.slash(on.channel, "settings")
        assert result.ephemeral
        assert result.response is not None
        assert result.response.content == text("settings-not-allowed")


async def test_who_no_longer_manages_the_server_can_press_no_more(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        panel = await opened(on)
        on.env.backend.remove_member_role(on.guild.id, on.mo.id, on.moderators.id)
        result = await on.mo.click(panel.shown, label=text("settings-pause"))
        assert result.followups == []
        assert result.response is not None
        assert result.response.content == text("settings-not-allowed")
        assert result.response.id != panel.shown.id


async def test_a_panel_works_after_a_restart(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        panel = await opened(on)
        await on.restart()
        await panel.press("settings-pause")
        assert text("settings-value-paused") in panel.words


async def test_what_the_bot_lacks_in_a_channel_is_told(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        assert on.guild.me is not None
        nothing = discord.PermissionOverwrite(create_private_threads=False)
        secret = on.guild.create_text_channel("secret", overwrites={on.guild.me: nothing})
        panel = await opened(on)
        await panel.choose("page:", Page.QUESTIONS)
        await panel.choose("channel:", secret)
        await panel.choose(f"set:{SettingName.ANSWER_PLACE}", "=private_thread")
        assert text("settings-permission-create-private-threads") in panel.words
