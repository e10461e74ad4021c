"""All messages, as text for a person to read."""

from __future__ import annotations

from collections.abc import Iterator

from bridge_bot.sandbox.discord.enums import MessageType
from bridge_bot.sandbox.discord.model import Message
from bridge_bot.sandbox.discord.state import WorldState


def transcript(state: WorldState) -> str:
    """Every channel with its messages, one line a message."""
    lines: list[str] = []
    for channel in state.channels.values():
        kind = "thread" if channel.thread else channel.type.name.lower()
        gone = " (deleted)" if channel.deleted else ""
        lines.append(f"{kind} #{channel.name or channel.id}{gone}")
        for message in channel.messages.values():
            properties = ", ".join(_properties(message))
            about = f" [{properties}]" if properties else ""
            lines.append(f"  {message.author.name}{about}: {message.content}")
    return "\n".join(lines)


def _properties(message: Message) -> Iterator[str]:
    if message.type is not MessageType.DEFAULT:
        yield message.type.name.lower()
    if message.deleted:
        yield "deleted"
    if message.ephemeral:
        yield "ephemeral"
    if len(message.states) > 1:
        yield f"{len(message.states)} states"
