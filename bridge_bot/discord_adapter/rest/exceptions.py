"""Which failures of discord.py are Discord's own refusal, and which pass.

discord.py raises `Forbidden` and `NotFound` also for the page of something in between, such as a
firewall's 403, which says nothing about permissions or channels. What is no refusal passes: it is
waited out and tried again, and nothing is given up or remembered because of it.
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
