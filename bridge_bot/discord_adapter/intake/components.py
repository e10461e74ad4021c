"""Presses on the bot's controls, and forms that members send: handed to whom they belong.

discord.py remembers views and modals in the process, so that none of them would work after a
restart. Here a press is known by the `custom_id` alone: what stands before its first colon says
whose it is, and the rest is for that one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

import discord

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import UnexpectedFault
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals, origin_of

Handler = Callable[[Interaction], Awaitable[None]]

_KINDS = frozenset({discord.InteractionType.component, discord.InteractionType.modal_submit})


class Components:
    """Has each press handled by the handler of its prefix. An error is observed, and the member
    told.
    """

    def __init__(
        self, handlers: Mapping[str, Handler], refusals: Refusals, observe: Observe
    ) -> None:
        self._handlers = handlers
        self._refusals = refusals
        self._observe = observe
        self._running = BackgroundTasks()

    async def handle(self, interaction: Interaction) -> None:
        """Handle an interaction, if it is a press on a control or a form that somebody owns."""
        if interaction.type not in _KINDS:
            return
        prefix = custom_id_of(interaction).partition(":")[0]
        handler = self._handlers.get(prefix)
        if handler is not None:
            # In a task of ours, which closing waits for; nobody awaits discord.py's.
            await self._running.start(self._run(handler, interaction, prefix), name="a press")

    async def close(self, grace_s: float) -> None:
        """Give presses that are being handled so many seconds to end, then cancel them."""
        await self._running.close(grace_s)

    async def _run(self, handler: Handler, interaction: Interaction, prefix: str) -> None:
        try:
            await handler(interaction)
        except Exception as error:  # noqa: BLE001 - whatever fails, the bot goes on
            failure = OperationFailed(
                Operation.HANDLE_COMPONENT, error, origin_of(interaction), prefix
            )
            self._observe(failure)
            await self._refusals.tell_failure(interaction, UnexpectedFault)


def is_private(interaction: Interaction) -> bool:
    """Whether the message of a press is one that its member alone sees. What others see, such as a
    reply that a forged press names, must never become what is shown to one member.
    """
    return interaction.message is not None and interaction.message.flags.ephemeral


def custom_id_of(interaction: Interaction) -> str:
    """The `custom_id` of what was pressed or sent; empty if there is none."""
    data: Mapping[str, object] = dict(interaction.data or {})
    return str(data.get("custom_id") or "")
