"""What members and moderators do reaches the real discord.py."""

from __future__ import annotations

import discord

from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.discord.recording_bot import RecordingBot


async def test_permissions_and_moderation_reach_the_clients_cache(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world
    (guild,) = world.guilds.values()
    channel = world.channels.add(guild, "general")
    thread = world.threads.start(world.owner, channel, "t")

    def seen() -> discord.Thread | None:
        found = bot.get_channel(thread.id)
        assert found is None or isinstance(found, discord.Thread)
        return found

    def can_send() -> bool:
        channel_seen = bot.get_channel(channel.id)
        assert isinstance(channel_seen, discord.TextChannel)
        return channel_seen.permissions_for(channel_seen.guild.me).send_messages

    await server.until(seen)
    assert can_send()
    world.people.take_permission(channel, "send_messages")
    await server.until(lambda: not can_send())
    world.threads.lock(thread)
    await server.until(lambda: (there := seen()) is not None and there.locked)
    world.channels.delete(thread)
    await server.until(lambda: seen() is None)


async def test_whatever_is_lost_the_bot_learns_of_it(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    one, two, three = (world.messages.send(channel, ann, word) for word in ("one", "two", "three"))
    thread = world.threads.start(ann, channel, "t")
    seen = guild.members[world.bot.id].roles[0]
    await server.until(lambda: bot.get_channel(thread.id))

    def mine() -> discord.Thread:
        found = bot.get_channel(thread.id)
        assert isinstance(found, discord.Thread)
        return found

    def may_write() -> bool:
        return mine().permissions_for(mine().guild.me).send_messages_in_threads

    world.threads.archive(thread)
    # discord.py forgets a thread when it is archived.
    await server.until(lambda: bot.get_channel(thread.id) is None)
    world.threads.unarchive(thread)
    await server.until(lambda: bot.get_channel(thread.id))
    world.threads.lock(thread)
    await server.until(lambda: mine().locked)
    assert may_write()
    world.people.take_permission(channel, "send_messages_in_threads")
    await server.until(lambda: not may_write())
    world.people.give_permission(channel, "send_messages_in_threads")
    await server.until(may_write)
    world.people.take_role(guild.members[world.bot.id], seen)
    await server.until(lambda: not may_write())
    world.people.give_role(guild.members[world.bot.id], seen)
    await server.until(may_write)
    world.messages.delete(one)
    world.messages.delete_many([two, three])
    world.channels.delete(thread)
    world.channels.delete(channel)
    world.remove_guild(guild)
    lost = [f"message {each.id}" for each in (one, two, three)]
    lost += [f"thread {thread.id}", f"channel {channel.id}", f"guild {guild.id}"]
    await server.until(lambda: len(bot.lost) >= len(lost))
    assert bot.lost == lost
