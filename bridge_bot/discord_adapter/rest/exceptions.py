"""Tells Discord's refusals from failures that pass, among the exceptions of discord.py.

discord.py raises `Forbidden` and `NotFound` also for the page of something between the bot and
Discord, such as a firewall's 403, which says nothing about permissions or channels. A failure that
passes is waited out and tried again; nothing is given up or remembered because of it.
"""

from __future__ import annotations

import json

import aiohttp
import discord

from bridge_bot.core.errors import PlatformBusy, StoreError
from bridge_bot.discord_adapter.rest.responses import is_refusal


class NotDiscords(PlatformBusy):
    """A response whose status is fine, but whose body can't be Discord's."""


def refuses(error: BaseException) -> bool:
    """Whether that says that Discord refuses, so that asking again would not help."""
    return isinstance(error, discord.HTTPException) and is_refusal(error.status, error.code)


def passes(error: BaseException) -> bool:
    """Whether that is a failure of Discord, the network or the store that may be over later.

    It is neither a refusal nor an exception of another kind, which is a fault of the program.
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
