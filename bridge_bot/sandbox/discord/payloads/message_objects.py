"""Messages as Discord's JSON, by REST and by gateway."""

from __future__ import annotations

from urllib.parse import quote

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Attachment, Channel, Message
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.payloads.component_objects import with_files
from bridge_bot.sandbox.discord.payloads.interaction_metadata import interaction_metadata
from bridge_bot.sandbox.discord.snowflakes import snowflake_time
from bridge_bot.sandbox.discord.state import WorldState, member_of

_OF_SNAPSHOT = (
    *("type", "content", "embeds", "attachments", "components", "timestamp", "edited_timestamp"),
    *("flags", "mentions", "mention_roles"),
)
"""The fields of a forwarded message ("Message Snapshot Object" in Discord's documentation)."""


def attachment(of: Attachment, channel: Channel, files_url: str) -> Json:
    """An attachment object, whose address the sandbox serves."""
    url = f"{files_url}/{channel.id}/{of.id}/{quote(of.filename, safe='')}"
    payload: Json = {
        "id": str(of.id),
        "filename": of.filename,
        "size": len(of.data),
        "url": url,
        "proxy_url": url,
        "content_type": of.content_type,
    }
    return payload if of.description is None else payload | {"description": of.description}


def message(of: Message, state: WorldState, *, with_reply: bool = True) -> Json:
    """A message object."""
    attachments = [attachment(each, of.channel, state.files_url) for each in of.attachments]
    payload: Json = {
        "id": str(of.id),
        "channel_id": str(of.channel.id),
        "type": int(of.type),
        "author": _author(of),
        "content": of.content,
        "timestamp": objects.timestamp(snowflake_time(of.id)),
        "edited_timestamp": None if of.edited_at is None else objects.timestamp(of.edited_at),
        "tts": False,
        "pinned": False,
        "flags": int(of.flags) | (64 if of.ephemeral else 0),
        "mention_everyone": of.mentions.everyone,
        "mentions": [
            objects.user(state.users[each])
            for each in sorted(of.mentions.users)
            if each in state.users
        ],
        "mention_roles": [str(each) for each in sorted(of.mentions.roles)],
        "embeds": of.embeds,
        "components": with_files(of.components, attachments),
        "attachments": attachments,
        "reactions": [
            {
                "emoji": {"id": None, "name": name},
                "count": len(by),
                "me": state.bot.id in by,
                "me_burst": False,
                "burst_colors": [],
                "count_details": {"burst": 0, "normal": len(by)},
            }
            for name, by in of.reactions.items()
            if by
        ],
    }
    return payload | _references(of, state, with_reply=with_reply)


def _author(of: Message) -> Json:
    author = objects.user(of.author)
    return author | {"discriminator": "0000", "bot": True} if of.webhook_id else author


def _references(of: Message, state: WorldState, *, with_reply: bool) -> Json:
    extra: Json = {}
    if of.nonce is not None:
        extra["nonce"] = of.nonce
    if of.webhook_id is not None:
        extra["webhook_id"] = str(of.webhook_id)
    if of.thread is not None and not of.thread.deleted:
        extra["thread"] = objects.channel(of.thread, state.bot)
    if of.interaction is not None:
        extra["interaction_metadata"] = interaction_metadata(of.interaction, of)
        extra |= {"application_id": str(state.bot.id), "webhook_id": str(state.bot.id)}
    replied = of.reply_to
    if replied is not None:
        ids = {"message_id": str(replied.id)} | objects.location(replied.channel)
        extra["message_reference"] = {"type": 0, **ids}
        if with_reply:
            shown = None if replied.deleted else message(replied, state, with_reply=False)
            extra["referenced_message"] = shown
    if of.forwarded is not None:
        ids = {"message_id": str(of.forwarded.id)} | objects.location(of.forwarded.channel)
        extra["message_reference"] = {"type": 1, **ids}
        extra["message_snapshots"] = [{"message": _snapshot(of.forwarded, state)}]
    return extra


def _snapshot(of: Message, state: WorldState) -> Json:
    """What is told of a forwarded message: not its author, nor where it stands."""
    whole = message(of, state, with_reply=False)
    return {name: whole[name] for name in _OF_SNAPSHOT}


def message_event(of: Message, state: WorldState) -> Json:
    """A message as the gateway sends it: with the guild, and the author as its member."""
    payload = message(of, state)
    payload["channel_type"] = int(of.channel.type)
    if of.channel.guild is None:
        return payload
    payload["guild_id"] = str(of.channel.guild.id)
    author = member_of(of.channel, of.author)
    if author is not None:
        payload["member"] = objects.member(author, with_user=False)
    for mention in payload["mentions"]:
        found = of.channel.guild.members.get(int(mention["id"]))
        if found is not None:
            mention["member"] = objects.member(found, with_user=False)
    return payload


def without_content(payload: Json) -> Json:
    """A message as a session without the message_content intent gets it."""
    empty: Json = {"content": "", "embeds": [], "attachments": [], "components": []}
    bare = payload | empty
    if bare.get("referenced_message"):
        bare["referenced_message"] = bare["referenced_message"] | empty
    if snapshots := bare.get("message_snapshots"):
        bare["message_snapshots"] = [{"message": each["message"] | empty} for each in snapshots]
    return bare
