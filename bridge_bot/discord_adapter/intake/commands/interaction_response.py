"""Sends the first response to an interaction, and finds out whether it took effect.

It can take effect although it looks failed: Discord, or a proxy on the way, answers 502 or cuts the
connection, and to the next attempt, of discord.py's or ours, Discord answers that there is a
response already (40060). So after any failure Discord is asked whether there is one.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, TypeVar

import aiohttp
import discord
from discord.http import Route

from bridge_bot.core.model import File
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord, is_refusal
from bridge_bot.discord_adapter.rest.responses import TOO_MANY

Interaction = discord.Interaction[discord.Client]

RESPOND_WITHIN_S = 1.5
"""What takes longer is acknowledged before it ends: Discord waits for 3 s (its documentation)."""

LOOKUP_PAUSES_S = (1.0, 4.0, 15.0)
"""Between attempts to find out whether there is a response."""

_T = TypeVar("_T")

_NOBODY = discord.AllowedMentions.none()
_ATTEMPTS = 3
_RETRY_PAUSE_S = 0.25
_EPHEMERAL = discord.MessageFlags(ephemeral=True).value
_NETWORK_ERRORS = (aiohttp.ClientError, OSError)
_RESPONDED = "responded"
_ALREADY_RESPONDED = 40060


class _File(discord.File):
    """A file with its id as a text, as Discord's OpenAPI description has it: discord.py 2.7.1 sends
    a number.
    """

    def to_dict(self, index: int) -> dict[str, Any]:
        return super().to_dict(index) | {"id": str(index)}


async def respond(
    interaction: Interaction,
    content: str | discord.ui.LayoutView,
    *,
    ephemeral: bool = False,
    file: File | None = None,
) -> int:
    """Respond with a message, which pings nobody and previews no link, and return its id.

    It is a text, which may have a file, or made of components.

    Raises what the last attempt raised if Discord has no such message, or can't be asked.
    """
    attempts = 0
    while True:
        attempts += 1
        try:
            return await _send(interaction, content, ephemeral=ephemeral, file=file)
        except Exception as error:
            # Of any kind: an answer that discord.py can't read may be one of success, too.
            shown_id = await _existing_response(interaction, ephemeral=ephemeral)
            if shown_id is not None:
                interaction.extras[_RESPONDED] = True
                return shown_id
            if attempts == _ATTEMPTS or not _may_retry(error):
                raise
        await asyncio.sleep(_RETRY_PAUSE_S)


async def in_time(
    interaction: Interaction,
    work: Coroutine[Any, Any, _T],
    acknowledging: Callable[[Interaction], Awaitable[None]] | None = None,
) -> _T:
    """Do work that may have to wait for the store. If it takes long, the interaction is
    acknowledged meanwhile, by `defer` unless told otherwise; what it comes to goes by `tell`.
    """
    working = asyncio.ensure_future(work)

    async def acknowledge_late() -> None:
        await asyncio.wait({working}, timeout=RESPOND_WITHIN_S)
        if not working.done():
            await (acknowledging or defer)(interaction)

    # The work is done to its end also where the acknowledgement fails.
    _, failure = await asyncio.gather(working, acknowledge_late(), return_exceptions=True)
    if failure is not None:
        raise failure
    return working.result()


async def tell(
    interaction: Interaction, content: str | discord.ui.LayoutView, *, ephemeral: bool = False
) -> None:
    """Respond with a message or, where the interaction is acknowledged, put it in the place of
    that. Raises what `respond` or discord.py raises.
    """
    if not has_responded(interaction):
        await respond(interaction, content, ephemeral=ephemeral)
    elif isinstance(content, str):
        await interaction.followup.send(
            content, ephemeral=ephemeral, suppress_embeds=True, allowed_mentions=_NOBODY
        )
    else:  # a follow-up to such a response can't be made of components
        await interaction.edit_original_response(view=content, allowed_mentions=_NOBODY)


async def attach(interaction: Interaction, file: File) -> None:
    """Attach a file to the message that is the response. Raises what discord.py raises."""
    await interaction.edit_original_response(
        attachments=[_attached(file)], allowed_mentions=_NOBODY
    )


async def defer(interaction: Interaction, *, ephemeral: bool = True) -> None:
    """Acknowledge an interaction: its member, or else all, see that the bot is thinking, until the
    first follow-up takes the place of that. Raises what the last attempt raised.
    """
    await _until_taken(
        interaction, partial(interaction.response.defer, ephemeral=ephemeral, thinking=True)
    )


async def update(interaction: Interaction, view: discord.ui.LayoutView) -> None:
    """Respond to a press by giving its message other components.

    Raises what the last attempt raised.
    """
    edit = partial(interaction.response.edit_message, view=view, allowed_mentions=_NOBODY)
    await _until_taken(interaction, edit)


async def acknowledge(interaction: Interaction) -> None:
    """Respond to a press with nothing that is seen; more can be told by follow-ups.

    Raises what the last attempt raised.
    """
    await _until_taken(interaction, interaction.response.defer)


async def follow_up(interaction: Interaction, text: str, view: discord.ui.View) -> None:
    """Send who used a control a further message that only they see, with these buttons. It takes
    the place of what `defer` shows. It pings nobody and previews no link.
    """
    await interaction.followup.send(
        text, view=view, ephemeral=True, suppress_embeds=True, allowed_mentions=_NOBODY
    )


async def edit(interaction: Interaction, text: str, view: discord.ui.View) -> None:
    """Give the message whose control was used, and acknowledged, another text and other buttons."""
    await interaction.edit_original_response(content=text, view=view, allowed_mentions=_NOBODY)


async def _until_taken(interaction: Interaction, send: Callable[[], Awaitable[object]]) -> None:
    attempts = 0
    while True:
        attempts += 1
        try:
            await send()
        except Exception as error:
            if isinstance(error, discord.HTTPException) and error.code == _ALREADY_RESPONDED:
                interaction.extras[_RESPONDED] = True
                return  # the attempt before, of ours or of discord.py's
            if attempts == _ATTEMPTS or not _may_retry(error):
                raise
        else:
            return
        await asyncio.sleep(_RETRY_PAUSE_S)


def _attached(file: File) -> discord.File:
    return _File(io.BytesIO(file.content), file.name)


def has_responded(interaction: Interaction) -> bool:
    """Whether there is a response, so that anything further has to be a follow-up."""
    return interaction.response.is_done() or _RESPONDED in interaction.extras


async def _send(
    interaction: Interaction,
    content: str | discord.ui.LayoutView,
    *,
    ephemeral: bool,
    file: File | None,
) -> int:
    send = partial(interaction.response.send_message, ephemeral=ephemeral, allowed_mentions=_NOBODY)
    if isinstance(content, str):
        files = [] if file is None else [_attached(file)]
        response = await send(content, suppress_embeds=True, files=files)
    else:
        response = await send(view=content)
    if response.message_id is None:
        raise LookupError("Discord did not tell the id of its response")
    return response.message_id


async def _existing_response(interaction: Interaction, *, ephemeral: bool) -> int | None:
    """The id of the message that is the response; None if there is none, or one that is ephemeral
    and should not be or the other way round.

    None also where Discord can't be asked for some time.
    """
    route = Route(
        "GET",
        "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        webhook_id=interaction.application_id,
        webhook_token=interaction.token,
    )
    for pause_s in (*LOOKUP_PAUSES_S, None):
        try:
            message = await interaction.client.http.request(route)
            same_kind = bool(int(message["flags"]) & _EPHEMERAL) == ephemeral
            return int(message["id"]) if same_kind else None
        except discord.HTTPException as error:
            if is_refusal(error):
                return None
        except (*_NETWORK_ERRORS, NotFromDiscord, KeyError, TypeError, ValueError):
            pass  # out of reach, or a page of something on the way
        if pause_s is not None:
            await asyncio.sleep(pause_s)
    return None


def _may_retry(error: Exception) -> bool:
    """Whether to try again, within the 3 s that Discord gives.

    discord.py itself tries again after a 5xx, and for longer than that. A refusal of Discord's own
    has a code and is final; a page of something on the way has none.
    """
    if isinstance(error, discord.HTTPException):
        return error.status < 500 and error.status != TOO_MANY and not is_refusal(error)
    return isinstance(error, _NETWORK_ERRORS)
