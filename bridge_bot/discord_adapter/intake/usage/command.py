"""`/usage`: how much the bot is used on a server, for those who manage it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import discord
from discord import app_commands, ui

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import UsageStore
from bridge_bot.core.usage.drawing import by_use, date_of, drawn, with_total
from bridge_bot.core.usage.usage import SECONDS_A_DAY, UsageBy, UsageTable
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    in_time,
    tell,
)
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals
from bridge_bot.texts import Texts

DEFAULT_DAYS = 7
MOST_DAYS = 90

_MOST_NAME_CHARS = 24
_MOST_ROWS = {UsageBy.DAY: 31, UsageBy.CHANNEL: 10, UsageBy.CHAT_BOT: 5}
"""How many rows are shown at the most, of the days with the sum of all."""

_MOST_CHARS = 4000
"""What the texts of a message may have (Discord's documentation)."""

_HEADINGS = {
    UsageBy.DAY: "usage-by-day",
    UsageBy.CHANNEL: "usage-by-channel",
    UsageBy.CHAT_BOT: "usage-by-chat-bot",
}

_ENGLISH = Texts.of("en")


class UsageCommand:
    """Tells it a member privately. No member is in what is counted."""

    def __init__(self, client: discord.Client, store: UsageStore, refusals: Refusals) -> None:
        self._client = client
        self._store = store
        self._refusals = refusals

    def definition(self, running: BackgroundTasks) -> app_commands.Command[Any, ..., None]:
        """The command, as it is registered with Discord."""

        @app_commands.command(name="usage", description=_ENGLISH.get("usage-description"))
        @app_commands.describe(days=_ENGLISH.get("usage-days-description"))
        @app_commands.default_permissions(manage_guild=True)
        @app_commands.allowed_installs(guilds=True, users=False)
        @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
        async def usage(
            interaction: Interaction,
            days: app_commands.Range[int, 1, MOST_DAYS] = DEFAULT_DAYS,
        ) -> None:
            await running.start(self.run(interaction, days), name="a command")

        return usage

    async def run(self, interaction: Interaction, days: int) -> None:
        """Tell the member. Raises `StoreError` if it can't be read."""
        refusal = self._refusals.for_place(interaction, await self._refusals.guild_ids(interaction))
        guild = self._client.get_guild(interaction.guild_id or 0)
        permissions = interaction.permissions
        may_see = permissions.manage_guild or permissions.administrator
        if refusal is not None or guild is None or not may_see:
            refusal = refusal or Refusal("usage-not-allowed")
            await self._refusals.respond_ephemerally(interaction, refusal)
            return
        since = int(interaction.created_at.timestamp() // SECONDS_A_DAY) - days + 1
        tables = await in_time(interaction, self._tables(since, guild.id))
        texts = self._refusals.texts(interaction)
        if not any(tables.values()):
            await tell(interaction, texts.get("usage-none", days=days), ephemeral=True)
            return

        def channel_name(channel_id: int | str) -> str:
            return _channel_name(guild, interaction.user, int(channel_id), texts)

        shown = usage_text(tables, days, channel_name, texts)
        # Stopped, so that discord.py does not remember it.
        view = ui.LayoutView(timeout=None)
        view.add_item(ui.TextDisplay(shown))
        view.stop()
        await tell(interaction, view, ephemeral=True)

    async def _tables(self, since: int, guild_id: int) -> dict[UsageBy, UsageTable]:
        return {by: await self._store.read(by, since, guild_id) for by in _MOST_ROWS}


def _channel_name(
    guild: discord.Guild, user: discord.User | discord.Member, channel_id: int, texts: Texts
) -> str:
    """What a channel is called, if its name is known to that member."""
    channel = guild.get_channel_or_thread(channel_id)
    if channel is None:
        return texts.get("usage-unknown-channel")
    if not isinstance(user, discord.Member) or not channel.permissions_for(user).view_channel:
        return texts.get("usage-hidden-channel")
    return f"#{channel.name}"


def usage_text(
    tables: dict[UsageBy, UsageTable],
    days: int,
    channel_name: Callable[[int | str], str],
    texts: Texts,
) -> str:
    """What a member is told, as Markdown. Pure."""
    total = texts.get("usage-total")

    def name(by: UsageBy, key: int | str) -> str:
        if by is UsageBy.DAY:
            return total if key == total else date_of(key)
        if by is UsageBy.CHANNEL:
            return _short(channel_name(key))
        return _short(str(key) or texts.get("usage-default-chat-bot"))

    rows = {
        UsageBy.DAY: with_total(tables[UsageBy.DAY], total),
        UsageBy.CHANNEL: by_use(tables[UsageBy.CHANNEL]),
        UsageBy.CHAT_BOT: by_use(tables[UsageBy.CHAT_BOT]),
    }

    def message(most: dict[UsageBy, int]) -> str:
        blocks = (
            f"```\n{drawn(each, partial(name, by), texts.get(_HEADINGS[by]), texts, most[by])}\n```"
            for by, each in rows.items()
        )
        return "\n".join((texts.get("usage-title", days=days), *blocks, texts.get("usage-legend")))

    most = {by: min(each, len(rows[by])) for by, each in _MOST_ROWS.items()}
    while len(shown := message(most)) > _MOST_CHARS and max(most.values()) > 1:
        most[max(most, key=most.__getitem__)] -= 1  # numbers of a large server are wide
    return shown


def _short(name: str) -> str:
    """A name that can't end the block of code that it stands in."""
    name = name.replace("`", "'")
    return name if len(name) <= _MOST_NAME_CHARS else f"{name[: _MOST_NAME_CHARS - 1]}…"
