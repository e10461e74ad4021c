"""How values are said."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.values import SettingChange, SettingName, SettingValue
from bridge_bot.discord_adapter.intake.settings_panel.drawing.wording import (
    change_text,
    in_force_text,
    value_text,
)
from bridge_bot.discord_adapter.intake.settings_panel.in_force import (
    SERVER,
    InForce,
    OperatorOptions,
    Source,
)
from tests.harness.english import ENGLISH

DAY = SettingName.MEMBER_QUESTIONS_PER_DAY


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (SettingName.SERVED, "messages", "every message"),
        (SettingName.ANSWER_PLACE, "private_thread", "in a private thread"),
        (SettingName.CHAT_BOT, "", "the usual one"),
        (SettingName.CHAT_BOT, "fast", "fast"),
        (SettingName.CHAT_BOT, "<@5> *x*", r"\<\@5\> \*x\*"),
        (SettingName.CHAT_BOT, "old", "old, which I don't have any more"),
        (SettingName.LANGUAGE, "jp", "Japanese · 日本語"),
        (SettingName.LANGUAGE, "auto", "the language of the question"),
        (SettingName.LANGUAGE, None, "as whoever runs me has set it"),
        (SettingName.ASKER_ROLES, frozenset({6, 5}), "<@&5> <@&6>"),
        (SettingName.ASKER_ROLES, frozenset[int](), "everybody"),
        (SettingName.SHUT_OUT, frozenset(range(1, 8)), "<@1> <@2> <@3> <@4> <@5> and 2 more"),
        (SettingName.SHUT_OUT, frozenset[int](), "nobody"),
        (DAY, 5, "5"),
        (DAY, 0, "no limit"),
        (SettingName.ARCHIVE_AFTER, 4320, "three days"),
        (SettingName.ARCHIVE_AFTER, None, "as the channel has it"),
        (SettingName.SHOW_SOURCES, True, "on"),
        (SettingName.SHOW_CONTROLS, False, "off"),
        (SettingName.FEEDBACK_CHANNEL, 8, "<#8>"),
        (SettingName.FEEDBACK_CHANNEL, None, "none"),
        (SettingName.HELP_ROLE, 9, "<@&9>"),
        (SettingName.PAUSED, True, "I'm taking a break"),
    ],
)
def test_each_value_has_its_words(name: SettingName, value: SettingValue | None, said: str) -> None:
    assert value_text(name, value, ENGLISH, chat_bots=("fast", "<@5> *x*")) == said


@pytest.mark.parametrize(
    ("value", "limit", "said"),
    [
        (5, 0, "5 · *set for the server*"),
        (5, 20, "5 · *set for the server*"),
        (50, 20, "Whoever runs me allows 20"),
        (0, 20, "20, by whoever runs me"),
        (0, 0, "no limit"),
    ],
)
def test_the_operators_limit_is_named_where_it_is_lower(value: int, limit: int, said: str) -> None:
    operator = OperatorOptions(limits={DAY: limit})
    line = in_force_text(DAY, InForce(value, Source.SERVER), ENGLISH, operator, SERVER)
    assert said in line
    assert ("Whoever" in line) is (value > limit > 0)


@pytest.mark.parametrize(
    ("channel_id", "former", "value", "said"),
    [
        (0, None, "messages", "the whole server · What I answer: as usual → every message"),
        (7, "messages", None, "<#7> · What I answer: every message → as usual"),
    ],
)
def test_a_change_says_who_changed_what_from_what_to_what_and_when(
    channel_id: int, former: str | None, value: str | None, said: str
) -> None:
    change = SettingChange(1, channel_id, SettingName.SERVED, value, 3, former, 1_800_000_000, 4)
    assert change_text(change, ENGLISH) == f"<t:1800000000:R> <@3> · {said}"
