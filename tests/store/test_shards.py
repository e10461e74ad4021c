"""Which turns belong to which of Discord's gateway shards."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select

from bridge_bot.store.engines import schema_of
from bridge_bot.store.shards import Shards
from bridge_bot.store.tables import CONVERSATIONS, TURNS
from tests.harness.database import StoredDatabase

GUILDS = {0: None, 1: 41771983423143937, 2: 197038439483310086, 3: 613425648685547541, 4: 2**63 - 1}
"""By the id of a turn: the server of each, ids as Discord has them; none for a direct message."""


@pytest.fixture
def filled(database: StoredDatabase) -> StoredDatabase:
    """A turn for each server."""
    row = {"conversation_key": "7", "asker_id": 1, "channel_id": 1, "state": "queued"}
    times = {"created_at": 1, "updated_at": 1}

    def fill(connection: object) -> None:
        connection.execute(insert(CONVERSATIONS), [{"key": "7", **times}])  # type: ignore[attr-defined]
        connection.execute(  # type: ignore[attr-defined]
            insert(TURNS),
            [
                {**row, **times, "id": id_, "question_id": id_, "guild_id": guild}
                for id_, guild in GUILDS.items()
            ],
        )

    schema_of(database.url).change(fill)
    return database


@pytest.mark.parametrize("count", [1, 2, 3, 16, 1000])
def test_a_servers_shard_is_its_id_without_22_bits_modulo_the_count(
    filled: StoredDatabase, count: int
) -> None:
    def of_shard(shard: int) -> set[int]:
        query = select(TURNS.c.id).where(Shards(count, [shard]).have_turn())
        return schema_of(filled.url).read(lambda connection: set(connection.scalars(query)))

    for id_, guild in GUILDS.items():
        shard = ((guild or 0) >> 22) % count
        assert id_ in of_shard(shard)
        assert count == 1 or id_ not in of_shard((shard + 1) % count)


def test_several_shards_have_the_turns_of_each(filled: StoredDatabase) -> None:
    query = select(TURNS.c.id).where(Shards(2, [0, 1]).have_turn())
    found = schema_of(filled.url).read(lambda connection: set(connection.scalars(query)))
    assert found == set(GUILDS)
