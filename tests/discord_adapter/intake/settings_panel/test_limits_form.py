"""The form of the limits."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.discord_adapter.intake.settings_panel.in_force import LIMITS
from bridge_bot.discord_adapter.intake.settings_panel.limits_form import (
    MOST,
    NotANumber,
    limits_form,
    wanted_limits,
)
from bridge_bot.discord_adapter.intake.settings_panel.press import Action, Page, Press
from bridge_bot.texts import Texts
from tests.discord_adapter.intake.settings_panel.panels import shown
from tests.harness.english import text

DAY = SettingName.MEMBER_QUESTIONS_PER_DAY


def test_it_is_filled_in_with_what_is_set_and_names_the_operators_limit() -> None:
    form = limits_form(shown(Page.LIMITS, server={DAY: 5}))
    fields = {field.custom_id: field for field in form.fields}
    assert list(fields) == list(LIMITS)
    assert fields[DAY].value == "5"
    assert "20" in fields[DAY].description
    minute = fields[SettingName.MEMBER_QUESTIONS_PER_MINUTE]
    assert (minute.value, minute.description) == ("", text("settings-limit-about"))


def test_a_channel_has_a_limit_of_its_own_alone() -> None:
    """A member's questions are counted in the server as a whole."""
    form = limits_form(shown(Page.LIMITS, in_channel=True))
    assert [field.custom_id for field in form.fields] == [SettingName.QUESTIONS_PER_DAY]


def test_what_is_sent_knows_its_panel() -> None:
    press = Press.of(limits_form(shown(Page.LIMITS)).custom_id)
    assert press is not None
    assert (press.action, press.state) == (Action.SUBMIT, shown(Page.LIMITS).state)


def test_only_what_differs_is_changed() -> None:
    here = shown(server={DAY: 5, SettingName.QUESTIONS_PER_DAY: 9})
    sent = {DAY: " 5 ", SettingName.QUESTIONS_PER_DAY: "", "other": "1"}
    assert wanted_limits(sent, here) == {SettingName.QUESTIONS_PER_DAY: None}
    assert wanted_limits({DAY: "0", SettingName.QUESTIONS_PER_DAY: "9"}, here) == {DAY: 0}
    assert wanted_limits({DAY: str(MOST)}, shown()) == {DAY: MOST}


@pytest.mark.parametrize("locale", [each.locale for each in Texts.every()])
def test_a_number_may_be_written_as_the_language_shows_it(locale: str) -> None:
    for number in (7, 999, 1_000, 25_000, MOST):
        assert wanted_limits({DAY: Texts.of(locale).number(number)}, shown()) == {DAY: number}


@pytest.mark.parametrize("number", ["1 000", "1.000", "1'000", "１０００", "१,०००", "١٬٠٠٠"])
def test_separators_and_digits_of_any_script_are_read(number: str) -> None:
    assert wanted_limits({DAY: number}, shown()) == {DAY: 1_000}


@pytest.mark.parametrize(
    "number",
    ["ten", "-1", "1.5", "1,00", "1,000.5", "1.000,000", ",000", "²", str(MOST + 1), "9" * 400],
)
def test_what_is_no_number_is_told(number: str) -> None:
    with pytest.raises(NotANumber) as raised:
        wanted_limits({DAY: number}, shown())
    assert raised.value.name is DAY
