"""Discord's numbers for the types of things, as far as the sandbox has them."""

from __future__ import annotations

import enum


class ChannelType(enum.IntEnum):
    """Discord's channel types, as far as the sandbox has them."""

    TEXT = 0
    DM = 1
    VOICE = 2
    GROUP_DM = 3
    NEWS = 5
    STAGE = 13
    FORUM = 15
    MEDIA = 16
    NEWS_THREAD = 10
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12


VOICE_TYPES = frozenset({ChannelType.VOICE, ChannelType.STAGE})
"""Where people speak; the text there needs the permission to connect, too."""

FORUM_TYPES = frozenset({ChannelType.FORUM, ChannelType.MEDIA})
"""Where there are only threads, which are called posts."""

THREAD_TYPE_ON_MESSAGE = {
    ChannelType.TEXT: ChannelType.PUBLIC_THREAD,
    ChannelType.NEWS: ChannelType.NEWS_THREAD,
}
"""Where a thread can be opened on a message, and of which type it is then."""


THREAD_TYPES_ALONE = {
    ChannelType.TEXT: frozenset({ChannelType.PUBLIC_THREAD, ChannelType.PRIVATE_THREAD}),
    ChannelType.NEWS: frozenset({ChannelType.NEWS_THREAD}),
}
"""Where a thread can be opened without a message, and of which types."""


class ChannelFlag(enum.IntFlag):
    """Flags of channels."""

    REQUIRE_TAG = 1 << 4


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


USER_MESSAGE_TYPES = frozenset(
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
    HAS_SNAPSHOT = 1 << 14
    COMPONENTS_V2 = 1 << 15


class ComponentType(enum.IntEnum):
    """What a component is ("Component Reference")."""

    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT_DISPLAY = 10
    THUMBNAIL = 11
    MEDIA_GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


SELECT_TYPES = frozenset(
    {
        ComponentType.STRING_SELECT,
        ComponentType.USER_SELECT,
        ComponentType.ROLE_SELECT,
        ComponentType.MENTIONABLE_SELECT,
        ComponentType.CHANNEL_SELECT,
    }
)
"""Components from whose menu one chooses."""


class ButtonStyle(enum.IntEnum):
    """How a button looks, and what it does ("Button Styles")."""

    PRIMARY = 1
    SECONDARY = 2
    SUCCESS = 3
    DANGER = 4
    LINK = 5
    PREMIUM = 6


class CommandType(enum.IntEnum):
    """Where a command stands: after a slash, at a user or at a message."""

    CHAT_INPUT = 1
    USER = 2
    MESSAGE = 3


class OptionType(enum.IntEnum):
    """What an option of a command takes ("Application Command Option Type")."""

    SUB_COMMAND = 1
    SUB_COMMAND_GROUP = 2
    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    MENTIONABLE = 9
    NUMBER = 10
    ATTACHMENT = 11


SUBCOMMAND_TYPES = frozenset({OptionType.SUB_COMMAND, OptionType.SUB_COMMAND_GROUP})
"""Options that are no values but lead to further options."""


class InteractionType(enum.IntEnum):
    """What a member did."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class InteractionCallbackType(enum.IntEnum):
    """How the bot answers an interaction ("Interaction Callback Type")."""

    PONG = 1
    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    AUTOCOMPLETE_RESULT = 8
    MODAL = 9


UPDATE_CALLBACKS = frozenset(
    {InteractionCallbackType.DEFERRED_UPDATE, InteractionCallbackType.UPDATE}
)
"""Callbacks that change the message whose component was used."""

MESSAGE_CALLBACKS = UPDATE_CALLBACKS | {
    InteractionCallbackType.MESSAGE,
    InteractionCallbackType.DEFERRED_MESSAGE,
}
"""Callbacks that show a message."""


class Opcode(enum.IntEnum):
    """The `op` of a gateway payload, as far as the sandbox handles it ("Gateway Opcodes")."""

    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE_UPDATE = 3
    VOICE_STATE_UPDATE = 4
    RESUME = 6
    RECONNECT = 7
    REQUEST_GUILD_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11
    REQUEST_SOUNDBOARD_SOUNDS = 31
