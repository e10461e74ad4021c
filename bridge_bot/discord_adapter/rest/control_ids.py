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

TURN_ID = "(?P<turn_id>0|[1-9][0-9]{0,18})"
"""The id of a turn in the pattern of a `custom_id`, for `match_with_turn`."""

_FORM = re.compile(rf"{PREFIX}:(?P<control>{'|'.join(Control)}):{TURN_ID}", re.ASCII)
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
    found = match_with_turn(_FORM, custom_id)
    return found and PressedControl(Control(found["control"]), int(found["turn_id"]))


def match_with_turn(pattern: re.Pattern[str], custom_id: str) -> re.Match[str] | None:
    """The whole `custom_id` as a pattern that has a `TURN_ID` reads it; None too where no turn can
    have that id.
    """
    found = pattern.fullmatch(custom_id)
    return found if found and int(found["turn_id"]) <= _MOST_ID else None
