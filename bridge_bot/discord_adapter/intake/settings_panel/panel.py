"""`/settings`, and the presses on its controls."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from typing import Any

import discord

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import BridgeError, SettingsOutdated
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.guild_settings.values import GuildSettings, SettingChange
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    RESPOND_WITHIN_S,
    Interaction,
    respond,
    update,
)
from bridge_bot.discord_adapter.intake.commands.refusals import (
    Refusals,
    may_manage_guild,
    origin_of,
)
from bridge_bot.discord_adapter.intake.components import custom_id_of, is_private
from bridge_bot.discord_adapter.intake.settings_panel.changing import (
    Input,
    Values,
    changes_settings,
    state_after,
    wanted,
)
from bridge_bot.discord_adapter.intake.settings_panel.choices import NotOffered
from bridge_bot.discord_adapter.intake.settings_panel.drawing.frame import panel
from bridge_bot.discord_adapter.intake.settings_panel.drawing.layout import filled_in, layout, modal
from bridge_bot.discord_adapter.intake.settings_panel.in_force import SERVER, OperatorOptions
from bridge_bot.discord_adapter.intake.settings_panel.limits_form import limits_form
from bridge_bot.discord_adapter.intake.settings_panel.place import Place, place_of
from bridge_bot.discord_adapter.intake.settings_panel.press import Action, Page, PanelState, Press
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown

CHANGES_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class _Member:
    """Who looks at a panel, and where."""

    interaction: Interaction
    guild: discord.Guild

    @property
    def id(self) -> int:
        return self.interaction.user.id


class SettingsPanel:
    """Shows the settings of a server to those who manage it, and has them changed.

    Whether they may is asked of each press: what they may do comes with it.
    """

    def __init__(
        self,
        client: discord.Client,
        settings: KnownGuildSettings,
        operator: OperatorOptions,
        refusals: Refusals,
        observe: Observe,
    ) -> None:
        self._client = client
        self._settings = settings
        self._operator = operator
        self._refusals = refusals
        self._observe = observe
        self._tasks = BackgroundTasks()

    async def open(self, interaction: Interaction) -> None:
        """The command: show a panel, which only its member sees."""
        guild = await self._permitted_guild(interaction)
        if guild is not None:
            work = self._opened(_Member(interaction, guild))
            await self._show(interaction, work, in_place=False)

    async def press(self, interaction: Interaction) -> None:
        """A control was pressed, or the form sent: do it, and show the panel as it is then."""
        if not is_private(interaction):
            await self._refusals.refuse_public_press(interaction)
            return
        guild = await self._permitted_guild(interaction)
        if guild is None:
            return
        member, press = _Member(interaction, guild), Press.of(custom_id_of(interaction))
        if press is None:  # of a version of the bot that made others
            work = self._opened(member, notice_key="settings-not-offered")
        elif press.action is Action.FILL_IN:
            await self._show_form(member, press)
            return
        else:
            work = self._pressed(member, press)
        await self._show(interaction, work, in_place=interaction.message is not None)

    async def close(self) -> None:
        """End what is being looked up or changed: nobody is left to be shown it."""
        await self._tasks.close()

    async def _permitted_guild(self, interaction: Interaction) -> discord.Guild | None:
        """The server whose settings the member may see; None: they are told why they may not."""
        refusal = self._refusals.for_place(interaction, await self._refusals.guild_ids(interaction))
        guild = self._client.get_guild(interaction.guild_id or 0)
        if refusal is None and guild is None:
            refusal = Refusal("settings-outside")
        if refusal is None and not may_manage_guild(interaction):
            refusal = Refusal("settings-not-allowed")
        if refusal is not None:
            await self._refusals.respond_ephemerally(interaction, refusal)
            return None
        return guild

    async def _show(
        self,
        interaction: Interaction,
        work: Coroutine[Any, Any, Shown | str],
        *,
        in_place: bool,
    ) -> None:
        """Show what the work comes to: in the message of the pressed control, or in a new one.

        A text instead of a panel says that there is none; that is always a message of its own.
        """
        drawing = self._tasks.start(work, name="settings")
        await asyncio.wait({drawing}, timeout=RESPOND_WITHIN_S)
        is_late = not drawing.done()
        if is_late:
            await interaction.response.defer(ephemeral=True, thinking=not in_place)
        drawn = await drawing
        if isinstance(drawn, str):
            if is_late:
                await interaction.followup.send(drawn, ephemeral=True)
            else:
                await respond(interaction, drawn, ephemeral=True)
            return
        view = layout(panel(drawn))
        if is_late:
            await interaction.edit_original_response(
                view=view, allowed_mentions=discord.AllowedMentions.none()
            )
        elif in_place:
            await update(interaction, view)
        else:
            await respond(interaction, view, ephemeral=True)

    async def _show_form(self, member: _Member, press: Press) -> None:
        """Show the form of the limits, which nothing can be shown before."""
        interaction = member.interaction
        try:
            async with asyncio.timeout(RESPOND_WITHIN_S):
                settings = await self._settings.of(member.guild.id)
        except (BridgeError, TimeoutError) as error:
            text = self._failed(member, error)
            await respond(interaction, text, ephemeral=True)
            return
        shown = self._shown(member, press.state, settings)
        if shown.state.channel_id != press.state.channel_id:
            await update(interaction, layout(panel(shown)))  # which says that the channel is gone
        else:
            await interaction.response.send_modal(modal(limits_form(shown)))

    async def _opened(self, member: _Member, *, notice_key: str = "") -> Shown | str:
        try:
            settings = await self._settings.of(member.guild.id)
        except BridgeError as error:
            return self._failed(member, error)
        shown = self._shown(member, PanelState(), settings)
        return replace(shown, notice=shown.texts.get(notice_key)) if notice_key else shown

    async def _pressed(self, member: _Member, press: Press) -> Shown | str:
        """What is shown after a press; a text where even that can't be found out."""
        try:
            settings = await self._settings.of(member.guild.id)
            shown = await self._done(member, press, self._shown(member, press.state, settings))
            return await self._with_changes(shown)
        except BridgeError as error:
            return self._failed(member, error)

    async def _done(self, member: _Member, press: Press, shown: Shown) -> Shown:
        """Do what a press asks for. Raises what the settings raise when they are read."""
        sent, texts = _input(member.interaction), shown.texts
        if press.state.channel_id != shown.state.channel_id:
            return shown  # whose notice says that the channel is gone
        is_outdated = press.state.version != shown.settings.version
        if changes_settings(press):
            if is_outdated:
                return replace(shown, notice=texts.get("settings-changed-meanwhile"))
            values = wanted(press, sent, shown)
            return (
                values if isinstance(values, Shown) else await self._change(member, shown, values)
            )
        try:
            state = state_after(Press(shown.state, press.action, press.argument), sent)
        except NotOffered:
            return replace(shown, notice=texts.get("settings-not-offered"))
        after = self._shown(member, state, shown.settings)
        if is_outdated and not after.notice:
            return replace(after, notice=texts.get("settings-newer"))
        return after

    async def _change(self, member: _Member, shown: Shown, values: Values) -> Shown:
        """Set these values, one after the other, as long as nobody else changes anything."""
        settings, notice = shown.settings, "settings-saved" if values else "settings-unchanged"
        try:
            for name, value in values.items():
                change = SettingChange(
                    member.guild.id, shown.state.channel_id, name, value, member.id
                )
                settings = await self._settings.change(change, settings.version)
        except SettingsOutdated:
            notice = "settings-changed-meanwhile"
            await self._settings.look()  # another process has changed them
        except BridgeError as error:
            notice = "settings-store-failed"
            self._failed(member, error)
        settings = await self._settings.of(member.guild.id)
        after = self._shown(member, shown.state, settings)
        return replace(after, notice=shown.texts.get(notice))

    async def _with_changes(self, shown: Shown) -> Shown:
        """The same with the list of changes, if it shows that."""
        if shown.state.page is not Page.CHANGES:
            return shown
        changes = await self._settings.changes(
            shown.settings.guild_id,
            before_version=shown.state.before or None,
            limit=CHANGES_A_PAGE + 1,
        )
        return replace(
            shown,
            changes=tuple(changes[:CHANGES_A_PAGE]),
            has_older=len(changes) > CHANGES_A_PAGE,
        )

    def _shown(self, member: _Member, state: PanelState, settings: GuildSettings) -> Shown:
        """These settings, for that state; for the whole server if its channel is gone."""
        texts, notice = self._refusals.texts(member.interaction), ""
        place = place_of(member.guild, state.channel_id, settings)
        if place is None:
            state, notice = replace(state, channel_id=SERVER), texts.get("settings-channel-gone")
            place = place_of(member.guild, SERVER, settings) or Place()
        state = replace(state, version=settings.version)
        return Shown(state, settings, place, self._operator, texts, notice)

    def _failed(self, member: _Member, error: BaseException) -> str:
        """Observe that the settings could not be read or changed, and return what to tell of it."""
        origin = origin_of(member.interaction)
        self._observe(OperationFailed(Operation.CHANGE_SETTINGS, error, origin))
        return self._refusals.texts(member.interaction).get("settings-store-failed")


def _input(interaction: Interaction) -> Input:
    data: dict[str, Any] = dict(interaction.data or {})
    values = tuple(str(each) for each in data.get("values") or ())
    return Input(values, filled_in(data))
