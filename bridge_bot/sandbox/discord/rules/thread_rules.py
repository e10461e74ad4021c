"""Whether a thread may be opened or changed so: each raises `DiscordError` if not.

The rules are those of Discord's documentation ("Threads", "Modify Channel"). Where these two differ
about a locked thread, the stricter one holds here.
"""

from __future__ import annotations

import math
import re

from bridge_bot.sandbox.discord.enums import THREAD_TYPES_ALONE, ChannelType
from bridge_bot.sandbox.discord.errors import (
    Json,
    discord_error,
    invalid_form_body,
    too_long,
)
from bridge_bot.sandbox.discord.model import Channel, User
from bridge_bot.sandbox.discord.rules.message_rules import check_lock
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.state import WorldState

ARCHIVE_AFTER_MIN = (60, 1440, 4320, 10080)
SLOW_MODE_LIMIT_S = 21_600
TAGS_LIMIT = 5
"""Of one post."""
_SNOWFLAKE = re.compile(r"\d{1,20}")
_BY_OWNER = frozenset({"name", "archived", "auto_archive_duration", "applied_tags"})


def archive_after_min(body: Json, otherwise: int) -> int:
    """The minutes after which the thread is archived, or 50035."""
    minutes = body.get("auto_archive_duration")
    if minutes is None:
        return otherwise
    if minutes not in ARCHIVE_AFTER_MIN:
        raise invalid_form_body(
            "auto_archive_duration",
            "BASE_TYPE_CHOICES",
            "Value must be one of {60, 1440, 4320, 10080}.",
        )
    return int(minutes)


def slow_mode_s(body: Json, otherwise: int) -> int:
    """The seconds of slow mode, or 50035."""
    if "rate_limit_per_user" not in body:
        return otherwise
    seconds = body["rate_limit_per_user"] or 0
    if not isinstance(seconds, int) or not 0 <= seconds <= SLOW_MODE_LIMIT_S:
        words = f"int value should be between 0 and {SLOW_MODE_LIMIT_S}."
        raise invalid_form_body("rate_limit_per_user", "NUMBER_TYPE_RANGE", words)
    return seconds


def thread_kind(channel: Channel, body: Json) -> ChannelType:
    """The type of a thread without a message; private unless the body says otherwise.

    Raises 50035 for what is no type of threads, 50024 for one that the channel can't have.
    """
    wanted = body.get("type")
    if wanted is None:
        wanted = ChannelType.PRIVATE_THREAD
    if wanted not in {10, 11, 12}:
        raise invalid_form_body("type", "BASE_TYPE_CHOICES", "Value must be one of {10, 11, 12}.")
    if wanted not in THREAD_TYPES_ALONE.get(channel.type, ()):
        raise discord_error(50024)
    return ChannelType(wanted)


def tag_ids(actor: User, forum: Channel, before: list[int], body: Json) -> list[int]:
    """The tags that a post is to have.

    Raises 10087 for an unknown one, 50013 where a moderated one is given or taken by who may not,
    50035 for too many.
    """
    given = body.get("applied_tags")
    if given is None:
        return before
    known = forum.forum_or_error.tags
    if not isinstance(given, list):
        raise invalid_form_body("applied_tags", "LIST_TYPE_CONVERT")
    if not all(_SNOWFLAKE.fullmatch(str(each)) for each in given):
        raise invalid_form_body("applied_tags", "NUMBER_TYPE_COERCE", "Value is not snowflake.")
    wanted = [int(each) for each in dict.fromkeys(given)]
    if len(wanted) > TAGS_LIMIT:
        raise too_long("applied_tags", TAGS_LIMIT)
    if not known.keys() >= set(wanted):
        raise discord_error(10087)
    changed = (each for each in known if (each in wanted) != (each in before))
    if any(known[each].moderated for each in changed) and not may(
        forum, actor.id, "manage_threads"
    ):
        raise discord_error(50013)
    return wanted


def check_may_change(state: WorldState, actor: User, thread: Channel, body: Json) -> None:
    """Raise unless the actor may change what `body` names of a thread.

    Whoever may write there may bring it back. Its owner may change its name, tags and archiving.
    All else, and anything of a locked thread, needs manage_threads. An archived thread has to come
    back first, or at the same time.
    """
    state.require(actor, thread)
    if not may(thread, actor.id, "manage_threads"):
        check_lock(actor, thread)
        if body.get("archived") is False and body.keys() == {"archived"}:
            state.require(actor, thread, "send_messages_in_threads")
        elif thread.thread_or_error.owner_id != actor.id or body.keys() - _BY_OWNER:
            raise discord_error(50013)
    if thread.archived and body.get("archived") is not False:
        raise discord_error(50083)


def check_may_add(state: WorldState, actor: User, thread: Channel, user: User) -> None:
    """Raise unless the actor may make a user a member of a thread.

    The user has to see its channel. A private thread that is not `invitable` needs manage_threads.
    """
    if user is not actor:
        state.require(actor, thread, "send_messages_in_threads")
        if not thread.thread_or_error.invitable:
            state.require(actor, thread, "manage_threads")
    if user.id not in thread.guild_or_error.members:
        raise discord_error(10007)
    if thread.parent is not None and not may(thread.parent, user.id, "view_channel"):
        raise discord_error(50001)


def check_may_remove(state: WorldState, actor: User, thread: Channel, user: User) -> None:
    """Raise unless the actor may take a user out of a thread: themselves, or with manage_threads,
    or anybody out of an own private thread."""
    owns = thread.thread_or_error.owner_id == actor.id
    if user is actor or (owns and thread.type is ChannelType.PRIVATE_THREAD):
        return
    state.require(actor, thread, "manage_threads")


def check_post_slow_mode(state: WorldState, actor: User, forum: Channel) -> None:
    """Raise 20016 for a post that comes too early after the actor's last one in the forum."""
    if not forum.slow_mode_s or actor.bot or may(forum, actor.id, "bypass_slowmode"):
        return
    opened = [
        each.thread.created_at
        for each in forum.guild_or_error.threads.values()
        if each.parent is forum and each.thread is not None and each.thread.owner_id == actor.id
    ]
    left_s = max(opened, default=-math.inf) + forum.slow_mode_s - state.now()
    if left_s > 0:
        raise discord_error(20016, retry_after_s=left_s)
