"""How settings and their values are said. Pure.

Members, roles and channels are said as mentions, which show their names as Discord has them: no
name becomes a part of a text, whatever is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from bridge_bot.core.guild_settings.values import SettingChange, SettingName, SettingValue
from bridge_bot.core.replies.notices import as_plain_text
from bridge_bot.discord_adapter.intake.commands.language import language_text
from bridge_bot.discord_adapter.intake.settings_panel.in_force import (
    LIMITS,
    SERVER,
    InForce,
    OperatorOptions,
)
from bridge_bot.texts import Texts

_MOST_MENTIONS = 5
_MOST_BOT_CHARS = 60

_ENTITIES: dict[SettingName, tuple[str, str]] = {
    SettingName.ASKER_ROLES: ("<@&{}>", "settings-value-everybody"),
    SettingName.SHUT_OUT: ("<@{}>", "settings-value-nobody"),
    SettingName.FEEDBACK_CHANNEL: ("<#{}>", "settings-value-no-channel"),
    SettingName.HELP_ROLE: ("<@&{}>", "settings-value-no-role"),
}
"""How one of them is mentioned, and what is said where there is none."""

_ARCHIVE_AFTER = {60: "hour", 1440: "day", 4320: "three-days", 10080: "week"}


def text_key(before: str, value: object) -> str:
    """The key of the text for a value, such as `settings-name-shut-out`."""
    return f"{before}-{value}".replace("_", "-")


def name_text(name: SettingName, texts: Texts) -> str:
    """What a setting is called."""
    return texts.get(text_key("settings-name", name))


def place_text(channel_id: int, texts: Texts) -> str:
    """A channel as a mention, or "the whole server"."""
    return f"<#{channel_id}>" if channel_id != SERVER else texts.get("settings-whole-server")


def mentions(form: str, ids: Iterable[int], texts: Texts) -> str:
    """Some of these as mentions, and how many more there are."""
    every = sorted(ids)
    shown = " ".join(form.format(each) for each in every[:_MOST_MENTIONS])
    more = len(every) - _MOST_MENTIONS
    if more <= 0:
        return shown
    return texts.get("settings-value-more", shown=shown, more=more)


def value_text(
    name: SettingName,
    value: SettingValue | None,
    texts: Texts,
    *,
    chat_bots: Iterable[str] | None = None,
) -> str:
    """A value that is in force. With `chat_bots` it is said of a chatbot if it is none of them."""
    if name in _ENTITIES:
        return _entities_text(name, value, texts)
    if name in LIMITS:
        if isinstance(value, int) and value:
            return texts.number(value)
        return texts.get("settings-value-no-limit")
    said: Callable[[], str] = {
        SettingName.CHAT_BOT: partial(_bot_text, str(value or ""), texts, chat_bots),
        SettingName.LANGUAGE: partial(_language_text, value, texts),
        SettingName.ARCHIVE_AFTER: partial(_archive_text, value, texts),
        SettingName.ARCHIVE_RESOLVED: partial(_on_off_text, value, texts),
        SettingName.SHOW_SOURCES: partial(_on_off_text, value, texts),
        SettingName.SHOW_CONTROLS: partial(_on_off_text, value, texts),
        SettingName.QUIET_AFTER_HELPER: partial(_minutes_text, value, texts),
        SettingName.PAUSED: partial(_paused_text, value, texts),
    }.get(name, lambda: texts.get(text_key("settings-value", value)))
    return said()


def in_force_text(
    name: SettingName, found: InForce, texts: Texts, operator: OperatorOptions, channel_id: int
) -> str:
    """A line that says what a setting is, what is in force, and where that comes from."""
    value = value_text(name, found.value, texts, chat_bots=operator.chat_bots)
    limit = operator.limit(name, channel_id) if name in LIMITS else 0
    if limit and not found.value:
        value = texts.get("settings-value-operator-limit", limit=limit)
    source = texts.get(f"settings-source-{found.source}")
    line = texts.get("settings-in-force", name=name_text(name, texts), value=value, source=source)
    if limit and isinstance(found.value, int) and found.value > limit:
        line += "\n" + texts.get("settings-operator-limit", limit=limit)
    return line


def change_text(change: SettingChange, texts: Texts) -> str:
    """A line of the list of changes."""

    def said(value: SettingValue | None) -> str:
        if value is None:
            return texts.get("settings-value-unset")
        return value_text(change.name, value, texts)

    return texts.get(
        "settings-change",
        when=f"<t:{change.at_s}:R>",
        member=f"<@{change.member_id}>",
        place=place_text(change.channel_id, texts),
        name=name_text(change.name, texts),
        former=said(change.former),
        value=said(change.value),
    )


def _entities_text(name: SettingName, value: SettingValue | None, texts: Texts) -> str:
    form, none = _ENTITIES[name]
    ids = value if isinstance(value, frozenset) else [int(value)] if value else []
    return mentions(form, ids, texts) if ids else texts.get(none)


def _bot_text(bot: str, texts: Texts, chat_bots: Iterable[str] | None) -> str:
    if not bot:
        return texts.get("settings-value-usual-bot")
    shown = as_plain_text(bot, _MOST_BOT_CHARS)
    if chat_bots is not None and bot not in chat_bots:
        return texts.get("settings-value-bot-gone", bot=shown)
    return shown


def _language_text(value: SettingValue | None, texts: Texts) -> str:
    if not isinstance(value, str):
        return texts.get("settings-value-usual-language")
    return language_text(value, texts)


def _archive_text(value: SettingValue | None, texts: Texts) -> str:
    after = _ARCHIVE_AFTER.get(value) if isinstance(value, int) else None
    return texts.get(f"settings-value-{after or 'archive-usual'}")


def _on_off_text(value: SettingValue | None, texts: Texts) -> str:
    return texts.get("settings-value-on" if value else "settings-value-off")


def _minutes_text(value: SettingValue | None, texts: Texts) -> str:
    minutes = value if isinstance(value, int) else 0
    return texts.get("settings-value-minutes", minutes=minutes)


def _paused_text(value: SettingValue | None, texts: Texts) -> str:
    return texts.get("settings-value-paused" if value else "settings-value-running")
