"""`/settings` as those who manage a server play it, and as others try to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.enums import ChannelType, InteractionType
from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse, When
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Channel, Interaction, Member, Message, Role, User
from tests.discord_adapter.intake.settings_panel.opened_panel import (
    CHANNELS,
    OpenedPanel,
    moderator,
    open_panel,
    opened_panel,
)
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

SAVED = text("settings-saved")


def replayed(
    system: Loopback, person: Member, message: Message, custom_id: str, values: list[str]
) -> Interaction:
    """A press that no client offers, with the `custom_id` of somebody else's panel."""
    kind = 3 if values else 2
    data = {"component_type": kind, "custom_id": custom_id, "id": 1, "values": values}
    return interactions.start(
        system.world.state,
        InteractionType.COMPONENT,
        person.user,
        message.channel,
        data,
        message=message,
    )


async def test_each_setting_of_a_server_is_set_by_its_control(tmp_path: Path) -> None:
    async with opened_panel(tmp_path) as panel:
        system = panel.system
        helpers = system.world.people.add_role(system.guild, "Helpers")
        ben = system.world.people.add(system.guild, "Ben")
        general = system.channel
        chosen: list[tuple[str, SettingName, str | User | Role | Channel, str]] = [
            ("questions", SettingName.SERVED, "=nothing", "nothing"),
            ("questions", SettingName.ANSWER_PLACE, "=private_thread", "private_thread"),
            ("questions", SettingName.ARCHIVE_AFTER, "=4320", "4320"),
            ("askers", SettingName.ASKER_ROLES, helpers, str(helpers.id)),
            ("askers", SettingName.SHUT_OUT, ben.user, str(ben.user.id)),
            ("extras", SettingName.SHOW_SOURCES, "=False", "false"),
            ("extras", SettingName.FEEDBACK_CHANNEL, general, str(general.id)),
            ("questions", SettingName.SERVED, "=mentions", "mentions"),
            ("questions", SettingName.ANSWER_PLACE, "=channel", "channel"),
            ("questions", SettingName.SERVED, "=nothing", "nothing"),
        ]
        for page, name, choice, stored in chosen:
            await panel.show(page)
            await panel.set(name, choice)
            assert SAVED in panel.words
            assert stored in panel.stored(name)[0]
        await panel.show("overview")
        for words in (
            "nothing",
            "in the channel",
            f"<@&{helpers.id}>",
            f"<@{ben.user.id}>",
            f"<#{general.id}>",
        ):
            assert words in panel.words
        await panel.show("changes")
        assert panel.words.count(f"<@{panel.person.user.id}>") == 8  # of ten, the newest
        await panel.press(text("settings-older"))
        assert "What I answer: as usual → nothing" in panel.words
        await panel.press(text("settings-newest"))
        assert "What I answer: mentions of me → nothing" in panel.words


async def test_a_channel_for_feedback_is_taken_back_and_has_to_be_writable(
    tmp_path: Path,
) -> None:
    async with opened_panel(tmp_path) as panel:
        system = panel.system
        secret = system.world.channels.add(system.guild, "secret")
        system.world.people.take_permission(secret, "send_messages")
        await panel.show("extras")
        await panel.set(SettingName.FEEDBACK_CHANNEL, secret)
        assert text("settings-lacks-feedback") in panel.words
        await panel.set(SettingName.FEEDBACK_CHANNEL)
        assert text("settings-lacks-feedback") not in panel.words
        assert not panel.stored(SettingName.FEEDBACK_CHANNEL)


async def test_a_setting_of_a_channel_is_reset_to_that_of_its_server(tmp_path: Path) -> None:
    async with opened_panel(tmp_path) as panel:
        system = panel.system
        await panel.show("askers")
        await panel.set(SettingName.ASKER_ROLES, system.guild.roles[system.guild.id])
        assert text("settings-unchanged") in panel.words, "everybody may ask already"
        await panel.choose(CHANNELS, system.channel)
        await panel.set(SettingName.SHUT_OUT, system.ann.user)
        assert f"<@{system.ann.user.id}> · *set for this channel*" in panel.words
        assert panel.stored(SettingName.SHUT_OUT, system.channel.id)
        await panel.press(text("settings-reset-server"))
        assert not panel.stored(SettingName.SHUT_OUT, system.channel.id)
        await panel.press(text("settings-back-to-server"))
        assert text("settings-whole-server") in panel.words


