"""All rows that are about a member."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    RowMapping,
    Select,
    Table,
    bindparam,
    or_,
    select,
)

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.core.model import ScopeKind
from bridge_bot.core.ports.member_data_store import Forgotten, MemberRows
from bridge_bot.store.database import Database
from bridge_bot.store.removal.member import MemberRemoval
from bridge_bot.store.tables import (
    CONVERSATIONS,
    DISCLOSURES,
    GUILD_SETTING_CHANGES,
    GUILD_SETTING_VALUES,
    MEMBER_PREFERENCES,
    OPT_OUTS,
    REPLY_MESSAGES,
    REQUEST_COUNTS,
    SOURCES,
    TURNS,
    VOTES,
)

_BATCH = 500
_DAY_S = 86_400

_MEMBER: BindParameter[int] = bindparam("member_id_", type_=BigInteger)
_IDS: BindParameter[Sequence[int]] = bindparam("turn_ids_", expanding=True)
_KEYS: BindParameter[Sequence[str]] = bindparam("keys_", expanding=True)

_IDS_NAMED_OTHERWISE = frozenset({"id", "reply_to", "thread_on", "begins_after"})

# Of the process that answers it, which means nothing to a member.
_NOT_OF_MEMBER = frozenset({"owner", "lease_until"})

_TURNS = select(TURNS.c.id, TURNS.c.conversation_key).where(TURNS.c.asker_id == _MEMBER)

_OF_MEMBER: Mapping[Table, Select[Any]] = {
    VOTES: select(VOTES).where(VOTES.c.member_id == _MEMBER),
    OPT_OUTS: select(OPT_OUTS).where(OPT_OUTS.c.member_id == _MEMBER),
    MEMBER_PREFERENCES: select(MEMBER_PREFERENCES).where(MEMBER_PREFERENCES.c.member_id == _MEMBER),
    DISCLOSURES: select(DISCLOSURES).where(DISCLOSURES.c.member_id == _MEMBER),
}
_OF_TURNS: Mapping[Table, Select[Any]] = {
    TURNS: select(TURNS).where(TURNS.c.id.in_(_IDS)),
    REPLY_MESSAGES: select(REPLY_MESSAGES).where(REPLY_MESSAGES.c.turn_id.in_(_IDS)),
    SOURCES: select(SOURCES).where(SOURCES.c.turn_id.in_(_IDS)),
}
_CONVERSATIONS = select(CONVERSATIONS).where(CONVERSATIONS.c.key.in_(_KEYS))

_COUNTS = REQUEST_COUNTS.c
_IN_DAY = _COUNTS.day == bindparam("day_", type_=BigInteger)
_COUNTS_OF_MEMBER = (
    select(REQUEST_COUNTS).where(
        _IN_DAY, _COUNTS.scope == ScopeKind.MEMBER.value, _COUNTS.scope_id == _MEMBER
    ),
    select(REQUEST_COUNTS).where(
        _IN_DAY, _COUNTS.scope == ScopeKind.GUILD_MEMBER.value, _COUNTS.member_id == _MEMBER
    ),
)

_NAMES_MEMBERS = SettingName.SHUT_OUT.value
"""The setting whose values are ids of members, with spaces between."""

_LIKE: BindParameter[str] = bindparam("like_")
_SHUT_OUT = select(GUILD_SETTING_VALUES).where(
    GUILD_SETTING_VALUES.c.name == _NAMES_MEMBERS, GUILD_SETTING_VALUES.c.value.like(_LIKE)
)
_CHANGES_BY = select(GUILD_SETTING_CHANGES).where(GUILD_SETTING_CHANGES.c.member_id == _MEMBER)
_CHANGES_ABOUT = select(GUILD_SETTING_CHANGES).where(
    GUILD_SETTING_CHANGES.c.name == _NAMES_MEMBERS,
    GUILD_SETTING_CHANGES.c.member_id != _MEMBER,
    or_(GUILD_SETTING_CHANGES.c.former.like(_LIKE), GUILD_SETTING_CHANGES.c.value.like(_LIKE)),
)

Exported = dict[str, str | int | None]


class SqlMemberData:
    """The core's `MemberDataStore`. `now_s` gives seconds since the Unix epoch."""

    def __init__(self, database: Database, now_s: Callable[[], float]) -> None:
        self._database = database
        self._now_s = now_s
        self._removal = MemberRemoval(database, now_s)

    async def forget(self, member_id: int) -> Forgotten:
        """Remove what is stored of a member; see `MemberDataStore`."""
        return await self._removal.forget(member_id)

    async def export(self, member_id: int) -> MemberRows:
        """Every row that is about a member, by table. It is read in many short transactions, so
        that nobody else has to wait.
        """
        of_member = {"member_id_": member_id}
        found: dict[str, list[Exported]] = {}

        async def add(table: Table, query: Select[Any], values: Mapping[str, object]) -> None:
            rows = await self._database.transaction(
                lambda connection: connection.execute(query, values).mappings().all()
            )
            found.setdefault(table.name, []).extend(map(_exported, rows))

        turns = await self._database.transaction(
            lambda connection: connection.execute(_TURNS, of_member).all()
        )
        for ids in _batches([row.id for row in turns]):
            for table, query in _OF_TURNS.items():
                await add(table, query, {"turn_ids_": ids})
        for keys in _batches(sorted({row.conversation_key for row in turns})):
            await add(CONVERSATIONS, _CONVERSATIONS, {"keys_": keys})
        for table, query in _OF_MEMBER.items():
            await add(table, query, of_member)
        today = int(self._now_s() // _DAY_S)
        for day in (today - 1, today):
            for query in _COUNTS_OF_MEMBER:
                await add(REQUEST_COUNTS, query, {**of_member, "day_": day})
        found.update(await self._database.transaction(lambda each: _settings(each, member_id)))
        return {name: rows for name, rows in found.items() if rows}


def _settings(connection: Connection, member_id: int) -> dict[str, list[Exported]]:
    """What a member has set, and what names them. Of others in it, no id is left."""
    values = {"member_id_": member_id, "like_": f"%{member_id}%"}

    def found(query: Select[Any]) -> list[Exported]:
        rows = (
            _of_member_alone(row, member_id) for row in connection.execute(query, values).mappings()
        )
        return [row for row in rows if row is not None]

    return {
        GUILD_SETTING_VALUES.name: found(_SHUT_OUT),
        GUILD_SETTING_CHANGES.name: [*found(_CHANGES_BY), *found(_CHANGES_ABOUT)],
    }


def _of_member_alone(row: RowMapping, member_id: int) -> Exported | None:
    """A row of settings with no id of another member; None if it is not about this one."""
    exported, is_about = _exported(row), False
    if row["name"] == _NAMES_MEMBERS:
        for column in exported.keys() & {"former", "value"}:
            named = str(exported[column] or "").split()
            is_named = str(member_id) in named
            exported[column] = str(member_id) if is_named else None
            is_about = is_about or is_named
    is_by_member = exported.get("member_id") == str(member_id)
    if not is_by_member:
        exported.pop("member_id", None)  # whoever changed it
    return exported if is_about or is_by_member else None


def _exported(row: RowMapping) -> Exported:
    return {
        name: str(value) if value is not None and _is_id(name) else value
        for name, value in row.items()
        if name not in _NOT_OF_MEMBER
    }


def _is_id(name: str) -> bool:
    return name.endswith("_id") or name in _IDS_NAMED_OTHERWISE


def _batches(found: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (found[start : start + _BATCH] for start in range(0, len(found), _BATCH))
