"""What stands in the `custom_id` of a control, and what is read from one that anybody may send."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import Button, Control
from bridge_bot.discord_adapter.rest.control_ids import control_id, pressed_control


@pytest.mark.parametrize("control", Control)
@pytest.mark.parametrize("turn_id", [0, 1, 2**63 - 1])
def test_what_a_button_says_is_read_again(control: Control, turn_id: int) -> None:
    custom_id = control_id(Button(control, turn_id, "Press"))
    assert len(custom_id) <= 100
    assert pressed_control(custom_id) == (control, turn_id)


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "control",
        "control:",
        "control:stop",
        "control:stop:",
        "control:stop:-1",
        "control:stop:+1",
        "control:stop:01",
        "control:stop:1:2",
        "control:stop: 1",
        "control:stop:1\n",
        "control:stop:१",
        "control:Stop:1",
        "control:sudo:1",
        "privacy:stop:1",
        f"control:stop:{2**63}",
        "control:stop:" + "9" * 80,
    ],
)
def test_anything_else_is_nothing(forged: str) -> None:
    assert pressed_control(forged) is None
