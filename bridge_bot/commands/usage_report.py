"""What `bridge-bot usage` prints: read from the database, whether the bot runs or not."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from functools import partial

from bridge_bot.core.usage.drawing import by_day, by_use, date_of, drawn, numbers, with_total
from bridge_bot.core.usage.usage import PRIVATE, SECONDS_A_DAY, UsageBy, UsageTable, in_all
from bridge_bot.settings import DatabaseSettings
from bridge_bot.store import schema
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.texts import Texts

_MOST_ROWS = 50

_LEGEND = """\
ask: questions sent to the chatbot; ok: complete answers; err: failed; stp: stopped early; 50%, 95%:
so many of the answers began within this time after the question; up, dn: votes. Days are in UTC.
What has happened in the last seconds may be missing."""

Tables = Mapping[UsageBy, UsageTable]


async def read(settings: DatabaseSettings, days: int, *, as_json: bool) -> str:
    """The usage of today and the days before. Raises `StoreError`, also if the database is not
    there or not at the newest revision.
    """
    url = settings.url.reveal()
    await asyncio.to_thread(schema.require_newest, url)
    since_day = int(time.time() // SECONDS_A_DAY) - days + 1
    async with SqlStore(url) as store:
        tables = {by: await store.usage.read(by, since_day) for by in UsageBy}
    if as_json:
        return usage_json(tables, since_day)
    return usage_report(tables, since_day, Texts.of("en"))


def usage_report(tables: Tables, since_day: int, texts: Texts) -> str:
    """The tables as text. Pure."""
    since = date_of(since_day)
    if not any(tables.values()):
        return f"Nobody has asked the bot anything since {since}, as far as is stored."
    total = texts.get("usage-total")
    days = tables[UsageBy.DAY]

    def name(by: UsageBy, key: int | str) -> str:
        if by is UsageBy.CHAT_BOT:
            return str(key) or texts.get("usage-default-chat-bot")
        if by is UsageBy.DAY:
            return total if key == total else date_of(key)
        return texts.get("usage-private") if key == PRIVATE else str(key)

    parts = [f"Usage since {since}, names by their ids:"]
    for by, key in (
        (UsageBy.DAY, "usage-by-day"),
        (UsageBy.GUILD, "usage-by-guild"),
        (UsageBy.CHANNEL, "usage-by-channel"),
        (UsageBy.CHAT_BOT, "usage-by-chat-bot"),
    ):
        rows = with_total(days, total) if by is UsageBy.DAY else by_use(tables[by])
        parts.append(drawn(rows, partial(name, by), texts.get(key), texts, _MOST_ROWS))
    return "\n\n".join((*parts, _LEGEND))


def usage_json(tables: Tables, since_day: int) -> str:
    """The tables as JSON: a list of rows for each. Ids are texts, since JavaScript's numbers would
    round them. Pure.
    """
    days = tables[UsageBy.DAY]
    told: dict[str, object] = {
        "since": date_of(since_day),
        "in_all": numbers(in_all(days)),
        "days": [{"day": date_of(key)} | numbers(row) for key, row in by_day(days).items()],
    }
    for by, name in (
        (UsageBy.GUILD, "guild_id"),
        (UsageBy.CHANNEL, "channel_id"),
        (UsageBy.CHAT_BOT, "chat_bot"),
    ):
        rows = by_use(tables[by]).items()
        told[by.name.lower() + "s"] = [{name: str(key)} | numbers(row) for key, row in rows]
    return json.dumps(told, indent=2, ensure_ascii=False)
