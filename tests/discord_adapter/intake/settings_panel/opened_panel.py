"""`/settings` as a member plays it against the stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.sandbox.discord.members.entities import Chosen
from bridge_bot.sandbox.discord.model import Interaction, Member, Message
from bridge_bot.sandbox.discord.payloads.component_objects import every_component
from bridge_bot.sandbox.discord.rules.validation import visible_text
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

PAGES = text("settings-choose-page")
CHANNELS = text("settings-choose-channel")


def moderator(system: Loopback, name: str = "Mo") -> Member:
    """A member who may manage the server."""
    role = system.world.people.add_role(system.guild, "Moderators", ["manage_guild"])
    return system.world.people.add(system.guild, name, roles=[role])


@dataclass
class OpenedPanel:
    """A panel that somebody sees."""

    system: Loopback
    person: Member
    message: Message

    @property
    def words(self) -> str:
        """All that it says."""
        return visible_text(self.message)

    @property
    def controls(self) -> list[str]:
        """The `custom_id` of each of its controls."""
        every = every_component(self.message.components)
        return [each["custom_id"] for each in every if "custom_id" in each]

    def control(self, action: str) -> str:
        """The `custom_id` of the control that does that, such as `set:served`."""
        return next(each for each in self.controls if each.endswith(f":{action}"))

    async def press(self, button: str) -> None:
        """Press a button, and wait until the panel has changed."""
        await self._shown(self.system.world.controls.press(self.message, self.person, button))

    async def choose(self, select: str, *chosen: Chosen) -> None:
        """Choose from a select, and wait until the panel has changed."""
        await self._shown(
            self.system.world.controls.choose(self.message, self.person, select, chosen)
        )

    async def set(self, name: SettingName, *chosen: Chosen) -> None:
        """Choose from the select of a setting."""
        await self.choose(self.control(f"set:{name}"), *chosen)

    async def show(self, page: str) -> None:
        """Show that page."""
        await self.choose(PAGES, page)

    async def fill_in(self, values: Mapping[str, str]) -> None:
        """Fill in the form of the limits, and wait until the panel has changed."""
        button = text("settings-change-limits")
        pressed = self.system.world.controls.press(self.message, self.person, button)
        await self.system.discord.modal_shown(pressed)
        await self._shown(self.system.world.controls.submit(pressed, values))

    def stored(self, name: SettingName, channel_id: int = 0) -> list[str]:
        """What is stored for a setting: nothing, or one value."""
        rows = self.system.database.rows(
            "SELECT value FROM guild_setting_values"
            f" WHERE name = '{name}' AND channel_id = {channel_id}"
        )
        return [str(row[0]) for row in rows]

    async def _shown(self, used: Interaction) -> None:
        shown = await self.system.discord.message_shown(used)
        assert shown is self.message, visible_text(shown)
        assert used.acknowledged_at is not None
        assert used.acknowledged_at - used.at < 3.0, "as Discord demands"


async def open_panel(system: Loopback, person: Member) -> OpenedPanel:
    """Use `/settings`."""
    used = system.world.commands.use(system.channel, person, "settings")
    shown = await system.discord.message_shown(used)
    assert shown.ephemeral
    return OpenedPanel(system, person, shown)


@asynccontextmanager
async def opened_panel(tmp_path: Path, **settings: str) -> AsyncIterator[OpenedPanel]:
    """The panel of somebody who manages a server, whose bot runs with these settings."""
    async with loopback(tmp_path) as system:
        await system.start(**settings)
        yield await open_panel(system, moderator(system))
