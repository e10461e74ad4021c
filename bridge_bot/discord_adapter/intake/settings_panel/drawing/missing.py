"""What the bot lacks to do what is chosen. Pure."""

from __future__ import annotations

from collections.abc import Iterable

import discord

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import AnswerPlace, Served, SettingName
from bridge_bot.discord_adapter.intake.handoff.help_role import RoleProblem
from bridge_bot.discord_adapter.intake.settings_panel.choices import COSTLY
from bridge_bot.discord_adapter.intake.settings_panel.drawing.wording import text_key
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown
from bridge_bot.texts import Texts

_OF_ROLE = {
    RoleProblem.EVERYBODY: "settings-not-everybody",
    RoleProblem.GONE: "settings-lacks-helpers",
    RoleProblem.NOT_MENTIONABLE: "settings-lacks-role",
}

_WITH_PRIVATE_THREADS = frozenset({PlaceKind.SERVER, PlaceKind.TEXT})


def warnings(name: SettingName, shown: Shown) -> list[str]:
    """What the bot lacks for what is in force of a setting, each as a line."""
    key = ""
    match name:
        case SettingName.SERVED:
            return _of_served(shown)
        case SettingName.ANSWER_PLACE:
            return _of_answer_place(shown)
        case SettingName.ASKER_ROLES:
            roles = shown.in_force(name).value
            if isinstance(roles, frozenset) and roles and roles <= shown.place.gone_ids:
                key = "settings-lacks-askers"
        case SettingName.ARCHIVE_RESOLVED if shown.in_force(name).value is True:
            permissions, effect_key = shown.place.permissions, "settings-lacks-resolving"
            return _lacks(permissions, ("manage_threads",), effect_key, shown.texts)
        case SettingName.FEEDBACK_CHANNEL:
            return _of_feedback_channel(shown)
        case SettingName.SHOW_SOURCES if not shown.operator.show_sources:
            key = "settings-operator-off"
        case SettingName.SHOW_CONTROLS if not shown.operator.show_controls:
            key = "settings-operator-off"
        case SettingName.HELP_ROLE if shown.place.role_problem is not None:
            key = _OF_ROLE[shown.place.role_problem]
    return [shown.texts.get(key)] if key else []


def _of_served(shown: Shown) -> list[str]:
    served = shown.in_force(SettingName.SERVED).value
    if served == Served.NOTHING:
        return []
    needed: tuple[str, ...] = ("view_channel",)
    if shown.place.kind is PlaceKind.VOICE:
        needed += ("connect", "send_messages")
    elif shown.place.kind is PlaceKind.FORUM:
        needed += ("send_messages_in_threads",)
    permissions, texts = shown.place.permissions, shown.texts
    lines = _lacks(permissions, needed, "settings-lacks-all", texts)
    if served == Served.POSTS and shown.place.kind is PlaceKind.FORUM:
        lines += _lacks(permissions, ("read_message_history",), "settings-lacks-history", texts)
    if served in COSTLY and not shown.operator.reads_messages:
        lines.append(shown.texts.get("settings-lacks-content"))
    return lines


def _of_answer_place(shown: Shown) -> list[str]:
    place, kind = shown.in_force(SettingName.ANSWER_PLACE).value, shown.place.kind
    if place == AnswerPlace.PRIVATE_THREAD and kind not in _WITH_PRIVATE_THREADS:
        in_posts = shown.in_force(SettingName.SERVED).value == Served.POSTS
        if kind is PlaceKind.FORUM and in_posts:
            return []  # answers stand in the posts
        return [shown.texts.get("settings-no-private-threads")]
    if kind in {PlaceKind.FORUM, PlaceKind.VOICE}:
        return []
    effect, needed = {
        AnswerPlace.PUBLIC_THREAD: (
            "thread",
            ("create_public_threads", "send_messages_in_threads"),
        ),
        AnswerPlace.PRIVATE_THREAD: (
            "private-thread",
            ("create_private_threads", "send_messages_in_threads"),
        ),
        AnswerPlace.CHANNEL: ("all", ("send_messages",)),
    }[AnswerPlace(str(place))]
    permissions, texts = shown.place.permissions, shown.texts
    lines = _lacks(permissions, needed, f"settings-lacks-{effect}", texts)
    if place == AnswerPlace.PRIVATE_THREAD and not lines:
        return _lacks(permissions, ("manage_threads",), "settings-lacks-moderation", texts)
    return lines


def _of_feedback_channel(shown: Shown) -> list[str]:
    if shown.in_force(SettingName.FEEDBACK_CHANNEL).value in shown.place.gone_ids:
        return [shown.texts.get("settings-feedback-gone")]
    permissions = shown.place.feedback_permissions
    if permissions is None:
        return []
    needed = ("view_channel", "send_messages")
    return _lacks(permissions, needed, "settings-lacks-feedback", shown.texts)


def _lacks(
    permissions: discord.Permissions, needed: Iterable[str], effect_key: str, texts: Texts
) -> list[str]:
    missing = [each for each in needed if not getattr(permissions, each)]
    if not missing or permissions.administrator:
        return []
    names = [texts.get(text_key("settings-permission", each)) for each in missing]
    said = texts.get("list-separator").join(names)
    return [texts.get("settings-lacks", permissions=said, effect=texts.get(effect_key))]
