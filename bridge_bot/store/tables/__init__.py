"""The tables: what is stored of conversations, turns and replies.

The only text of a message that is stored is that of a question, as long as it may be asked. The
only other words of members are what they say of a vote.

These are tables of SQLAlchemy's core, not mapped classes: nothing here needs an identity map or
lazy loading, which cost time and memory.

The types mean the same in SQLite and PostgreSQL. Ids are `BigInteger`, because Discord's have 64
bits. Times are whole seconds since the Unix epoch, because SQLite has no type with a time zone, and
integers are compared, sorted and indexed alike everywhere.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    UniqueConstraint,
    text,
)

from bridge_bot.store.dialects import Text
from bridge_bot.store.tables.guilds import GUILDS as GUILDS
from bridge_bot.store.tables.handoffs import HANDOFFS as HANDOFFS
from bridge_bot.store.tables.handoffs import HELP_CALLS as HELP_CALLS
from bridge_bot.store.tables.members import DISCLOSURES as DISCLOSURES
from bridge_bot.store.tables.members import MEMBER_PREFERENCES as MEMBER_PREFERENCES
from bridge_bot.store.tables.members import OPT_OUTS as OPT_OUTS
from bridge_bot.store.tables.metadata import METADATA as METADATA
from bridge_bot.store.tables.shards import SHARD_LEASES as SHARD_LEASES
from bridge_bot.store.tables.usage import USAGE_COUNTS as USAGE_COUNTS

_UNFINISHED = text("state IN ('queued', 'asked', 'streaming', 'ending')")

CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("conversation_uid", Text),
    # The name of the chatbot that gave it that uid; empty for that of CHAT_BOT_UID.
    Column("chat_bot", Text, nullable=False, server_default=""),
    Column("language", Text),
    # The id of the last /new: only questions after it, which have greater ids, belong to what the
    # uid names. NULL: all do.
    Column("begins_after", BigInteger),
    # Where its first question was asked; NULL until then. They stay when old turns are deleted, so
    # they also tell that a question was accepted here at all.
    Column("channel_id", BigInteger),
    Column("guild_id", BigInteger),
    Column("created_at", BigInteger, nullable=False),
    Column("updated_at", BigInteger, nullable=False),
    # Those of a server, and of one of its channels.
    Index("ix_conversations_guild_id_channel_id", "guild_id", "channel_id"),
    # Those that have not been used for long.
    Index("ix_conversations_updated_at", "updated_at"),
)

TURNS = Table(
    "turns",
    METADATA,
    # Its own id; that of its question if it was accepted before revision 0003.
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column(
        "conversation_key",
        Text,
        ForeignKey(CONVERSATIONS.c.key, ondelete="CASCADE"),
        nullable=False,
    ),
    Column("asker_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("thread_on", BigInteger),
    Column("state", Text, nullable=False),
    Column("error", Text),
    # The text of the question; NULL once it is not asked any more.
    Column("question", Text),
    Column("guild_id", BigInteger),
    # The message that the reply is a reply to.
    Column("reply_to", BigInteger),
    # Where the reply goes: the thread or the channel. NULL until that is known.
    Column("reply_channel_id", BigInteger),
    # How often a process began it: a turn that made two processes crash is not begun again.
    Column("begun", Integer, nullable=False, server_default="0"),
    Column("created_at", BigInteger, nullable=False),
    Column("updated_at", BigInteger, nullable=False),
    # The id of the question's message or interaction.
    Column("question_id", BigInteger, nullable=False),
    # Which attempt at the question it is, counted from 1.
    Column("attempt", Integer, nullable=False, server_default="1"),
    # The process that answers it, and until when nobody else may; a process renews its leases.
    Column("owner", Text, nullable=False, server_default=""),
    Column("lease_until", BigInteger, nullable=False, server_default="0"),
    # The language in which the bot itself speaks about it.
    Column("locale", Text),
    # The channel or forum of the thread that it was asked in.
    Column("parent_id", BigInteger),
    UniqueConstraint("question_id", "attempt"),
    # The unfinished turns, which each process looks for all the time, and for each question those
    # of its conversation: this index has no others.
    # On PostgreSQL it has the same condition; to say so here would load its dialect, of 3 MiB.
    Index("ix_turns_unfinished", "conversation_key", "question_id", sqlite_where=_UNFINISHED),
    # Where something was asked lately; retention reads the turns that are old enough.
    Index("ix_turns_updated_at", "updated_at"),
    # A conversation's turns.
    Index("ix_turns_conversation_key_id", "conversation_key", "id"),
    # A member's turns, and what they asked lately; and those in the threads of a channel.
    Index("ix_turns_asker_id_updated_at", "asker_id", "updated_at"),
    Index("ix_turns_parent_id", "parent_id"),
)

REPLY_MESSAGES = Table(
    "reply_messages",
    METADATA,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("turn_id", BigInteger, ForeignKey(TURNS.c.id, ondelete="CASCADE"), nullable=False),
    Column("page", Integer, nullable=False),
    # Also the index by which a turn's messages are found.
    UniqueConstraint("turn_id", "page"),
)

SOURCES = Table(
    "sources",
    METADATA,
    # The sources of a complete answer, in the order in which they are shown.
    Column(
        "turn_id",
        BigInteger,
        ForeignKey(TURNS.c.id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("place", Integer, primary_key=True, autoincrement=False),
    # By which the answer cites it; 0: it does not.
    Column("number", Integer, nullable=False),
    # What is not known of it is empty.
    Column("title", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("page", Text, nullable=False),
    Column("excerpt", Text, nullable=False),
)

SYNCED_COMMANDS = Table(
    "synced_commands",
    METADATA,
    Column("application_id", BigInteger, primary_key=True, autoincrement=False),
    Column("fingerprint", Text, nullable=False),
)

VOTES = Table(
    "votes",
    METADATA,
    # What members think of answers. Not tied to the turns, so that what is counted from them stays
    # when these are deleted.
    Column("turn_id", BigInteger, primary_key=True, autoincrement=False),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    # A `Vote`, and when it was given or changed last.
    Column("vote", Text, nullable=False),
    Column("voted_at", BigInteger, nullable=False),
    # NULL in a direct message.
    Column("guild_id", BigInteger),
    # The channel or forum of the question, and the chatbot's name; empty for that of CHAT_BOT_UID.
    Column("channel_id", BigInteger, nullable=False),
    Column("chat_bot", Text, nullable=False),
    # Why it was voted down: each `VoteReason`, with spaces between, and the member's own words.
    Column("reasons", Text),
    Column("comment", Text),
    Index("ix_votes_member_id", "member_id"),
    # A server's votes of some days, and all of a server's.
    Index("ix_votes_guild_id_voted_at", "guild_id", "voted_at"),
    Index("ix_votes_voted_at", "voted_at"),
)

FEEDBACK_POSTS = Table(
    "feedback_posts",
    METADATA,
    # The answers of which a server's channel for feedback was told.
    Column("turn_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Index("ix_feedback_posts_guild_id", "guild_id"),
)

WATERMARKS = Table(
    "watermarks",
    METADATA,
    # Of each gateway shard, the message up to which everything was taken in.
    Column("shard_id", Integer, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, nullable=False),
)

REQUEST_COUNTS = Table(
    "request_counts",
    METADATA,
    # The day in UTC, counted from the Unix epoch.
    Column("day", BigInteger, primary_key=True, autoincrement=False),
    # A `ScopeKind`, and the member or server that it is about; 0 for everything.
    Column("scope", Text, primary_key=True),
    Column("scope_id", BigInteger, primary_key=True, autoincrement=False),
    # With a scope of one member in one server: the member. 0 with others.
    Column("member_id", BigInteger, primary_key=True, autoincrement=False, server_default="0"),
    # The requests to the Chat API that were sent for it.
    Column("requests", BigInteger, nullable=False),
)

REACHED_LIMITS = Table(
    "reached_limits",
    METADATA,
    # The kinds of limits that were reached on a day, of which the operator is told once.
    Column("day", BigInteger, primary_key=True, autoincrement=False),
    Column("scope", Text, primary_key=True),
)

PAUSES = Table(
    "pauses",
    METADATA,
    # What is paused, as in `request_counts`, and since when. Without a row nothing is.
    Column("scope", Text, primary_key=True),
    Column("scope_id", BigInteger, primary_key=True, autoincrement=False),
    Column("since", BigInteger, nullable=False),
)

GUILD_SETTINGS = Table(
    "guild_settings",
    METADATA,
    # Each server that has ever set something; whoever changes its settings changes this row first.
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    # How often they were changed.
    Column("version", BigInteger, nullable=False),
    # When they were changed last, by the clock of the database.
    Column("changed_at", BigInteger, nullable=False),
    # What other processes have changed lately, which each process looks for all the time.
    Index("ix_guild_settings_changed_at", "changed_at"),
)

GUILD_SETTING_VALUES = Table(
    "guild_setting_values",
    METADATA,
    Column(
        "guild_id",
        BigInteger,
        ForeignKey(GUILD_SETTINGS.c.guild_id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    # The channel or forum that it is set for; 0 for the server.
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    # A `SettingName`, and its value as `guilds.setting_text` writes it.
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    # One setting of all servers, such as whom they have shut out.
    Index("ix_guild_setting_values_name", "name"),
)

GUILD_SETTING_CHANGES = Table(
    "guild_setting_changes",
    METADATA,
    # Who has set what: each change, by the version of the settings that it made.
    Column(
        "guild_id",
        BigInteger,
        ForeignKey(GUILD_SETTINGS.c.guild_id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    # NULL: as the default has it.
    Column("former", Text),
    Column("value", Text),
    Column("member_id", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Index("ix_guild_setting_changes_changed_at", "changed_at"),
    Index("ix_guild_setting_changes_member_id", "member_id"),
    Index("ix_guild_setting_changes_name", "name"),
)
