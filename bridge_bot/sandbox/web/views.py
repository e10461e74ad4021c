"""What one member sees, as JSON for the page: users, channels, messages.

Ids are strings, since JavaScript's numbers are too short for them; times are in milliseconds.
"""

from __future__ import annotations

from bridge_bot.sandbox.discord.enums import (
    FORUM_TYPES,
    ChannelType,
    CommandType,
    MessageFlag,
    MessageType,
)
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Attachment, Channel, Message, User
from bridge_bot.sandbox.discord.model.thread_state import ForumTag, ThreadState
from bridge_bot.sandbox.discord.rules.permissions import channel_permissions, may
from bridge_bot.sandbox.discord.state import member_of
from bridge_bot.sandbox.discord.world import World

RECENT = 50
"""How many messages of a channel a page gets at first; it asks for older ones."""

IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""Types that a browser shows and never runs. SVG is none, since it may contain scripts."""

_EXCERPT_CHARS = 160
_KINDS = {
    ChannelType.DM: "dm",
    ChannelType.GROUP_DM: "group",
    **dict.fromkeys(FORUM_TYPES, "forum"),
}
_ANNOUNCEMENTS = {
    MessageType.PINNED: "pinned",
    MessageType.MEMBER_JOIN: "joined",
    MessageType.THREAD_CREATED: "thread",
    MessageType.THREAD_STARTER: "starter",
}


def can_see(viewer: User, channel: Channel) -> bool:
    """Whether a member sees a channel."""
    return not channel.deleted and may(channel, viewer.id, "view_channel")


def is_shown(viewer: User, message: Message) -> bool:
    """Whether a member sees a message of a channel that they see."""
    return not message.deleted and message.only_for in {None, viewer.id}


def snapshot(world: World, viewer: User, *, online: bool) -> Json:
    """Return everything that a page needs to begin, or to begin again."""
    state = world.state
    guilds = [each for each in state.guilds.values() if viewer.id in each.members]
    channels = [each for each in state.channels.values() if can_see(viewer, each)]
    return {
        "me": str(viewer.id),
        "bot": {"id": str(world.bot.id), "online": online},
        "users": [user(each) for each in state.users.values()],
        "guilds": [
            {
                "id": str(each.id),
                "name": each.name,
                "members": [str(number) for number in each.members],
                "roles": [{"id": str(r.id), "name": r.name} for r in each.roles.values()],
            }
            for each in guilds
        ],
        "channels": [channel(each, viewer) for each in channels],
        "messages": {str(each.id): messages(each, viewer) for each in channels},
        "commands": list(state.commands.values()),
        "has_app": viewer.id in state.app_user_ids,
        "response_within_s": state.response_within_s,
    }


def user(of: User) -> Json:
    """Return an account; its locale only if one was chosen."""
    return {"id": str(of.id), "name": of.name, "bot": of.bot, "locale": of.locale}


def channel(of: Channel, viewer: User) -> Json:
    """Return a channel, thread or direct-message channel.

    A thread counts as locked only for who can't write there any more.
    """
    view: Json = {
        "id": str(of.id),
        "kind": "thread" if of.thread is not None else _KINDS.get(of.type, "text"),
        "name": of.name,
        "topic": of.topic or "",
        "slow_mode_s": of.slow_mode_s,
        "type": int(of.type),
        "permissions": str(channel_permissions(of, viewer.id)),
        "guild": None if of.guild is None else str(of.guild.id),
        "parent": None if of.parent is None else str(of.parent.id),
    }
    if of.type is ChannelType.DM:
        view["name"] = next((one.name for one in of.recipients if one.id != viewer.id), "")
    if of.guild is None:
        view["people"] = [str(one.id) for one in of.recipients]
    if of.forum is not None:
        moderates = may(of, viewer.id, "manage_threads")
        view["requires_tag"] = of.forum.requires_tag
        view["tags"] = [_tag(each, moderates=moderates) for each in of.forum.tags.values()]
    return view if of.thread is None else view | _thread(of, of.thread, viewer)


def _tag(of: ForumTag, *, moderates: bool) -> Json:
    """Return a tag of a forum, and whether the viewer may give it."""
    name = of.name if of.emoji is None else f"{of.emoji} {of.name}"
    return {"id": str(of.id), "name": name, "usable": moderates or not of.moderated}


def _thread(of: Channel, thread: ThreadState, viewer: User) -> Json:
    """Return what a thread has beyond a channel; of a post also its tags and first message."""
    counted = [each for each in of.messages.values() if is_shown(viewer, each)]
    moderates = may(of, viewer.id, "manage_threads")
    first = of.messages.get(of.id)
    return {
        "private": of.type is ChannelType.PRIVATE_THREAD,
        "archived": thread.archived,
        "locked": thread.locked and not moderates,
        "count": sum(each.type is not MessageType.THREAD_STARTER for each in counted),
        "active": int(max(thread.active_at, thread.created_at) * 1000),
        "tags": [str(each) for each in thread.tag_ids],
        "taggable": moderates or thread.owner_id == viewer.id,
        "first": None if first is None else _quoted(first, MessageType.REPLY),
    }


def messages(of: Channel, viewer: User, *, before: int | None = None) -> list[Json]:
    """Return the newest messages of a channel, or those before an id, in order of time."""
    there = [each for each in of.messages.values() if is_shown(viewer, each)]
    if before is not None:
        there = [each for each in there if each.id < before]
    return [message(each, viewer) for each in there[-RECENT:]]


def message(of: Message, viewer: User) -> Json:
    """Return a message."""
    member = member_of(of.channel, of.author)
    return {
        "id": str(of.id),
        "channel": str(of.channel.id),
        "author": str(of.author.id),
        "name": of.author.name if member is None else member.name,
        "bot": of.author.bot,
        "at": int(of.at * 1000),
        "edited": None if of.edited_at is None else int(of.edited_at * 1000),
        "content": of.content,
        "kind": _ANNOUNCEMENTS.get(of.type, "said"),
        "loading": of.loading,
        "private": of.ephemeral,
        "pings": _pings(of, viewer),
        "reply": None if of.reply_to is None else _quoted(of.reply_to, of.type),
        "forwarded": None if of.forwarded is None else of.forwarded.content,
        "used": _used(of),
        "thread": None if of.thread is None or of.thread.deleted else str(of.thread.id),
        "embeds": of.embeds,
        "components": of.components,
        "layout": bool(of.flags & MessageFlag.COMPONENTS_V2),
        "files": [_file(each) for each in (of.forwarded or of).attachments],
        "reactions": [
            {"emoji": emoji, "count": len(by), "mine": viewer.id in by}
            for emoji, by in of.reactions.items()
            if by
        ],
    }


def _pings(of: Message, viewer: User) -> bool:
    """Whether a message mentions the viewer: by name, with everybody, or by a role."""
    mentioned, member = of.mentions, member_of(of.channel, viewer)
    roles = set() if member is None else {each.id for each in member.roles}
    return (
        viewer.id in mentioned.users or mentioned.everyone or not roles.isdisjoint(mentioned.roles)
    )


def _quoted(of: Message, kind: MessageType) -> Json:
    """Return the message that is replied to: an excerpt, or all of a thread's first message."""
    whole = kind is MessageType.THREAD_STARTER
    return {
        "id": str(of.id),
        "channel": str(of.channel.id),
        "author": str(of.author.id),
        "name": of.author.name,
        "at": int(of.at * 1000),
        "gone": of.deleted,
        "content": "" if of.deleted else of.content if whole else of.content[:_EXCERPT_CHARS],
    }


def _used(of: Message) -> Json | None:
    """Return who used which command, if the message is the response to one."""
    interaction = of.interaction
    if interaction is None or not interaction.name:
        return None
    slash = "/" if interaction.command_type is CommandType.CHAT_INPUT else ""
    return {"user": str(interaction.user.id), "command": f"{slash}{interaction.name}"}


def _file(of: Attachment) -> Json:
    return {
        "id": str(of.id),
        "name": of.filename,
        "size": len(of.data),
        "image": of.content_type in IMAGES,
        "description": of.description or "",
    }
