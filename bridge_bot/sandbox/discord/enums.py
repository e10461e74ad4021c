"""Discord's numbers for kinds of things, as far as the sandbox has them."""

from __future__ import annotations

import enum


class ChannelType(enum.IntEnum):
    """Discord's channel types, as far as the sandbox has them."""

    TEXT = 0
    DM = 1
    VOICE = 2
    NEWS = 5
    STAGE = 13
    FORUM = 15
    NEWS_THREAD = 10
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12


VOCAL = frozenset({ChannelType.VOICE, ChannelType.STAGE})
"""Where people speak; the text there needs the permission to connect, too."""

THREADS_ON_MESSAGES = {
    ChannelType.TEXT: ChannelType.PUBLIC_THREAD,
    ChannelType.NEWS: ChannelType.NEWS_THREAD,
}
"""Where a thread can be opened on a message, and of which type it is then."""


class MessageType(enum.IntEnum):
    """Discord's message types, as far as the sandbox has them."""

    DEFAULT = 0
    PINNED = 6
    MEMBER_JOIN = 7
    THREAD_CREATED = 18
    REPLY = 19
    CHAT_INPUT_COMMAND = 20
    THREAD_STARTER = 21
    CONTEXT_MENU_COMMAND = 23


SPOKEN = frozenset(
    {
        MessageType.DEFAULT,
        MessageType.REPLY,
        MessageType.CHAT_INPUT_COMMAND,
        MessageType.CONTEXT_MENU_COMMAND,
    }
)
"""Types of messages that somebody wrote; the others are Discord's own announcements."""


class MessageFlag(enum.IntFlag):
    """Flags of messages."""

    SUPPRESS_EMBEDS = 1 << 2
    HAS_THREAD = 1 << 5
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    SUPPRESS_NOTIFICATIONS = 1 << 12
    COMPONENTS_V2 = 1 << 15


class InteractionType(enum.IntEnum):
    """What a member did."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5
