"""The settings as frozen values; `reading` reads them.

Each command reads the smallest group that it needs: `RunSettings` for the bot, `ChatSettings` for
a chat in the terminal, `MigrateSettings` for a migration.

Bounds without a source are there against slips of a key or of the unit, and are generous.

pydantic was weighed and left out: it takes 11 MiB resident, against a hard bound on memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bridge_bot.settings import readers
from bridge_bot.settings.chat_bots import chat_bots
from bridge_bot.settings.loading import load, secrets, variable
from bridge_bot.settings.proxies import ProxyAddress, ProxySettings, proxy_address
from bridge_bot.settings.readers import Secret, boolean, number, one_of, optional, seconds

__all__ = [
    "AnswerSettings",
    "ChatApiSettings",
    "ChatSettings",
    "DatabaseSettings",
    "DiscordSettings",
    "HealthSettings",
    "LogSettings",
    "MigrateSettings",
    "PrivacySettings",
    "ProxySettings",
    "RunSettings",
    "Secret",
    "ShardSettings",
    "TextsSettings",
    "load",
    "secrets",
]

_MOST_A_DAY = 100_000_000


@dataclass(frozen=True, slots=True)
class ShardSettings:
    """Discord's gateway shards: how many in all, and which this process serves.

    None is what Discord advises, or all of them.
    """

    count: int | None = variable("SHARD_COUNT", optional(number(1, 99_999)), "")
    ids: tuple[int, ...] | None = variable("SHARD_IDS", optional(readers.shard_ids), "")

    def __post_init__(self) -> None:
        if self.ids is None:
            return
        if self.count is None:
            raise ValueError("SHARD_IDS needs SHARD_COUNT; set it to the number of all shards.")
        if self.ids[-1] >= self.count:
            raise ValueError(
                "SHARD_IDS names a shard that does not exist; with this SHARD_COUNT they go from"
                f" 0 to {self.count - 1}."
            )


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """How to reach Discord, and who is served there. No `allowed_guilds` means all of them."""

    shards: ShardSettings
    token: Secret = variable(
        "DISCORD_TOKEN", readers.secret(readers.bot_token), may_be_in_file=True
    )
    api_base_url: str | None = variable("DISCORD_API_BASE_URL", optional(readers.discord_api), "")
    proxy: ProxyAddress | None = variable("DISCORD_PROXY", optional(proxy_address), "")
    requests_per_second: int = variable("DISCORD_REQUESTS_PER_SECOND", number(1, 10_000), "50")
    message_content: bool = variable("MESSAGE_CONTENT", boolean, "true")
    allowed_guilds: frozenset[int] = variable("ALLOWED_GUILDS", readers.snowflakes, "")
    allow_dms: bool = variable("ALLOW_DMS", boolean, "true")
    allow_user_install: bool = variable("ALLOW_USER_INSTALL", boolean, "false")


@dataclass(frozen=True, slots=True)
class ChatApiSettings:
    """How to reach the Chat API. `auth_scheme` is empty where the header holds the bare key.

    `bots` are the uids of further chatbots by their names.
    """

    base_url: str = variable("CHAT_API_BASE_URL", readers.http_url)
    key: Secret = variable("CHAT_API_KEY", readers.secret(readers.header_text), may_be_in_file=True)
    bot_uid: str = variable("CHAT_BOT_UID", readers.path_segment)
    bots: Mapping[str, str] = variable("CHAT_BOTS", chat_bots, "")
    default_language: str = variable("DEFAULT_LANGUAGE", readers.language, "auto")
    auth_header: str = variable("CHAT_API_AUTH_HEADER", readers.header_name, "Authorization")
    auth_scheme: str = variable("CHAT_API_AUTH_SCHEME", readers.auth_scheme, "Bearer")
    proxy: ProxyAddress | None = variable("CHAT_API_PROXY", optional(proxy_address), "")
    stream: bool = variable("CHAT_API_STREAM", boolean, "true")
    max_in_flight: int = variable("CHAT_API_MAX_IN_FLIGHT", number(1, 10_000), "100")
    connect_timeout_s: float = variable("CHAT_API_CONNECT_TIMEOUT", seconds(0.1, 3600), "10")
    first_byte_timeout_s: float = variable("CHAT_API_FIRST_BYTE_TIMEOUT", seconds(0.1, 3600), "60")
    idle_timeout_s: float = variable("CHAT_API_IDLE_TIMEOUT", seconds(0.1, 3600), "60")
    answer_timeout_s: float = variable("CHAT_API_ANSWER_TIMEOUT", seconds(0.1, 3600), "300")

    @property
    def host_name(self) -> str:
        """The host that questions are sent to, as members are told of it."""
        return urlsplit(self.base_url).hostname or ""


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """Where the database is. The URL is a secret because it can hold a password."""

    url: Secret = variable(
        "DATABASE_URL",
        readers.secret(readers.database_url),
        "sqlite+aiosqlite:///bridge_bot.db",
        may_be_in_file=True,
    )


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """How questions are taken and answered. A 0 in a limit or `notify_after_s` turns it off."""

    member_questions_per_minute: int = variable(
        "MEMBER_QUESTIONS_PER_MINUTE", number(0, 1000), "10"
    )
    member_questions_per_day: int = variable(
        "MEMBER_QUESTIONS_PER_DAY", number(0, _MOST_A_DAY), "0"
    )
    guild_questions_per_day: int = variable("GUILD_QUESTIONS_PER_DAY", number(0, _MOST_A_DAY), "0")
    questions_per_day: int = variable("QUESTIONS_PER_DAY", number(0, _MOST_A_DAY), "0")
    conversation_queue: int = variable("CONVERSATION_QUEUE", number(1, 1000), "10")
    max_pages: int = variable("MAX_PAGES", number(1, 100), "10")
    show_sources: bool = variable("SHOW_SOURCES", boolean, "true")
    show_controls: bool = variable("SHOW_CONTROLS", boolean, "true")
    notify_after_s: float = variable("NOTIFY_AFTER", seconds(0, 86_400), "0")
    shutdown_grace_s: float = variable("SHUTDOWN_GRACE", seconds(0, 3600), "20")
    catch_up_hours: int = variable("CATCH_UP_HOURS", number(0, 168), "6")
    retention_days: int = variable("RETENTION_DAYS", number(1, 3650), "30")


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """What members are told of where their words go. `url` is the operator's own page on that."""

    url: str | None = variable("PRIVACY_URL", optional(readers.page_url), "")
    first_answer_notice: bool = variable("FIRST_ANSWER_NOTICE", boolean, "true")


