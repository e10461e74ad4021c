"""Which failures are Discord's own refusal, and which pass.

Only an answer with one of Discord's JSON error codes is its word. A 403 or 404 without one comes
from something in between, such as a firewall's page, and says nothing about permissions or
channels; discord.py raises `Forbidden` and `NotFound` for those too. What is no refusal passes: it
is waited out and tried again, and nothing is given up or remembered because of it.
"""

from __future__ import annotations

import json

import aiohttp
import discord

from bridge_bot.core.errors import PlatformBusy, StoreError

# Codes that come with a 4xx and pass all the same (Discord's documentation, "JSON Error Codes";
# 40333 is what the edge in front of Discord says of a failure of its own).
_PASSING_CODES = frozenset({20028, 20029, 40062, 40333, 110000, 130000})
_PASSING_STATUSES = frozenset({408, 429})


class NotDiscords(PlatformBusy):
    """A response whose status is fine, but whose body can't be Discord's."""


def is_refusal(status: int, code: object) -> bool:
    """Whether a response with that status and JSON error code is Discord's own refusal."""
    has_code = isinstance(code, int) and code > 0 and code not in _PASSING_CODES
    return 400 <= status < 500 and status not in _PASSING_STATUSES and has_code


def refuses(error: BaseException) -> bool:
    """Whether discord.py raised that because Discord refuses; asking again would not help."""
    return isinstance(error, discord.HTTPException) and is_refusal(error.status, error.code)


def passes(error: BaseException) -> bool:
    """Whether that is a failure of Discord, the network or the store that passes.

    Neither a refusal nor a fault of the program, such as an exception of an unexpected kind.
    """
    if isinstance(error, discord.HTTPException):
        return not refuses(error)
    return isinstance(
        error,
        discord.RateLimited
        | aiohttp.ClientError
        | OSError
        | StoreError
        | NotDiscords
        | json.JSONDecodeError,
    )
