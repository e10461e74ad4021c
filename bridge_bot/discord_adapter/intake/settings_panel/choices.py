"""What a setting can be set to by a select, and what a choice there means. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import (
    AnswerPlace,
    Served,
    SettingName,
    SettingValue,
)
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.discord_adapter.intake.settings_panel.drawing.components import Option
from bridge_bot.discord_adapter.intake.settings_panel.drawing.wording import text_key, value_text
from bridge_bot.discord_adapter.intake.settings_panel.in_force import NOT_INHERITED
from bridge_bot.discord_adapter.intake.settings_panel.place import as_served
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown

NONE = "=0"
"""The value by which a channel has no such channel or role, although its server has one."""

RESET = "-"
"""The value of the option that removes a setting, so that what is inherited holds."""

COSTLY = frozenset({Served.MESSAGES, Served.POSTS})
"""What has to be confirmed."""

ARCHIVE_MINUTES = (60, 1440, 4320, 10080)
"""What Discord offers (its documentation: `auto_archive_duration`)."""

QUIET_MINUTES = (0, 10, 30, 60, 240)
"""How long the bot may keep quiet after one who helps; see `kinds.CHOICES`."""

_ROLES_AND_MEMBERS = (SettingName.ASKER_ROLES, SettingName.SHUT_OUT)
_ENTITIES = (SettingName.FEEDBACK_CHANNEL, SettingName.HELP_ROLE)
_MOST_OPTIONS = 25  # of Discord's selects
_LABEL_CHARS = 100


class NotOffered(Exception):
    """That can't be chosen, or not any more."""

    text_key = "settings-not-offered"


class EverybodyNotOffered(NotOffered):
    """The role of everybody is never called."""

    text_key = "settings-not-everybody"


def options(name: SettingName, shown: Shown) -> tuple[Option, ...]:
    """The options of a setting in this place, the first of which resets it."""
    texts = shown.texts
    inherits = not shown.is_server and name not in NOT_INHERITED
    present = value_text(
        name, shown.without_own(name).value, texts, chat_bots=shown.operator.chat_bots
    )
    reset = Option(
        RESET,
        texts.get("settings-option-reset" if inherits else "settings-option-reset-server"),
        texts.get("settings-option-now", value=present)[:_LABEL_CHARS],
    )
    offered = (_option(name, value, shown) for value in _offered(name, shown))
    return (reset, *offered)[:_MOST_OPTIONS]


def chosen_option(name: SettingName, shown: Shown) -> str:
    """The value of the option that is in force."""
    own = shown.own(name)
    is_as_without = name is SettingName.CHAT_BOT and own == shown.without_own(name).value
    return RESET if own is None or is_as_without else _option_value(own)


def chosen_value(name: SettingName, values: Sequence[str], shown: Shown) -> SettingValue | None:
    """What a setting is to be set to, as `values` are chosen in its select; None: it is reset.

    Raises `NotOffered` if that is not offered (any more).
    """
    if name in _ROLES_AND_MEMBERS:
        return _chosen_ids(name, values, shown)
    if name in _ENTITIES and list(values) == [NONE]:
        return 0 if shown.without_own(name).value else None
    if name in _ENTITIES:
        chosen = _id(values[0]) if values else None
        if name is SettingName.HELP_ROLE and chosen == shown.settings.guild_id:
            raise EverybodyNotOffered(name)
        return chosen
    if list(values) == [RESET]:
        return None
    for value in _offered(name, shown):
        if list(values) == [_option_value(value)]:
            return value
    raise NotOffered(name)


def _offered(name: SettingName, shown: Shown) -> Sequence[SettingValue]:
    offered: dict[SettingName, Sequence[SettingValue]] = {
        SettingName.SERVED: _offered_served(shown.place.kind),
        SettingName.ANSWER_PLACE: answer_places(shown.place.kind),
        SettingName.CHAT_BOT: _offered_chat_bots(shown),
        SettingName.LANGUAGE: tuple(LANGUAGES),
        SettingName.ARCHIVE_AFTER: ARCHIVE_MINUTES if opens_threads(shown.place.kind) else (),
        SettingName.ARCHIVE_RESOLVED: (True, False),
        SettingName.SHOW_SOURCES: (True, False),
        SettingName.SHOW_CONTROLS: (True, False),
        SettingName.QUIET_AFTER_HELPER: QUIET_MINUTES,
        SettingName.PAUSED: (True, False) if shown.is_server else (),
    }
    return offered.get(name, ())


def _offered_chat_bots(shown: Shown) -> Sequence[str]:
    """Without that which a reset brings: of 24 chatbots and the usual one, a select has no room for
    that too.
    """
    without = shown.without_own(SettingName.CHAT_BOT).value
    return tuple(each for each in ("", *shown.operator.chat_bots) if each != without)


def _offered_served(kind: PlaceKind) -> Sequence[Served]:
    return [each for each in Served if each is as_served(kind, each)]


def opens_threads(kind: PlaceKind) -> bool:
    """Whether the bot may open threads of its own in a place of that kind."""
    return kind in {PlaceKind.SERVER, PlaceKind.TEXT, PlaceKind.ANNOUNCEMENT}


def answer_places(kind: PlaceKind) -> Sequence[AnswerPlace]:
    """Where answers can go in a place of that kind; one where it is clear.

    Private threads exist in text channels alone (Discord's documentation, "Threads"). In a forum,
    "in the channel" is in the post.
    """
    match kind:
        case PlaceKind.SERVER | PlaceKind.TEXT:
            return tuple(AnswerPlace)
        case PlaceKind.ANNOUNCEMENT:
            return (AnswerPlace.PUBLIC_THREAD, AnswerPlace.CHANNEL)
        case _:
            return (AnswerPlace.CHANNEL,)


def _chosen_ids(name: SettingName, values: Sequence[str], shown: Shown) -> frozenset[int] | None:
    ids = frozenset(map(_id, values))
    if shown.settings.guild_id in ids:
        ids = frozenset()  # the role @everyone
    # A channel can be for everybody where its server is not.
    if ids or (name is SettingName.ASKER_ROLES and shown.without_own(name).value):
        return ids
    return None


def _id(value: str) -> int:
    if not value.isdecimal():
        raise NotOffered(value)
    return int(value)


def _option(name: SettingName, value: SettingValue, shown: Shown) -> Option:
    if name is SettingName.CHAT_BOT and value:
        # Discord shows an option as it is, without Markdown.
        return Option(_option_value(value), str(value)[:_LABEL_CHARS])
    description = ""
    if name in {SettingName.SERVED, SettingName.ANSWER_PLACE}:
        description = shown.texts.get(text_key("settings-about", value))
    label = value_text(name, value, shown.texts)
    return Option(_option_value(value), label[:1].upper() + label[1:], description)


def _option_value(value: SettingValue) -> str:
    """Marked, so that it is neither empty nor that of resetting."""
    return f"={value}"[:_LABEL_CHARS]
