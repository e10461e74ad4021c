"""What becomes of the rows of every table: with age, with their member, server or channel.

A new table makes these tests fail until `GOES_WITH` says it.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Awaitable, Callable, Mapping

import pytest
from sqlalchemy import Connection, Integer, Table, insert, select

from bridge_bot.store.engines import schema_of
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.tables import METADATA
from tests.harness.database import StoredDatabase
from tests.store.conftest import Time

MEMBER, OTHER = 4242424242, 4343434343
GUILD, OTHER_GUILD = 3333333333, 3434343434
CHANNEL, OTHER_CHANNEL = 7777777777, 7878787878
OLD_S, NOW_S = 86_400, 40_000_000
MOST = 200


class Removal(enum.Enum):
    """What removes rows."""

    AGE = enum.auto()
    MEMBER = enum.auto()
    GUILD = enum.auto()
    CHANNEL = enum.auto()


_ALL = frozenset(Removal)
AGE, OF_MEMBER, OF_GUILD, OF_CHANNEL = Removal

GOES_WITH: Mapping[str, frozenset[Removal]] = {
    "conversations": _ALL - {OF_MEMBER},  # but for its uid
    "turns": _ALL,
    "reply_messages": _ALL,
    "sources": _ALL,
    "votes": _ALL,
    "feedback_posts": _ALL,
    "handoffs": _ALL - {OF_MEMBER},  # with its conversation
    "help_calls": frozenset({OF_GUILD}),  # the last of each server
    "disclosures": frozenset({OF_MEMBER}),
    "member_preferences": frozenset({OF_MEMBER}),
    "request_counts": frozenset({AGE}),  # a day
    "reached_limits": frozenset({AGE}),
    "usage_counts": frozenset({AGE, OF_GUILD}),  # not with its channel: no member is in it
    "guild_settings": frozenset({OF_GUILD}),
    "guild_setting_values": frozenset({OF_GUILD, OF_CHANNEL}),
    "guild_setting_changes": frozenset({AGE, OF_GUILD}),
    "guilds": frozenset({OF_GUILD}),
    # What a member chose is kept to, and what an operator did, until they change it.
    "opt_outs": frozenset(),
    "pauses": frozenset(),
    "shard_leases": frozenset(),  # one row a shard
    # Of the bot itself.
    "synced_commands": frozenset(),
    "watermarks": frozenset(),
}
"""What takes the rows of each table along."""


def row(table: Table, at_s: int, member: int, guild: int, channel: int) -> dict[str, object]:
    """A row that is about that member, server and channel, as far as its table goes."""
    known: dict[str, object] = {
        **dict.fromkeys(("asker_id", "member_id"), member),
        **dict.fromkeys(("guild_id",), guild),
        **dict.fromkeys(("channel_id", "parent_id"), channel),
        **dict.fromkeys(("key", "conversation_key"), str(channel)),
        **dict.fromkeys(("id", "turn_id", "question_id", "message_id"), channel + 1),
        "state": "done",
        "name": "shut_out",
        "former": f"{OTHER} {MEMBER}",
        "value": f"{OTHER}",
        "scope": "member",
        "left_at": OLD_S,
        "day": at_s // 86_400,
    }
    if table.name == "request_counts":
        known["scope_id"] = member
    return {
        column.name: known.get(
            column.name,
            at_s
            if column.name.endswith(("_at", "_until", "_since", "since"))
            else (1 if guild == GUILD else 2)
            if isinstance(column.type, Integer)
            else f"{table.name} {column.name}",
        )
        for column in table.columns
    }


def fill(database: StoredDatabase) -> None:
    """Put two rows into each table: an old one of the member, and a new one of another."""

    def insert_rows(connection: Connection) -> None:
        for table in METADATA.sorted_tables:
            for of in (
                row(table, OLD_S, MEMBER, GUILD, CHANNEL),
                row(table, NOW_S, OTHER, OTHER_GUILD, OTHER_CHANNEL),
            ):
                connection.execute(insert(table), of)

    schema_of(database.url).change(insert_rows)


def counts(database: StoredDatabase) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table.name: len(database.rows(str(select(*table.primary_key))))
        for table in METADATA.sorted_tables
    }


async def _age(store: SqlStore) -> None:
    assert await store.old_rows.remove_turns(NOW_S, MOST) == 1
    assert await store.old_rows.remove_votes(NOW_S, MOST) == 1
    assert await store.old_rows.remove_setting_changes(NOW_S, MOST) == 1
    assert await store.old_rows.remove_conversations(NOW_S, MOST) == 1
    await store.old_rows.remove_usage(NOW_S)
    await store.requests.forget_before(NOW_S // 86_400)


async def _guild(store: SqlStore) -> None:
    assert await store.places.left_guild(OLD_S) is None
    assert await store.places.left_guild(NOW_S) == GUILD
    while await store.places.remove_guild(GUILD, MOST):
        pass


async def _channel(store: SqlStore) -> None:
    while await store.places.remove_channel(GUILD, CHANNEL, MOST):
        pass


REMOVALS: Mapping[Removal, Callable[[SqlStore], Awaitable[object]]] = {
    AGE: _age,
    OF_MEMBER: lambda store: store.member_data.forget(MEMBER),
    OF_GUILD: _guild,
    OF_CHANNEL: _channel,
}


def test_it_is_said_of_every_table() -> None:
    assert GOES_WITH.keys() == {table.name for table in METADATA.sorted_tables}


@pytest.mark.parametrize("removal", Removal, ids=lambda each: each.name)
async def test_what_goes_and_what_stays(
    database: StoredDatabase, store: SqlStore, time: Time, removal: Removal
) -> None:
    fill(database)
    time.now_s = NOW_S
    await REMOVALS[removal](store)
    expected = {name: 1 if removal in with_ else 2 for name, with_ in GOES_WITH.items()}
    assert counts(database) == expected


async def test_an_export_has_each_row_that_has_the_members_id_and_no_id_of_another(
    database: StoredDatabase, store: SqlStore, time: Time
) -> None:
    fill(database)
    time.now_s = OLD_S
    found = await store.member_data.export(MEMBER)
    with_member = {
        table.name
        for table in METADATA.sorted_tables
        if any(str(MEMBER) in map(str, each) for each in database.rows(str(select(table))))
    }
    of_turns = {"conversations", "reply_messages", "sources"}
    about_member = {"guild_setting_changes"}
    assert found.keys() == with_member | of_turns | about_member
    assert all(len(rows) == 1 for name, rows in found.items() if name not in about_member)
    text = json.dumps(found)
    assert str(OTHER) not in text
    assert "owner" not in text
    assert str(MEMBER) in json.dumps(found["guild_setting_changes"])


async def test_who_is_shut_out_is_told_where_but_not_by_whom_nor_who_else(
    database: StoredDatabase, store: SqlStore
) -> None:
    database.execute(
        "INSERT INTO guild_settings (guild_id, version, changed_at) VALUES (3, 1, 1)",
        f"""INSERT INTO guild_setting_values (guild_id, channel_id, name, value)
        VALUES (3, 0, 'shut_out', '{OTHER} {MEMBER}'), (3, 7, 'shut_out', '{MEMBER}1')""",
        f"""INSERT INTO guild_setting_changes
            (guild_id, version, channel_id, name, former, value, member_id, changed_at)
        VALUES (3, 1, 0, 'shut_out', '{OTHER}', '{OTHER} {MEMBER}', 5, 1)""",
    )
    of_guild = {"guild_id": "3", "channel_id": "0", "name": "shut_out", "value": str(MEMBER)}
    assert await store.member_data.export(MEMBER) == {
        "guild_setting_values": [of_guild],
        "guild_setting_changes": [{**of_guild, "version": 1, "former": None, "changed_at": 1}],
    }
