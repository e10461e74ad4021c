"""The commands, and who may use them where, as simcord knows Discord's rules."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest
import simcord

from bridge_bot.core.policy.language_layers import LanguageLayer
from bridge_bot.discord_adapter.intake.commands.ask_about import QUESTION
from bridge_bot.discord_adapter.intake.commands.language import chosen_text
from bridge_bot.texts import Texts
from tests.discord_adapter.judged_bot import judged_bot
from tests.harness.english import text


def answer(result: simcord.InteractionResult) -> str:
    """What only the member is told."""
    assert result.acknowledged
    assert result.response is not None
    assert result.ephemeral
    return result.response.content


def denied(**permissions: bool | None) -> discord.PermissionOverwrite:
    return discord.PermissionOverwrite(**permissions)


async def test_each_member_is_offered_the_commands_that_are_for_them(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        for_all = {
            *("ask", "export", "forget", "handoff", "help", "language", "new", "privacy", "resume"),
        }
        assert set(on.ann.available_commands(on.channel)) == for_all
        of_managers = {"settings", "doctor", "usage"}
        assert set(on.mo.available_commands(on.channel)) == {*for_all, *of_managers}
        assert set(on.ann.user.available_commands()) == for_all


async def test_ask_shows_the_question_to_everybody_and_pings_nobody(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        question = f"Is {on.mo.mention} here, @everyone?"
        result = await on.ann.slash(on.channel, "ask", question=question)
        assert result.acknowledged
        assert not result.ephemeral
        shown = on.channel.last_message
        assert shown is not None
        assert shown.content.startswith(">>> Is ")
        assert not shown.mentions
        assert not shown.mention_everyone
        assert len(on.source.requests) == 1


async def test_a_message_is_asked_about_by_its_menu_in_a_form(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        message = await on.mo.send(on.channel, "Error 42")
        form = await on.ann.context_menu(on.channel, text("about-name"), message)
        assert form.modal is not None
        sent = await on.ann.submit_modal(form, {QUESTION: "Why?"})
        assert not sent.ephemeral
        assert sent.response is not None
        assert sent.response.content.endswith("\n>>> Why?")
        [request] = on.source.requests
        assert request.question.endswith("\n> Error 42")


async def test_help_is_told_to_its_member_alone(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        told = answer(await on.ann.slash(on.channel, "help"))
        assert text("help-settings") not in told
        assert text("help-settings") in answer(await on.mo.slash(on.channel, "help"))


async def test_new_works_where_there_is_a_conversation(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        assert answer(await on.ann.slash(on.channel, "new")) == text("new-outside")
        result = await on.ann.user.slash("new")
        assert result.response is not None
        assert result.response.content == text("new-begun")


async def test_ask_works_in_a_direct_message(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        result = await on.ann.user.slash("ask", question="Why?")
        assert result.response is not None
        assert result.response.content == ">>> Why?"


@pytest.mark.parametrize("may_attach", [True, False])
async def test_a_long_question_is_shown_with_a_file_where_the_bot_may_attach_one(
    tmp_path: Path, may_attach: bool
) -> None:
    async with judged_bot(tmp_path) as on:
        me = on.guild.me
        assert me is not None
        permissions = denied(attach_files=None if may_attach else False)
        place = on.guild.create_text_channel("place", overwrites={me: permissions})
        result = await on.ann.slash(place, "ask", question="word " * 500)
        assert result.response is not None
        assert result.response.content.startswith(">>> word word")
        names = [each.filename for each in result.response.attachments]
        assert names == (["question.txt"] if may_attach else [])


@pytest.mark.parametrize("who", ["the bot", "the member"])
async def test_where_the_bot_or_the_member_may_not_write_nothing_is_asked(
    tmp_path: Path, who: str
) -> None:
    async with judged_bot(tmp_path) as on:
        target = on.ann if who == "the member" else on.guild.me
        assert target is not None
        nothing = denied(
            send_messages=False, send_messages_in_threads=False, create_public_threads=False
        )
        secret = on.guild.create_text_channel("secret", overwrites={target: nothing})
        told = answer(await on.ann.slash(secret, "ask", question="Why?"))
        assert told == text("refused-member" if who == "the member" else "refused-forbidden")
        assert not on.source.requests


async def test_a_language_is_shown_chosen_and_refused_by_its_scope(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as on:
        assert "not set" in answer(await on.ann.slash(on.channel, "language"))
        for scope, key in (
            ("conversation", "language-outside"),
            ("server", "settings-not-allowed"),
        ):
            used = await on.ann.slash(on.channel, "language", language="fr", scope=scope)
            assert answer(used) == text(key)
        assert "Français" in answer(await on.ann.slash(on.channel, "language", language="fr"))
        result = await on.ann.user.slash("language", language="de")
        assert result.response is not None
        said = chosen_text(LanguageLayer.CONVERSATION, "de", Texts.of("de"))
        assert result.response.content == said
        result = await on.ann.user.slash("language")
        assert result.response is not None
        assert "**This conversation: German · Deutsch**" in result.response.content


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {}),
        ("ask", {"question": ""}),
        ("ask", {"question": "x" * 4001}),
        ("language", {"language": "tlh"}),
    ],
)
async def test_a_client_does_not_send_what_a_command_does_not_take(
    tmp_path: Path, command: str, options: dict[str, str]
) -> None:
    async with judged_bot(tmp_path) as on:
        with pytest.raises(simcord.SetupError):
            await on.ann.slash(on.channel, command, **options)


async def test_settings_are_for_those_who_manage_the_server_unless_it_says_otherwise(
    tmp_path: Path,
) -> None:
    async with judged_bot(tmp_path) as on:
        commands = {command.name: command for command in await on.client.tree.fetch_commands()}
        managing = discord.Permissions(manage_guild=True)
        assert commands["settings"].default_member_permissions == managing
        on.guild.set_command_permissions(commands["settings"], {on.ann: True})
        assert "settings" in on.ann.available_commands(on.channel)


async def test_privacy_is_told_to_its_member_alone_and_its_button_changes_it(
    tmp_path: Path,
) -> None:
    async with judged_bot(tmp_path) as on:
        result = await on.ann.user.slash("privacy")
        assert result.acknowledged
        assert result.ephemeral
        assert result.response is not None
        for button, other in (("privacy-opt-out", "privacy-opt-in"),) * 2:
            shown = result.response
            result = await on.ann.user.click(shown, label=text(button))
            assert result.response is not None
            assert result.response.id == shown.id
            result = await on.ann.user.click(result.response, label=text(other))
            assert result.response is not None


async def test_forget_asks_first_and_export_gives_a_file_both_to_their_member_alone(
    tmp_path: Path,
) -> None:
    """In a direct message, and on a server."""
    async with judged_bot(tmp_path) as on:
        result = await on.ann.user.slash("forget")
        assert result.ephemeral
        assert result.response is not None
        result = await on.ann.user.click(result.response, label=text("forget-confirm"))
        assert result.acknowledged
        exported = await on.ann.slash(on.channel, "export")
        assert exported.acknowledged
        assert exported.ephemeral
        assert exported.response is not None
        assert exported.response.content == text("export-nothing")
        assert [each.filename for each in exported.response.attachments] == ["export.json"]


async def test_usage_is_told_to_who_manages_the_server_alone(tmp_path: Path) -> None:
    """Also where others are offered the command."""
    async with judged_bot(tmp_path) as on:
        result = await on.mo.slash(on.channel, "usage", days=30)
        assert result.acknowledged
        assert result.ephemeral
        assert result.response is not None
        assert result.response.content == text("usage-none", days=30)
        with pytest.raises(simcord.SetupError):
            await on.mo.slash(on.channel, "usage", days=91)
        commands = {command.name: command for command in await on.client.tree.fetch_commands()}
        on.guild.set_command_permissions(commands["usage"], {on.ann: True})
        result = await on.ann.slash(on.channel, "usage")
        assert result.response is not None
        assert result.response.content == text("usage-not-allowed")
