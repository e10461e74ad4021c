"""The `custom_id` of a control: `control:stop:1234` stops the turn with the id 1234.

It says all that a press needs to be handled, so that a button works after a restart. It is no
permission: a member can send any `custom_id`, so each press is checked for itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bridge_bot.core.model import Button, Control

PREFIX = "control"
"""With which the `custom_id` of each control begins."""

_FORM = re.compile(rf"{PREFIX}:({'|'.join(Control)}):(0|[1-9][0-9]{{0,18}})", re.ASCII)
_MOST_ID = 2**63 - 1


class PressedControl(NamedTuple):
    """What was pressed: which control, of which turn."""

    control: Control
    turn_id: int


def control_id(button: Button) -> str:
    """The `custom_id` of a button."""
    return f"{PREFIX}:{button.control}:{button.turn_id}"


def pressed_control(custom_id: str) -> PressedControl | None:
    """What a `custom_id` asks for; None if no button of the bot's has it."""
    found = _FORM.fullmatch(custom_id)
    if found is None or int(found[2]) > _MOST_ID:
        return None
    return PressedControl(Control(found[1]), int(found[2]))
