"""The real discord.py at the gateway of the stand-in."""

from __future__ import annotations

import discord
import pytest

from bridge_bot.sandbox.discord.model import Channel, Member
from bridge_bot.sandbox.discord.model.message_content import MentionedIds
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.discord.recording_bot import RecordingBot


async def test_a_bot_logs_in_receives_a_message_and_answers_in_a_thread(
    server: DiscordStandIn, bot: RecordingBot, general: Channel, ann: Member
) -> None:
    world = server.world
    question = world.messages.send(general, ann, f"<@{world.bot.id}> hello")
    await server.until(lambda: bot.received)
    received = bot.received[0]
    assert received.content == f"<@{world.bot.id}> hello"
    assert received.author.id == ann.id
    assert bot.user in received.mentions
    thread = await received.create_thread(name="hello")
    assert thread.id == question.id
    answer = await thread.send("Hi <@&1>", allowed_mentions=discord.AllowedMentions.none())
    await answer.edit(content="Hi, Ann", allowed_mentions=discord.AllowedMentions.none())
    (made,) = world.threads.of(general)
    (shown,) = world.messages.of(made)
    assert [state.content for state in shown.states] == ["Hi <@&1>", "Hi, Ann"]
    assert shown.pinged == MentionedIds()
    newest = await anext(aiter(thread.history(limit=1)))
    assert newest.id == shown.id


async def test_after_a_cut_the_session_is_resumed_and_nothing_is_missed(
    server: DiscordStandIn, bot: RecordingBot, general: Channel, ann: Member
) -> None:
    world = server.world
    await server.gateway.drop()
    world.messages.send(general, ann, "said while away")
    await server.until(lambda: bot.received and bot.resumed)
    assert bot.received[0].content == "said while away"
    assert bot.resumed == 1
    assert len(server.gateway.sessions.all()) == 1


async def test_a_wrong_token_is_refused(server: DiscordStandIn, redirected: None) -> None:
    client = discord.AutoShardedClient(intents=discord.Intents.none())
    async with client:
        with pytest.raises(discord.LoginFailure):
            await client.login("nonsense")


async def test_an_intent_that_is_switched_off_is_refused(
    server: DiscordStandIn, redirected: None, intents: discord.Intents
) -> None:
    server.world.allowed_intents.discard("message_content")
    client = RecordingBot(intents)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await client.start(server.token)
    await client.close()
