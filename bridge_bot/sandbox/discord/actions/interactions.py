"""Interactions: what a member starts with a command or a control, and how the bot may answer.

The rules are those of Discord's documentation ("Receiving and Responding"): one callback within
3 s, then up to 15 min of edits and follow-ups with the interaction's token.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions.messages import (
    apply_edit,
    emit_message,
    fill,
    new_response,
    publish,
    remove,
)
from bridge_bot.sandbox.discord.enums import InteractionType, MessageFlag
from bridge_bot.sandbox.discord.errors import Json, bad_length, invalid_form, refusal
from bridge_bot.sandbox.discord.model import Channel, Interaction, Message, User
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.rest.uploads import Upload
from bridge_bot.sandbox.discord.rules.message_rules import check_files, check_whole
from bridge_bot.sandbox.discord.rules.permissions import channel_permissions, may
from bridge_bot.sandbox.discord.rules.validation import FILE_BYTES_LIMIT, check_body
from bridge_bot.sandbox.discord.state import Event, State, member_of

PONG, MESSAGE, LATER_MESSAGE, LATER_UPDATE, UPDATE, CHOICES, FORM = 1, 4, 5, 6, 7, 8, 9
_WITH_MESSAGE = frozenset({MESSAGE, LATER_MESSAGE, LATER_UPDATE, UPDATE})
_FITTING = {
    InteractionType.COMMAND: frozenset({MESSAGE, LATER_MESSAGE, FORM}),
    InteractionType.COMPONENT: _WITH_MESSAGE | {FORM},
    InteractionType.AUTOCOMPLETE: frozenset({CHOICES}),
    InteractionType.MODAL: _WITH_MESSAGE,
}


def start(
    state: State,
    kind: InteractionType,
    user: User,
    channel: Channel,
    data: Json,
    *,
    name: str = "",
    locale: str = "en-US",
    message: Message | None = None,
    user_install: bool = False,
) -> Interaction:
    """Let a user begin an interaction, and tell the bot."""
    interaction = Interaction(
        id=state.ids.make(),
        token=secrets.token_urlsafe(48),
        type=kind,
        user=user,
        channel=channel,
        data=data,
        at=state.now(),
        name=name,
        locale=locale,
        message=message,
        user_install=user_install,
    )
    state.interactions[interaction.token] = interaction
    guild_id = None if channel.guild is None else channel.guild.id
    state.emit(Event("INTERACTION_CREATE", payload(state, interaction), 0, guild_id))
    return interaction


def payload(state: State, interaction: Interaction) -> Json:
    """INTERACTION_CREATE, as the bot gets it."""
    channel, user = interaction.channel, interaction.user
    guild = channel.guild
    installed_by = {"1": str(user.id)} if interaction.user_install else {"0": "0"}
    told: Json = {
        "id": str(interaction.id),
        "application_id": str(state.bot.id),
        "type": int(interaction.type),
        "data": interaction.data,
        "token": interaction.token,
        "version": 1,
        "channel_id": str(channel.id),
        "channel": objects.channel(channel, state.bot),
        "app_permissions": str(channel_permissions(channel, state.bot.id)),
        "locale": interaction.locale,
        "entitlements": [],
        "authorizing_integration_owners": installed_by,
        "attachment_size_limit": FILE_BYTES_LIMIT,
        "context": 1 if guild is None else 0,
    }
    if interaction.message is not None:
        told["message"] = message_objects.message(interaction.message, state)
    member = member_of(channel, user)
    if guild is None or member is None:
        return told | {"user": objects.user(user)}
    if not interaction.user_install:
        installed_by["0"] = str(guild.id)
    permissions = str(channel_permissions(channel, user.id))
    return told | {
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
        "guild_locale": guild.locale,
        "member": objects.member(member) | {"permissions": permissions},
    }


def respond(
    state: State, interaction_id: int, token: str, body: Json, uploads: Sequence[Upload] = ()
) -> Interaction:
    """The first response. Raises 10062 when unknown or late, 40060 when there was one already."""
    interaction = state.interactions.get(token)
    if interaction is None or interaction.id != interaction_id:
        raise refusal(10062)
    if interaction.acknowledged:
        raise refusal(40060)
    if state.now() - interaction.at > state.response_within_s:
        raise refusal(10062)
    if interaction.channel.deleted:
        raise refusal(10003)
    kind, data = int(body.get("type") or 0), body.get("data") or {}
    if kind != PONG and kind not in _FITTING[interaction.type]:
        raise invalid_form(
            "type", "INTERACTION_APPLICATION_COMMAND_INVALID_RESPONSE", "Invalid response type"
        )
    if kind in (LATER_UPDATE, UPDATE) and interaction.message is None:
        raise invalid_form("type", "BASE_TYPE_CHOICES", "There is no message to update")
    _carry_out(state, interaction, kind, data, uploads)
    interaction.acknowledged_at = state.now()
    interaction.response_type = kind
    # What waits for the world must see the interaction as acknowledged, too.
    state.emit(Event("INTERACTION_ACKNOWLEDGED", {"id": str(interaction.id)}, for_bot=False))
    return interaction


def _carry_out(
    state: State, interaction: Interaction, kind: int, data: Json, uploads: Sequence[Upload]
) -> None:
    if kind in {LATER_UPDATE, UPDATE}:
        interaction.original = interaction.message
    if kind == MESSAGE:
        interaction.original = _say(state, interaction, data, uploads)
    elif kind == LATER_MESSAGE:
        made = new_response(state, interaction)
        made.flags = MessageFlag.LOADING
        _hide(interaction, made, data)
        fill(state, made, {"content": ""}, ())
        interaction.original = publish(state, made)
    elif kind == UPDATE:
        shown = response_message(interaction, None)
        check_whole(shown, data, uploads)
        apply_edit(state, shown, data, uploads)
    elif kind == CHOICES:
        if len(data.get("choices") or ()) > 25:
            raise bad_length("data.choices", 0, 25)
        interaction.choices = data.get("choices") or []
    elif kind == FORM:
        if not 1 <= len(data.get("title") or "") <= 45:
            raise bad_length("data.title", 1, 45)
        interaction.modal = data


def by_token(state: State, application_id: int, token: str) -> Interaction:
    """The acknowledged interaction of a webhook route: 10015 if there is none, 50027 if late."""
    interaction = state.interactions.get(token)
    if interaction is None or application_id != state.bot.id or not interaction.acknowledged:
        raise refusal(10015)
    if state.now() - interaction.at > state.token_valid_s:
        raise refusal(50027)
    return interaction


def follow_up(
    state: State, interaction: Interaction, body: Json, uploads: Sequence[Upload] = ()
) -> Message:
    """Another message; after a deferred response the first one takes its place (observed)."""
    first = interaction.original
    if first is not None and first.loading and not first.deleted:
        return edit_response(state, interaction, first, body, uploads)
    made = _say(state, interaction, body, uploads)
    interaction.followups.append(made)
    return made


def response_message(interaction: Interaction, which: int | None) -> Message:
    """The message of that id, or the first one (None), of an interaction; or 10008, or 10003."""
    if interaction.channel.deleted:
        raise refusal(10003)
    if which is None:
        found = interaction.original
    else:
        found = next((each for each in interaction.responses if each.id == which), None)
    if found is None or found.deleted:
        raise refusal(10008)
    return found


def edit_response(
    state: State,
    interaction: Interaction,
    message: Message,
    body: Json,
    uploads: Sequence[Upload] = (),
) -> Message:
    """Change a message that answers an interaction."""
    if interaction.channel.deleted:
        raise refusal(10003)
    if interaction.channel.archived:
        raise refusal(50083)
    check_whole(message, body, uploads)
    if not message.loading:
        return apply_edit(state, message, body, uploads)
    v2 = int(body.get("flags") or 0) & MessageFlag.COMPONENTS_V2
    message.flags = message.flags & ~MessageFlag.LOADING | v2
    fill(state, message, body, uploads)
    # What fills a deferred response is its first content: this one notifies.
    message.notified = message.pinged
    emit_message(state, "MESSAGE_UPDATE", message)
    return message


def delete_response(state: State, message: Message) -> None:
    """Remove a message that answers an interaction."""
    remove(state, message)


def callback_resource(state: State, interaction: Interaction) -> Json:
    """What the callback route answers to `with_response=true` ("Interaction Callback")."""
    about: Json = {"id": str(interaction.id), "type": int(interaction.type)}
    resource: Json = {"type": interaction.response_type}
    shown = interaction.original
    if shown is not None and interaction.response_type in _WITH_MESSAGE:
        about |= {
            "response_message_id": str(shown.id),
            "response_message_loading": shown.loading,
            "response_message_ephemeral": shown.ephemeral,
        }
        if interaction.response_type in (MESSAGE, UPDATE):
            resource["message"] = message_objects.message(shown, state)
    return {"interaction": about, "resource": resource}


def _say(state: State, interaction: Interaction, body: Json, uploads: Sequence[Upload]) -> Message:
    flags = int(body.get("flags") or 0) & (MessageFlag.SUPPRESS_EMBEDS | MessageFlag.COMPONENTS_V2)
    check_body(body, has_files=bool(uploads), flags=flags)
    check_files(uploads)
    if interaction.channel.deleted:
        raise refusal(10003)
    made = new_response(state, interaction)
    made.flags = flags
    _hide(interaction, made, body)
    fill(state, made, body, uploads)
    return publish(state, made)


def _hide(interaction: Interaction, message: Message, body: Json) -> None:
    """Make a message ephemeral, if it asks for it or its member may not speak there."""
    channel = interaction.channel
    forced = interaction.user_install and not may(channel, interaction.user.id, "use_external_apps")
    if int(body.get("flags") or 0) & MessageFlag.EPHEMERAL or forced:
        message.only_for = interaction.user.id
