"""Makes discord.py's components of a panel and of a form, and reads what was filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord import ui

from bridge_bot.discord_adapter.intake.settings_panel.drawing.components import (
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Divider,
    Entity,
    EntitySelect,
    Form,
    OptionSelect,
    Panel,
    Text,
)

_STYLES = {
    ButtonStyle.PLAIN: discord.ButtonStyle.secondary,
    ButtonStyle.PRIMARY: discord.ButtonStyle.primary,
    ButtonStyle.DANGER: discord.ButtonStyle.danger,
}

_CHOSEN = {
    Entity.ROLE: discord.SelectDefaultValueType.role,
    Entity.MEMBER: discord.SelectDefaultValueType.user,
    Entity.PLACE: discord.SelectDefaultValueType.channel,
    Entity.TEXT_CHANNEL: discord.SelectDefaultValueType.channel,
}
_WHERE_ONE_ASKS = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.media,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
]
_WHERE_ONE_WRITES = [discord.ChannelType.text, discord.ChannelType.news]


class _ChosenEntity(discord.SelectDefaultValue):
    """What is chosen in a select, with its id as a text, as Discord's OpenAPI description has it:
    discord.py 2.7.1 sends a number.
    """

    def to_dict(self) -> Any:
        return super().to_dict() | {"id": str(self.id)}


def layout(panel: Panel) -> ui.LayoutView:
    """The components of a message.

    The view is stopped, so that discord.py does not remember it: a press is known by its
    `custom_id`.
    """
    view = ui.LayoutView(timeout=None)
    for block in panel.blocks:
        view.add_item(_item(block))
    view.stop()
    return view


def modal(form: Form) -> ui.Modal:
    """A form, of which discord.py remembers as little."""
    made = ui.Modal(title=form.title, custom_id=form.custom_id)
    for field in form.fields:
        text: ui.TextInput[ui.Modal] = ui.TextInput(
            custom_id=field.custom_id,
            default=field.value or None,
            required=False,
            max_length=field.most_chars,
        )
        made.add_item(ui.Label(text=field.label, description=field.description, component=text))
    made.stop()
    return made


def filled_in(data: Mapping[str, Any]) -> dict[str, str]:
    """What was filled in, by the field's `custom_id`; `data` is the interaction's."""
    return {
        str(each["custom_id"]): str(each.get("value") or "")
        for each in _every(data.get("components") or ())
        if "custom_id" in each
    }


def _every(components: Any) -> Iterator[Mapping[str, Any]]:
    for each in components:
        yield each
        yield from _every(each.get("components") or ())
        yield from _every([each["component"]] if each.get("component") else ())


def _item(block: Block) -> ui.Item[ui.LayoutView]:
    match block:
        case Text():
            return ui.TextDisplay(block.content)
        case Divider():
            return ui.Separator()
        case Buttons():
            return ui.ActionRow(*map(_button, block.buttons))
        case OptionSelect():
            return ui.ActionRow(_option_select(block))
        case EntitySelect():
            return ui.ActionRow(_entity_select(block))


def _button(button: Button) -> ui.Button[ui.LayoutView]:
    return ui.Button(custom_id=button.custom_id, label=button.label, style=_STYLES[button.style])


def _option_select(select: OptionSelect) -> ui.Select[ui.LayoutView]:
    return ui.Select(
        custom_id=select.custom_id,
        placeholder=select.placeholder or None,
        options=[
            discord.SelectOption(
                label=each.label,
                value=each.value,
                description=each.description or None,
                default=each.value == select.chosen,
            )
            for each in select.options
        ],
    )


def _entity_select(select: EntitySelect) -> ui.Item[ui.LayoutView]:
    arguments: dict[str, Any] = {
        "custom_id": select.custom_id,
        "placeholder": select.placeholder,
        "min_values": 0,
        "max_values": select.most,
        "default_values": [
            _ChosenEntity(id=each, type=_CHOSEN[select.entity]) for each in select.chosen_ids
        ],
    }
    match select.entity:
        case Entity.ROLE:
            return ui.RoleSelect(**arguments)
        case Entity.MEMBER:
            return ui.UserSelect(**arguments)
        case Entity.PLACE:
            return ui.ChannelSelect(channel_types=_WHERE_ONE_ASKS, **arguments)
        case Entity.TEXT_CHANNEL:
            return ui.ChannelSelect(channel_types=_WHERE_ONE_WRITES, **arguments)
