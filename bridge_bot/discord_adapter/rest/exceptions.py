"""Tells Discord's refusals from transient failures, among the exceptions of discord.py.

discord.py raises `Forbidden` and `NotFound` also for the page of something between the bot and
Discord, such as a firewall's 403, which says nothing about permissions or channels. A transient
failure is waited out and tried again; nothing is given up or remembered because of it.
"""

from __future__ import annotations

import json

import aiohttp
import discord

from bridge_bot.core.errors import PlatformBusy, PlatformError, StoreError
from bridge_bot.discord_adapter.rest.responses import error_of


class NotFromDiscord(PlatformBusy):
    """A response whose status is fine, but whose body can't be Discord's."""


def platform_error(error: discord.HTTPException) -> PlatformError:
    """What an error response means that discord.py has raised as an exception."""
    return error_of(error.status, {"code": error.code})


def is_from_discord(error: discord.HTTPException) -> bool:
    """Whether that is Discord's own response, not the page of something in between."""
    return error.response.content_type == "application/json" and bool(error.text)


def is_refusal(error: BaseException) -> bool:
    """Whether Discord itself refuses, so that asking again would not help."""
    return (
        isinstance(error, discord.HTTPException)
        and 400 <= error.status < 500
        and not isinstance(platform_error(error), PlatformBusy)
    )


def is_transient(error: BaseException) -> bool:
    """Whether it is a failure of Discord, the network or the store that may be over later.

    It is neither a refusal nor an exception of another kind, which is a fault of the program.
    """
    if isinstance(error, discord.HTTPException):
        return not is_refusal(error)
    return isinstance(
        error,
        discord.RateLimited
        | aiohttp.ClientError
        | OSError
        | StoreError
        | PlatformBusy
        | json.JSONDecodeError,
    )
