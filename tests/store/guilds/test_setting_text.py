"""Values of settings as they are stored."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.values import AnswerPlace, Served, SettingName, SettingValue
from bridge_bot.store.guilds.setting_text import text_of, value_of


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        (SettingName.SERVED, Served.POSTS, "posts"),
        (SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD, "private_thread"),
        (SettingName.CHAT_BOT, "", ""),
        (SettingName.CHAT_BOT, "true", "true"),
        (SettingName.ASKER_ROLES, frozenset(), ""),
        (SettingName.SHUT_OUT, frozenset({2**62, 7}), f"7 {2**62}"),
        (SettingName.QUESTIONS_PER_DAY, 0, "0"),
        (SettingName.ARCHIVE_AFTER, 1440, "1440"),
        (SettingName.FEEDBACK_CHANNEL, 2**63 - 1, str(2**63 - 1)),
        (SettingName.PAUSED, True, "true"),
        (SettingName.SHOW_SOURCES, False, "false"),
    ],
)
def test_a_value_comes_back_from_its_text(
    name: SettingName, value: SettingValue, text: str
) -> None:
    assert text_of(value) == text
    found = value_of(name, text)
    assert (found, isinstance(found, bool)) == (value, isinstance(value, bool))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (SettingName.SERVED, "everything"),
        (SettingName.PAUSED, "1"),
        (SettingName.QUESTIONS_PER_DAY, "many"),
        (SettingName.QUESTIONS_PER_DAY, "-1"),
        (SettingName.ARCHIVE_AFTER, "5"),
        (SettingName.HELP_ROLE, "-1"),
        (SettingName.SHUT_OUT, "7,8"),
        (SettingName.CHAT_BOT, "x" * 101),
    ],
)
def test_a_text_that_no_value_has_is_refused(name: SettingName, text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        value_of(name, text)
