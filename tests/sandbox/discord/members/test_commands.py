"""Commands, components and modals with the real discord.py."""

from __future__ import annotations

import discord
import pytest
from discord import app_commands

from bridge_bot.sandbox.discord.enums import MessageType
from bridge_bot.sandbox.discord.members.command_data import OptionValue
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Upload
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.discord.recording_bot import RecordingBot


async def test_a_command_is_synced_used_and_answered(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world

    @bot.tree.command(description="Ask a question")
    async def ask(interaction: discord.Interaction[RecordingBot], question: str) -> None:
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


async def test_what_is_typed_into_a_command_is_completed(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world

    @bot.tree.command(description="Choose a language")
    async def language(interaction: discord.Interaction[RecordingBot], code: str) -> None:
        await interaction.response.send_message(code, ephemeral=True)

    @language.autocomplete("code")
    async def complete(
        interaction: discord.Interaction[RecordingBot], current: str
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


async def test_a_button_opens_a_form_that_is_answered(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")

    class Reason(discord.ui.Modal, title="Why?"):
        reason: discord.ui.TextInput[Reason] = discord.ui.TextInput(
            label="Reason", custom_id="reason"
        )

        async def on_submit(self, interaction: discord.Interaction) -> None:
            await interaction.response.send_message(f"Noted: {self.reason.value}", ephemeral=True)

    async def press(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Reason())

    view = discord.ui.View(timeout=None)
    button: discord.ui.Button[discord.ui.View] = discord.ui.Button(label="No", custom_id="down")
    button.callback = press  # type: ignore[method-assign]
    view.add_item(button)
    channel_seen = bot.get_partial_messageable(channel.id)
    await channel_seen.send("Good?", view=view)
    (shown,) = world.messages.of(channel)
    pressed = world.controls.press(shown, ann, "No")
    await server.until(lambda: pressed.modal)
    sent = world.controls.submit(pressed, {"Reason": "too short"})
    await server.until(lambda: sent.responses)
    assert sent.responses[0].content == "Noted: too short"


async def test_a_command_takes_every_type_of_option(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world
    got: list[object] = []

    @bot.tree.command(description="Everything")
    async def everything(  # noqa: PLR0917
        interaction: discord.Interaction[RecordingBot],
        text: app_commands.Range[str, 1, 5],
        count: app_commands.Range[int, 1, 10],
        share: float,
        on: bool,
        who: discord.Member,
        role: discord.Role,
        where: discord.TextChannel,
        whom: discord.Member | discord.Role,
        file: discord.Attachment,
    ) -> None:
        got.extend((text, count, share, on, who.id, role.id, where.id, whom.id, await file.read()))
        await interaction.response.send_message("ok")

    await bot.tree.sync()
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    helpers = world.people.add_role(guild, "Helpers")
    upload = Upload("0", "a.txt", "text/plain", b"lines")
    options: dict[str, OptionValue] = {
        "text": "abc",
        "count": 3,
        "share": 0.5,
        "on": True,
        "who": ann,
        "role": "Helpers",
        "where": channel.id,
        "whom": helpers,
        "file": upload,
    }
    used = world.commands.use(channel, ann, "everything", options)
    await server.message_shown(used)
    ids = [ann.id, helpers.id, channel.id, helpers.id]
    assert got == ["abc", 3, 0.5, True, *ids, b"lines"]
    unfit: list[tuple[str, OptionValue]] = [
        ("text", "abcdef"),
        ("count", 11),
        ("count", True),
        ("on", 1),
        ("who", "Zoë"),
    ]
    for name, value in unfit:
        with pytest.raises(NotOffered):
            world.commands.use(channel, ann, "everything", options | {name: value})


async def test_commands_of_the_menus_of_messages_and_users_are_used_on_one(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world
    got: list[object] = []

    @bot.tree.context_menu(name="Ask about this")
    async def ask_about(
        interaction: discord.Interaction[RecordingBot], message: discord.Message
    ) -> None:
        got.append(message.content)
        await interaction.response.send_message("ok", ephemeral=True)

    @bot.tree.context_menu(name="Who is it")
    async def who(interaction: discord.Interaction[RecordingBot], member: discord.Member) -> None:
        got.append(member.id)
        await interaction.response.send_message("ok")

    await bot.tree.sync()
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    ann, ben = (world.people.add(guild, name) for name in ("Ann", "Ben"))
    said = world.messages.send(channel, ben, "why?")
    first = world.commands.use_on(said, ann, "Ask about this")
    answer = await server.message_shown(first)
    assert (answer.only_for, answer.type) == (ann.id, MessageType.CONTEXT_MENU_COMMAND)
    await server.message_shown(world.commands.use_on(ben, ann, "Who is it", channel=channel))
    assert got == ["why?", ben.id]
    for target, name in ((said, "Who is it"), (answer, "Ask about this")):
        with pytest.raises(NotOffered):
            world.commands.use_on(target, ann, name)


async def test_a_command_is_offered_to_those_who_may_use_it(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world

    @bot.tree.command(description="Settings")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def settings(interaction: discord.Interaction[RecordingBot]) -> None:
        await interaction.response.send_message("ok", ephemeral=True)

    await bot.tree.sync()
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    admins = world.people.add_role(guild, "Admins", ("manage_guild",))
    ann, mia = world.people.add(guild, "Ann"), world.people.add(guild, "Mia", roles=[admins])
    assert world.commands.offered(channel, ann) == []
    assert [each["name"] for each in world.commands.offered(channel, mia)] == ["settings"]
    for place, person in ((channel, ann), (world.channels.open_dm(mia), mia)):
        with pytest.raises(NotOffered):
            world.commands.use(place, person, "settings")
    await server.message_shown(world.commands.use(channel, mia, "settings"))
