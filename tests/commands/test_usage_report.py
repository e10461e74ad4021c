"""What `bridge-bot usage` prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bridge_bot.commands.usage_report import read, usage_json, usage_report
from bridge_bot.core.errors import StoreError
from bridge_bot.core.usage.usage import Counted, Usage, UsageBy, UsageTable
from bridge_bot.settings import DatabaseSettings, load
from bridge_bot.texts import Texts
from tests.harness.database import new_database


def usage(asked: int) -> Usage:
    counted = Usage()
    counted.add(Counted.ASKED, 0, asked)
    return counted


TABLES: dict[UsageBy, UsageTable] = {
    UsageBy.DAY: {20_000: usage(2), 20_001: usage(1)},
    UsageBy.GUILD: {1: usage(1), 0: usage(2)},
    UsageBy.CHANNEL: {7: usage(1), 0: usage(2)},
    UsageBy.CHAT_BOT: {"": usage(1), "billing": usage(2)},
}


def test_the_report_has_a_table_for_each_and_says_what_is_private() -> None:
    rows = [line.split() for line in usage_report(TABLES, 20_000, Texts.of("en")).splitlines()]
    named = {" ".join(row[8:]): row[0] for row in rows if len(row) > 8 and row[0].isdigit()}
    assert named == {
        "in all": "3",
        "2024-10-05": "1",
        "2024-10-04": "2",
        "direct messages, and where only the asker sees the answer": "2",
        "1": "1",
        "7": "1",
        "billing": "2",
        "the usual one": "1",
    }


def test_json_has_all_rows_with_ids_as_texts() -> None:
    told = json.loads(usage_json(TABLES, 20_000))
    assert (told["since"], told["in_all"]["asked"]) == ("2024-10-04", 3)
    assert [row["day"] for row in told["days"]] == ["2024-10-05", "2024-10-04"]
    assert [(row["guild_id"], row["asked"]) for row in told["guilds"]] == [("0", 2), ("1", 1)]
    assert [row["channel_id"] for row in told["channels"]] == ["0", "7"]
    assert [row["chat_bot"] for row in told["chat_bots"]] == ["billing", ""]


async def test_it_is_said_that_there_is_nothing(tmp_path: Path) -> None:
    settings = load(DatabaseSettings, {"DATABASE_URL": new_database(tmp_path).url})
    assert (await read(settings, 7, as_json=False)).startswith("Nobody has asked the bot anything")
    assert json.loads(await read(settings, 7, as_json=True))["days"] == []


async def test_it_makes_no_database(tmp_path: Path) -> None:
    settings = load(DatabaseSettings, {"DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}"})
    with pytest.raises(StoreError, match="there is no database"):
        await read(settings, 7, as_json=False)
    assert not (tmp_path / "bot.db").exists()
