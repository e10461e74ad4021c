"""Who is in a thread: they join, are added, are mentioned, leave."""

from __future__ import annotations

from collections.abc import Iterable

from bridge_bot.sandbox.discord.actions.events import dispatch_in_channel
from bridge_bot.sandbox.discord.errors import DiscordError, Json, discord_error
from bridge_bot.sandbox.discord.model import Channel, User
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.thread_rules import check_may_add, check_may_remove
from bridge_bot.sandbox.discord.state import GUILD_MEMBERS, GUILDS, WorldState


def add(state: WorldState, actor: User, thread: Channel, user: User) -> None:
    """Let the actor make a user, or themselves, a member of a thread."""
    _require_active(thread)
    check_may_add(state, actor, thread, user)
    join(state, thread, user)


def remove(state: WorldState, actor: User, thread: Channel, user: User) -> None:
    """Let the actor take a user, or themselves, out of a thread."""
    _require_active(thread)
    check_may_remove(state, actor, thread, user)
    leave(state, thread, user)


def add_mentioned(state: WorldState, actor: User, thread: Channel, user_ids: Iterable[int]) -> None:
    """Make those members of a thread whom a message mentions, as far as the actor may add them."""
    for user_id in sorted(user_ids):
        try:
            check_may_add(state, actor, thread, state.users[user_id])
        except DiscordError:
            continue
        join(state, thread, state.users[user_id])


def join(state: WorldState, thread: Channel, user: User) -> None:
    """Make a user a member of a thread; nothing happens if they are one."""
    _require_active(thread)
    ids = thread.thread_or_error.member_ids
    if user.id in ids:
        return
    ids.append(user.id)
    if user is state.bot:
        # "when a user is added to any thread" (Discord's documentation, "Thread Access")
        dispatch_in_channel(state, thread, "THREAD_CREATE", objects.channel(thread, state.bot))
    added = objects.thread_member(thread, user.id, with_member=True) | {"presence": None}
    _dispatch_members(state, thread, user, {"added_members": [added], "removed_member_ids": []})


def leave(state: WorldState, thread: Channel, user: User) -> None:
    """Take a user out of a thread; nothing happens if they are not in it."""
    _require_active(thread)
    ids = thread.thread_or_error.member_ids
    if user.id not in ids:
        return
    ids.remove(user.id)
    changed: Json = {"added_members": [], "removed_member_ids": [str(user.id)]}
    _dispatch_members(state, thread, user, changed)


def _require_active(thread: Channel) -> None:
    if thread.archived:
        raise discord_error(50083)


def _dispatch_members(state: WorldState, thread: Channel, user: User, changed: Json) -> None:
    data: Json = {
        "id": str(thread.id),
        "guild_id": str(thread.guild_or_error.id),
        "member_count": min(len(thread.thread_or_error.member_ids), 50),
        **changed,
    }
    # Without the members intent a bot gets only the events about itself; those it gets also where
    # it no longer sees the thread.
    own = user is state.bot
    intents = (GUILDS if own else GUILD_MEMBERS, 0)
    dispatch_in_channel(state, thread, "THREAD_MEMBERS_UPDATE", data, intents, without_access=own)
