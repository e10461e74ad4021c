"""A call of every method of the store, on a database with many old turns and a few new ones, and a
look at each statement that the calls make.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, event

from bridge_bot.core.guild_settings.values import SettingChange, SettingName
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    HelpCall,
    KeptTurn,
    Member,
    MemberVote,
    NumberedSource,
    QuietTime,
    ScopeKind,
    Source,
    Turn,
    TurnState,
    Vote,
    VoteExplanation,
    VoteReason,
    scopes_of,
)
from bridge_bot.core.usage.usage import Counted, UsageBy, UsageKey
from bridge_bot.store.answers.results import SqlResults
from bridge_bot.store.answers.sources import SqlSources
from bridge_bot.store.answers.usage import SqlUsage
from bridge_bot.store.answers.votes import SqlVotes
from bridge_bot.store.conversations import SqlConversations
from bridge_bot.store.discord import SqlDiscord
from bridge_bot.store.gateway.shard_leases import SqlShardLeases
from bridge_bot.store.guilds.guild_settings import SqlGuildSettings
from bridge_bot.store.guilds.known_guilds import SqlKnownGuilds
from bridge_bot.store.handoffs.handoffs import SqlHandoffs
from bridge_bot.store.limits.pauses import SqlPauses
from bridge_bot.store.limits.request_counts import SqlRequestCounts
from bridge_bot.store.members.disclosures import SqlDisclosures
from bridge_bot.store.members.member_rows import SqlMemberData
from bridge_bot.store.members.opt_outs import SqlOptOuts
from bridge_bot.store.members.preferences import SqlPreferences
from bridge_bot.store.removal.old_rows import SqlOldRows
from bridge_bot.store.removal.places import SqlPlaces
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.turns import SqlTurns
from tests.harness.database import SERVER_URL, StoredDatabase
from tests.store.samples import LEASE_S, OWNER, question, turn

OLD = 30_000 if SERVER_URL else 3_000
"""How many turns have finished long ago, each in a conversation of its own, with a message. SQLite
plans alike for few.
"""

NEW = 40
"""How many turns are unfinished. The database's other turns are older than `SINCE_S`."""

SINCE_S = 1_000_000

_OLD_MESSAGE = 5
_KEY = ConversationKey("5")
_UNFINISHED = range(OLD + 1, OLD + NEW + 1)
_FIRST, _SECOND, _THIRD, *_ = _UNFINISHED

_NEW_TURN = turn(10 * OLD)
_AGAIN = KeptTurn(_NEW_TURN, TurnState.DONE, ChannelDestination(7), (), frozenset(), is_newest=True)
_EDITED = turn(11 * OLD)
_DAY = 20_000
_SCOPES = scopes_of(question())

_GUILD = OLD
_CHANGE = SettingChange(_GUILD, 0, SettingName.SHOW_SOURCES, value=False, member_id=1)

_FEW = OLD + NEW + 1
"""The id of a member, a server and a channel with two conversations."""

_VOTE = MemberVote(10 * OLD, 1, Vote.DOWN, guild_id=1, channel_id=7)
_EXPLANATION = VoteExplanation((VoteReason.WRONG,), "no")
_OTHER_KEY = ConversationKey("6")
_CALL = HelpCall(1, _KEY, _GUILD, ChannelDestination(7), Member(1), SINCE_S)
_QUIET = QuietTime(_KEY, 7, SINCE_S, SINCE_S + 60)

Call = Callable[[SqlStore], Awaitable[object]]