async def test_every_message_says_what_it_costs_before_it_is_taken(tmp_path: Path) -> None:
    async with opened_panel(tmp_path) as panel:
        system = panel.system
        await panel.choose(CHANNELS, system.channel)
        await panel.show("questions")
        for take in (False, True):
            await panel.set(SettingName.SERVED, "=messages")
            assert "paid request" in panel.words
            assert f"<#{system.channel.id}>" in panel.words
            assert not panel.stored(SettingName.SERVED, system.channel.id)
            await panel.press(text("settings-take-messages" if take else "settings-cancel"))
            assert bool(panel.stored(SettingName.SERVED, system.channel.id)) is take
            assert (SAVED in panel.words) is take


async def test_limits_are_numbers_and_the_operators_are_named(tmp_path: Path) -> None:
    async with opened_panel(tmp_path, MEMBER_QUESTIONS_PER_DAY="20") as panel:
        await panel.show("limits")
        day = text("settings-name-member-questions-per-day")
        await panel.fill_in({day: "lots"})
        assert "whole number from 0 to 1,000,000" in panel.words
        assert not panel.stored(SettingName.MEMBER_QUESTIONS_PER_DAY)
        await panel.fill_in({day: "50", text("settings-name-questions-per-day"): "500"})
        assert SAVED in panel.words
        assert "50" in panel.stored(SettingName.MEMBER_QUESTIONS_PER_DAY)[0]
        assert "500" in panel.stored(SettingName.QUESTIONS_PER_DAY)[0]
        assert text("settings-operator-limit", limit=20) in panel.words


async def test_a_server_is_paused_and_goes_on(tmp_path: Path) -> None:
    async with opened_panel(tmp_path) as panel:
        system = panel.system
        await panel.press(text("settings-pause"))
        assert text("settings-value-paused") in panel.words
        assert panel.stored(SettingName.PAUSED) == ["true"]
        system.ask("Are you there?")
        await system.reads(system.channel, text("refused-paused-server"))
        await panel.press(text("settings-go-on"))
        assert text("settings-value-running") in panel.words


