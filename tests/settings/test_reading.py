"""Where settings are read from, and what is read of them where some are wrong."""

from __future__ import annotations

import os
from pathlib import Path

from bridge_bot.settings import DatabaseSettings, RunSettings
from bridge_bot.settings.reading import log_format, read, read_part
from tests.harness.settings import write


def test_the_environment_wins_over_the_file_unless_it_is_empty(dotenv: Path) -> None:
    write(dotenv, "MAX_PAGES=3", "# a comment", "LOG_LEVEL=DEBUG", "export LOG_FORMAT = json # a")
    os.environ |= {"MAX_PAGES": "4", "LOG_LEVEL": " ", "CHAT_API_KEY": "key-2"}
    settings, warnings = read(RunSettings, dotenv)
    assert settings.answers.max_pages == 4
    assert (settings.log.level, settings.log.format) == ("DEBUG", "json")
    assert settings.chat_api.key.reveal() == "key-2"
    assert warnings == []


def test_the_form_of_the_log_is_known_even_where_the_settings_are_wrong(dotenv: Path) -> None:
    write(dotenv, "LOG_FORMAT=JSON", "LOG_LEVEL=LOUD", "ALLOWED_GUILD=1", "oh no")
    assert log_format(dotenv) == "json"
    os.environ["LOG_FORMAT"] = "text"
    assert log_format(dotenv) == "text"
    os.environ["LOG_FORMAT"] = "xml"
    assert log_format(dotenv) == "text"
    dotenv.write_bytes(b"\xff")
    os.environ["LOG_FORMAT"] = "json"
    assert log_format(dotenv) == "json"


def test_a_part_is_read_whatever_is_wrong_with_the_others(tmp_path: Path) -> None:
    write(tmp_path / ".env", "CHAT_API_KEY=a b\n", "DISCORD_TOKN=x")
    part = read_part(DatabaseSettings, tmp_path / ".env")
    assert part is not None
    assert part.url.reveal() == "sqlite+aiosqlite:///bridge_bot.db"
    write(tmp_path / ".env", "SHARD_IDS=1", "DATABASE_URL=mysql://x")
    assert read_part(DatabaseSettings, tmp_path / ".env") is None
    (tmp_path / ".env").write_bytes(b"\xff")
    assert read_part(DatabaseSettings, tmp_path / ".env") is None