CALLS: Mapping[str, Call] = {
    "conversations.get": lambda store: store.conversations.get(_KEY),
    "conversations.key_of_message": lambda store: store.conversations.key_of_message(_OLD_MESSAGE),
    "conversations.set_uid": lambda store: store.conversations.set_uid(_KEY, "uid"),
    "conversations.replace_uid": lambda store: store.conversations.replace_uid(_KEY, "uid", "b"),
    "conversations.begin_anew": lambda store: store.conversations.begin_anew(_KEY, OLD),
    "conversations.set_language": lambda store: store.conversations.set_language(_KEY, "de"),
    "turns.accept": lambda store: store.turns.accept(_NEW_TURN, lease_s=LEASE_S),
    "turns.accept, known": lambda store: store.turns.accept(_NEW_TURN, lease_s=LEASE_S),
    "turns.end_leases": lambda store: store.turns.end_leases(),
    "turns.asked_by": lambda store: store.turns.asked_by(1, within_s=60),
    "turns.claim": lambda store: store.turns.claim(OWNER, lease_s=LEASE_S),
    "turns.release": lambda store: store.turns.release(OWNER),
    "turns.unfinished": lambda store: store.turns.unfinished(_UNFINISHED),
    "turns.foreign": lambda store: store.turns.foreign(OWNER, [_NEW_TURN.question.conversation]),
    "turns.set_state": lambda store: store.turns.set_state(_FIRST, TurnState.DONE),
    "turns.set_state, known": lambda store: store.turns.set_state(_FIRST, TurnState.DONE),
    "turns.kept": lambda store: store.turns.kept(_FIRST),
    "turns.former_reply": lambda store: store.turns.former_reply(_NEW_TURN.question),
    "turns.accept_again": lambda store: store.turns.accept_again(
        replace(_AGAIN.turn, id=20 * OLD, attempt=2), _AGAIN, lease_s=LEASE_S
    ),
    "turns.accept_edited": lambda store: store.turns.accept_edited(
        replace(_EDITED, id=30 * OLD, attempt=2), _EDITED, ChannelDestination(7), lease_s=LEASE_S
    ),
    "turns.set_question": lambda store: store.turns.set_question(_SECOND, "another text"),
    "turns.begin": lambda store: store.turns.begin(_SECOND),
    "turns.requeue": lambda store: store.turns.requeue(_SECOND),
    "turns.set_destination": lambda store: store.turns.set_destination(
        _THIRD, ChannelDestination(7)
    ),
    "turns.set_message": lambda store: store.turns.set_message(_THIRD, 0, 10**9),
    "turns.of_messages": lambda store: store.turns.of_messages([1, 2, 3, 10**9]),
    "results.last": lambda store: store.results.last(20),
    "sources.replace": lambda store: store.sources.replace(
        Turn(_FIRST, question(_FIRST), 1, OWNER), [NumberedSource(1, Source("A"))]
    ),
    "sources.of_turn": lambda store: store.sources.of_turn(_FIRST),
    "sources.has": lambda store: store.sources.has(_FIRST),
    "requests.count": lambda store: store.requests.count(_DAY, dict.fromkeys(_SCOPES, 1)),
    "requests.count, refused": lambda store: store.requests.count(
        _DAY, {_SCOPES[0]: 0, _SCOPES[1]: 1}
    ),
    "requests.note_reached": lambda store: store.requests.note_reached(_DAY, ScopeKind.ALL),
    "requests.get": lambda store: store.requests.get(_DAY, _SCOPES),
    "requests.take_back": lambda store: store.requests.take_back(_DAY, _SCOPES),
    "requests.forget_before": lambda store: store.requests.forget_before(1),
    "pauses.pause": lambda store: store.pauses.pause(),
    "pauses.paused_since": lambda store: store.pauses.paused_since(),
    "pauses.resume": lambda store: store.pauses.resume(),
    "guild_settings.get": lambda store: store.guild_settings.get(_GUILD),
    "guild_settings.changed_since": lambda store: store.guild_settings.changed_since(SINCE_S),
    "guild_settings.change": lambda store: store.guild_settings.change(_CHANGE, None),
    "guild_settings.change, expected": lambda store: store.guild_settings.change(
        replace(_CHANGE, value=None), 2
    ),
    "guild_settings.changes": lambda store: store.guild_settings.changes(_GUILD, None, 10),
    "opt_outs.among": lambda store: store.opt_outs.among([1, 2, 10**9]),
    "opt_outs.opt_out": lambda store: store.opt_outs.opt_out(1),
    "opt_outs.note_told": lambda store: store.opt_outs.note_told(1),
    "opt_outs.opt_in": lambda store: store.opt_outs.opt_in(1),
    "disclosures.claim": lambda store: store.disclosures.claim(10**9, 1),
    "disclosures.claim, known": lambda store: store.disclosures.claim(1, 1),
    "disclosures.release": lambda store: store.disclosures.release(1, 1),
    "preferences.get": lambda store: store.preferences.get(1),
    "preferences.set_language": lambda store: store.preferences.set_language(1, "de"),
    "preferences.set_locale": lambda store: store.preferences.set_locale(2, "de"),
    "votes.cast": lambda store: store.votes.cast(_VOTE),
    "votes.cast, known": lambda store: store.votes.cast(_VOTE),
    "votes.explain": lambda store: store.votes.explain(10 * OLD, 1, _EXPLANATION),
    "votes.claim_feedback_post": lambda store: store.votes.claim_feedback_post(10 * OLD, 1),
    "votes.forget_turns": lambda store: store.votes.forget_turns([10 * OLD, 7]),
    "votes.forget_member": lambda store: store.votes.forget_member(5),
    "votes.forget_guild": lambda store: store.votes.forget_guild(5),
    "usage.add": lambda store: store.usage.add({UsageKey(_DAY, 1, 7, "", Counted.ASKED): 2}),
    "usage.read": lambda store: store.usage.read(UsageBy.DAY, _DAY, 1),
    "usage.read, all": lambda store: store.usage.read(UsageBy.CHANNEL, _DAY),
    "handoffs.call": lambda store: store.handoffs.call(_CALL, every_s=1, an_hour=1),
    "handoffs.call, again": lambda store: store.handoffs.call(_CALL, every_s=1, an_hour=1),
    "handoffs.call, too many": lambda store: store.handoffs.call(
        replace(_CALL, conversation=_OTHER_KEY), every_s=1, an_hour=1
    ),
    "handoffs.keep_quiet": lambda store: store.handoffs.keep_quiet(_QUIET, _GUILD),
    "handoffs.resume": lambda store: store.handoffs.resume(_QUIET, 5),
    "handoffs.take_back": lambda store: store.handoffs.take_back(_CALL, _QUIET),
    "handoffs.asker_of": lambda store: store.handoffs.asker_of(_KEY),
    "handoffs.changed_since": lambda store: store.handoffs.changed_since(SINCE_S, ends_after_s=1),
    "handoffs.forget_before": lambda store: store.handoffs.forget_before(1),
    "member_data.export": lambda store: store.member_data.export(_FEW),
    "member_data.forget": lambda store: store.member_data.forget(_FEW),
    "known_guilds.note_joined": lambda store: store.known_guilds.note_joined(10**9),
    "known_guilds.note_all": lambda store: store.known_guilds.note_all([1, 2, 3], lambda _: False),
    "known_guilds.note_left": lambda store: store.known_guilds.note_left(_FEW),
    "places.left_guild": lambda store: store.places.left_guild(1),
    "places.remove_guild": lambda store: store.places.remove_guild(_FEW, 20),
    "places.remove_guild, the last": lambda store: store.places.remove_guild(10**9, 20),
    "places.remove_channel": lambda store: store.places.remove_channel(_FEW, _FEW, 20),
    "old_rows.remove_turns": lambda store: store.old_rows.remove_turns(OLD, 20),
    "old_rows.remove_votes": lambda store: store.old_rows.remove_votes(OLD, 20),
    "old_rows.remove_setting_changes": lambda store: store.old_rows.remove_setting_changes(OLD, 20),
    "old_rows.remove_usage": lambda store: store.old_rows.remove_usage(1),
    "old_rows.remove_conversations": lambda store: store.old_rows.remove_conversations(OLD, 20),
    "discord.synced_commands": lambda store: store.discord.synced_commands(1),
    "discord.remember_synced_commands": lambda store: store.discord.remember_synced_commands(
        1, "a"
    ),
    "discord.watermark": lambda store: store.discord.watermark(3),
    "discord.move_watermark": lambda store: store.discord.move_watermark(0, 9),
    "discord.asked_in": lambda store: store.discord.asked_in(SINCE_S),
    "shard_leases.claim": lambda store: store.shard_leases.claim(OWNER, [0, 1], lease_s=LEASE_S),
    "shard_leases.release": lambda store: store.shard_leases.release(OWNER, [0, 1]),
}
"""By the method's name. After a comma: a call of it that makes other statements."""


