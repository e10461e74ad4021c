"""Which permissions the bot lacks in the channels of a server, and what fails without each.

Those that it sees and where questions are taken are looked at. Many servers have channels that it
may read but not write in, and mean it: that is an error only where something is set for the
channel, or the command was used in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import AnswerPlace, Served
from bridge_bot.doctor.codes import OF_SERVER
from bridge_bot.doctor.finding import Finding
from bridge_bot.doctor.guild_facts import ChannelFacts, GuildFacts


def check_permissions(facts: GuildFacts) -> list[Finding]:
    """One finding for each permission, with the channels where it is missing."""
    found = defaultdict[str, list[str]](list)
    for channel in facts.channels:
        for code in _codes(channel):
            found[code].append(channel.label)
    return [
        Finding(code, {"places": tuple(found[code])}, facts.label)
        for code in OF_SERVER
        if code in found
    ]


def _codes(channel: ChannelFacts) -> Iterator[str]:
    is_meant = channel.is_own or channel.is_here
    if channel.settings.served is Served.NOTHING or channel.settings.is_paused:
        return
    if "view_channel" in channel.lacks:
        if is_meant:
            yield "E301"
        return
    if (error := _error(channel)) is not None:
        yield error if is_meant else "N313"
        return
    yield from _warnings(channel)
    if channel.settings.help_role_id and not channel.may_call_role:
        yield "E314"
    if channel.feedback_lacks:
        yield "E315"


def _error(channel: ChannelFacts) -> str | None:
    """Why nothing can be answered there, or None."""
    kind, lacks = channel.kind, channel.lacks
    if kind is PlaceKind.FORUM:
        in_posts = channel.settings.served is Served.POSTS
        if channel.settings.answer_place is AnswerPlace.PRIVATE_THREAD and not in_posts:
            return "E306"
        return "E304" if "send_messages_in_threads" in lacks else None
    if kind is PlaceKind.VOICE and "connect" in lacks:
        return "E303"
    if channel.settings.answer_place is AnswerPlace.PRIVATE_THREAD:
        return _private_error(channel)
    may_open_thread = kind is not PlaceKind.VOICE and not _lacks_for_thread(channel)
    if channel.settings.answer_place is AnswerPlace.CHANNEL:
        may_open_thread = False
    return "E302" if "send_messages" in lacks and not may_open_thread else None


def _private_error(channel: ChannelFacts) -> str | None:
    if channel.kind is not PlaceKind.TEXT:
        return "E306"
    if "create_private_threads" in channel.lacks:
        return "E305"
    return "E304" if "send_messages_in_threads" in channel.lacks else None


def _lacks_for_thread(channel: ChannelFacts) -> frozenset[str]:
    return channel.lacks & {"create_public_threads", "send_messages_in_threads"}


def _warnings(channel: ChannelFacts) -> Iterator[str]:
    place, has_threads = channel.settings.answer_place, channel.kind in _WITH_THREADS
    if place is AnswerPlace.PRIVATE_THREAD and "manage_threads" in channel.lacks and has_threads:
        yield "W307"
    if place is AnswerPlace.PUBLIC_THREAD and has_threads:
        missing = _lacks_for_thread(channel)
        yield from (_ONLY_IN_CHANNEL[each] for each in sorted(missing))
    yield from (code for name, code in _EVERYWHERE.items() if name in channel.lacks)


_WITH_THREADS = (PlaceKind.TEXT, PlaceKind.ANNOUNCEMENT)
_ONLY_IN_CHANNEL = {"create_public_threads": "W308", "send_messages_in_threads": "W309"}
_EVERYWHERE = {"attach_files": "W310", "read_message_history": "W311", "add_reactions": "N312"}
