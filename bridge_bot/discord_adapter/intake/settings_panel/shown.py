"""All that a panel is drawn from. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bridge_bot.core.guild_settings.values import (
    GuildSettings,
    Served,
    SettingChange,
    SettingName,
    SettingValue,
)
from bridge_bot.discord_adapter.intake.settings_panel.drawing.wording import in_force_text
from bridge_bot.discord_adapter.intake.settings_panel.in_force import (
    SERVER,
    InForce,
    OperatorOptions,
    in_force,
    own_value,
)
from bridge_bot.discord_adapter.intake.settings_panel.place import Place, as_served
from bridge_bot.discord_adapter.intake.settings_panel.press import Action, PanelState
from bridge_bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Shown:
    """What a panel shows, of which settings, to whom.

    `notice` is told above the settings. `to_confirm` is what was chosen to be served and costs
    so much that it has to be confirmed. `changes` are those of the page that lists them, and
    `has_older` tells whether there are more.
    """

    state: PanelState
    settings: GuildSettings
    place: Place
    operator: OperatorOptions
    texts: Texts
    notice: str = ""
    to_confirm: Served | None = None
    changes: Sequence[SettingChange] = ()
    has_older: bool = False

    @property
    def is_server(self) -> bool:
        """Whether it is about the whole server."""
        return self.state.channel_id == SERVER

    def press(self, action: Action, argument: str = "") -> str:
        """The `custom_id` of a control."""
        return self.state.press(action, argument)

    def own(self, name: SettingName) -> SettingValue | None:
        """What is set for just this place; None: nothing is."""
        return own_value(self.settings, self.state.channel_id, name)

    def in_force(self, name: SettingName) -> InForce:
        """What holds in this place."""
        return self._in_force(name, self.settings)

    def without_own(self, name: SettingName) -> InForce:
        """What would hold in this place if nothing were set for just it."""
        values = {key: dict(each) for key, each in self.settings.values.items()}
        values.get(self.state.channel_id, {}).pop(name, None)
        bare = GuildSettings(self.settings.guild_id, self.settings.version, values)
        return self._in_force(name, bare)

    def line(self, name: SettingName) -> str:
        """What a setting is, what is in force, and where that comes from."""
        return in_force_text(
            name, self.in_force(name), self.texts, self.operator, self.state.channel_id
        )

    def _in_force(self, name: SettingName, settings: GuildSettings) -> InForce:
        found = in_force(settings, self.state.channel_id, name)
        if name is not SettingName.SERVED:
            return found
        return found._replace(value=as_served(self.place.kind, Served(str(found.value))))
