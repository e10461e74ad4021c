"""The real discord.py against the stand-in, over sockets."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import discord
import pytest
from discord import app_commands

from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse, When
from bridge_bot.sandbox.discord.model import Pinged
from bridge_bot.sandbox.discord.server import DiscordStandIn


class Bot(discord.AutoShardedClient):
    """Keeps what it hears, and answers mentions in a thread."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(intents=intents, guild_ready_timeout=0.01)
        self.tree = app_commands.CommandTree(self)
        self.heard: list[discord.Message] = []
        self.resumed = 0
        self.lost: list[str] = []

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(message)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        self.lost.append(f"message {event.message_id}")

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        self.lost += [f"message {each}" for each in sorted(event.message_ids)]

    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        self.lost.append(f"thread {event.thread_id}")

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        self.lost.append(f"channel {channel.id}")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.lost.append(f"guild {guild.id}")

    async def on_resumed(self) -> None:
        self.resumed += 1


@contextlib.asynccontextmanager
async def running(bot: Bot, server: DiscordStandIn) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(bot.start(server.token))
        await server.bot_ready()
        await bot.wait_until_ready()
        yield
        await bot.close()


@pytest.fixture
async def bot(
    server: DiscordStandIn, redirected: None, intents: discord.Intents
) -> AsyncIterator[Bot]:
    """A bot that is ready, in one guild."""
    server.world.add_guild("Lab")
    client = Bot(intents)
    async with running(client, server):
        yield client


async def test_a_bot_logs_in_hears_a_message_and_answers_in_a_thread(
    server: DiscordStandIn, bot: Bot
) -> None:
    world = server.world
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    question = world.messages.send(channel, ann, f"<@{world.bot.id}> hello")
    await server.until(lambda: bot.heard)
    heard = bot.heard[0]
    assert heard.content == f"<@{world.bot.id}> hello"
    assert heard.author.id == ann.id
    assert bot.user in heard.mentions
    thread = await heard.create_thread(name="hello")
    assert thread.id == question.id
    answer = await thread.send("Hi <@&1>", allowed_mentions=discord.AllowedMentions.none())
    await answer.edit(content="Hi, Ann", allowed_mentions=discord.AllowedMentions.none())
    (made,) = world.threads.of(channel)
    (shown,) = world.messages.of(made)
    assert [state.content for state in shown.states] == ["Hi <@&1>", "Hi, Ann"]
    assert shown.pinged == Pinged()
    newest = await anext(aiter(thread.history(limit=1)))
    assert newest.id == shown.id


async def test_a_command_is_synced_used_and_answered(server: DiscordStandIn, bot: Bot) -> None:
    world = server.world

    @bot.tree.command(description="Ask a question")
    async def ask(interaction: discord.Interaction[Bot], question: str) -> None:
        await interaction.response.defer(thinking=True)
        await interaction.edit_original_response(content=f"You asked: {question}")
        await interaction.followup.send("and more", ephemeral=True)

    await bot.tree.sync()
    assert [command["name"] for command in world.commands.registered()] == ["ask"]
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    used = world.commands.use(channel, ann, "ask", {"question": "why?"})
    await server.until(lambda: len(used.responses) == 2)
    first, second = used.responses
    assert first.content == "You asked: why?"
    assert not first.loading
    assert second.only_for == ann.id


async def test_what_is_typed_into_a_command_is_completed(server: DiscordStandIn, bot: Bot) -> None:
    world = server.world

    @bot.tree.command(description="Choose a language")
    async def language(interaction: discord.Interaction[Bot], code: str) -> None:
        await interaction.response.send_message(code, ephemeral=True)

    @language.autocomplete("code")
    async def complete(
        interaction: discord.Interaction[Bot], current: str
    ) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{current}…", value=current)]

    await bot.tree.sync()
    ann = world.people.add(next(iter(world.guilds.values())), "Ann")
    dm = world.channels.open_dm(ann)
    typed = world.commands.autocomplete(dm, ann, "language", {"code": "Ger"}, focused="code")
    await server.until(lambda: typed.choices)
    assert typed.choices == [{"name": "Ger…", "value": "Ger"}]
    used = world.commands.use(dm, ann, "language", {"code": "de"})
    await server.until(lambda: used.responses)
    assert used.responses[0].content == "de"


async def test_a_button_opens_a_form_that_is_answered(server: DiscordStandIn, bot: Bot) -> None:
    world = server.world
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")

    class Form(discord.ui.Modal, title="Why?"):
        reason: discord.ui.TextInput[Form] = discord.ui.TextInput(
            label="Reason", custom_id="reason"
        )

        async def on_submit(self, interaction: discord.Interaction) -> None:
            await interaction.response.send_message(f"Noted: {self.reason.value}", ephemeral=True)

    async def press(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Form())

    view = discord.ui.View(timeout=None)
    button: discord.ui.Button[discord.ui.View] = discord.ui.Button(label="No", custom_id="down")
    button.callback = press  # type: ignore[method-assign]
    view.add_item(button)
    place = bot.get_partial_messageable(channel.id)
    await place.send("Good?", view=view)
    (shown,) = world.messages.of(channel)
    pressed = world.commands.use_component(shown, ann, "down")
    await server.until(lambda: pressed.modal)
    sent = world.commands.submit_modal(pressed, {"reason": "too short"})
    await server.until(lambda: sent.responses)
    assert sent.responses[0].content == "Noted: too short"