def methods() -> set[str]:
    """The public methods of the store, named as in `CALLS`."""
    parts = {
        "conversations": SqlConversations,
        "turns": SqlTurns,
        "results": SqlResults,
        "sources": SqlSources,
        "requests": SqlRequestCounts,
        "pauses": SqlPauses,
        "guild_settings": SqlGuildSettings,
        "opt_outs": SqlOptOuts,
        "disclosures": SqlDisclosures,
        "preferences": SqlPreferences,
        "votes": SqlVotes,
        "usage": SqlUsage,
        "handoffs": SqlHandoffs,
        "old_rows": SqlOldRows,
        "places": SqlPlaces,
        "member_data": SqlMemberData,
        "known_guilds": SqlKnownGuilds,
        "discord": SqlDiscord,
        "shard_leases": SqlShardLeases,
    }
    return {
        f"{part}.{name}"
        for part, type_ in parts.items()
        for name, _ in inspect.getmembers(type_, inspect.isfunction)
        if not name.startswith("_")
    }


def fill(database: StoredDatabase) -> None:
    """Make the rows that `OLD` and `NEW` are about."""
    numbers = f"""WITH RECURSIVE numbers(n) AS
        (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {OLD + NEW})"""
    database.execute(
        f"""INSERT INTO conversations (key, created_at, updated_at)
        {numbers} SELECT CAST(n AS TEXT), n, n FROM numbers""",
        f"""INSERT INTO turns (id, question_id, conversation_key, asker_id, channel_id, guild_id,
            parent_id, state, created_at, updated_at)
        {numbers} SELECT n, n, CAST(n AS TEXT), n % 1000, n % 50, 1, n % 1000,
            CASE WHEN n > {OLD} THEN 'queued' ELSE 'done' END,
            n, CASE WHEN n > {OLD} THEN {SINCE_S} ELSE n END FROM numbers""",
        f"""INSERT INTO reply_messages (message_id, turn_id, page)
        {numbers} SELECT n, n, 0 FROM numbers""",
        f"""INSERT INTO sources (turn_id, place, number, title, address, file, page, excerpt)
        {numbers} SELECT n, 0, 1, 'A', '', '', '', '' FROM numbers""",
        f"""INSERT INTO request_counts (day, scope, scope_id, requests)
        {numbers} SELECT {_DAY}, 'member', n, 1 FROM numbers""",
        f"""INSERT INTO guild_settings (guild_id, version, changed_at)
        {numbers} SELECT n, 1, CASE WHEN n > {OLD} THEN {SINCE_S} + 1 ELSE n END FROM numbers""",
        f"""INSERT INTO guild_setting_values (guild_id, channel_id, name, value)
        {numbers} SELECT n, 0, 'name ' || (n % 20), 'true' FROM numbers""",
        f"""INSERT INTO guild_setting_changes
            (guild_id, version, channel_id, name, value, member_id, changed_at)
        {numbers} SELECT n, 1, 0, 'name ' || (n % 20), 'true', n % 1000, n FROM numbers""",
        f"""INSERT INTO handoffs (conversation_key, guild_id, channel_id, called_at, quiet_since,
            quiet_until, changed_at)
        {numbers} SELECT CAST(n AS TEXT), 1, n, 0, n, n,
            CASE WHEN n > {OLD} THEN {SINCE_S} + 1 ELSE n END FROM numbers""",
        f"""INSERT INTO help_calls (guild_id, number, called_at)
        {numbers} SELECT n, 0, n FROM numbers""",
        f"""INSERT INTO opt_outs (member_id, since) {numbers} SELECT n, 1 FROM numbers""",
        f"""INSERT INTO disclosures (member_id, turn_id) {numbers} SELECT n, n FROM numbers""",
        f"""INSERT INTO member_preferences (member_id, locale)
        {numbers} SELECT n, 'fr' FROM numbers""",
        f"""INSERT INTO votes (turn_id, member_id, vote, voted_at, guild_id, channel_id, chat_bot)
        {numbers} SELECT n, n, 'up', n, n % 100, 1, '' FROM numbers""",
        f"""INSERT INTO guilds (guild_id, left_at) {numbers} SELECT n, 1 + n FROM numbers""",
        *_rows_of_few(),
        f"""INSERT INTO usage_counts
            (guild_id, day, channel_id, chat_bot, counted, within_ms, count)
        {numbers} SELECT n, n % 1000, 1, '', 'asked', 0, n FROM numbers""",
        f"""INSERT INTO feedback_posts (turn_id, guild_id) {numbers} SELECT n, n % 100
        FROM numbers""",
    )


