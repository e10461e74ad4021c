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


async def test_a_private_thread_reaches_the_client_when_it_is_mentioned_there(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world
    (guild,) = world.guilds.values()
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    world.people.give_permission(channel, "create_private_threads", ann)
    thread = world.threads.start(ann, channel, "Between us", private=True)
    world.messages.send(thread, ann, "secret")
    world.messages.send(channel, ann, "for all")
    await server.until(lambda: bot.received)
    assert [each.content for each in bot.received] == ["for all"]
    assert bot.get_channel(thread.id) is None
    world.messages.send(thread, ann, f"<@{world.bot.id}>, look")
    await server.until(lambda: len(bot.received) == 2)
    seen = bot.received[1].channel
    assert isinstance(seen, discord.Thread)
    assert (seen.id, seen.is_private(), seen.me is not None) == (thread.id, True, True)
    assert [each.content async for each in seen.history(limit=1, oldest_first=True)] == ["secret"]
    await seen.send("Here")
    server.advance(24 * 3600)
    # discord.py forgets a thread when it is archived.
    await server.until(lambda: bot.get_channel(thread.id) is None)
    world.messages.send(thread, ann, "once more")
    await server.until(lambda: bot.get_channel(thread.id))


async def test_after_a_new_session_the_client_knows_the_threads_that_it_may_see(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world
    (guild,) = world.guilds.values()
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    world.people.give_permission(channel, "create_private_threads", ann)
    public = world.threads.start(ann, channel, "open")
    joined, hidden = (world.threads.start(ann, channel, n, private=True) for n in ("in", "out"))
    world.threads.add_member(joined, world.bot)
    post = world.threads.post(world.channels.add_forum(guild, "help"), ann, "How?", "Tell me")
    archived = world.threads.start(ann, channel, "old")
    world.threads.archive(archived)
    server.gateway.invalidate()
    later = world.threads.start(ann, channel, "later")
    await server.until(lambda: bot.get_channel(later.id))
    (seen,) = bot.guilds
    assert {each.id for each in seen.threads} == {public.id, joined.id, post.id, later.id}
    assert hidden.id not in {each.id for each in seen.threads}
