"""What is known of the bot as a whole: its application, its database, the Chat API, this machine.

Where a part could not be looked at, its facts are None, and no check says anything of it.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from bridge_bot.doctor.guild_facts import GuildFacts


@dataclass(frozen=True, slots=True)
class ApplicationFacts:
    """The bot's application, as Discord has it.

    `reads_content` says whether the message content intent is on; `is_content_approved` whether
    Discord has reviewed and approved it. `wants_content` is MESSAGE_CONTENT. `lacks_scopes` and
    `lacks_permissions` are what the default install link does not ask for and the bot uses.
    `server_count` is how many servers the bot is in, and `member_count` how many members they have
    together: who is on two of them counts twice. `commands` are the names of the commands that
    Discord has, `own_commands` those of this version, and `outdated_commands` those that Discord
    has with other texts, in any language. `sessions_left` and `sessions_reset_s`
    are how many gateway sessions may be begun today, and in how many seconds the day is over;
    `shards` is the number in force.
    """

    wants_content: bool = True
    reads_content: bool = True
    is_content_approved: bool = False
    is_verified: bool = False
    wants_user_install: bool = False
    has_user_install: bool = True
    lacks_scopes: tuple[str, ...] = ()
    lacks_permissions: tuple[str, ...] = ()
    has_interactions_endpoint: bool = False
    server_count: int = 1
    member_count: int | None = None
    commands: frozenset[str] = frozenset()
    own_commands: frozenset[str] = frozenset()
    outdated_commands: frozenset[str] = frozenset()
    sessions_left: int = 1000
    sessions_reset_s: float = 0.0
    shards: int = 1
    invite_link: str = ""


class DatabaseState(enum.Enum):
    """Whether the database can be used, and what the next start does with it."""

    CURRENT = enum.auto()
    MISSING = enum.auto()
    """It is made at the first start."""
    OLD = enum.auto()
    BROKEN = enum.auto()


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """The database. `problem` says what is wrong with a broken one; `runs_in` is the number of the
    process that runs on it, empty if none is known. `requests_today` were sent of `limit_today`,
    where 0 is no limit. `answers_done` and `answers_failed` count how the last turns ended;
    `last_failure` names the newest failure, if there is one.
    """

    state: DatabaseState = DatabaseState.CURRENT
    problem: str = ""
    runs_in: str = ""
    is_paused: bool = False
    requests_today: int = 0
    limit_today: int = 0
    answers_done: int = 0
    answers_failed: int = 0
    last_failure: str = ""


@dataclass(frozen=True, slots=True)
class ChatApiFacts:
    """The Chat API. `problem` says why it can't be reached. `asked` says whether it was asked a
    question; then it answered within `took_s` seconds, or not for the reason `failure`.
    """

    host: str = ""
    problem: str = ""
    is_encrypted: bool = True
    is_local: bool = False
    asked: bool = False
    failure: str = ""
    took_s: float = 0.0


@dataclass(frozen=True, slots=True)
class MachineFacts:
    """This machine: its clock less Discord's in seconds, None where Discord was not asked; and the
    versions of what runs.
    """

    clock_ahead_s: float | None = None
    versions: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DiscordFacts:
    """What Discord tells. `is_token_refused`, or `problem`, which says why it can't be asked.

    `guilds` are the servers that were looked at; those of `failed` could not be, for the reason
    behind each name. `mended` are the codes of what was changed, and `unmended` says what could not
    be.
    """

    is_token_refused: bool = False
    problem: str = ""
    application: ApplicationFacts | None = None
    guilds: tuple[GuildFacts, ...] = ()
    failed: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    unmended: str = ""


@dataclass(frozen=True, slots=True)
class RunningFacts:
    """What a running bot tells at its health port: why it is not ready, by the `reasons` of
    `/readyz`, and what the last request to the Chat API came to (`ok`, an error's class, or empty).

    The others count what happened since its start, by the labels of the metrics: questions that
    were refused, events of Discord that were skipped, requests that Discord limited, and failures
    of the Chat API.
    """

    reasons: tuple[str, ...] = ()
    last_result: str = ""
    refused: Mapping[str, int] = field(default_factory=dict)
    skipped: Mapping[str, int] = field(default_factory=dict)
    limited: Mapping[str, int] = field(default_factory=dict)
    failed: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OperatorFacts:
    """Everything that `bridge-bot check` knows."""

    setting_problems: tuple[str, ...] = ()
    setting_warnings: tuple[str, ...] = ()
    discord: DiscordFacts | None = None
    database: DatabaseFacts | None = None
    chat_api: ChatApiFacts | None = None
    running: RunningFacts | None = None
    machine: MachineFacts = field(default_factory=MachineFacts)
    text_problems: tuple[str, ...] = ()
