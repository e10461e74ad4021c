"""Turns and questions for the tests of the store, and a look at what it keeps."""

from __future__ import annotations

from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    Member,
    Question,
    Turn,
    UnfinishedTurn,
)
from bridge_bot.store.sql_store import SqlStore

KEY = ConversationKey("613425648685547541")
QUESTION = 613425648685547541
TURN = 77
OWNER = "this process"
LEASE_S = 60


def question(
    id_: int = QUESTION, key: ConversationKey = KEY, *, channel: int = 7, guild: int = 3
) -> Question:
    """A question in a thread that does not exist yet."""
    return Question(
        id=id_,
        conversation=key,
        text="the secret text",
        asker=Member(42),
        asked_in=ChannelDestination(channel),
        guild_id=guild,
        thread_on=id_,
        locale="pt-BR",
    )


def turn(number: int = 0, key: ConversationKey = KEY, *, owner: str = OWNER) -> Turn:
    """The first attempt at the question of that number, counted from `QUESTION`."""
    return Turn(TURN + number, question(QUESTION + number, key), 1, owner)


async def accept(store: SqlStore, asked: Turn | None = None) -> bool:
    """Have a turn accepted; False if this attempt at its question is known."""
    return await store.turns.accept(asked or turn(), lease_s=LEASE_S) is not None


async def unfinished(store: SqlStore, owner: str = OWNER) -> list[UnfinishedTurn]:
    """The unfinished turns, which all belong to `owner` then, as after a start on a file."""
    await store.turns.end_leases()
    ids = await store.turns.claim(owner, lease_s=LEASE_S)
    return await store.turns.unfinished(ids)
