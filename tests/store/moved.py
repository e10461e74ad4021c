"""Databases to move, with something in every table, and a look at all that is in one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert, select

from bridge_bot.store.engines import schema_of
from bridge_bot.store.tables import (
    CONVERSATIONS,
    DISCLOSURES,
    FEEDBACK_POSTS,
    GUILD_SETTING_CHANGES,
    GUILD_SETTING_VALUES,
    GUILD_SETTINGS,
    GUILDS,
    HANDOFFS,
    HELP_CALLS,
    MEMBER_PREFERENCES,
    METADATA,
    OPT_OUTS,
    PAUSES,
    REACHED_LIMITS,
    REPLY_MESSAGES,
    REQUEST_COUNTS,
    SHARD_LEASES,
    SOURCES,
    SYNCED_COMMANDS,
    TURNS,
    USAGE_COUNTS,
    VOTES,
    WATERMARKS,
)
from tests.harness.database import StoredDatabase, migrated_database, new_database

LARGEST = 2**63 - 1
LONG = "a line\n" * 400 + "the middle" + "\r\n\ta line" * 400
_TEXTS = ("", "Ω 🜚 العربية 'quoted' \"twice\" %s :name \\ --", LONG, None)

TURN_COUNT = 200
_CONVERSATION_COUNT = 60


def made(engine: str, folder: Path, *, migrated: bool = True) -> StoredDatabase:
    """A database of its own, empty, on "sqlite" or "postgres"."""
    folder.mkdir()
    if engine == "postgres":
        return new_database(folder, migrated=migrated)
    file = folder / "bot.db"
    if migrated:
        migrated_database(file)
    return StoredDatabase(f"sqlite+aiosqlite:///{file}")


def filled(database: StoredDatabase) -> StoredDatabase:
    """The database with something in every table: the ends of what a column can hold, and NULL."""
    conversations = [
        {
            "key": f"{number % 7}-Ä{number}",
            "conversation_uid": _TEXTS[number % 4],
            "language": None if number % 2 else "jp",
            "channel_id": LARGEST - number,
            "guild_id": None if number % 3 else -number,
            "created_at": number,
            "updated_at": LARGEST,
        }
        for number in range(_CONVERSATION_COUNT)
    ]
    turns = [
        {
            "id": LARGEST - number,
            "conversation_key": conversations[number % _CONVERSATION_COUNT]["key"],
            "asker_id": number,
            "channel_id": 0,
            "state": "done" if number % 10 else "asked",
            "error": _TEXTS[(number + 1) % 4],
            "question": _TEXTS[number % 4],
            "begun": 2**31 - 1,
            "created_at": 1,
            "updated_at": 2,
            "question_id": number // 2,
            "attempt": 1 + number % 2,
            "owner": "a process",
            "locale": "pt-BR",
        }
        for number in range(TURN_COUNT)
    ]
    replies = [
        {"message_id": number, "turn_id": LARGEST - number, "page": number % 3}
        for number in range(TURN_COUNT)
    ]

    def fill(connection: Connection) -> None:
        connection.execute(insert(CONVERSATIONS), conversations)
        connection.execute(insert(TURNS), turns)
        connection.execute(insert(REPLY_MESSAGES), replies)
        source = dict.fromkeys(("title", "address", "file", "page"), "") | {"excerpt": LONG}
        place = {"turn_id": LARGEST, "place": 2**31 - 1, "number": 0}
        connection.execute(insert(SOURCES), {**place, **source})
        connection.execute(insert(SYNCED_COMMANDS), {"application_id": 1, "fingerprint": LONG})
        member = {"scope": "member", "scope_id": LARGEST}
        connection.execute(insert(REQUEST_COUNTS), {"day": 20_000, **member, "requests": 7})
        connection.execute(insert(REACHED_LIMITS), {"day": 20_000, "scope": "member"})
        lease = {"shard_id": 1, "owner": "Ä", "lease_until": LARGEST}
        connection.execute(insert(SHARD_LEASES), lease)
        connection.execute(insert(PAUSES), {"scope": "all", "scope_id": 0, "since": 1})
        guild, setting = {"guild_id": LARGEST}, {"channel_id": 0, "name": "chat_bot"}
        connection.execute(insert(GUILD_SETTINGS), {**guild, "version": 9, "changed_at": 1})
        connection.execute(insert(GUILD_SETTING_VALUES), {**guild, **setting, "value": LONG})
        connection.execute(
            insert(GUILD_SETTING_CHANGES),
            {**guild, **setting, "version": 9, "value": LONG, "member_id": 1, "changed_at": 1},
        )
        opted_out = {"member_id": LARGEST, "since": 1, "told_at": None}
        connection.execute(insert(OPT_OUTS), [opted_out, {**opted_out, "member_id": 1}])
        preferences = {"member_id": LARGEST, "language": "zh-Hant", "locale": None}
        connection.execute(insert(MEMBER_PREFERENCES), preferences)
        connection.execute(insert(DISCLOSURES), {"member_id": LARGEST, "turn_id": LARGEST})
        vote = {"turn_id": LARGEST, "member_id": LARGEST, "vote": "down", "voted_at": 1}
        about = {"guild_id": None, "channel_id": LARGEST, "chat_bot": "", "reasons": None}
        connection.execute(insert(VOTES), {**vote, **about, "comment": LONG})
        connection.execute(insert(FEEDBACK_POSTS), {"turn_id": LARGEST, "guild_id": 1})
        handoff = {"conversation_key": conversations[0]["key"], "channel_id": 7, "called_at": 0}
        quiet = {"quiet_since": 1, "quiet_until": LARGEST, "changed_at": 2}
        connection.execute(insert(HANDOFFS), {**handoff, **guild, **quiet})
        connection.execute(insert(HELP_CALLS), {**guild, "number": 9, "called_at": LARGEST})
        connection.execute(
            insert(GUILDS), [{**guild, "left_at": None}, {"guild_id": 1, "left_at": 2}]
        )
        counted = {"day": 20_000, "channel_id": LARGEST, "chat_bot": LONG, "counted": "first-text"}
        connection.execute(
            insert(USAGE_COUNTS), {**guild, **counted, "within_ms": 500, "count": LARGEST}
        )
        connection.execute(insert(WATERMARKS), {"shard_id": 0, "message_id": LARGEST})

    schema_of(database.url).change(fill)
    return database


def content(database: StoredDatabase) -> dict[str, list[tuple[object, ...]]]:
    """All rows of every table, sorted; empty if nothing was ever put there."""

    def read(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in METADATA.sorted_tables
        }

    return schema_of(database.url).read(read)
