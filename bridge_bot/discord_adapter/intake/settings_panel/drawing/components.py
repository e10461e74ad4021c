"""What a panel is made of, as frozen values; `layout.py` makes Discord's components of them."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class ButtonStyle(enum.Enum):
    """How a button looks."""

    PLAIN = enum.auto()
    PRIMARY = enum.auto()
    DANGER = enum.auto()


class Entity(enum.Enum):
    """What Discord offers in a select by itself."""

    ROLE = enum.auto()
    MEMBER = enum.auto()
    PLACE = enum.auto()
    """A channel or forum in which one can ask."""
    TEXT_CHANNEL = enum.auto()


@dataclass(frozen=True, slots=True)
class Text:
    """A text, as Markdown. It pings nobody."""

    content: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A line."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button."""

    custom_id: str
    label: str
    style: ButtonStyle = ButtonStyle.PLAIN


@dataclass(frozen=True, slots=True)
class Buttons:
    """Up to five buttons side by side."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a select."""

    value: str
    label: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class OptionSelect:
    """A select of one of its options, of which `chosen` is the value of the present one."""

    custom_id: str
    options: tuple[Option, ...]
    chosen: str
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class EntitySelect:
    """A select of up to `most` roles, members or channels, or of none."""

    custom_id: str
    entity: Entity
    placeholder: str
    chosen_ids: tuple[int, ...] = ()
    most: int = 1


Block = Text | Divider | Buttons | OptionSelect | EntitySelect


@dataclass(frozen=True, slots=True)
class Panel:
    """A message: its blocks one under the other."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form for a short text. It may be left empty."""

    custom_id: str
    label: str
    description: str
    value: str = ""
    most_chars: int = 20


@dataclass(frozen=True, slots=True)
class Form:
    """A form that is filled in and sent, which Discord calls a modal."""

    custom_id: str
    title: str
    fields: tuple[Field, ...]
