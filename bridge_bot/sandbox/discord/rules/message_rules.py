"""Whether a message may be sent, replied to or edited: each raises `DiscordError` if not."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bridge_bot.sandbox.discord.enums import (
    FORUM_TYPES,
    USER_MESSAGE_TYPES,
    VOICE_TYPES,
    MessageFlag,
)
from bridge_bot.sandbox.discord.errors import (
    DiscordError,
    Json,
    discord_error,
    invalid_form_body,
    required,
    too_long,
)
from bridge_bot.sandbox.discord.model import Channel, Message, Upload, User
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.rules.validation import FILE_BYTES_LIMIT, FILES_LIMIT, check_body
from bridge_bot.sandbox.discord.state import WorldState

_HOUR_S = 3600.0
_OLD_EDITS = 3
_OLD_EDITS_PER_S = 6.0


def check_edited_message(message: Message, body: Json, uploads: Sequence[Upload]) -> None:
    """Raise if the message could not exist as it would be after an edit."""
    kept = body.get("attachments", message.attachments)
    after: Json = {
        "content": message.content,
        "embeds": message.embeds,
        "components": message.components,
    }
    flags = message.flags | (int(body.get("flags") or 0) & MessageFlag.COMPONENTS_V2)
    check_body(after | body, has_files=bool(kept or uploads), flags=flags)
    check_files(uploads)


def send_permission(channel: Channel) -> str:
    """The permission that one needs to write there."""
    return "send_messages" if channel.thread is None else "send_messages_in_threads"


def check_may_send(state: WorldState, actor: User, channel: Channel, *, with_files: bool) -> None:
    """Raise unless the actor may write, with files or without, in this channel."""
    if channel.type in FORUM_TYPES:
        raise discord_error(50008)
    state.require(actor, channel, send_permission(channel))
    if channel.type in VOICE_TYPES:
        state.require(actor, channel, "connect")
    if with_files:
        state.require(actor, channel, "attach_files")
    check_lock(actor, channel)
    _check_first_message(channel)
    if actor.bot and any(not each.accepts_dms for each in channel.recipients):
        raise discord_error(50007)


def _check_first_message(channel: Channel) -> None:
    """Raise 40058 in a forum post whose author's first message has not come yet.

    Discord tells of a post before its first message, so that who answers at once can be too early
    (discord-api-docs#6340).
    """
    if channel.parent is not None and channel.parent.type in FORUM_TYPES and not channel.messages:
        raise discord_error(40058)


def check_slow_mode(state: WorldState, actor: User, channel: Channel) -> None:
    """Raise 20016 for a message that slow mode forbids.

    It slows neither bots nor who has the permission to bypass it, which alone counts since
    February 2026 (Discord's change log, "Permission Changes Going into Effect February 2026").
    """
    if not channel.slow_mode_s or actor.bot or may(channel, actor.id, "bypass_slowmode"):
        return
    sent = (each for each in reversed(channel.messages.values()) if each.type in USER_MESSAGE_TYPES)
    left_s = (
        next((each.at for each in sent if each.author is actor), -math.inf)
        + channel.slow_mode_s
        - state.now()
    )
    if left_s > 0:
        raise discord_error(20016, retry_after_s=left_s)


def check_lock(actor: User, channel: Channel) -> None:
    """Raise in a locked thread, unless the actor may manage threads.

    Since March 2023 a lock holds for edits too, in threads that are not archived (Discord's change
    log, "Update to Locked Threads"; discord.js#9216). With which code is not documented.
    """
    if channel.locked and not may(channel, actor.id, "manage_threads"):
        raise discord_error(160005)


def check_files(uploads: Sequence[Upload]) -> None:
    """Raise 50035 for too many files, 40005 for one that is too large."""
    if len(uploads) > FILES_LIMIT:
        raise too_long("attachments", FILES_LIMIT)
    if any(len(each.data) > FILE_BYTES_LIMIT for each in uploads):
        raise discord_error(40005)


def replied(actor: User, channel: Channel, reference: Json | None) -> Message | None:
    """The message that is replied to, if any; raises where that is not possible."""
    if reference is None:
        return None
    if not may(channel, actor.id, "read_message_history"):
        raise discord_error(160002)
    if not reference.get("message_id"):
        raise required("message_reference.message_id")
    found = channel.messages.get(int(reference["message_id"]))
    if found is None or found.deleted or found.ephemeral:
        if reference.get("fail_if_not_exists", True):
            raise invalid_form_body("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE")
        return None
    if found.type not in USER_MESSAGE_TYPES:
        raise invalid_form_body("message_reference", "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE")
    return found


def check_old_edit_limit(state: WorldState, message: Message) -> None:
    """Three edits in 6 s, per channel, of messages older than an hour (observed)."""
    now = state.now()
    if now - message.at < _HOUR_S:
        return
    channel_id = message.channel.id
    state.old_edits = [each for each in state.old_edits if now - each[0] < _OLD_EDITS_PER_S]
    lately = [at for at, where in state.old_edits if where == channel_id]
    if len(lately) >= _OLD_EDITS:
        raise DiscordError(
            429,
            30046,
            "Maximum number of edits to messages older than 1 hour reached. Try again later",
            retry_after_s=lately[0] + _OLD_EDITS_PER_S - now,
        )
    state.old_edits.append((now, channel_id))
