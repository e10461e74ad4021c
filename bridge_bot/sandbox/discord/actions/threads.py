"""What people and bots do with threads: open, archive, lock, rename, join and leave them."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions.events import (
    dispatch_channel_update,
    dispatch_in_channel,
    dispatch_message,
)
from bridge_bot.sandbox.discord.enums import (
    THREAD_TYPE_ON_MESSAGE,
    ChannelType,
    MessageFlag,
    MessageType,
)
from bridge_bot.sandbox.discord.errors import Json, discord_error, invalid_form_body
from bridge_bot.sandbox.discord.model import Channel, Guild, Message, ThreadState, User
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.rules.validation import check_thread_name
from bridge_bot.sandbox.discord.state import GUILD_MEMBERS, GUILDS, WorldState

_ARCHIVE_AFTER_MIN = frozenset({60, 1440, 4320, 10080})


def open_on_message(state: WorldState, actor: User, message: Message, body: Json) -> Channel:
    """Open a thread on a message; it has that message's id."""
    channel = message.channel
    kind = THREAD_TYPE_ON_MESSAGE.get(channel.type)
    if kind is None:
        raise discord_error(50024)
    state.require(actor, channel, "create_public_threads", "read_message_history")
    if message.thread is not None:
        raise discord_error(160004)
    thread = _open(state, actor, channel, body, thread_id=message.id, kind=kind)
    message.thread = thread
    message.flags |= MessageFlag.HAS_THREAD
    _post_system(state, thread, message.author, MessageType.THREAD_STARTER, reply_to=message)
    dispatch_message(state, "MESSAGE_UPDATE", message)
    _dispatch_created(state, thread)
    return thread


def open_alone(state: WorldState, actor: User, channel: Channel, body: Json) -> Channel:
    """Open a thread without a message; the channel gets an announcement of it."""
    if channel.thread is not None or channel.type is not ChannelType.TEXT:
        raise discord_error(50024)
    kind = _thread_kind(body)
    public = kind is ChannelType.PUBLIC_THREAD
    state.require(actor, channel, "create_public_threads" if public else "create_private_threads")
    thread = _open(state, actor, channel, body, thread_id=state.ids.make(), kind=kind)
    _dispatch_created(state, thread)
    if public:
        made = _post_system(state, channel, actor, MessageType.THREAD_CREATED, thread.name)
        made.thread = thread
        dispatch_message(state, "MESSAGE_CREATE", made)
    return thread


def open_post(state: WorldState, actor: User, forum: Channel, body: Json) -> Channel:
    """Open a thread in a forum; needs send_messages only (Discord's documentation).

    Its first message is the caller's to write.
    """
    if forum.type is not ChannelType.FORUM:
        raise discord_error(50024)
    state.require(actor, forum, "send_messages")
    thread = _open(
        state, actor, forum, body, thread_id=state.ids.make(), kind=ChannelType.PUBLIC_THREAD
    )
    _dispatch_created(state, thread)
    return thread


def change(
    state: WorldState,
    thread: Channel,
    *,
    archived: bool | None = None,
    locked: bool | None = None,
    name: str | None = None,
) -> None:
    """Change a thread without asking for permissions, and dispatch the event."""
    if archived is not None:
        thread.thread_or_error.archived = archived
        thread.thread_or_error.changed_at = state.now()
    if locked is not None:
        thread.thread_or_error.locked = locked
    if name is not None:
        thread.name = name
    dispatch_channel_update(state, thread)


def dispatch_thread_list(state: WorldState, channel: Channel) -> None:
    """Dispatch THREAD_LIST_SYNC: the threads of a channel that the bot has come to see."""
    found = [
        each
        for each in active(channel.guild_or_error)
        if each.parent is channel and may(each, state.bot.id, "view_channel")
    ]
    data: Json = {
        "guild_id": str(channel.guild_or_error.id),
        "channel_ids": [str(channel.id)],
        **objects.thread_list(found, state.bot),
    }
    dispatch_in_channel(state, channel, "THREAD_LIST_SYNC", data)


