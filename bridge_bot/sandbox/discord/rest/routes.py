"""What a REST route is: a method, a template, its limit, and a pure function that answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bridge_bot.sandbox.discord.errors import Json, invalid_form_body
from bridge_bot.sandbox.discord.gateway.server import Gateway
from bridge_bot.sandbox.discord.model import Channel, Message, Upload, User
from bridge_bot.sandbox.discord.state import WorldState
from bridge_bot.sandbox.discord.world import World


@dataclass(frozen=True, slots=True)
class RestCall:
    """One request, read and parsed."""

    world: World
    params: Mapping[str, str]
    query: Mapping[str, str]
    """A name may stand in its items more than once."""
    body: Any
    """The JSON of the body; for most routes an object."""
    uploads: Sequence[Upload]
    gateway: Gateway

    @property
    def state(self) -> WorldState:
        """What exists."""
        return self.world.state

    @property
    def bot(self) -> User:
        """The bot, which sent the request."""
        return self.world.bot

    @property
    def user(self) -> User:
        """The user of the path, or 10013."""
        return self.state.user(self.path_id("user"))

    @property
    def json(self) -> Json:
        """The body as an object, or 50035."""
        if not isinstance(self.body, dict):
            raise invalid_form_body("_", "DICT_TYPE_CONVERT")
        return self.body

    def path_id(self, name: str) -> int:
        """An id out of the path, or 50035."""
        return self.snowflake(name, self.params[name])

    def query_number(self, name: str) -> int | None:
        """An id or number out of the query, None if it is not there, or 50035."""
        return self.snowflake(name, self.query[name]) if name in self.query else None

    def query_flag(self, name: str) -> bool:
        """Whether the query sets that name to true."""
        return self.query.get(name, "").lower() in {"1", "true"}

    def query_all(self, name: str) -> list[str]:
        """Every value that the query gives to that name."""
        return [value for key, value in self.query.items() if key == name]

    @staticmethod
    def snowflake(name: str, text: str) -> int:
        """An id or number, or 50035 with that name."""
        if not text.isascii() or not text.isdigit() or len(text) > 20:
            raise invalid_form_body(name, "NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')
        return int(text)

    @property
    def channel(self) -> Channel:
        """The channel of the path, if the bot can see it."""
        return self.state.channel_for(self.bot, self.path_id("channel"))

    @property
    def message(self) -> Message:
        """The message of the path."""
        return self.state.message(self.channel, self.path_id("message"))


Handler = Callable[[RestCall], Any]
"""Carries a request out. Returns the JSON of the response, or None for an empty one (204)."""


@dataclass(frozen=True, slots=True)
class RestRoute:
    """One route; `{name}` in the template is a parameter, one step long."""

    method: str
    template: str
    limit: str
    """Its entry in `rate_limits.RATE_LIMITS`."""
    handler: Handler
    per: str = ""
    """The parameter of which each value has a window of its own (Discord's "major parameter")."""
    status: int = 200
    """Of a response that is not empty."""
    with_token: bool = True
    """Whether it needs the bot's token, and counts for the bot-wide limit. Interaction routes
    need none: the token of the interaction is in the path."""
