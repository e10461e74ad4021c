"""The removal of what is stored of a member."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    bindparam,
    delete,
    func,
    select,
    update,
)

from bridge_bot.core.ports.member_data_store import Forgotten
from bridge_bot.store.database import Database
from bridge_bot.store.removal.turns import FoundTurns, found_turns, remove_turns, remove_unused
from bridge_bot.store.tables import (
    CONVERSATIONS,
    DISCLOSURES,
    MEMBER_PREFERENCES,
    SOURCES,
    TURNS,
    VOTES,
)

RECENT_S = 600
"""Turns that were updated in the last so many seconds stay: the limit of questions a minute is read
from them, and by them a question is known that is read again after a crash."""

MOST_TURNS = 200
"""How many turns are removed in one transaction."""

_MEMBER: BindParameter[int] = bindparam("member_id_", type_=BigInteger)
_KEYS: BindParameter[Sequence[str]] = bindparam("keys_", expanding=True)
_IDS: BindParameter[Sequence[int]] = bindparam("turn_ids_", expanding=True)

_IS_OF_MEMBER = TURNS.c.asker_id == _MEMBER
_IS_REMOVED = _IS_OF_MEMBER & (TURNS.c.updated_at < bindparam("before_", type_=BigInteger))
_USED_BY_OTHERS = (
    select(TURNS.c.conversation_key)
    .where(TURNS.c.conversation_key.in_(_KEYS), TURNS.c.asker_id != _MEMBER)
    .distinct()
)
_COUNT_SOURCES = select(func.count()).select_from(SOURCES).where(SOURCES.c.turn_id.in_(_IDS))
_COUNT_TURNS = select(func.count()).select_from(TURNS).where(_IS_OF_MEMBER)
_REMOVE_UIDS = (
    update(CONVERSATIONS)
    .where(CONVERSATIONS.c.key.in_(_KEYS), CONVERSATIONS.c.conversation_uid.is_not(None))
    .values(conversation_uid=None, chat_bot="")
)
_REMOVE_VOTES = delete(VOTES).where(VOTES.c.member_id == _MEMBER)
_REMOVE_DISCLOSURE = delete(DISCLOSURES).where(DISCLOSURES.c.member_id == _MEMBER)
_REMOVE_PREFERENCES = delete(MEMBER_PREFERENCES).where(MEMBER_PREFERENCES.c.member_id == _MEMBER)


class _Found(NamedTuple):
    """Turns of a member, how many sources they have, and the conversations of theirs alone."""

    turns: FoundTurns
    sources: int
    own_keys: frozenset[str]


class MemberRemoval:
    """Forgets members. `now_s` gives seconds since the Unix epoch."""

    def __init__(self, database: Database, now_s: Callable[[], float]) -> None:
        self._database = database
        self._now_s = now_s

    async def forget(self, member_id: int) -> Forgotten:
        """See `MemberDataStore`."""
        before_s = int(self._now_s()) - RECENT_S
        questions = sources = conversations = 0
        while (found := await self._find(member_id, before_s)).turns.ids:
            removed, uids = await self._remove(found)
            questions += removed
            sources += found.sources
            conversations += uids
            if not removed:  # another process removes the same
                break
        of_member = {"member_id_": member_id}

        def remove_rest(connection: Connection) -> int:
            connection.execute(_REMOVE_DISCLOSURE, of_member)
            connection.execute(_REMOVE_PREFERENCES, of_member)
            return connection.execute(_REMOVE_VOTES, of_member).rowcount

        votes = await self._database.transaction(remove_rest)
        left = await self._database.transaction(
            lambda connection: connection.scalar(_COUNT_TURNS, of_member) or 0
        )
        return Forgotten(questions, sources, votes, conversations, left)

    async def _find(self, member_id: int, before_s: int) -> _Found:
        values: dict[str, object] = {"member_id_": member_id, "before_": before_s}

        def find(connection: Connection) -> _Found:
            turns = found_turns(connection, _IS_REMOVED, values, MOST_TURNS)
            if not turns.ids:
                return _Found(turns, 0, frozenset())
            keys = {"member_id_": member_id, "keys_": sorted(turns.keys)}
            others = frozenset(connection.scalars(_USED_BY_OTHERS, keys))
            sources = connection.scalar(_COUNT_SOURCES, {"turn_ids_": turns.ids}) or 0
            return _Found(turns, sources, turns.keys - others)

        return await self._database.transaction(find)

    async def _remove(self, found: _Found) -> tuple[int, int]:
        """Remove these turns. Returns how many there were, and of how many conversations the uid
        was removed.
        """

        def remove(connection: Connection) -> tuple[int, int]:
            keys = {"keys_": sorted(found.own_keys)}
            uids = connection.execute(_REMOVE_UIDS, keys).rowcount if found.own_keys else 0
            removed = remove_turns(connection, found.turns.ids)
            # These have the member's id in their key.
            remove_unused(connection, [key for key in found.own_keys if ":" in key])
            return removed, uids

        return await self._database.transaction(remove)
