"""An id is read out of whatever Discord sends, and tells the shard of its server."""

from __future__ import annotations

import pytest

from bridge_bot.discord_adapter.snowflake import id_in, shard_id_of


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


@pytest.mark.parametrize(
    ("guild_id", "shard_count", "shard_id"),
    [
        (None, 4, 0),
        (5 << 22, 4, 1),
        (7 << 22, 4, 3),
        (7 << 22, 1, 0),
        (7 << 22, None, 0),
    ],
)
def test_the_shard_of_a_server(
    guild_id: int | None, shard_count: int | None, shard_id: int
) -> None:
    assert shard_id_of(guild_id, shard_count) == shard_id
