"""An id is read out of whatever Discord sends."""

from __future__ import annotations

import pytest

from bridge_bot.discord_adapter.snowflake import id_in


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"id": "7"}, 7),
        ({"id": 7}, 7),
        ({"id": "seven"}, None),
        ({"id": None}, None),
        ({"id": float("inf")}, None),
        ({}, None),
        ([], None),
        ("id", None),
        (None, None),
    ],
)
def test_an_id_in_data_of_any_shape(data: object, found: int | None) -> None:
    assert id_in(data, "id") == found
