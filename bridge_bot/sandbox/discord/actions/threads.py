"""What can be done with threads and channels: open, rename, archive, lock, join, delete."""

from __future__ import annotations

from bridge_bot.sandbox.discord.enums import (
    THREADS_ON_MESSAGES,
    ChannelType,
    MessageFlag,
    MessageType,
)
from bridge_bot.sandbox.discord.errors import Json, invalid_form, refusal
from bridge_bot.sandbox.discord.model import Channel, Guild, Message, ThreadState, User
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.rules.validation import check_thread_name
from bridge_bot.sandbox.discord.state import GUILD_MEMBERS, GUILD_MESSAGES, GUILDS, Event, State

_TOLD_ANYWAY = frozenset({"CHANNEL_UPDATE", "THREAD_MEMBERS_UPDATE"})
"""What is told even where the bot sees nothing any more; who is told is a matter of intents."""

_ARCHIVE_AFTER_MIN = frozenset({60, 1440, 4320, 10080})


def open_on_message(state: State, actor: User, message: Message, body: Json) -> Channel:
    """Open a thread on a message; it has that message's id."""
    channel = message.channel
    kind = THREADS_ON_MESSAGES.get(channel.type)
    if kind is None:
        raise refusal(50024)
    state.require(actor, channel, "create_public_threads", "read_message_history")
    if message.thread is not None:
        raise refusal(160004)
    thread = _open(state, actor, channel, body, thread_id=message.id, kind=kind)
    message.thread = thread
    message.flags |= MessageFlag.HAS_THREAD
    _post_system(state, thread, message.author, MessageType.THREAD_STARTER, reply_to=message)
    emit_in_guild(
        state,
        "MESSAGE_UPDATE",
        channel,
        message_objects.message_event(message, state),
        intents=GUILD_MESSAGES,
        message=message,
    )
    _tell_created(state, thread)
    return thread


def open_alone(state: State, actor: User, channel: Channel, body: Json) -> Channel:
    """Open a thread without a message; the channel gets an announcement of it."""
    if channel.thread is not None or channel.type is not ChannelType.TEXT:
        raise refusal(50024)
    kind = _thread_kind(body)
    public = kind is ChannelType.PUBLIC_THREAD
    state.require(actor, channel, "create_public_threads" if public else "create_private_threads")
    thread = _open(state, actor, channel, body, thread_id=state.ids.make(), kind=kind)
    _tell_created(state, thread)
    if public:
        made = _post_system(state, channel, actor, MessageType.THREAD_CREATED, thread.name)
        made.thread = thread
        data = message_objects.message_event(made, state)
        emit_in_guild(state, "MESSAGE_CREATE", channel, data, intents=GUILD_MESSAGES, message=made)
    return thread


def open_post(state: State, actor: User, forum: Channel, body: Json) -> Channel:
    """Open a thread in a forum; needs send_messages only (Discord's documentation).

    Its first message is the caller's to write.
    """
    if forum.type is not ChannelType.FORUM:
        raise refusal(50024)
    state.require(actor, forum, "send_messages")
    thread = _open(
        state, actor, forum, body, thread_id=state.ids.make(), kind=ChannelType.PUBLIC_THREAD
    )
    _tell_created(state, thread)
    return thread


def unarchive(state: State, thread: Channel) -> None:
    """Bring a thread back, as sending to it does."""
    change(state, thread, archived=False)


def change(
    state: State,
    thread: Channel,
    *,
    archived: bool | None = None,
    locked: bool | None = None,
    name: str | None = None,
) -> None:
    """Change a thread, whoever wants it, and tell."""
    if archived is not None:
        thread.as_thread.archived = archived
        thread.as_thread.changed_at = state.now()
    if locked is not None:
        thread.as_thread.locked = locked
    if name is not None:
        thread.name = name
    tell_changed(state, thread)


def tell_changed(state: State, channel: Channel) -> None:
    """CHANNEL_UPDATE or THREAD_UPDATE."""
    name = "CHANNEL_UPDATE" if channel.thread is None else "THREAD_UPDATE"
    emit_in_guild(state, name, channel, objects.channel(channel, state.bot))


def tell_gained(state: State, channel: Channel) -> None:
    """THREAD_LIST_SYNC: the threads of a channel that the bot sees from now on, or sees again."""
    found = [
        each
        for each in active(channel.home)
        if each.parent is channel and may(each, state.bot.id, "view_channel")
    ]
    joined = [each for each in found if state.bot.id in each.as_thread.member_ids]
    data: Json = {
        "guild_id": str(channel.home.id),
        "channel_ids": [str(channel.id)],
        "threads": [objects.channel(each, state.bot) for each in found],
        "members": [objects.thread_member(each, state.bot.id) for each in joined],
    }
    emit_in_guild(state, "THREAD_LIST_SYNC", channel, data)


