"""What `/usage` tells."""

from __future__ import annotations

import pytest

from bridge_bot.core.usage.usage import Counted, Usage, UsageBy, UsageTable
from bridge_bot.discord_adapter.intake.usage.command import usage_text
from bridge_bot.texts import Texts

MOST_CHARS = 4_000
"""The texts of a message may have so many (Discord's documentation)."""

TEXTS = Texts.of("en")


def usage(count: int) -> Usage:
    counted = Usage()
    for each in Counted:
        counted.add(each, 128_000 if each is Counted.FIRST_TEXT else 0, count)
    return counted


def test_a_table_is_told_of_days_of_channels_and_of_chatbots() -> None:
    days: dict[int | str, Usage] = {20_000: usage(2), 20_001: usage(1)}
    tables: dict[UsageBy, UsageTable] = {
        UsageBy.DAY: days,
        UsageBy.CHANNEL: {7: usage(3)},
        UsageBy.CHAT_BOT: {"": usage(3)},
    }
    shown = usage_text(tables, 7, lambda key: f"#{key}", TEXTS)
    assert shown.splitlines()[1:13] == [
        "```",
        "ask ok err stp   50%   95% up dn day",
        "  3  3   3   3 ≤128s ≤128s  3  3 in all",
        "  1  1   1   1 ≤128s ≤128s  1  1 2024-10-05",
        "  2  2   2   2 ≤128s ≤128s  2  2 2024-10-04",
        "```",
        "```",
        "ask ok err stp   50%   95% up dn channel",
        "  3  3   3   3 ≤128s ≤128s  3  3 #7",
        "```",
        "```",
        "ask ok err stp   50%   95% up dn chatbot",
    ]


@pytest.mark.parametrize("texts", Texts.every(), ids=lambda texts: texts.locale)
def test_a_large_server_and_hostile_names_fit_into_a_message_and_its_blocks_of_code(
    texts: Texts,
) -> None:
    channels: dict[int | str, Usage] = {each: usage(99_999) for each in range(500)}
    tables: dict[UsageBy, UsageTable] = {
        UsageBy.DAY: {each: usage(99_999) for each in range(90)},
        UsageBy.CHANNEL: channels,
        UsageBy.CHAT_BOT: {f"```{each}" * 20: usage(99_999) for each in range(30)},
    }
    shown = usage_text(tables, 90, lambda key: f"```@everyone{key}" * 20, texts)
    assert len(shown) <= MOST_CHARS
    assert shown.count("```") == 6
    for more in (60, 490, 25):
        assert texts.get("usage-more", count=more) in shown


@pytest.mark.parametrize("texts", Texts.every(), ids=lambda texts: texts.locale)
def test_where_numbers_are_wide_fewer_rows_are_shown(texts: Texts) -> None:
    """Billions a day, in each language."""
    days: dict[int | str, Usage] = {each: usage(10**9) for each in range(20_000, 20_090)}
    channels: dict[int | str, Usage] = {each: usage(10**9) for each in range(500)}
    tables: dict[UsageBy, UsageTable] = {
        UsageBy.DAY: days,
        UsageBy.CHANNEL: channels,
        UsageBy.CHAT_BOT: {str(each): usage(10**9) for each in range(30)},
    }
    shown = usage_text(tables, 90, lambda key: f"#{key}" * 20, texts)
    assert MOST_CHARS - 200 < len(shown) <= MOST_CHARS
    assert shown.count("```") == 6
    assert shown.count("90000000000") >= 4  # of all days
