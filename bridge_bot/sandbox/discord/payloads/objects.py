"""The records as Discord's JSON: ids are strings, times ISO 8601 in UTC."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from bridge_bot.sandbox.discord.enums import (
    VOICE_TYPES,
    ChannelFlag,
    ChannelType,
    MessageType,
)
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Role, User
from bridge_bot.sandbox.discord.model.thread_state import ForumState
from bridge_bot.sandbox.discord.rules.permissions import ALL, channel_permissions


def timestamp(at: float) -> str:
    """A moment in seconds since 1970 as Discord writes it."""
    return datetime.datetime.fromtimestamp(at, datetime.UTC).isoformat(timespec="microseconds")


def user(of: User) -> Json:
    """A user object."""
    return {
        "id": str(of.id),
        "username": of.name,
        "global_name": None if of.bot else of.name,
        "discriminator": "0000" if of.bot else "0",
        "avatar": None,
        "bot": of.bot,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }


def role(of: Role) -> Json:
    """A role object."""
    payload: Json = {
        "id": str(of.id),
        "name": of.name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": of.position,
        "permissions": str(of.permissions),
        "managed": of.bot_id is not None,
        "mentionable": of.mentionable,
        "flags": 0,
    }
    if of.bot_id is not None:
        payload["tags"] = {"bot_id": str(of.bot_id)}
    return payload


def member(of: Member, *, with_user: bool = True) -> Json:
    """A guild member object; messages carry it without the user."""
    payload: Json = {
        "nick": of.nick,
        "avatar": None,
        "banner": None,
        "roles": [str(each.id) for each in of.roles],
        "joined_at": timestamp(of.joined_at),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
        "communication_disabled_until": (
            None if of.timed_out_until is None else timestamp(of.timed_out_until)
        ),
    }
    return payload | {"user": user(of.user)} if with_user else payload


def channel(of: Channel, viewer: User | None = None) -> Json:
    """A channel object. A thread has the membership of `viewer`, if they are in it."""
    if of.thread is not None:
        return _thread(of, viewer)
    spoken = [message.id for message in of.messages.values() if not message.ephemeral]
    payload: Json = {
        "id": str(of.id),
        "type": int(of.type),
        "last_message_id": str(spoken[-1]) if spoken else None,
        "flags": 0,
    }
    if of.guild is None:
        others = [each for each in of.recipients if viewer is None or each.id != viewer.id]
        payload["recipients"] = [user(each) for each in others]
        if of.type is ChannelType.DM:
            return payload
        return payload | {"name": of.name, "icon": None, "owner_id": str(of.recipients[0].id)}
    if of.type in VOICE_TYPES:
        payload |= {"bitrate": 64_000, "user_limit": 0, "rtc_region": None}
    if of.forum is not None:
        payload |= _forum(of, of.forum)
    if of.archive_after_min is not None:
        payload["default_auto_archive_duration"] = of.archive_after_min
    return payload | {
        "guild_id": str(of.guild_or_error.id),
        "name": of.name,
        "topic": of.topic,
        "nsfw": False,
        "position": of.position,
        "parent_id": None,
        "rate_limit_per_user": of.slow_mode_s,
        "permission_overwrites": [
            {"id": str(key), "type": 1, "allow": str(each.allow), "deny": str(each.deny)}
            for key, each in of.overwrites.items()
        ],
    }


def _forum(of: Channel, forum: ForumState) -> Json:
    """What a forum has beyond a text channel. Its last message is its newest post."""
    posts = [each.id for each in of.guild_or_error.threads.values() if each.parent is of]
    return {
        "last_message_id": str(max(posts)) if posts else None,
        "flags": int(ChannelFlag.REQUIRE_TAG) if forum.requires_tag else 0,
        "available_tags": [
            {
                "id": str(tag.id),
                "name": tag.name,
                "moderated": tag.moderated,
                "emoji_id": None,
                "emoji_name": tag.emoji,
            }
            for tag in forum.tags.values()
        ],
        "default_thread_rate_limit_per_user": of.thread_slow_mode_s,
        "default_reaction_emoji": None,
        "default_sort_order": None,
        "default_forum_layout": 0,
    }


def _thread(of: Channel, viewer: User | None) -> Json:
    thread = of.thread_or_error
    spoken = [each for each in of.messages.values() if each.type is not MessageType.THREAD_STARTER]
    # "not including the initial message", which has the thread's id
    counted = [each for each in spoken if each.id != of.id]
    payload: Json = {
        "id": str(of.id),
        "type": int(of.type),
        "guild_id": str(of.guild_or_error.id),
        "parent_id": str(of.parent.id if of.parent else 0),
        "owner_id": str(thread.owner_id),
        "name": of.name,
        "last_message_id": str(spoken[-1].id) if spoken else None,
        "message_count": sum(not each.deleted for each in counted),
        "total_message_sent": len(counted),
        "member_count": min(len(thread.member_ids), 50),
        "rate_limit_per_user": of.slow_mode_s,
        "flags": 0,
        "thread_metadata": {
            "archived": thread.archived,
            "auto_archive_duration": thread.archive_after_min,
            "archive_timestamp": timestamp(thread.changed_at),
            "locked": thread.locked,
            "create_timestamp": timestamp(thread.created_at),
        },
    }
    if of.type is ChannelType.PRIVATE_THREAD:
        payload["thread_metadata"]["invitable"] = thread.invitable
    if of.parent is not None and of.parent.forum is not None:
        payload["applied_tags"] = [str(each) for each in thread.tag_ids]
    if viewer is not None and viewer.id in thread.member_ids:
        payload["member"] = thread_member(of, viewer.id)
    return payload


def location(of: Channel) -> Json:
    """The ids of a channel and its guild, as events and references have them."""
    ids = {"channel_id": str(of.id)}
    return ids if of.guild is None else ids | {"guild_id": str(of.guild.id)}


def thread_member(of: Channel, user_id: int, *, with_member: bool = False) -> Json:
    """A thread member object, with the guild's member if that is asked for."""
    found = of.guild_or_error.members.get(user_id) if with_member else None
    payload: Json = {} if found is None else {"member": member(found)}
    return payload | {
        "id": str(of.id),
        "user_id": str(user_id),
        "join_timestamp": timestamp(of.thread_or_error.created_at),
        "flags": 1,
    }


