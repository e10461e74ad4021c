"""A panel as a whole: within Discord's limits, whatever it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import discord
import pytest

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import (
    AnswerPlace,
    Served,
    SettingChange,
    SettingName,
    SettingValue,
)
from bridge_bot.discord_adapter.intake.handoff.help_role import RoleProblem
from bridge_bot.discord_adapter.intake.settings_panel.drawing.components import (
    Button,
    Divider,
    Entity,
    EntitySelect,
    OptionSelect,
    Panel,
    Text,
)
from bridge_bot.discord_adapter.intake.settings_panel.drawing.frame import panel
from bridge_bot.discord_adapter.intake.settings_panel.in_force import LIMITS, OperatorOptions
from bridge_bot.discord_adapter.intake.settings_panel.limits_form import MOST, limits_form
from bridge_bot.discord_adapter.intake.settings_panel.press import Page
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown
from bridge_bot.texts import Texts
from tests.discord_adapter.intake.settings_panel.panels import (
    CHANNEL_ID,
    blocks,
    buttons,
    shown,
    words,
)
from tests.harness.english import text

MANY_IDS = frozenset(range(10**18, 10**18 + 1000))
MUCH: dict[SettingName, SettingValue] = {
    SettingName.SERVED: Served.MESSAGES,
    SettingName.ANSWER_PLACE: AnswerPlace.PRIVATE_THREAD,
    SettingName.CHAT_BOT: "@everyone **" + "x" * 88,
    SettingName.ASKER_ROLES: MANY_IDS,
    SettingName.SHUT_OUT: MANY_IDS,
    SettingName.ARCHIVE_AFTER: 10080,
    SettingName.ARCHIVE_RESOLVED: True,
    SettingName.SHOW_SOURCES: False,
    SettingName.SHOW_CONTROLS: False,
    SettingName.FEEDBACK_CHANNEL: 10**18,
    SettingName.HELP_ROLE: 10**18,
    SettingName.QUIET_AFTER_HELPER: 240,
    SettingName.PAUSED: True,
    **dict.fromkeys(LIMITS, MOST),
}
OPERATOR = OperatorOptions(
    tuple(f"{number}" + "x" * 97 for number in range(40)), dict.fromkeys(LIMITS, 1), False
)


def every_shown() -> Iterator[Shown]:
    """Each page of each kind of place, with much to say and with nothing."""
    change = SettingChange(
        1, 10**18, SettingName.SHUT_OUT, MANY_IDS, 10**18, MANY_IDS, 1_800_000_000, 9
    )
    for page, kind, much in product(Page, PlaceKind, (True, False)):
        values = MUCH if much else {}
        for served in (None, Served.MESSAGES, Served.POSTS):
            yield shown(
                page,
                channel=values,
                server=values,
                in_channel=kind is not PlaceKind.SERVER,
                kind=kind,
                permissions=discord.Permissions.none() if much else None,
                feedback_permissions=discord.Permissions.none() if much else None,
                role_problem=RoleProblem.NOT_MENTIONABLE if much else None,
                operator=OPERATOR if much else OperatorOptions(),
                notice=text("settings-changed-meanwhile"),
                to_confirm=served,
                changes=[change] * 8 if much else [],
                has_older=much,
                before=9 if much else 0,
            )


@pytest.mark.parametrize("texts", Texts.every(), ids=lambda texts: texts.locale)
def test_every_panel_is_within_discords_limits(texts: Texts) -> None:
    """Lengths are those of Discord's documentation ("Component Reference")."""
    for each in every_shown():
        if texts.locale != "en" and not each.has_older:
            continue  # with little to say, every language fits if English does
        drawn = panel(replace(each, texts=texts))
        said = blocks(drawn, Text)
        assert all(block.content.strip() for block in said)
        assert sum(len(block.content) for block in said) <= 4000
        assert _components(drawn) <= 40
        ids = [block.custom_id for block in _controls(drawn)]
        assert len(set(ids)) == len(ids)
        assert all(len(custom_id) <= 100 for custom_id in ids)
        for button in buttons(drawn).values():
            assert 1 <= len(button.label) <= 34
        for select in blocks(drawn, OptionSelect):
            assert len(select.options) <= 25
            assert [option.value for option in select.options].count(select.chosen) <= 1
            assert len({option.value for option in select.options}) == len(select.options)
            assert len(select.placeholder) <= 100
            for option in select.options:
                assert 1 <= len(option.value) <= 100
                assert 1 <= len(option.label) <= 100
                assert len(option.description) <= 100
        for chosen in blocks(drawn, EntitySelect):
            assert len(chosen.chosen_ids) <= chosen.most <= 25
            assert 1 <= len(chosen.placeholder) <= 100
        form = limits_form(replace(each, texts=texts))
        assert 1 <= len(form.title) <= 45
        assert all(len(field.label) <= 45 for field in form.fields)
        assert all(len(field.description) <= 100 for field in form.fields)


def test_names_are_mentions_and_a_chatbots_name_is_no_markdown() -> None:
    said = words(shown(server=MUCH, operator=OPERATOR))
    assert "\\@everyone \\*\\*x" in said
    assert "<@&1000000000000000000>" in said
    assert "and 995 more" in said


def test_it_says_what_it_is_about_and_what_has_happened() -> None:
    assert text("settings-whole-server") in words(shown())
    here = shown(in_channel=True, notice="Something has happened.")
    assert f"<#{CHANNEL_ID}>" in words(here).splitlines()[0]
    assert "Something has happened." in words(here)


def test_one_can_go_to_any_channel_and_page_and_back_to_the_server() -> None:
    here = shown(Page.LIMITS, in_channel=True)
    channels = next(one for one in blocks(here, EntitySelect) if one.entity is Entity.PLACE)
    assert channels.chosen_ids == (CHANNEL_ID,)
    pages = blocks(here, OptionSelect)[0]
    assert [option.value for option in pages.options] == list(Page)
    assert pages.chosen == Page.LIMITS
    assert text("settings-back-to-server") in buttons(here)
    assert text("settings-back-to-server") not in buttons(shown())


@pytest.mark.parametrize("page", Page)
def test_a_control_knows_of_which_version_it_was_drawn(page: Page) -> None:
    drawn = panel(shown(page, in_channel=True))
    assert all(f":{CHANNEL_ID}:3:" in each.custom_id for each in _controls(drawn))


def _controls(drawn: Panel) -> list[Button | OptionSelect | EntitySelect]:
    return [
        *buttons(drawn).values(),
        *blocks(drawn, OptionSelect),
        *blocks(drawn, EntitySelect),
    ]


def _components(drawn: Panel) -> int:
    """As Discord counts them: a row is one, too."""
    rows = len(drawn.blocks) - len(blocks(drawn, Text)) - len(blocks(drawn, Divider))
    return len(drawn.blocks) + rows + len(buttons(drawn)) - (len(buttons(drawn)) > 0)
