"""The values that each label of a metric can have: all of them, so that each series exists from the
start, and no id nor word from outside ever becomes one.
"""

from __future__ import annotations

from collections.abc import Iterator

from bridge_bot.core.errors import AnswerError
from bridge_bot.core.events import LimitScope
from bridge_bot.core.model import TurnState, Vote
from bridge_bot.core.ports import Priority

OTHER = "other"
"""Stands for a value that is not among those that are known."""

VOTES = tuple(str(each) for each in Vote)
PRIORITIES = tuple(each.name.lower() for each in Priority)
SCOPES = tuple(str(each) for each in LimitScope)

STATES = tuple(
    str(each)
    for each in (
        *(TurnState.DONE, TurnState.FAILED, TurnState.STOPPED),
        *(TurnState.ENDING, TurnState.QUEUED),
    )
)
"""The states in which a turn is over, or is left to the next process."""


def _kinds(base: type[AnswerError]) -> Iterator[str]:
    for each in base.__subclasses__():
        yield each.__name__
        yield from _kinds(each)


API_ERRORS = (*sorted(_kinds(AnswerError)), OTHER)
"""The classes of errors of the Chat API, as the log names them."""

STATUSES = ("2xx", "401", "403", "404", "429", "4xx", "5xx", "none", OTHER)
"""The statuses of responses: those that matter alone, the rest by their first digit; `none` where
there was no response. In PromQL the pattern `5..` matches `5xx` as it matches `503`."""

ROUTES = (
    "GET /applications/{id}/commands",
    "PUT /applications/{id}/commands",
    "GET /channels/{id}",
    "PATCH /channels/{id}",
    "GET /channels/{id}/messages",
    "POST /channels/{id}/messages",
    "DELETE /channels/{id}/messages/{id}",
    "GET /channels/{id}/messages/{id}",
    "PATCH /channels/{id}/messages/{id}",
    "DELETE /channels/{id}/messages/{id}/reactions/{emoji}/@me",
    "PUT /channels/{id}/messages/{id}/reactions/{emoji}/@me",
    "POST /channels/{id}/messages/{id}/threads",
    "GET /channels/{id}/thread-members",
    "PUT /channels/{id}/thread-members/{id}",
    "POST /channels/{id}/threads",
    "GET /channels/{id}/threads/archived/public",
    "POST /channels/{id}/typing",
    "GET /channels/{id}/users/@me/threads/archived/private",
    "GET /gateway/bot",
    "GET /guilds/{id}/members/{id}",
    "GET /guilds/{id}/messages/search",
    "GET /guilds/{id}/threads/active",
    "POST /interactions/{id}/{token}/callback",
    "GET /oauth2/applications/@me",
    "GET /users/@me",
    "POST /users/@me/channels",
    "POST /webhooks/{id}/{token}",
    "DELETE /webhooks/{id}/{token}/messages/@original",
    "GET /webhooks/{id}/{token}/messages/@original",
    "PATCH /webhooks/{id}/{token}/messages/@original",
    "DELETE /webhooks/{id}/{token}/messages/{id}",
    "PATCH /webhooks/{id}/{token}/messages/{id}",
    OTHER,
)
"""The requests to Discord, ours and discord.py's. Every end-to-end test checks that its requests
are among them."""

EVENTS = (
    *("HELLO", "READY", "RESUMED", "USER_UPDATE", "INTERACTION_CREATE"),
    *("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE"),
    *("GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE", "GUILD_MEMBER_UPDATE"),
    *("CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "CHANNEL_PINS_UPDATE"),
    *("THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE", "THREAD_LIST_SYNC"),
    *("THREAD_MEMBER_UPDATE", "THREAD_MEMBERS_UPDATE"),
    *("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK"),
    OTHER,
)
"""The events that Discord sends for the intents of the bot (its documentation, "Gateway Intents"),
as far as the bot can fail at them."""

REFUSALS = (
    *("refused-channel", "refused-day-all", "refused-day-channel", "refused-day-guild"),
    *("refused-day-guild-member", "refused-day-member", "refused-dms", "refused-dms-stranger"),
    *("refused-forbidden", "refused-forbidden-voice", "refused-guild", "refused-member"),
    *("refused-member-locked", "refused-member-timed-out", "refused-member-voice"),
    *("refused-no-member", "refused-no-private-threads", "refused-opted-out", "refused-paused"),
    *("refused-paused-server", "refused-private-thread-busy", "refused-private-thread-forbidden"),
    *("refused-queue-full", "refused-role", "refused-shut-out", "refused-slow-mode"),
    *("refused-too-many", "about-forgotten", "about-nothing", "about-opted-out", "error-store"),
    OTHER,
)
"""Why questions are refused: the keys in `texts` of what their askers are told."""


def status_label(status: int | None) -> str:
    """The value for the status of a response; None: there was none."""
    if status is None:
        return "none"
    if str(status) in STATUSES:
        return str(status)
    group = f"{status // 100}xx"
    return group if group in STATUSES else OTHER


def known(value: str, values: tuple[str, ...]) -> str:
    """The value if it is among these, else `OTHER`."""
    return value if value in values else OTHER
