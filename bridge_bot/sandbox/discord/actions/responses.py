"""The messages with which the bot answers an interaction: sent, deferred, edited.

The rules are those of Discord's documentation ("Receiving and Responding").
"""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions.events import dispatch_message
from bridge_bot.sandbox.discord.actions.messages import SETTABLE_FLAGS, apply_edit, fill, publish
from bridge_bot.sandbox.discord.enums import CommandType, InteractionType, MessageFlag, MessageType
from bridge_bot.sandbox.discord.errors import Json, discord_error, invalid_form_body
from bridge_bot.sandbox.discord.model import Interaction, Message, Upload
from bridge_bot.sandbox.discord.rules.message_rules import check_edited_message, check_files
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.rules.validation import check_body
from bridge_bot.sandbox.discord.state import WorldState

_FOLLOW_UPS = 5
"""Follow-up messages where the bot is only installed by the member (Discord's documentation)."""
_TYPES = {
    CommandType.CHAT_INPUT: MessageType.CHAT_INPUT_COMMAND,
    CommandType.USER: MessageType.CONTEXT_MENU_COMMAND,
    CommandType.MESSAGE: MessageType.CONTEXT_MENU_COMMAND,
}


def send(
    state: WorldState, interaction: Interaction, body: Json, uploads: Sequence[Upload]
) -> Message:
    """Send a message that answers an interaction."""
    flags = int(body.get("flags") or 0) & SETTABLE_FLAGS
    check_body(body, has_files=bool(uploads), flags=flags)
    check_files(uploads)
    if interaction.channel.deleted:
        raise discord_error(10003)
    made = _new(state, interaction)
    made.flags = flags
    _hide_if_asked(interaction, made, body)
    fill(state, made, body, uploads)
    return publish(state, made)


def defer(state: WorldState, interaction: Interaction, body: Json) -> Message:
    """Send the message that says "thinking …" until a follow-up fills it.

    The one flag that it may have is EPHEMERAL; what it will be made of is said by what fills it.
    """
    if int(body.get("flags") or 0) & ~MessageFlag.EPHEMERAL:
        raise invalid_form_body("flags", "BASE_TYPE_CHOICES", "Only EPHEMERAL can be set.")
    made = _new(state, interaction)
    made.flags = MessageFlag.LOADING
    _hide_if_asked(interaction, made, body)
    fill(state, made, {"content": ""}, ())
    return publish(state, made)


def follow_up(
    state: WorldState, interaction: Interaction, body: Json, uploads: Sequence[Upload] = ()
) -> Message:
    """Send a further message. The first after a deferred response replaces that (observed)."""
    first = interaction.original
    if first is not None and first.loading and not first.deleted:
        return edit_response(state, interaction, first, body, uploads)
    if interaction.user_install and len(interaction.followups) >= _FOLLOW_UPS:
        raise discord_error(40094)
    made = send(state, interaction, body, uploads)
    interaction.followups.append(made)
    return made


def response_message(interaction: Interaction, which: int | None) -> Message:
    """The message of that id, or the first one (None), of an interaction; or 10008, or 10003."""
    if interaction.channel.deleted:
        raise discord_error(10003)
    if which is None:
        found = interaction.original
    else:
        found = next((each for each in interaction.responses if each.id == which), None)
    if found is None or found.deleted:
        raise discord_error(10008)
    return found


def edit_response(
    state: WorldState,
    interaction: Interaction,
    message: Message,
    body: Json,
    uploads: Sequence[Upload] = (),
) -> Message:
    """Change a message that answers an interaction."""
    if interaction.channel.deleted:
        raise discord_error(10003)
    if interaction.channel.archived:
        raise discord_error(50083)
    check_edited_message(message, body, uploads)
    if not message.loading:
        return apply_edit(state, message, body, uploads)
    v2 = int(body.get("flags") or 0) & MessageFlag.COMPONENTS_V2
    message.flags = message.flags & ~MessageFlag.LOADING | v2
    fill(state, message, body, uploads)
    # What fills a deferred response is its first content: this one notifies.
    message.notified = message.pinged
    dispatch_message(state, "MESSAGE_UPDATE", message)
    return message


def _new(state: WorldState, interaction: Interaction) -> Message:
    """An empty message of the bot that answers an interaction, not yet published.

    What answers the use of a control quotes the message that the control stands at.
    """
    kind = MessageType.DEFAULT if interaction.message is None else MessageType.REPLY
    if interaction.type is InteractionType.COMMAND:
        kind = _TYPES[interaction.command_type]
    return Message(
        id=state.ids.make(),
        channel=interaction.channel,
        author=state.bot,
        at=state.now(),
        type=kind,
        interaction=interaction,
        reply_to=interaction.message,
    )


def _hide_if_asked(interaction: Interaction, message: Message, body: Json) -> None:
    """Make a message ephemeral, if it asks for it or its member may not speak there."""
    channel = interaction.channel
    forced = interaction.user_install and not may(channel, interaction.user.id, "use_external_apps")
    if int(body.get("flags") or 0) & MessageFlag.EPHEMERAL or forced:
        message.only_for = interaction.user.id
