"""What people and bots do with threads: open, change and archive them."""

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
from bridge_bot.sandbox.discord.errors import Json, discord_error
from bridge_bot.sandbox.discord.model import Channel, Guild, Message, User
from bridge_bot.sandbox.discord.model.thread_state import ThreadState
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.rules.thread_rules import (
    archive_after_min,
    check_may_change,
    slow_mode_s,
    tag_ids,
    thread_kind,
)
from bridge_bot.sandbox.discord.rules.validation import check_thread_name
from bridge_bot.sandbox.discord.state import WorldState

ARCHIVE_AFTER_MIN = 1440
"""When a thread is archived for which nothing else is asked."""


def open_on_message(state: WorldState, actor: User, message: Message, body: Json) -> Channel:
    """Open a thread on a message; it has that message's id."""
    channel = message.channel
    kind = THREAD_TYPE_ON_MESSAGE.get(channel.type)
    if kind is None:
        raise discord_error(50024)
    state.require(actor, channel, "create_public_threads", "read_message_history")
    if message.thread is not None:
        raise discord_error(160004)
    thread = make(state, actor, channel, body, thread_id=message.id, kind=kind)
    message.thread = thread
    message.flags |= MessageFlag.HAS_THREAD
    _post_system(state, thread, message.author, MessageType.THREAD_STARTER, reply_to=message)
    dispatch_message(state, "MESSAGE_UPDATE", message)
    dispatch_created(state, thread)
    return thread


def open_alone(state: WorldState, actor: User, channel: Channel, body: Json) -> Channel:
    """Open a thread without a message; the channel gets an announcement of it."""
    kind = thread_kind(channel, body)
    public = kind is not ChannelType.PRIVATE_THREAD
    state.require(actor, channel, "create_public_threads" if public else "create_private_threads")
    thread = make(state, actor, channel, body, thread_id=state.ids.make(), kind=kind)
    if not public and body.get("invitable") is not None:
        thread.thread_or_error.invitable = bool(body["invitable"])
    dispatch_created(state, thread)
    if public:
        made = _post_system(state, channel, actor, MessageType.THREAD_CREATED, thread.name)
        made.thread = thread
        dispatch_message(state, "MESSAGE_CREATE", made)
    return thread


def modify(state: WorldState, actor: User, thread: Channel, body: Json) -> None:
    """Change a thread as the actor asks ("Modify Channel")."""
    body = {key: value for key, value in body.items() if value is not None}
    check_may_change(state, actor, thread, body)
    metadata = thread.thread_or_error
    name = check_thread_name(body["name"]) if "name" in body else None
    seconds = slow_mode_s(body, thread.slow_mode_s)
    minutes = archive_after_min(body, metadata.archive_after_min)
    tags = metadata.tag_ids
    if "applied_tags" in body and thread.parent is not None:
        tags = tag_ids(actor, thread.parent, tags, body)
    if thread.archived:
        _check_active_limit(state, thread.guild_or_error)
    metadata.tag_ids = tags
    if minutes != metadata.archive_after_min:
        metadata.archive_after_min = minutes
        metadata.changed_at = metadata.active_at = state.now()
    thread.slow_mode_s = seconds
    metadata.invitable = bool(body.get("invitable", metadata.invitable))
    change(state, thread, archived=body.get("archived"), locked=body.get("locked"), name=name)


def change(
    state: WorldState,
    thread: Channel,
    *,
    archived: bool | None = None,
    locked: bool | None = None,
    name: str | None = None,
) -> None:
    """Change a thread without asking for permissions, and dispatch the events.

    Raises 160006 for a thread that is to come back where no more may be active.
    """
    metadata = thread.thread_or_error
    comes_back = archived is False and metadata.archived
    if comes_back:
        _check_active_limit(state, thread.guild_or_error)
    if archived is not None:
        metadata.archived = archived
        metadata.changed_at = state.now()
    if locked is not None:
        metadata.locked = locked
    if name is not None:
        thread.name = name
    dispatch_channel_update(state, thread)
    if comes_back and state.bot.id in metadata.member_ids:
        data = objects.thread_member(thread, state.bot.id)
        data["guild_id"] = str(thread.guild_or_error.id)
        dispatch_in_channel(state, thread, "THREAD_MEMBER_UPDATE", data)


def archive_inactive(state: WorldState) -> None:
    """Archive every thread in which nothing has happened for its `archive_after_min`."""
    for guild in state.guilds.values():
        for thread in active(guild):
            if thread.thread_or_error.archives_at <= state.now():
                change(state, thread, archived=True)


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


def threads_of(channel: Channel) -> list[Channel]:
    """The threads of a channel that exist, the oldest first, archived ones included."""
    everywhere = channel.guild.threads.values() if channel.guild else ()
    return [thread for thread in everywhere if thread.parent is channel]


def active(guild: Guild) -> list[Channel]:
    """The threads of a guild that are not archived."""
    return [each for each in guild.threads.values() if not each.archived]


def make(
    state: WorldState,
    actor: User,
    channel: Channel,
    body: Json,
    *,
    thread_id: int,
    kind: ChannelType,
) -> Channel:
    """Make a thread that is valid, without an event."""
    guild = channel.guild_or_error
    name = check_thread_name(body.get("name"))
    after_min = archive_after_min(body, ARCHIVE_AFTER_MIN)
    seconds = slow_mode_s(body, channel.thread_slow_mode_s)
    _check_active_limit(state, guild)
    now = state.now()
    thread = Channel(
        id=thread_id,
        type=kind,
        name=name,
        guild=guild,
        parent=channel,
        thread=ThreadState(actor.id, now, now, after_min, member_ids=[actor.id]),
        slow_mode_s=seconds,
    )
    state.channels[thread.id] = thread
    guild.threads[thread.id] = thread
    return thread


def dispatch_created(state: WorldState, thread: Channel) -> None:
    """Dispatch that a thread was opened."""
    data = objects.channel(thread, state.bot) | {"newly_created": True}
    dispatch_in_channel(state, thread, "THREAD_CREATE", data)


def _check_active_limit(state: WorldState, guild: Guild) -> None:
    if len(active(guild)) >= state.active_threads_limit:
        raise discord_error(160006)


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