def _rows_of_few() -> list[str]:
    """Two conversations with a finished turn each, of that member in that server and channel."""
    return [
        statement
        for n in (_FEW, _FEW + 1)
        for statement in (
            f"""INSERT INTO conversations (key, channel_id, guild_id, created_at, updated_at)
            VALUES ('{n}', {_FEW}, {_FEW}, {SINCE_S}, {SINCE_S})""",
            f"""INSERT INTO turns (id, question_id, conversation_key, asker_id, channel_id,
                guild_id, state, created_at, updated_at)
            VALUES ({n}, {n}, '{n}', {_FEW}, {_FEW}, {_FEW}, 'done', {SINCE_S}, {SINCE_S})""",
        )
    ]


Look = Callable[[Connection, str, Any], None]


@contextmanager
def each_statement(store: SqlStore, look: Look) -> Iterator[None]:
    """Have `look` called before each statement of the store, on the connection that will run it,
    with the statement's text and parameters.
    """
    engine: Any = store._database._engine  # type: ignore[attr-defined]
    engine = getattr(engine, "sync_engine", engine)
    looking = False

    def before(connection: Connection, _: object, statement: str, values: Any, *__: object) -> None:
        nonlocal looking
        if not looking:
            looking = True
            try:
                look(connection, statement, values)
            finally:
                looking = False

    event.listen(engine, "before_cursor_execute", before)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", before)
