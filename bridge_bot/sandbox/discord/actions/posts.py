"""Posts of forums: a thread and its first message, which have one id."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions import messages, threads
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json, discord_error, required
from bridge_bot.sandbox.discord.model import Channel, Message, Upload, User
from bridge_bot.sandbox.discord.rules.message_rules import check_files
from bridge_bot.sandbox.discord.rules.thread_rules import check_post_slow_mode, tag_ids
from bridge_bot.sandbox.discord.rules.validation import check_body
from bridge_bot.sandbox.discord.state import WorldState


def create(
    state: WorldState, actor: User, forum: Channel, body: Json, uploads: Sequence[Upload] = ()
) -> Message:
    """Open a post ("Start Thread in Forum or Media Channel"); returns its first message.

    It needs send_messages and no permission to open threads.
    """
    first = body.get("message")
    if not isinstance(first, dict):
        raise required("message")
    _check_first(state, actor, forum, first, uploads)
    thread = begin(state, actor, forum, body)
    return send_first(state, actor, thread, first, uploads)


def begin(state: WorldState, actor: User, forum: Channel, body: Json) -> Channel:
    """Open a post without its first message, as it is while the author's files are on their way.

    Until that comes nobody can write there: 40058.
    """
    state.require(actor, forum, "send_messages")
    tags = tag_ids(actor, forum, [], body)
    if forum.forum_or_error.requires_tag and not tags:
        raise discord_error(40067)
    check_post_slow_mode(state, actor, forum)
    thread = threads.make(
        state, actor, forum, body, thread_id=state.ids.make(), kind=ChannelType.PUBLIC_THREAD
    )
    thread.thread_or_error.tag_ids = tags
    threads.dispatch_created(state, thread)
    return thread


def send_first(
    state: WorldState, actor: User, post: Channel, body: Json, uploads: Sequence[Upload] = ()
) -> Message:
    """Write the first message of a post, which has the post's id."""
    if post.messages or post.parent is None:
        raise discord_error(50024)
    _check_first(state, actor, post.parent, body, uploads)
    made = Message(id=post.id, channel=post, author=actor, at=state.now())
    made.flags = int(body.get("flags") or 0) & messages.SETTABLE_FLAGS
    messages.fill(state, made, body, uploads)
    return messages.publish(state, made)


def _check_first(
    state: WorldState, actor: User, forum: Channel, body: Json, uploads: Sequence[Upload]
) -> None:
    """Raise if no post can begin with this message."""
    if forum.forum is None:
        raise discord_error(50024)
    if uploads:
        state.require(actor, forum, "attach_files")
    flags = int(body.get("flags") or 0) & messages.SETTABLE_FLAGS
    check_body(body, has_files=bool(uploads), flags=flags)
    check_files(uploads)
