"""Commands, components and modals with the real discord.py."""

from __future__ import annotations

import discord
from discord import app_commands

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
