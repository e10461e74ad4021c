"""What stands in the `custom_id` of a page's button, and what is read from one that anybody may
send.
"""

from __future__ import annotations

import pytest

from bridge_bot.discord_adapter.intake.controls.source_page_ids import (
    SourcePage,
    source_page_id,
    wanted_source_page,
)


@pytest.mark.parametrize("turn_id", [0, 1, 2**63 - 1])
@pytest.mark.parametrize("page", [0, 1, 99])
def test_what_a_button_says_is_read_again(turn_id: int, page: int) -> None:
    custom_id = source_page_id(SourcePage(turn_id, page))
    assert len(custom_id) <= 100
    assert wanted_source_page(custom_id) == (turn_id, page)


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "sources",
        "sources:1",
        "sources:1:",
        "sources::1",
        "sources:01:1",
        "sources:1:01",
        "sources:1:-1",
        "sources:-1:1",
        "sources:1:100",
        "sources:1:1:1",
        "sources:1:1\n",
        "sources:१:1",
        "Sources:1:1",
        "control:1:1",
        f"sources:{2**63}:1",
        f"sources:{'9' * 80}:1",
    ],
)
def test_anything_else_is_nothing(forged: str) -> None:
    assert wanted_source_page(forged) is None
