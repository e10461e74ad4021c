"""Reactions, and the sign that somebody types."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions.events import dispatch_in_channel
from bridge_bot.sandbox.discord.errors import Json, discord_error
from bridge_bot.sandbox.discord.model import Channel, Message, Typing, User
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.message_rules import send_permission
from bridge_bot.sandbox.discord.state import REACTIONS, TYPING, WorldState, member_of


def react(state: WorldState, actor: User, message: Message, emoji: str, *, add: bool) -> None:
    """Put an own reaction on a message, or take it off."""
    channel = message.channel
    names = ("read_message_history", "add_reactions") if add else ("read_message_history",)
    state.require(actor, channel, *names)
    if channel.archived:
        raise discord_error(50083)
    by = message.reactions.setdefault(emoji, [])
    if add == (actor.id in by):
        return
    (by.append if add else by.remove)(actor.id)
    data: Json = objects.location(channel) | {
        "user_id": str(actor.id),
        "message_id": str(message.id),
        "emoji": {"id": None, "name": emoji},
        "burst": False,
        "type": 0,
    }
    name = "MESSAGE_REACTION_ADD" if add else "MESSAGE_REACTION_REMOVE"
    member = member_of(channel, actor)
    if add and member is not None:
        data |= {"member": objects.member(member), "message_author_id": str(message.author.id)}
    dispatch_in_channel(state, channel, name, data, REACTIONS)


def start_typing(state: WorldState, actor: User, channel: Channel) -> None:
    """Show for ten seconds, or until the next message, that the actor is typing."""
    state.require(actor, channel, send_permission(channel))
    channel.typing.append(Typing(state.now(), actor.id))
    data = objects.location(channel) | {"user_id": str(actor.id), "timestamp": int(state.now())}
    dispatch_in_channel(state, channel, "TYPING_START", data, TYPING)
