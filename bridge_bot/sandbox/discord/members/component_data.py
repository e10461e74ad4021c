"""What a member's client sends when they press a button or choose from a select."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.enums import SELECT_TYPES, ButtonStyle, ComponentType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.members.entities import Chosen, choose, offered_by_component
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Channel, Message, User
from bridge_bot.sandbox.discord.payloads.component_objects import every_component
from bridge_bot.sandbox.discord.payloads.resolved import Entity, resolved
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.state import WorldState


def control(user: User, message: Message, name: str) -> Json:
    """The button or select of that custom_id, label or placeholder, as the member can use it.

    Raises `NotOffered` if they don't see the message, or it has none, or that one is disabled.
    """
    hidden = message.deleted or message.only_for not in {None, user.id}
    if hidden or not may(message.channel, user.id, "view_channel"):
        raise NotOffered(f"{user.name} does not see the message")
    usable = SELECT_TYPES | {ComponentType.BUTTON}
    there = [each for each in every_component(message.components) if each["type"] in usable]
    found = [each for each in there if each.get("custom_id") == name]
    found = found or [each for each in there if name in {*control_names(each)}]
    if not found:
        known = [" / ".join(control_names(each)) for each in there]
        raise NotOffered(f"no control {name!r}; there are {known}")
    if len(found) > 1:
        raise NotOffered(f"{len(found)} controls are called {name!r}: use the custom_id")
    if found[0].get("disabled"):
        raise NotOffered(f"{name!r} is disabled")
    if found[0].get("style") in {ButtonStyle.LINK, ButtonStyle.PREMIUM}:
        raise NotOffered(f"{name!r} leads elsewhere: the bot hears nothing of it")
    return found[0]


def control_names(component: Json) -> list[str]:
    """What one may call a control: its custom_id, label, emoji or placeholder."""
    emoji = (component.get("emoji") or {}).get("name")
    names = [component.get(key) for key in ("custom_id", "label", "placeholder")]
    return [name for name in (*names, emoji) if name]


def button_data(component: Json) -> Json:
    """The data of a button that is pressed. Raises `NotOffered` for a select."""
    if component["type"] != ComponentType.BUTTON:
        raise NotOffered(f"{component['custom_id']!r} is no button")
    return _used(component)


def select_data(
    state: WorldState, place: Channel, user: User, component: Json, chosen: Sequence[Chosen]
) -> Json:
    """The data of a select of which something is chosen. Raises `NotOffered` for a button."""
    if component["type"] not in SELECT_TYPES:
        raise NotOffered(f"{component['custom_id']!r} is no select")
    # `required` is for modals; in messages it is ignored (Discord's documentation).
    values, entities = selected(place, user, component | {"required": True}, chosen)
    data = _used(component) | {"values": values}
    found = resolved(state, place, user, entities)
    return data | {"resolved": found} if found else data


def selected(
    place: Channel, user: User, component: Json, chosen: Sequence[Chosen]
) -> tuple[list[str], list[Entity]]:
    """The values that the client sends for what is chosen, and what they stand for.

    Options are named by value or label. Raises `NotOffered` for what the select does not offer,
    and for too many or too few.
    """
    entities: list[Entity] = []
    types = component.get("channel_types") or ()
    offered = offered_by_component(component["type"], place, user, types)
    if offered is None:
        values = [_option(component, each) for each in chosen]
    else:
        entities = [choose(each, offered) for each in chosen]
        values = [str(each.id) for each in entities]
    check_count(component, len(values))
    if len(set(values)) < len(values):
        raise NotOffered("each can be chosen once")
    return values, entities


def check_count(component: Json, count: int, most: int = 1) -> None:
    """Raise `NotOffered` if a client would not send so many values; `most` is the default."""
    least, most = component.get("min_values", 1), component.get("max_values", most)
    if not count and component.get("required") is False:
        return
    if not least <= count <= most:
        raise NotOffered(f"{component['custom_id']!r} takes {least} to {most}, not {count}")


def _option(component: Json, chosen: Chosen) -> str:
    options = component.get("options") or []
    for key in ("value", "label"):
        for option in options:
            if option[key] == chosen:
                return str(option["value"])
    raise NotOffered(f"{chosen!r} is not offered; there are {[o['value'] for o in options]}")


def _used(component: Json) -> Json:
    kind, number = component["type"], component["id"]
    return {"component_type": kind, "custom_id": component["custom_id"], "id": number}
