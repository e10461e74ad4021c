"""Who may press what."""

from __future__ import annotations

import pytest

from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.model import Member


@pytest.mark.parametrize(
    ("presser", "may"),
    [
        (Presser(Member(3), 7), True),
        (Presser(Member(3), 8), False),
        (Presser(Member(5), 7), False),
        (Presser(Member(5), 7, may_manage_messages=True), True),
        (Presser(Member(5), 8, may_manage_messages=True), False),
    ],
)
def test_an_answer_is_steered_by_its_asker_and_by_moderators_of_its_channel(
    presser: Presser, may: bool
) -> None:
    assert presser.may_steer({3, 4}, channel_id=7) is may