def thread_list(found: Sequence[Channel], bot: User) -> Json:
    """Threads, and the bot's membership of those that it is in."""
    joined = [each for each in found if bot.id in each.thread_or_error.member_ids]
    return {
        "threads": [channel(each, bot) for each in found],
        "members": [thread_member(each, bot.id) for each in joined],
    }


def guild(of: Guild) -> Json:
    """A guild object."""
    return {
        "id": str(of.id),
        "name": of.name,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "owner_id": str(of.owner_id),
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "roles": [role(each) for each in of.roles.values()],
        "emojis": [],
        "stickers": [],
        "features": [],
        "mfa_level": 0,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "safety_alerts_channel_id": None,
        "vanity_url_code": None,
        "description": None,
        "banner": None,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": of.locale,
        "nsfw_level": 0,
    }


def guild_event(of: Guild, viewer: User) -> Json:
    """GUILD_CREATE: the guild with all that the viewer needs to begin."""
    threads = [
        each
        for each in of.threads.values()
        if not each.archived and channel_permissions(each, viewer.id)
    ]
    return guild(of) | {
        "joined_at": timestamp(of.joined_at),
        "large": False,
        "unavailable": False,
        "member_count": len(of.members),
        "members": [member(of.members[viewer.id])],
        "channels": [channel(each) for each in of.channels.values()],
        "threads": [channel(each, viewer) for each in threads],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def application(bot: User, owner: User, guild_count: int, flags: int) -> Json:
    """The bot's application object."""
    return {
        "id": str(bot.id),
        "name": bot.name,
        "icon": None,
        "description": "",
        "summary": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user(owner),
        "team": None,
        "verify_key": "0" * 64,
        "flags": flags,
        "approximate_guild_count": guild_count,
        "approximate_user_install_count": 0,
        "install_params": {"scopes": ["bot", "applications.commands"], "permissions": str(ALL)},
        "integration_types_config": {"0": {}, "1": {}},
        "bot": user(bot),
    }