def join(state: WorldState, thread: Channel, user: User) -> None:
    """Make a user a member of a thread; nothing happens if they are one."""
    if thread.archived:
        raise discord_error(50083)
    ids = thread.thread_or_error.member_ids
    if user.id in ids:
        return
    ids.append(user.id)
    if user is state.bot and thread.type is ChannelType.PRIVATE_THREAD:
        # "or when the current user is added to a thread" (Discord's documentation)
        dispatch_in_channel(state, thread, "THREAD_CREATE", objects.channel(thread, state.bot))
    added = [objects.thread_member(thread, user.id)]
    _dispatch_members(state, thread, user, {"added_members": added, "removed_member_ids": []})


def leave(state: WorldState, thread: Channel, user: User) -> None:
    """Take a user out of a thread; nothing happens if they are not in it."""
    if thread.archived:
        raise discord_error(50083)
    ids = thread.thread_or_error.member_ids
    if user.id not in ids:
        return
    ids.remove(user.id)
    changed: Json = {"added_members": [], "removed_member_ids": [str(user.id)]}
    _dispatch_members(state, thread, user, changed)


def _dispatch_members(state: WorldState, thread: Channel, user: User, changed: Json) -> None:
    data: Json = {
        "id": str(thread.id),
        "guild_id": str(thread.guild_or_error.id),
        "member_count": min(len(thread.thread_or_error.member_ids), 50),
        **changed,
    }
    # Without the members intent a bot gets only the events about itself.
    intents = GUILDS if user is state.bot else GUILD_MEMBERS
    dispatch_in_channel(state, thread, "THREAD_MEMBERS_UPDATE", data, (intents, 0))


def threads_of(channel: Channel) -> list[Channel]:
    """The threads of a channel that exist, the oldest first, archived ones included."""
    everywhere = channel.guild.threads.values() if channel.guild else ()
    return [thread for thread in everywhere if thread.parent is channel]


def active(guild: Guild) -> list[Channel]:
    """The threads of a guild that are not archived."""
    return [each for each in guild.threads.values() if not each.archived]


def archive_after_min(body: Json, otherwise: int) -> int:
    minutes = int(body.get("auto_archive_duration") or otherwise)
    if minutes not in _ARCHIVE_AFTER_MIN:
        raise invalid_form_body(
            "auto_archive_duration",
            "BASE_TYPE_CHOICES",
            "Value must be one of {60, 1440, 4320, 10080}.",
        )
    return minutes


def _open(
    state: WorldState,
    actor: User,
    channel: Channel,
    body: Json,
    *,
    thread_id: int,
    kind: ChannelType,
) -> Channel:
    guild = channel.guild_or_error
    name = check_thread_name(body.get("name"))
    after_min = archive_after_min(body, 1440)
    if len(active(guild)) >= state.active_threads_limit:
        raise discord_error(160006)
    now = state.now()
    thread = Channel(
        id=thread_id,
        type=kind,
        name=name,
        guild=guild,
        parent=channel,
        thread=ThreadState(actor.id, now, now, after_min, member_ids=[actor.id]),
        slow_mode_s=int(body.get("rate_limit_per_user") or 0),
    )
    state.channels[thread.id] = thread
    guild.threads[thread.id] = thread
    return thread


def _dispatch_created(state: WorldState, thread: Channel) -> None:
    data = objects.channel(thread, state.bot) | {"newly_created": True}
    dispatch_in_channel(state, thread, "THREAD_CREATE", data)


def _post_system(
    state: WorldState,
    channel: Channel,
    author: User,
    kind: MessageType,
    content: str = "",
    *,
    reply_to: Message | None = None,
) -> Message:
    made = Message(
        id=state.ids.make(),
        channel=channel,
        author=author,
        at=state.now(),
        content=content,
        type=kind,
        reply_to=reply_to,
    )
    channel.messages[made.id] = made
    return made


def _thread_kind(body: Json) -> ChannelType:
    """Private unless the body says otherwise (Discord's documentation)."""
    wanted = body.get("type")
    for kind in (ChannelType.PUBLIC_THREAD, ChannelType.PRIVATE_THREAD):
        if wanted == kind:
            return kind
    if wanted is None:
        return ChannelType.PRIVATE_THREAD
    raise invalid_form_body("type", "BASE_TYPE_CHOICES", "Value must be one of {11, 12}.")
