"""What happens to the services that the bot needs: Discord and the Chat API."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bridge_bot.core.errors import AnswerError


class Service(enum.StrEnum):
    """A service that the bot needs, as the log names it."""

    CHAT_API = "the Chat API"
    DISCORD = "Discord"
    """Its REST API."""
    DISCORD_GATEWAY = "Discord's gateway"
    """By which Discord's events come; it can fail while the REST API works."""


class LimitScope(enum.StrEnum):
    """Whose limit a request has met that was answered by 429."""

    USER = "user"
    """This bot's limit of one route."""
    SHARED = "shared"
    """A limit that all bots in that place share."""
    GLOBAL = "global"
    """This bot's limit of all requests."""
    ADDRESS = "address"
    """Everything from this machine's address is blocked for a while."""


@dataclass(frozen=True, slots=True)
class EventSkipped:
    """An event of the platform's could not be read, and was skipped. `event` is what the
    platform calls its kind, such as MESSAGE_CREATE.
    """

    event: str
    error: BaseException


@dataclass(frozen=True, slots=True)
class RequestLimited:
    """The platform answered 429, and takes nothing of that kind for `retry_after_s` seconds.

    `route` is the request's path as a template without ids. `believed_per_s` is what the bot takes
    its limit of all requests to be from now on, in requests a second.
    """

    scope: LimitScope
    route: str
    retry_after_s: float
    believed_per_s: int


@dataclass(frozen=True, slots=True)
class ServiceLost:
    """A service that the bot needs has failed several times in a row; `error` is the last.

    It began to fail `failing_s` seconds ago.
    """

    service: Service
    error: BaseException
    failing_s: float


@dataclass(frozen=True, slots=True)
class ServiceBack:
    """A service that was lost works again, after `away_s` seconds."""

    service: Service
    away_s: float


@dataclass(frozen=True, slots=True)
class AccessLost:
    """The Chat API refuses the key, or its balance or limit seems to be at its end.

    That is so for the chatbot of that name; of others it is not known. Without a name it is that of
    `CHAT_BOT_UID`.
    """

    error: AnswerError
    chat_bot: str = ""


@dataclass(frozen=True, slots=True)
class AccessBack:
    """The Chat API accepts questions to that chatbot again, after it had refused them."""

    chat_bot: str = ""


@dataclass(frozen=True, slots=True)
class ChatBotMissing:
    """There is no chatbot of that name, which a conversation began with or a server has chosen."""

    name: str


@dataclass(frozen=True, slots=True)
class Connected:
    """The bot is connected to the platform as `name`, and is on so many `servers`. `invite_link` is
    the address at which it is invited to more.
    """

    name: str
    servers: int
    invite_link: str
