"""What can be done with messages: create, edit, delete.

`body` is the JSON of Discord's documentation ("Create Message", "Edit Message"). The same rules
hold for the bot and for members. All raise `DiscordError`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bridge_bot.sandbox.discord.actions import thread_members, threads
from bridge_bot.sandbox.discord.actions.events import dispatch_in_channel, dispatch_message
from bridge_bot.sandbox.discord.actions.files import keep_upload
from bridge_bot.sandbox.discord.enums import (
    USER_MESSAGE_TYPES,
    ChannelType,
    MessageFlag,
    MessageType,
)
from bridge_bot.sandbox.discord.errors import Json, discord_error, invalid_form_body
from bridge_bot.sandbox.discord.model import Attachment, Channel, Message, Upload, User
from bridge_bot.sandbox.discord.model.message_content import VisibleContent
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.payloads.component_objects import component_objects
from bridge_bot.sandbox.discord.rules.mentions import mentions_allowed
from bridge_bot.sandbox.discord.rules.message_rules import (
    check_edited_message,
    check_files,
    check_lock,
    check_may_send,
    check_old_edit_limit,
    check_slow_mode,
    replied,
)
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.rules.validation import check_body, visible_text
from bridge_bot.sandbox.discord.state import MESSAGES, Event, WorldState

SETTABLE_FLAGS = (
    MessageFlag.SUPPRESS_EMBEDS | MessageFlag.SUPPRESS_NOTIFICATIONS | MessageFlag.COMPONENTS_V2
)


def create_message(
    state: WorldState,
    actor: User,
    channel: Channel,
    body: Json,
    uploads: Sequence[Upload] = (),
    *,
    webhook_id: int | None = None,
) -> Message:
    """Send a message to a channel; the same nonce twice gives the first message."""
    if webhook_id is None:
        check_may_send(state, actor, channel, with_files=bool(uploads))
    flags = int(body.get("flags") or 0) & SETTABLE_FLAGS
    check_body(body, has_files=bool(uploads), flags=flags)
    check_files(uploads)
    answered = replied(actor, channel, body.get("message_reference"))
    nonce = body.get("nonce")
    if nonce is not None:
        known = state.nonces.get((actor.id, channel.id, str(nonce)))
        if body.get("enforce_nonce") and known and state.now() - known.at < state.nonce_kept_s:
            return known
    check_slow_mode(state, actor, channel)
    if channel.archived:
        threads.change(state, channel, archived=False)
    made = Message(
        id=state.ids.make(),
        channel=channel,
        author=actor,
        at=state.now(),
        type=MessageType.DEFAULT if answered is None else MessageType.REPLY,
        flags=flags,
        nonce=nonce,
        reply_to=answered,
        webhook_id=webhook_id,
    )
    if nonce is not None:
        state.nonces[actor.id, channel.id, str(nonce)] = made
    fill(state, made, body, uploads)
    if channel.thread is not None and webhook_id is None:
        thread_members.join(state, channel, actor)
    if channel.type is ChannelType.PRIVATE_THREAD:
        # Whether Discord adds those who are mentioned before it tells of the message, or after, is
        # not documented. In a public thread it changes nothing of what they see.
        thread_members.add_mentioned(state, actor, channel, made.mentions.users)
    return publish(state, made)


def forward_message(state: WorldState, actor: User, source: Message, channel: Channel) -> Message:
    """Forward a message that the actor sees. What is forwarded stays as it was then ("Message
    Forwarding" in Discord's documentation).
    """
    state.require(actor, source.channel, "read_message_history")
    check_may_send(state, actor, channel, with_files=bool(source.attachments))
    if source.type not in USER_MESSAGE_TYPES or source.deleted or source.ephemeral:
        raise invalid_form_body("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE")
    check_slow_mode(state, actor, channel)
    if channel.archived:
        threads.change(state, channel, archived=False)
    made = Message(
        id=state.ids.make(),
        channel=channel,
        author=actor,
        at=state.now(),
        flags=MessageFlag.HAS_SNAPSHOT,
        forwarded=source.forwarded or replace(source),
    )
    fill(state, made, {"content": ""}, ())
    if channel.thread is not None:
        thread_members.join(state, channel, actor)
    return publish(state, made)


def publish(state: WorldState, message: Message) -> Message:
    """Add a finished new message to its channel and dispatch its event."""
    message.notified = message.pinged
    message.channel.messages[message.id] = message
    if message.channel.thread is not None:
        message.channel.thread.active_at = message.at
    dispatch_message(state, "MESSAGE_CREATE", message)
    return message


def fill(state: WorldState, message: Message, body: Json, uploads: Sequence[Upload]) -> None:
    """Set what the keys of `body` name; keys that are not there change nothing."""
    if "content" in body:
        message.content = (body["content"] or "").strip()
    if "embeds" in body:
        message.embeds = [{"type": "rich", **embed} for embed in body["embeds"] or []]
    if "components" in body:
        message.components = component_objects(body["components"] or [])
    if "attachments" in body or uploads:
        message.attachments = _attachments(state, message, body, uploads)
    if "content" in body or "allowed_mentions" in body:
        allowed = body.get("allowed_mentions")
        # The message whose control was used is quoted, but that pings nobody.
        replied = None if message.interaction is not None else message.reply_to
        mentions = mentions_allowed(
            message.content, message.channel, message.author, allowed, replied
        )
        message.mentions = mentions
        message.pinged |= mentions
    text = visible_text(message)
    if not message.states or message.states[-1].content != text:
        message.states.append(VisibleContent(state.now(), text))


def edit_message(
    state: WorldState,
    actor: User,
    message: Message,
    body: Json,
    uploads: Sequence[Upload] = (),
) -> Message:
    """Change an own message; of another's, only its SUPPRESS_EMBEDS, with manage_messages."""
    channel = message.channel
    state.require(actor, channel)
    if message.author is not actor or message.webhook_id is not None:
        if set(body) - {"flags"}:
            raise discord_error(50005)
        state.require(actor, channel, "manage_messages")
    if message.type not in USER_MESSAGE_TYPES:
        raise discord_error(50021)
    if channel.archived:
        raise discord_error(50083)
    if uploads:
        state.require(actor, channel, "attach_files")
    check_lock(actor, channel)
    check_edited_message(message, body, uploads)
    check_old_edit_limit(state, message)
    return apply_edit(state, message, body, uploads)


def apply_edit(
    state: WorldState, message: Message, body: Json, uploads: Sequence[Upload]
) -> Message:
    """Apply a valid edit and dispatch its event."""
    if "flags" in body:
        kept = message.flags & ~(MessageFlag.SUPPRESS_EMBEDS | MessageFlag.COMPONENTS_V2)
        v2 = (message.flags | int(body["flags"] or 0)) & MessageFlag.COMPONENTS_V2
        suppressed = int(body["flags"] or 0) & MessageFlag.SUPPRESS_EMBEDS
        message.flags = kept | v2 | suppressed
    message.edited_at = state.now()
    fill(state, message, body, uploads)
    dispatch_message(state, "MESSAGE_UPDATE", message)
    return message


def delete_message(state: WorldState, actor: User, message: Message) -> None:
    """Remove an own message, or another's with manage_messages.

    It is the one thing that works in an archived thread too (Discord's documentation, "Threads"),
    unless that is locked.
    """
    channel = message.channel
    state.require(actor, channel)
    if message.author is not actor:
        if channel.type is ChannelType.DM:
            raise discord_error(50003)
        state.require(actor, channel, "manage_messages")
    if message.type is MessageType.THREAD_STARTER:
        raise discord_error(50021)
    if channel.archived and channel.locked and not may(channel, actor.id, "manage_threads"):
        raise discord_error(50083)
    remove(state, message)


def remove(state: WorldState, message: Message) -> None:
    """Delete a message without asking for permissions."""
    message.deleted_at = state.now()
    deleted = {"id": str(message.id)}
    if message.ephemeral:
        data = deleted | objects.location(message.channel)
        state.dispatch(Event("MESSAGE_DELETE", data, for_bot=False))
    else:
        _dispatch_deleted(state, message.channel, "MESSAGE_DELETE", deleted)


def remove_many(state: WorldState, messages: Sequence[Message]) -> None:
    """Delete messages of one channel at once, without permissions; this is one event."""
    for message in messages:
        message.deleted_at = state.now()
    ids = [str(message.id) for message in messages]
    _dispatch_deleted(state, messages[0].channel, "MESSAGE_DELETE_BULK", {"ids": ids})


def _dispatch_deleted(state: WorldState, channel: Channel, name: str, deleted: Json) -> None:
    data = deleted | objects.location(channel)
    dispatch_in_channel(state, channel, name, data, MESSAGES)


def _attachments(
    state: WorldState, message: Message, body: Json, uploads: Sequence[Upload]
) -> list[Attachment]:
    """What a message keeps of its files, and what comes new with it."""
    named = {str(each["id"]): each for each in body.get("attachments") or []}
    kept = [each for each in message.attachments if str(each.id) in named]
    if "attachments" not in body:
        kept = list(message.attachments)
    for upload in uploads:
        kept.append(keep_upload(state, upload, named.get(upload.key)))
    return kept
