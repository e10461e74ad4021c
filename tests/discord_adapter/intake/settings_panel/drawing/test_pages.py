"""What stands on each page."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import (
    AnswerPlace,
    Served,
    SettingChange,
    SettingName,
)
from bridge_bot.discord_adapter.intake.settings_panel.choices import RESET, options
from bridge_bot.discord_adapter.intake.settings_panel.drawing.components import (
    EntitySelect,
    OptionSelect,
)
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.discord_adapter.intake.settings_panel.press import Action, Page, Press
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown
from tests.discord_adapter.intake.settings_panel.panels import blocks, buttons, shown, words
from tests.harness.english import text

ANYWHERE, THREADS = {"served", "chat_bot", "language"}, {"archive_after", "archive_resolved"}
CHANGE = SettingChange(1, 0, SettingName.SERVED, Served.NOTHING, 5, None, 1_800_000_000, 3)


def settings_on(of: Shown) -> set[str]:
    """The settings that have a control on a page."""
    presses = (
        Press.of(each.custom_id) for each in blocks(of, OptionSelect) + blocks(of, EntitySelect)
    )
    return {press.argument for press in presses if press and press.action is Action.SET}


@pytest.mark.parametrize(
    ("page", "kind", "settings"),
    [
        (Page.QUESTIONS, PlaceKind.TEXT, {*ANYWHERE, "answer_place", *THREADS}),
        (Page.QUESTIONS, PlaceKind.FORUM, {*ANYWHERE, "archive_resolved"}),
        (Page.QUESTIONS, PlaceKind.VOICE, ANYWHERE),
        (Page.ASKERS, PlaceKind.TEXT, {"asker_roles", "shut_out"}),
        (
            Page.EXTRAS,
            PlaceKind.TEXT,
            {"show_sources", "show_controls", "feedback_channel", "help_role"},
        ),
        (Page.LIMITS, PlaceKind.TEXT, set()),
        (Page.CHANGES, PlaceKind.TEXT, set()),
        (Page.OVERVIEW, PlaceKind.TEXT, set()),
    ],
)
def test_each_page_has_its_settings(page: Page, kind: PlaceKind, settings: set[str]) -> None:
    assert settings_on(shown(page, kind=kind, in_channel=True)) == settings


def test_where_answers_go_is_chosen_in_a_forum_only_if_something_else_is_set() -> None:
    private = {SettingName.ANSWER_PLACE: AnswerPlace.PRIVATE_THREAD}
    assert "answer_place" in settings_on(
        shown(Page.QUESTIONS, server=private, kind=PlaceKind.FORUM, in_channel=True)
    )


def test_how_long_it_keeps_quiet_is_chosen_where_a_role_is_named() -> None:
    called = {SettingName.HELP_ROLE: 9}
    assert "quiet_after_helper" in settings_on(shown(Page.EXTRAS, server=called, in_channel=True))


@pytest.mark.parametrize(
    ("kind", "served"), [(PlaceKind.FORUM, Served.MESSAGES), (PlaceKind.TEXT, Served.POSTS)]
)
def test_what_a_server_has_answered_is_told_of_a_channel_as_it_acts_there(
    kind: PlaceKind, served: Served
) -> None:
    """A forum has no messages beside its posts, and a channel no posts."""
    server = {SettingName.SERVED: served}
    here = shown(server=server, kind=kind, in_channel=True)
    assert "**What I answer**: mentions of me · *set for the server*" in words(here)
    first = options(SettingName.SERVED, here)[0]
    assert text("settings-value-mentions") in first.description
    assert text(f"settings-value-{served}") in words(shown(server=server))


def test_a_time_of_archiving_that_is_set_for_a_forum_can_be_reset() -> None:
    set_here = shown(Page.QUESTIONS, kind=PlaceKind.FORUM, channel={SettingName.ARCHIVE_AFTER: 60})
    assert "archive_after" in settings_on(set_here)


def test_without_chatbots_to_choose_from_there_is_no_such_setting() -> None:
    none = OperatorOptions()
    assert "chat_bot" not in settings_on(shown(Page.QUESTIONS, operator=none))
    gone = shown(Page.QUESTIONS, server={SettingName.CHAT_BOT: "old"}, operator=none)
    assert "chat_bot" in settings_on(gone)


def test_the_overview_says_what_is_in_force_and_where_it_comes_from() -> None:
    said = words(
        shown(
            channel={SettingName.SHUT_OUT: frozenset({5})},
            server={SettingName.SERVED: Served.NOTHING},
        )
    )
    assert "**Who may not ask**: <@5> · *set for this channel*" in said
    assert "**What I answer**: nothing · *set for the server*" in said
    assert "**Sources under answers**: on · *as usual*" in said


def test_the_overview_of_a_server_names_the_channels_with_settings_of_their_own() -> None:
    channel = {SettingName.SHUT_OUT: frozenset({5})}
    assert "<#7>" in words(shown(channel=channel, in_channel=False))
    assert "<#7>" not in words(shown())


@pytest.mark.parametrize(("paused", "label"), [(False, "pause"), (True, "go-on")])
def test_a_server_has_its_pause_and_a_channel_is_told_of_it(paused: bool, label: str) -> None:
    server = {SettingName.PAUSED: paused}
    button = buttons(shown(server=server))[text(f"settings-{label}")]
    assert button.custom_id.endswith(f":take:paused={not paused}")
    in_channel = shown(server=server, in_channel=True)
    assert text(f"settings-{label}") not in buttons(in_channel)
    assert (text("settings-value-paused") in words(in_channel)) is paused


@pytest.mark.parametrize("served", [Served.MESSAGES, Served.POSTS])
def test_what_costs_is_asked_once_more_in_place_of_its_select(served: Served) -> None:
    asked = shown(Page.QUESTIONS, to_confirm=served)
    assert "served" not in settings_on(asked)
    assert "paid request" in words(asked)
    take = buttons(asked)[text(f"settings-take-{served}")]
    assert take.custom_id.endswith(f":take:served={served}")
    assert text("settings-cancel") in buttons(asked)


def test_what_is_set_here_can_be_reset_by_a_button_where_no_option_does_it() -> None:
    name = SettingName.ASKER_ROLES
    set_here = shown(Page.ASKERS, channel={name: frozenset({5})})
    assert buttons(set_here)[text("settings-reset")].custom_id.endswith(":reset:asker_roles")
    set_there = shown(Page.ASKERS, server={name: frozenset({5})}, in_channel=True)
    assert text("settings-reset") not in buttons(set_there)
    assert next(iter(blocks(set_there, OptionSelect)[1:]), None) is None
    assert all(
        RESET in {option.value for option in select.options}
        for select in blocks(shown(Page.EXTRAS), OptionSelect)[1:]
    )


@pytest.mark.parametrize("name", [SettingName.FEEDBACK_CHANNEL, SettingName.HELP_ROLE])
def test_a_channel_is_set_to_none_of_what_its_server_has_and_back(name: SettingName) -> None:
    none, reset = text("settings-none"), text("settings-reset")
    set_there = shown(Page.EXTRAS, server={name: 5}, in_channel=True)
    assert buttons(set_there)[none].custom_id.endswith(f":take:{name}=0")
    set_here = shown(Page.EXTRAS, server={name: 5}, channel={name: 0})
    assert buttons(set_here)[reset].custom_id.endswith(f":reset:{name}")
    for other in (set_here, shown(Page.EXTRAS, in_channel=True), shown(Page.EXTRAS)):
        assert none not in buttons(other)


@pytest.mark.parametrize(
    ("before", "has_older", "offered"),
    [
        (0, False, set()),
        (0, True, {"older"}),
        (9, True, {"older", "newest"}),
        (9, False, {"newest"}),
    ],
)
def test_the_list_of_changes_is_paged(before: int, has_older: bool, offered: set[str]) -> None:
    page = shown(Page.CHANGES, changes=[CHANGE], before=before, has_older=has_older)
    assert "<@5>" in words(page)
    assert {
        key for key in ("older", "newest") if text(f"settings-{key}") in buttons(page)
    } == offered
    if has_older:
        older = Press.of(buttons(page)[text("settings-older")].custom_id)
        assert older is not None
        assert older.state.before == CHANGE.version


def test_a_list_without_changes_says_so() -> None:
    assert text("settings-no-changes") in words(shown(Page.CHANGES))