async def test_a_channel_is_given_another_chatbot(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.api.others["uid-2"] = system.api.answer
        await system.start(CHAT_BOTS="billing=uid-2")
        panel = await open_panel(system, moderator(system))
        await panel.choose(CHANNELS, system.channel)
        await panel.show("questions")
        await panel.set(SettingName.CHAT_BOT, "billing")
        assert SAVED in panel.words
        system.ask("How much?")
        await system.discord.until(lambda: system.api.requests)
        assert system.api.requests[0].bot_uid == "uid-2"


async def test_who_may_not_manage_the_server_is_refused(tmp_path: Path) -> None:
    """Also with the `custom_id` of somebody who may, and with a panel of one's own from before."""
    async with loopback(tmp_path) as system:
        await system.start()
        mo = moderator(system)
        panel = await open_panel(system, mo)
        await panel.show("questions")
        with pytest.raises(NotOffered):
            await open_panel(system, system.ann)
        press = panel.control("set:served")
        forged = replayed(system, system.ann, panel.message, press, ["=nothing"])
        await refused(system, forged)
        system.world.people.take_role(mo, mo.roles[-1])
        used = system.world.controls.choose(panel.message, mo, press, ["=nothing"])
        await refused(system, used)
        assert not panel.stored(SettingName.SERVED)


async def refused(system: Loopback, used: Interaction) -> None:
    """The member is told that they may not, by a message that only they see."""
    shown = await system.discord.message_shown(used)
    assert shown.content == text("settings-not-allowed")
    assert shown.ephemeral


async def test_of_two_moderators_at_once_the_second_is_shown_the_first_ones_choice(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        first = await open_panel(system, moderator(system))
        second = await open_panel(system, moderator(system, "Mia"))
        for panel in (first, second):
            await panel.show("questions")
        await first.set(SettingName.SERVED, "=nothing")
        await second.set(SettingName.SERVED, "=mentions")
        assert text("settings-changed-meanwhile") in second.words
        assert "**What I answer**: nothing" in second.words
        await second.set(SettingName.SERVED, "=mentions")
        assert SAVED in second.words
        await first.show("limits")
        assert text("settings-newer") in first.words


async def test_what_another_process_has_changed_is_not_overwritten(tmp_path: Path) -> None:
    async with opened_panel(tmp_path) as panel:
        await panel.show("questions")
        await panel.set(SettingName.SERVED, "=nothing")
        # At once, before the bot looks for changes.
        panel.system.database.execute(
            "UPDATE guild_settings SET version = 9, changed_at = changed_at + 1",
            "DELETE FROM guild_setting_values",
        )
        await panel.set(SettingName.ARCHIVE_AFTER, "=60")
        assert text("settings-changed-meanwhile") in panel.words
        assert not panel.stored(SettingName.ARCHIVE_AFTER)
        assert "**What I answer**: mentions of me" in panel.words


async def test_a_panel_works_after_a_restart(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        panel = await open_panel(system, moderator(system))
        await panel.show("questions")
        assert await bot.stop() == 0
        await system.start()
        await panel.set(SettingName.SERVED, "=nothing")
        assert SAVED in panel.words
        await panel.show("limits")
        button = system.world.controls.press(
            panel.message, panel.person, text("settings-change-limits")
        )
        await system.discord.modal_shown(button)
        assert await system.bots[-1].stop() == 0
        await system.start()
        sent = system.world.controls.submit(button, {text("settings-name-questions-per-day"): "5"})
        assert await system.discord.message_shown(sent) is panel.message
        assert SAVED in panel.words


async def test_a_channel_that_is_gone_is_told(tmp_path: Path) -> None:
    async with opened_panel(tmp_path) as panel:
        system = panel.system
        gone = system.world.channels.add(system.guild, "gone")
        await panel.choose(CHANNELS, gone)
        await panel.show("questions")
        system.world.channels.delete(gone)
        await panel.set(SettingName.SERVED, "=nothing")
        assert text("settings-channel-gone") in panel.words
        assert not panel.stored(SettingName.SERVED)
        assert not panel.stored(SettingName.SERVED, gone.id)


async def test_a_channel_with_settings_of_its_own_is_named_until_it_is_deleted(
    tmp_path: Path,
) -> None:
    async with opened_panel(tmp_path) as panel:
        system = panel.system
        gone = system.world.channels.add(system.guild, "gone")
        for channel in (gone, system.channel):
            await panel.choose(CHANNELS, channel)
            await panel.show("askers")
            await panel.set(SettingName.SHUT_OUT, system.ann.user)
        await panel.press(text("settings-back-to-server"))
        await panel.show("overview")
        assert f"<#{gone.id}>" in panel.words
        system.world.channels.delete(gone)
        await panel.show("limits")
        await panel.show("overview")
        assert f"<#{gone.id}>" not in panel.words
        assert f"<#{system.channel.id}>" in panel.words


async def test_that_the_roles_that_may_ask_are_gone_is_told(tmp_path: Path) -> None:
    """Then nobody may ask: what was for some is not for all because of that."""
    async with opened_panel(tmp_path) as panel:
        system = panel.system
        helpers = system.world.people.add_role(system.guild, "Helpers")
        await panel.show("askers")
        await panel.set(SettingName.ASKER_ROLES, helpers)
        assert text("settings-lacks-askers") not in panel.words
        system.world.people.delete_role(system.guild, helpers)
        await panel.show("overview")
        assert text("settings-lacks-askers") in panel.words
        await panel.show("askers")
        assert text("settings-lacks-askers") in panel.words
        system.ask("why?")
        await system.reads(system.channel, text("refused-role"))
        await panel.press(text("settings-reset-server"))
        assert text("settings-value-everybody") in panel.words


async def test_a_media_channel_is_chosen_like_a_forum(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        media = system.world.channels.add(system.guild, "media", kind=ChannelType.MEDIA)
        await system.start()
        panel = await open_panel(system, moderator(system))
        await panel.choose(CHANNELS, media)
        await panel.show("questions")
        await panel.set(SettingName.SERVED, "=posts")
        assert "paid request" in panel.words


async def test_limits_of_a_channel_that_is_gone_are_not_taken_for_the_servers(
    tmp_path: Path,
) -> None:
    async with opened_panel(tmp_path) as panel:
        system = panel.system
        gone = system.world.channels.add(system.guild, "gone")
        await panel.choose(CHANNELS, gone)
        await panel.show("limits")
        system.world.channels.delete(gone)
        await panel.press(text("settings-change-limits"))
        assert text("settings-channel-gone") in panel.words


async def test_a_control_of_another_version_of_the_bot_opens_a_panel_of_this_one(
    tmp_path: Path,
) -> None:
    async with opened_panel(tmp_path) as panel:
        for custom_id in ("settings", "settings:gone:0:0:0:show:"):
            await panel.show("limits")
            assert text("settings-not-offered") not in panel.words
            used = replayed(panel.system, panel.person, panel.message, custom_id, [])
            assert await panel.system.discord.message_shown(used) is panel.message
            assert text("settings-not-offered") in panel.words


async def test_an_update_that_looks_failed_is_tried_again_and_shown_once(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        panel = await open_panel(system, moderator(system))
        for fault in (Reset(When.AFTER), StubbedResponse(502, HTML_502), Reset(When.BEFORE)):
            with subtests.test(fault=fault):
                system.discord.faults.inject("POST", r"/interactions/\d+/.+/callback", fault)
                await panel.show("limits")
                assert text("settings-limits-note") in panel.words
                await panel.show("askers")
                assert text("settings-limits-note") not in panel.words
                assert "while handling a press" not in bot.log


@pytest.mark.sqlite
async def test_what_takes_long_is_acknowledged_in_time_and_shown_later(tmp_path: Path) -> None:
    """Something else holds the database's lock, so that the change has to wait."""
    async with opened_panel(tmp_path) as panel:
        await panel.show("questions")
        with closing(sqlite3.connect(make_url(panel.system.database.url).database or "")) as other:
            other.execute("BEGIN IMMEDIATE")
            await panel.set(SettingName.SERVED, "=nothing")
            assert SAVED not in panel.words
            other.rollback()
        await panel.system.discord.until(lambda: SAVED in panel.words)
        assert panel.stored(SettingName.SERVED)


async def test_a_store_that_fails_is_told_and_the_panel_can_be_used_again(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        panel = await open_panel(system, moderator(system))
        await panel.show("questions")
        system.database.execute("ALTER TABLE guild_setting_changes RENAME TO elsewhere")
        await panel.set(SettingName.SERVED, "=nothing")
        assert text("settings-store-failed") in panel.words
        assert "**What I answer**: mentions of me" in panel.words
        assert "while showing or changing the settings of a server" in bot.log
        await said_alone(panel, "changes")
        system.database.execute("ALTER TABLE elsewhere RENAME TO guild_setting_changes")
        await panel.set(SettingName.SERVED, "=nothing")
        assert SAVED in panel.words


async def said_alone(panel: OpenedPanel, page: str) -> None:
    """A page can't be shown: that is a message of its own, and the panel stays."""
    system, before = panel.system, panel.words
    select = text("settings-choose-page")
    used = system.world.controls.choose(panel.message, panel.person, select, [page])
    shown = await system.discord.message_shown(used)
    assert shown.content == text("settings-store-failed")
    assert shown.ephemeral
    assert panel.words == before
