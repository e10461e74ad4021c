"""Components as Discord returns them: each with an id, and with the values that were left out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from bridge_bot.sandbox.discord.enums import SELECT_TYPES, ComponentType
from bridge_bot.sandbox.discord.errors import Json

_DEFAULTS: dict[int, Json] = {
    **{int(kind): {"min_values": 1, "max_values": 1, "disabled": False} for kind in SELECT_TYPES},
    ComponentType.BUTTON: {"disabled": False},
    ComponentType.CONTAINER: {"accent_color": None, "spoiler": False},
    ComponentType.SEPARATOR: {"divider": True, "spacing": 1},
}


def every_component(components: Sequence[Json]) -> Iterator[Json]:
    """Every component of a tree, parents first."""
    for component in components:
        yield component
        yield from every_component(component.get("components") or ())
        nested = (component.get("component"), component.get("accessory"))
        yield from every_component([child for child in nested if child])


def component_objects(components: Sequence[Json], *, in_modal: bool = False) -> list[Json]:
    """The components of a message or modal, numbered from 1 where they have no id of their own.

    What has no meaning is left out: fields that are null, and the defaults of fields in a modal.
    """
    taken = {each.get("id") for each in every_component(components)}
    free = (number for number in itertools.count(1) if number not in taken)

    def made(component: Json) -> Json:
        kind = component["type"]
        given = {name: value for name, value in component.items() if value is not None}
        given["id"] = component.get("id") or next(free)
        result: dict[str, Any] = ({} if in_modal else _DEFAULTS.get(kind, {})) | given
        if "default_values" in result:
            # An id may be sent as a number; Discord returns it as a text.
            chosen = result["default_values"]
            result["default_values"] = [each | {"id": str(each["id"])} for each in chosen]
        for name in ("component", "accessory"):
            if name in result:
                result[name] = made(result[name])
        if "components" in result:
            result["components"] = [made(child) for child in result["components"]]
        return result

    return [made(component) for component in components]


def with_files(components: Sequence[Json], attachments: Sequence[Json]) -> list[Json]:
    """The components of a message, with the addresses of its files in the place of `attachment://`.

    `attachments` are its attachment objects ("Unfurled Media Item").
    """
    files = {f"attachment://{each['filename']}": each for each in attachments}

    def made(component: Json) -> Json:
        result = dict(component)
        for name in ("media", "file"):
            file = files.get(str((component.get(name) or {}).get("url")))
            if file is not None:
                fields = {key: file[key] for key in ("url", "proxy_url", "content_type")}
                result[name] = fields | {"attachment_id": file["id"]}
            if file is not None and name == "file":
                result |= {"name": file["filename"], "size": file["size"]}
        for name in ("components", "items"):
            if name in result:
                result[name] = [made(each) for each in result[name]]
        if "accessory" in result:
            result["accessory"] = made(result["accessory"])
        return result

    return [made(each) for each in components] if files else list(components)
