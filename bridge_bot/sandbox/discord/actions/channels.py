"""What people and bots do with channels: open a direct one, change and delete any."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import threads
from bridge_bot.sandbox.discord.actions.events import dispatch_channel_update, dispatch_in_channel
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json, discord_error
from bridge_bot.sandbox.discord.model import Channel, User
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.thread_rules import slow_mode_s
from bridge_bot.sandbox.discord.rules.validation import check_thread_name
from bridge_bot.sandbox.discord.state import WorldState


def open_dm(state: WorldState, user: User) -> Channel:
    """Return the direct-message channel of the bot and a user, which is made at first use."""
    if user.dm is None:
        recipients = (user, state.bot)
        user.dm = Channel(state.ids.make(), ChannelType.DM, "", recipients=recipients)
        state.channels[user.dm.id] = user.dm
    return user.dm


def modify(state: WorldState, actor: User, channel: Channel, body: Json) -> Channel:
    """Change a channel or thread as the actor asks ("Modify Channel")."""
    if channel.guild is None:
        raise discord_error(50003)
    if channel.thread is not None:
        threads.modify(state, actor, channel, body)
        return channel
    state.require(actor, channel, "manage_channels")
    name = check_thread_name(body["name"]) if "name" in body else channel.name
    channel.slow_mode_s = slow_mode_s(body, channel.slow_mode_s)
    channel.name = name
    if "topic" in body:
        channel.topic = body["topic"]
    dispatch_channel_update(state, channel)
    return channel


def delete(state: WorldState, actor: User, channel: Channel) -> Channel:
    """Delete a channel or thread as the actor asks; a DM is only closed."""
    if channel.guild is None:
        return channel
    needed = "manage_channels" if channel.thread is None else "manage_threads"
    state.require(actor, channel, needed)
    remove(state, channel)
    return channel


def remove(state: WorldState, channel: Channel) -> None:
    """Delete a channel with its threads, or a thread, without asking for permissions."""
    guild = channel.guild_or_error
    if channel.thread is not None:
        data: Json = {
            "id": str(channel.id),
            "guild_id": str(guild.id),
            "parent_id": str(channel.parent.id if channel.parent else 0),
            "type": int(channel.type),
        }
        channel.deleted = True
        guild.threads.pop(channel.id, None)
        dispatch_in_channel(state, channel, "THREAD_DELETE", data)
        return
    channel.deleted = True
    guild.channels.pop(channel.id, None)
    for thread in [each for each in guild.threads.values() if each.parent is channel]:
        # Discord sends one event for the channel and none for its threads.
        thread.deleted = True
        guild.threads.pop(thread.id)
    dispatch_in_channel(state, channel, "CHANNEL_DELETE", objects.channel(channel))
