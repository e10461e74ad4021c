"""What is stored of channels that are deleted, and of servers that remove the bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.core.privacy import gone_places, retention
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Guild
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback


async def until_left(system: Loopback, *guilds: Guild) -> None:
    """Wait until exactly these servers are noted as left."""
    ids = sorted(each.id for each in guilds)
    await system.database.until(
        "SELECT 1 WHERE (SELECT count(*) FROM guilds WHERE left_at IS NOT NULL AND guild_id IN"
        f" ({', '.join(map(str, ids))})) = {len(ids)}"
    )
    left = system.database.rows("SELECT guild_id FROM guilds WHERE left_at IS NOT NULL")
    assert sorted(each for (each,) in left) == ids


async def test_a_deleted_thread_or_channel_takes_what_belongs_to_it_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also an answer that still grows there. What was asked elsewhere stays."""
    monkeypatch.setattr(gone_places, "AFTER_S", (0.1, 0.5, 2.0))
    async with loopback(tmp_path, most_429s=2) as system:
        doomed = system.world.channels.add(system.guild, "doomed")
        await set_in_store(system, SettingName.SHOW_SOURCES, False, doomed)
        await system.start()
        system.api.script(
            Script("kept"), Script("first"), Script(text="word " * 400, chars_per_s=20)
        )
        kept = await system.thread(system.ask("kept?"))
        await system.reads(kept, "kept")
        first = await system.thread(system.ask("first?"))
        await system.reads(first, "first")
        system.ask("second?", channel=doomed)
        await system.discord.until(lambda: system.world.threads.of(doomed))
        (growing,) = system.world.threads.of(doomed)
        await system.reads(growing, "word")
        await system.database.until(
            "SELECT 1 WHERE (SELECT count(*) FROM turns WHERE state = 'done') = 2"
        )
        system.world.channels.delete(first)
        system.world.channels.delete(doomed)
        await system.database.until("SELECT 1 WHERE (SELECT count(*) FROM conversations) = 1")
        assert system.database.rows("SELECT conversation_key FROM turns") == [(str(kept.id),)]
        await system.database.until(
            "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM guild_setting_values)"
        )
        assert len(system.database.rows("SELECT 1 FROM guild_setting_changes")) == 1


async def test_a_removal_is_noted_live_and_while_the_bot_is_away_but_an_outage_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a week later all of that server is forgotten."""
    async with loopback(tmp_path, most_429s=2) as system:
        live, away, back = (system.world.add_guild(name) for name in ("live", "away", "back"))
        process = await system.start()
        system.world.remove_guild(system.guild, outage=True)
        system.world.remove_guild(live)
        await until_left(system, live)
        system.world.end_outage(system.guild)
        await system.reads(await system.thread(system.ask("still here?")), "still here?")
        await process.stop()
        system.world.remove_guild(away)
        system.world.remove_guild(back)
        process = await system.start()
        await until_left(system, live, away, back)
        await process.stop()
        system.database.execute(
            f"UPDATE guilds SET left_at = left_at - 8 * 86400 WHERE guild_id <> {back.id}",
            "INSERT INTO votes (turn_id, member_id, vote, voted_at, guild_id, channel_id, chat_bot)"
            f" VALUES (1, 1, 'up', 1, {away.id}, 1, ''), (2, 1, 'up', 1, {back.id}, 1, '')",
            "UPDATE votes SET voted_at = (SELECT max(updated_at) FROM turns)",
        )
        monkeypatch.setattr(retention, "FIRST_AFTER_S", 0.1)
        await system.start()
        await system.database.until(
            "SELECT 1 WHERE (SELECT count(*) FROM guilds WHERE left_at IS NOT NULL) = 1"
        )
        assert system.database.rows("SELECT guild_id FROM votes") == [(back.id,)]
        assert len(system.database.rows("SELECT 1 FROM turns")) == 1
