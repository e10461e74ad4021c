"""What can be chosen in a select, and what a choice means."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import (
    AnswerPlace,
    Served,
    SettingName,
    SettingValue,
)
from bridge_bot.discord_adapter.intake.settings_panel.choices import (
    NONE,
    RESET,
    NotOffered,
    chosen_option,
    chosen_value,
    options,
)
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from tests.discord_adapter.intake.settings_panel.panels import GUILD_ID, shown
from tests.harness.english import text

BY_OPTIONS = (
    SettingName.SERVED,
    SettingName.ANSWER_PLACE,
    SettingName.CHAT_BOT,
    SettingName.ARCHIVE_AFTER,
    SettingName.ARCHIVE_RESOLVED,
    SettingName.SHOW_SOURCES,
    SettingName.SHOW_CONTROLS,
    SettingName.LANGUAGE,
)


@pytest.mark.parametrize("name", BY_OPTIONS)
def test_each_option_sets_what_it_shows_as_chosen_afterwards(name: SettingName) -> None:
    before = shown(in_channel=True)
    assert chosen_option(name, before) == RESET
    for option in options(name, before):
        value = chosen_value(name, [option.value], before)
        after = shown(channel={} if value is None else {name: value})
        assert chosen_option(name, after) == option.value


@pytest.mark.parametrize(
    ("kind", "served", "places"),
    [
        (PlaceKind.TEXT, {"mentions", "messages", "nothing"}, set(AnswerPlace)),
        (
            PlaceKind.ANNOUNCEMENT,
            {"mentions", "messages", "nothing"},
            {AnswerPlace.PUBLIC_THREAD, AnswerPlace.CHANNEL},
        ),
        (PlaceKind.FORUM, {"mentions", "posts", "nothing"}, {AnswerPlace.CHANNEL}),
        (PlaceKind.VOICE, {"mentions", "messages", "nothing"}, {AnswerPlace.CHANNEL}),
    ],
)
def test_what_a_kind_of_place_does_not_have_is_not_offered(
    kind: PlaceKind, served: set[str], places: set[str]
) -> None:
    here = shown(kind=kind, in_channel=True)

    def offered(name: SettingName) -> set[str]:
        return {option.value.removeprefix("=") for option in options(name, here)} - {RESET}

    assert offered(SettingName.SERVED) == served
    assert offered(SettingName.ANSWER_PLACE) == places


def test_the_first_option_says_what_would_hold_without() -> None:
    here = shown(
        channel={SettingName.SERVED: Served.NOTHING}, server={SettingName.SERVED: Served.MESSAGES}
    )
    first = options(SettingName.SERVED, here)[0]
    assert first.label == text("settings-option-reset")
    assert text("settings-value-messages") in first.description
    of_server = options(SettingName.SERVED, shown(server={SettingName.SERVED: Served.MESSAGES}))[0]
    assert of_server.label == text("settings-option-reset-server")
    assert text("settings-value-mentions") in of_server.description


@pytest.mark.parametrize(
    ("name", "values"),
    [
        (SettingName.SERVED, ["=posts"]),  # it is no forum
        (SettingName.SERVED, ["messages"]),
        (SettingName.SERVED, []),
        (SettingName.CHAT_BOT, ["=gone"]),
        (SettingName.ARCHIVE_AFTER, ["=5"]),
        (SettingName.PAUSED, ["=True"]),  # it is no server
        (SettingName.ASKER_ROLES, ["admin"]),
        (SettingName.QUESTIONS_PER_DAY, ["=5"]),
        (SettingName.HELP_ROLE, [str(GUILD_ID)]),  # everybody
        (SettingName.QUIET_AFTER_HELPER, ["=5"]),
    ],
)
def test_what_is_not_offered_is_not_taken(name: SettingName, values: list[str]) -> None:
    with pytest.raises(NotOffered):
        chosen_value(name, values, shown(in_channel=True))


@pytest.mark.parametrize(
    ("name", "values", "servers", "value"),
    [
        (SettingName.ASKER_ROLES, ["5", "6"], frozenset(), frozenset({5, 6})),
        (SettingName.ASKER_ROLES, [], frozenset(), None),
        # A channel can be for everybody where its server is not.
        (SettingName.ASKER_ROLES, [], frozenset({5}), frozenset()),
        (SettingName.ASKER_ROLES, [str(GUILD_ID), "6"], frozenset({5}), frozenset()),
        (SettingName.SHUT_OUT, ["9"], frozenset({5}), frozenset({9})),
        (SettingName.SHUT_OUT, [], frozenset({5}), None),
    ],
)
def test_roles_and_members_are_their_ids(
    name: SettingName, values: list[str], servers: frozenset[int], value: SettingValue | None
) -> None:
    server = {SettingName.ASKER_ROLES: servers, SettingName.SHUT_OUT: servers}
    assert chosen_value(name, values, shown(channel={}, server=server)) == value


def test_a_channel_can_have_none_of_what_its_server_has() -> None:
    for name in (SettingName.FEEDBACK_CHANNEL, SettingName.HELP_ROLE):
        assert chosen_value(name, [NONE], shown(channel={}, server={name: 5})) == 0
        assert chosen_value(name, [NONE], shown(channel={name: 5})) is None


def test_there_are_never_more_options_than_discord_takes() -> None:
    many = shown(operator=OperatorOptions(tuple(f"bot {number}" for number in range(40))))
    offered = options(SettingName.CHAT_BOT, many)
    assert len(offered) == 25
    assert offered[0].value == RESET


def test_of_as_many_chatbots_as_there_can_be_each_can_be_chosen() -> None:
    """`CHAT_BOTS` has 24 at the most; a channel can also have the usual one, or its server's."""
    names = tuple(f"bot {number}" for number in range(24))
    name, operator = SettingName.CHAT_BOT, OperatorOptions(names)
    for server in ({}, {name: "bot 23"}):
        for own in ("", *names):
            here = shown(channel={name: own}, server=server, operator=operator)
            offered = [option.value for option in options(name, here)]
            assert len(offered) == 25
            is_servers = own == server.get(name, "")
            assert chosen_option(name, here) == (RESET if is_servers else f"={own}")
            assert chosen_option(name, here) in offered


def test_a_chatbot_is_offered_by_its_name_as_it_is() -> None:
    """Options show no Markdown, so nothing is escaped in them."""
    here = shown(operator=OperatorOptions(("*fast*",)))
    assert [option.label for option in options(SettingName.CHAT_BOT, here)][-1] == "*fast*"
