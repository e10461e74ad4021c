"""What panels are drawn from in these tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import discord

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import (
    GuildSettings,
    Served,
    SettingChange,
    SettingName,
    SettingValue,
)
from bridge_bot.discord_adapter.intake.handoff.help_role import RoleProblem
from bridge_bot.discord_adapter.intake.settings_panel.drawing.components import (
    Button,
    Buttons,
    Panel,
    Text,
)
from bridge_bot.discord_adapter.intake.settings_panel.drawing.frame import panel
from bridge_bot.discord_adapter.intake.settings_panel.in_force import SERVER, OperatorOptions
from bridge_bot.discord_adapter.intake.settings_panel.place import Place
from bridge_bot.discord_adapter.intake.settings_panel.press import Page, PanelState
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown
from tests.harness.english import ENGLISH

GUILD_ID = 1
CHANNEL_ID = 7
VERSION = 3
OPERATOR = OperatorOptions(
    ("fast", "smart"), {SettingName.MEMBER_QUESTIONS_PER_DAY: 20, SettingName.QUESTIONS_PER_DAY: 90}
)

Values = Mapping[SettingName, SettingValue]
Kind = TypeVar("Kind")


def shown(
    page: Page = Page.OVERVIEW,
    *,
    channel: Values | None = None,
    server: Values | None = None,
    kind: PlaceKind = PlaceKind.TEXT,
    in_channel: bool | None = None,
    permissions: discord.Permissions | None = None,
    feedback_permissions: discord.Permissions | None = None,
    role_problem: RoleProblem | None = None,
    operator: OperatorOptions = OPERATOR,
    notice: str = "",
    to_confirm: Served | None = None,
    changes: Sequence[SettingChange] = (),
    has_older: bool = False,
    before: int = 0,
) -> Shown:
    """What is shown of the channel if it has settings here, or `in_channel` says so; else of the
    server.
    """
    is_channel = channel is not None if in_channel is None else in_channel
    channel_id = CHANNEL_ID if is_channel else SERVER
    values = {SERVER: server or {}, CHANNEL_ID: channel or {}}
    return Shown(
        PanelState(page, channel_id, VERSION, before),
        GuildSettings(GUILD_ID, VERSION, values),
        Place(
            channel_id,
            kind if is_channel else PlaceKind.SERVER,
            permissions or discord.Permissions.all(),
            feedback_permissions,
            role_problem,
        ),
        operator,
        ENGLISH,
        notice,
        to_confirm,
        changes,
        has_older,
    )


def blocks(of: Panel | Shown, kind: type[Kind]) -> list[Kind]:
    """The blocks of a kind in a panel."""
    drawn = panel(of) if isinstance(of, Shown) else of
    return [block for block in drawn.blocks if isinstance(block, kind)]


def words(of: Panel | Shown) -> str:
    """All texts of a panel."""
    return "\n".join(block.content for block in blocks(of, Text))


def buttons(of: Panel | Shown) -> dict[str, Button]:
    """The buttons of a panel by their labels."""
    return {button.label: button for row in blocks(of, Buttons) for button in row.buttons}
