"""What a gateway payload is about ("Gateway Opcodes")."""

from __future__ import annotations

import enum


class Opcode(enum.IntEnum):
    """The `op` of a payload, as far as the sandbox handles it."""

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