@dataclass(frozen=True, slots=True)
class TextsSettings:
    """The operator's own sentences, in a folder for each language."""

    folder: Path | None = variable("TEXTS_DIR", optional(readers.folder), "")


@dataclass(frozen=True, slots=True)
class HealthSettings:
    """Where the health endpoints listen; no `port` means nowhere."""

    host: str = variable("HEALTH_HOST", readers.host, "127.0.0.1")
    port: int | None = variable("HEALTH_PORT", optional(number(1, 65_535)), "")


@dataclass(frozen=True, slots=True)
class LogSettings:
    """What is logged, and how."""

    level: str = variable(
        "LOG_LEVEL", one_of("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"), "INFO"
    )
    format: str = variable("LOG_FORMAT", one_of("text", "json"), "text")


@dataclass(frozen=True, slots=True)
class RunSettings:
    """Everything that the running bot reads."""

    discord: DiscordSettings
    chat_api: ChatApiSettings
    proxies: ProxySettings
    database: DatabaseSettings
    answers: AnswerSettings
    privacy: PrivacySettings
    texts: TextsSettings
    health: HealthSettings
    log: LogSettings

    def __post_init__(self) -> None:
        self.proxies.check(self.discord.proxy, self.chat_api.proxy)


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What a chat in the terminal reads."""

    chat_api: ChatApiSettings
    proxies: ProxySettings

    def __post_init__(self) -> None:
        self.proxies.check(self.chat_api.proxy)


@dataclass(frozen=True, slots=True)
class MigrateSettings:
    """What an upgrade of the database reads."""

    database: DatabaseSettings
    log: LogSettings
