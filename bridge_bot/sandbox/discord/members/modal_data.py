"""What a member's client sends when they submit a modal ("Modal Submit Data")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bridge_bot.sandbox.discord.actions.files import keep_upload
from bridge_bot.sandbox.discord.enums import SELECT_TYPES, ComponentType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.members.component_data import check_count, selected
from bridge_bot.sandbox.discord.members.entities import Chosen
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Interaction, Upload
from bridge_bot.sandbox.discord.payloads.component_objects import every_component
from bridge_bot.sandbox.discord.payloads.resolved import Entity, resolved
from bridge_bot.sandbox.discord.rules.modal_components import GROUP_LIMIT, TEXT_INPUT_LIMIT
from bridge_bot.sandbox.discord.state import WorldState

FieldValue = str | bool | Sequence[Chosen | Upload]
"""What is filled in: a text, the value or label of a radio button, a tick, what is chosen of a
select or a group, or files."""


def modal_data(
    state: WorldState, interaction: Interaction, values: Mapping[str, FieldValue]
) -> Json:
    """The data of the modal with which the bot answered; `values` by custom_id or label.

    A field that is not named is sent as the bot had filled it in. Raises `NotOffered` where the
    client would not send the modal.
    """
    modal = interaction.modal
    if modal is None:
        raise NotOffered("the bot did not answer with a modal")
    return _Submission(state, interaction, modal, values).data()


class _Submission:
    def __init__(
        self,
        state: WorldState,
        interaction: Interaction,
        modal: Json,
        values: Mapping[str, FieldValue],
    ) -> None:
        self._state = state
        self._interaction = interaction
        self._modal = modal
        self._values = values
        self._entities: list[Entity] = []

    def data(self) -> Json:
        every = list(every_component(self._modal["components"]))
        known = [each[name] for each in every for name in ("custom_id", "label") if each.get(name)]
        for name in self._values:
            if name not in known:
                raise NotOffered(f"the modal has no field {name!r}; there are {known}")
        data: Json = {
            "custom_id": self._modal["custom_id"],
            "components": [self._sent(each, "") for each in self._modal["components"]],
        }
        place, user = self._interaction.channel, self._interaction.user
        found = resolved(self._state, place, user, self._entities)
        return data | {"resolved": found} if found else data

    def _sent(self, component: Json, label: str) -> Json:
        """A component as it is sent back, with its value; `label` is that of the Label around."""
        sent: Json = {"type": component["type"], "id": component["id"]}
        if "component" in component:
            inner = self._sent(component["component"], component["label"])
            return sent | {"component": inner}
        if "components" in component:
            return sent | {"components": [self._sent(each, "") for each in component["components"]]}
        if "custom_id" not in component:
            return sent
        name = component["custom_id"]
        given = self._values.get(name, self._values.get(component.get("label") or label))
        return sent | {"custom_id": name} | self._value(component, given)

    def _value(self, component: Json, given: FieldValue | None) -> Json:
        kind, name = component["type"], component["custom_id"]
        if kind == ComponentType.TEXT_INPUT:
            return {"value": _text(component, given)}
        if kind == ComponentType.CHECKBOX:
            return {"value": bool(component.get("default") if given is None else given)}
        if isinstance(given, bool):
            raise NotOffered(f"{name!r} is no checkbox")
        chosen = _defaults(component) if given is None else given
        chosen = [chosen] if isinstance(chosen, str) else list(chosen)
        if kind == ComponentType.FILE_UPLOAD:
            return {"values": self._files(component, chosen)}
        wanted = [each for each in chosen if not isinstance(each, Upload)]
        place, user = self._interaction.channel, self._interaction.user
        if kind in SELECT_TYPES:
            values, entities = selected(place, user, component, wanted)
            self._entities += entities
            return {"values": values}
        group = component
        if kind == ComponentType.CHECKBOX_GROUP:
            group = {"max_values": GROUP_LIMIT} | component
        values, _ = selected(place, user, group, wanted)
        if kind == ComponentType.RADIO_GROUP:
            return {"value": values[0] if values else None}
        return {"values": values}

    def _files(self, component: Json, chosen: Sequence[Chosen | Upload]) -> list[str]:
        check_count(component, len(chosen))
        kept = [keep_upload(self._state, each) for each in chosen if isinstance(each, Upload)]
        self._entities += kept
        return [str(each.id) for each in kept]


def _text(component: Json, given: FieldValue | None) -> str:
    name = component["custom_id"]
    text = component.get("value") or "" if given is None else given
    if not isinstance(text, str):
        raise NotOffered(f"{name!r} takes a text")
    if not text:
        if component.get("required", True):
            raise NotOffered(f"{name!r} has to be filled in")
        return text
    least, most = component.get("min_length") or 0, component.get("max_length") or TEXT_INPUT_LIMIT
    if not least <= len(text) <= most:
        raise NotOffered(f"{name!r} takes {least} to {most} characters, not {len(text)}")
    return text


def _defaults(component: Json) -> list[Chosen | Upload]:
    """What is chosen when the modal opens."""
    options = component.get("options") or []
    chosen: list[Chosen | Upload] = [each["value"] for each in options if each.get("default")]
    return chosen + [str(each["id"]) for each in component.get("default_values") or ()]