async def test_after_a_cut_the_session_is_resumed_and_nothing_is_missed(
    server: DiscordStandIn, bot: Bot
) -> None:
    world = server.world
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    await server.gateway.drop()
    world.messages.send(channel, ann, "said while away")
    await server.until(lambda: bot.heard)
    assert bot.heard[0].content == "said while away"
    assert bot.resumed == 1
    assert len(server.gateway.sessions.all()) == 1


async def test_files_come_and_go_over_http(server: DiscordStandIn, bot: Bot) -> None:
    world = server.world
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    world.messages.send(channel, ann, "x" * 2001)
    await server.until(lambda: bot.heard)
    (pasted,) = bot.heard[0].attachments
    assert pasted.filename == "message.txt"
    place = bot.get_partial_messageable(channel.id)
    sent = await place.send(file=discord.File(__file__, "test.py"))
    (kept,) = world.messages.of(channel)[-1].attachments
    assert kept.filename == "test.py"
    assert sent.attachments[0].size == len(kept.data)


async def test_a_lost_answer_and_a_502_do_not_double_a_message(
    server: DiscordStandIn, bot: Bot
) -> None:
    """discord.py sends again with the same nonce, and gets the first message."""
    world = server.world
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    server.faults.inject(
        "POST", r"/channels/\d+/messages", StubbedResponse(502, HTML_502, when=When.AFTER)
    )
    sent = await bot.get_partial_messageable(channel.id).send("once")
    assert [each.id for each in world.messages.of(channel)] == [sent.id]
    server.faults.inject("POST", r"/channels/\d+/messages", Reset(When.BEFORE))
    with pytest.raises(OSError, match="reset"):
        await bot.get_partial_messageable(channel.id).send("never")
    assert len(world.messages.of(channel)) == 1


async def test_every_route_gives_what_the_client_can_read(server: DiscordStandIn, bot: Bot) -> None:
    world = server.world
    (guild,) = world.guilds.values()
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    said = world.messages.send(channel, ann, "hello")
    assert (await bot.application_info()).flags.gateway_message_content_limited
    home = await bot.fetch_guild(guild.id)
    assert home.name == "Lab"
    assert [each.name for each in await home.fetch_channels()] == ["general"]
    assert len(await home.fetch_roles()) == len(guild.roles)
    assert (await home.fetch_member(ann.id)).display_name == "Ann"
    place = await bot.fetch_channel(channel.id)
    assert isinstance(place, discord.TextChannel)
    message = await place.fetch_message(said.id)
    await message.add_reaction("👍")
    assert said.reactions == {"👍": [world.bot.id]}
    assert bot.user is not None
    await message.remove_reaction("👍", bot.user)
    thread = await place.create_thread(name="t", type=discord.ChannelType.public_thread)
    await thread.typing()
    assert [each.id for each in await home.active_threads()] == [thread.id]
    await thread.leave()
    await thread.join()
    assert world.bot.id in [each.id for each in await thread.fetch_members()]
    changed = await thread.edit(name="better", archived=True)
    assert (changed.name, changed.archived) == ("better", True)
    assert [each.id async for each in place.archived_threads()] == [thread.id]
    world.people.give_permission(channel, "manage_threads")
    await thread.delete()
    user = await bot.fetch_user(ann.id)
    await user.send("psst")
    assert [each.content for each in world.messages.of(world.channels.open_dm(ann))] == ["psst"]
    await message.reply("bye", mention_author=False)
    last = world.messages.of(channel)[-1]
    assert (last.reply_to, last.pinged) == (said, Pinged())


async def test_permissions_and_moderation_reach_the_clients_cache(
    server: DiscordStandIn, bot: Bot
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
        place = bot.get_channel(channel.id)
        assert isinstance(place, discord.TextChannel)
        return place.permissions_for(place.guild.me).send_messages

    await server.until(seen)
    assert can_send()
    world.people.take_permission(channel, "send_messages")
    await server.until(lambda: not can_send())
    world.threads.lock(thread)
    await server.until(lambda: (there := seen()) is not None and there.locked)
    world.channels.delete(thread)
    await server.until(lambda: seen() is None)


async def test_a_wrong_token_is_refused(server: DiscordStandIn, redirected: None) -> None:
    client = discord.AutoShardedClient(intents=discord.Intents.none())
    async with client:
        with pytest.raises(discord.LoginFailure):
            await client.login("nonsense")


async def test_an_intent_that_is_switched_off_is_refused(
    server: DiscordStandIn, redirected: None, intents: discord.Intents
) -> None:
    server.world.allowed_intents.discard("message_content")
    client = Bot(intents)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await client.start(server.token)
    await client.close()


async def test_whatever_is_lost_the_bot_learns_of_it(server: DiscordStandIn, bot: Bot) -> None:
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
