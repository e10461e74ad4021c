"""Interactions: what a member starts with a command or a control, and how the bot may answer.

The rules are those of Discord's documentation ("Receiving and Responding"): one callback within
3 s, then up to 15 min of edits and follow-ups with the interaction's token.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions import messages, responses
from bridge_bot.sandbox.discord.enums import (
    MESSAGE_CALLBACKS,
    UPDATE_CALLBACKS,
    InteractionCallbackType,
    InteractionType,
)
from bridge_bot.sandbox.discord.errors import (
    DiscordError,
    FormErrors,
    Json,
    below,
    discord_error,
    invalid_form_body,
)
from bridge_bot.sandbox.discord.model import Channel, Interaction, Message, Upload, User
from bridge_bot.sandbox.discord.payloads import interaction_objects
from bridge_bot.sandbox.discord.payloads.component_objects import component_objects
from bridge_bot.sandbox.discord.rules.form import Form
from bridge_bot.sandbox.discord.rules.message_rules import check_edited_message
from bridge_bot.sandbox.discord.rules.modal_components import check_modal
from bridge_bot.sandbox.discord.state import Event, WorldState

_CHOICES_LIMIT = 25
_ALLOWED_CALLBACKS = {
    InteractionType.COMMAND: frozenset(
        {
            InteractionCallbackType.MESSAGE,
            InteractionCallbackType.DEFERRED_MESSAGE,
            InteractionCallbackType.MODAL,
        }
    ),
    InteractionType.COMPONENT: MESSAGE_CALLBACKS | {InteractionCallbackType.MODAL},
    InteractionType.AUTOCOMPLETE: frozenset({InteractionCallbackType.AUTOCOMPLETE_RESULT}),
    InteractionType.MODAL: MESSAGE_CALLBACKS,
}


def start(
    state: WorldState,
    kind: InteractionType,
    user: User,
    channel: Channel,
    data: Json,
    *,
    name: str = "",
    locale: str | None = None,
    message: Message | None = None,
    triggered_by: Interaction | None = None,
    user_install: bool = False,
) -> Interaction:
    """Let a user begin an interaction, and dispatch it to the bot."""
    if message is not None and message.interaction is not None:
        user_install = message.interaction.user_install
    elif triggered_by is not None:
        user_install = triggered_by.user_install
    interaction = Interaction(
        id=state.ids.make(),
        token=secrets.token_urlsafe(48),
        type=kind,
        user=user,
        channel=channel,
        data=data,
        at=state.now(),
        name=name,
        locale=locale or user.locale or "en-US",
        message=message,
        triggered_by=triggered_by,
        user_install=user_install,
    )
    state.interactions[interaction.token] = interaction
    guild_id = None if channel.guild is None else channel.guild.id
    data = interaction_objects.interaction_event(interaction, state)
    state.dispatch(Event("INTERACTION_CREATE", data, 0, guild_id))
    return interaction


def respond(
    state: WorldState, interaction_id: int, token: str, body: Json, uploads: Sequence[Upload] = ()
) -> Interaction:
    """Answer an interaction for the first time.

    Raises 10062 if it is unknown or too old, and 40060 if it was answered before.
    """
    interaction = state.interactions.get(token)
    if interaction is None or interaction.id != interaction_id:
        raise discord_error(10062)
    if interaction.acknowledged:
        raise discord_error(40060)
    if state.now() - interaction.at > state.response_within_s:
        raise discord_error(10062)
    if interaction.channel.deleted:
        raise discord_error(10003)
    kind, data = int(body.get("type") or 0), body.get("data") or {}
    if kind != InteractionCallbackType.PONG and kind not in _ALLOWED_CALLBACKS[interaction.type]:
        raise invalid_form_body("type", "INTERACTION_APPLICATION_COMMAND_INVALID_RESPONSE")
    if kind in UPDATE_CALLBACKS and interaction.message is None:
        raise invalid_form_body("type", "BASE_TYPE_CHOICES", "There is no message to update")
    try:
        _apply_callback(state, interaction, kind, data, uploads)
    except DiscordError as error:
        raise below("data", error) from None
    interaction.acknowledged_at = state.now()
    interaction.response_type = kind
    # Listeners that wait for the world must see the interaction as acknowledged, too.
    state.dispatch(Event("INTERACTION_ACKNOWLEDGED", {"id": str(interaction.id)}, for_bot=False))
    return interaction


def failed(state: WorldState, interaction: Interaction) -> bool:
    """Whether the bot let the time pass in which it had to answer: the member sees that."""
    late = state.now() - interaction.at > state.response_within_s
    return late and not interaction.acknowledged


def by_token(state: WorldState, application_id: int, token: str) -> Interaction:
    """The interaction of that token. Raises 10015 if none was acknowledged, 50027 if too old."""
    interaction = state.interactions.get(token)
    if interaction is None or application_id != state.bot.id or not interaction.acknowledged:
        raise discord_error(10015)
    if state.now() - interaction.at > state.token_valid_s:
        raise discord_error(50027)
    return interaction


def _apply_callback(
    state: WorldState, interaction: Interaction, kind: int, data: Json, uploads: Sequence[Upload]
) -> None:
    if kind in UPDATE_CALLBACKS:
        interaction.original = interaction.message
    if kind == InteractionCallbackType.MESSAGE:
        interaction.original = responses.send(state, interaction, data, uploads)
    elif kind == InteractionCallbackType.DEFERRED_MESSAGE:
        interaction.original = responses.defer(state, interaction, data)
    elif kind == InteractionCallbackType.UPDATE:
        updated = responses.response_message(interaction, None)
        check_edited_message(updated, data, uploads)
        messages.apply_edit(state, updated, data, uploads)
    elif kind == InteractionCallbackType.AUTOCOMPLETE_RESULT:
        _check_choices(data)
        interaction.choices = data.get("choices") or []
    elif kind == InteractionCallbackType.MODAL:
        check_modal(data)
        shown = component_objects(data["components"], in_modal=True)
        interaction.modal = data | {"components": shown}


def _check_choices(data: Json) -> None:
    errors = FormErrors()
    for choice in Form(data, "", errors).children("choices", _CHOICES_LIMIT):
        choice.text("name", 100, needed=True)
        if choice.value.get("value") is None:
            choice.add("value", "BASE_TYPE_REQUIRED")
    errors.refuse()