def modify(state: State, actor: User, channel: Channel, body: Json) -> Channel:
    """Change a channel or thread as the actor asks ("Modify Channel")."""
    thread = channel.thread
    if channel.guild is None:
        raise refusal(50003)
    if thread is None:
        state.require(actor, channel, "manage_channels")
    elif thread.owner_id != actor.id or "locked" in body:
        state.require(actor, channel, "manage_threads")
    else:
        state.require(actor, channel)
    if thread is not None and thread.archived and body.get("archived") is not False:
        raise refusal(50083)
    if "name" in body:
        channel.name = check_thread_name(body["name"])
    if "rate_limit_per_user" in body:
        channel.slow_mode_s = int(body["rate_limit_per_user"] or 0)
    if "topic" in body:
        channel.topic = body["topic"]
    if thread is not None:
        thread.archive_after_min = _archive_after(body, thread.archive_after_min)
        if "archived" in body:
            thread.archived = bool(body["archived"])
            thread.changed_at = state.now()
        thread.locked = bool(body.get("locked", thread.locked))
    tell_changed(state, channel)
    return channel


def delete(state: State, actor: User, channel: Channel) -> Channel:
    """Delete a channel or thread as the actor asks; a DM is only closed."""
    if channel.guild is None:
        return channel
    needed = "manage_channels" if channel.thread is None else "manage_threads"
    state.require(actor, channel, needed)
    remove(state, channel)
    return channel


def remove(state: State, channel: Channel) -> None:
    """Take a channel with its threads, or a thread, away, whoever wants it."""
    guild = channel.home
    if channel.thread is not None:
        data: Json = {
            "id": str(channel.id),
            "guild_id": str(guild.id),
            "parent_id": str(channel.parent.id if channel.parent else 0),
            "type": int(channel.type),
        }
        channel.deleted = True
        guild.threads.pop(channel.id, None)
        emit_in_guild(state, "THREAD_DELETE", channel, data)
        return
    channel.deleted = True
    guild.channels.pop(channel.id, None)
    for thread in [each for each in guild.threads.values() if each.parent is channel]:
        # Discord tells the deletion of the channel only, not that of its threads.
        thread.deleted = True
        guild.threads.pop(thread.id)
    emit_in_guild(state, "CHANNEL_DELETE", channel, objects.channel(channel))


def join(state: State, thread: Channel, user: User, *, leave: bool = False) -> None:
    """Make a user a member of a thread, or no longer."""
    ids = thread.as_thread.member_ids
    if thread.archived:
        raise refusal(50083)
    if leave != (user.id in ids):
        return
    (ids.remove if leave else ids.append)(user.id)
    if user is state.bot and not leave and thread.type is ChannelType.PRIVATE_THREAD:
        # "or when the current user is added to a thread" (Discord's documentation)
        emit_in_guild(state, "THREAD_CREATE", thread, objects.channel(thread, state.bot))
    data: Json = {
        "id": str(thread.id),
        "guild_id": str(thread.home.id),
        "member_count": min(len(ids), 50),
        "added_members": [] if leave else [objects.thread_member(thread, user.id)],
        "removed_member_ids": [str(user.id)] if leave else [],
    }
    # Without the members intent Discord tells a bot only of itself.
    intents = GUILDS if user is state.bot else GUILD_MEMBERS
    emit_in_guild(state, "THREAD_MEMBERS_UPDATE", thread, data, intents=intents)


def active(guild: Guild) -> list[Channel]:
    """The threads of a guild that are not archived."""
    return [each for each in guild.threads.values() if not each.archived]


def emit_in_guild(
    state: State,
    name: str,
    channel: Channel,
    data: Json,
    *,
    intents: int = GUILDS,
    message: Message | None = None,
) -> None:
    """Tell of something in a guild's channel."""
    visible = may(channel, state.bot.id, "view_channel") or name in _TOLD_ANYWAY
    state.emit(Event(name, data, intents, channel.home.id, message, for_bot=visible))


def _open(
    state: State, actor: User, channel: Channel, body: Json, *, thread_id: int, kind: ChannelType
) -> Channel:
    guild = channel.home
    name = check_thread_name(body.get("name"))
    after_min = _archive_after(body, 1440)
    if len(active(guild)) >= state.active_threads_limit:
        raise refusal(160006)
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


def _tell_created(state: State, thread: Channel) -> None:
    data = objects.channel(thread, state.bot) | {"newly_created": True}
    emit_in_guild(state, "THREAD_CREATE", thread, data)


def _post_system(
    state: State,
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
    raise invalid_form("type", "BASE_TYPE_CHOICES", "Value must be one of {11, 12}.")


def _archive_after(body: Json, otherwise: int) -> int:
    minutes = int(body.get("auto_archive_duration") or otherwise)
    if minutes not in _ARCHIVE_AFTER_MIN:
        raise invalid_form(
            "auto_archive_duration",
            "BASE_TYPE_CHOICES",
            "Value must be one of {60, 1440, 4320, 10080}.",
        )
    return minutes
