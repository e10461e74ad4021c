"""The settings as a whole: defaults, groups, and that `.env.example` fits."""

from __future__ import annotations

import os
import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.settings import (
    ChatApiSettings,
    DatabaseSettings,
    RunSettings,
    ShardSettings,
    load,
)
from bridge_bot.settings.loading import variables
from bridge_bot.settings.reading import read
from tests.harness.settings import REQUIRED, problems_of, run_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def test_the_required_variables_suffice_and_the_rest_has_its_documented_defaults() -> None:
    settings = run_settings()
    assert settings.discord.token.reveal() == "MTIz.abc.def"
    assert settings.discord.api_base_url is None
    assert settings.discord.requests_per_second == 50
    assert (settings.discord.message_content, settings.discord.allow_dms) == (True, True)
    assert settings.discord.allow_user_install is False
    assert settings.discord.allowed_guilds == frozenset()
    assert settings.discord.shards == ShardSettings(count=None, ids=None)
    assert settings.chat_api.default_language == "auto"
    assert (settings.chat_api.auth_header, settings.chat_api.auth_scheme) == (
        "Authorization",
        "Bearer",
    )
    assert settings.chat_api.connect_timeout_s == 10
    assert settings.chat_api.answer_timeout_s == 300
    assert settings.database.url.reveal() == "sqlite+aiosqlite:///bridge_bot.db"
    assert settings.answers.shutdown_grace_s == 20
    assert (settings.health.host, settings.health.port) == ("127.0.0.1", None)
    assert (settings.log.level, settings.log.format) == ("INFO", "text")


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        run_settings().log.level = "DEBUG"  # type: ignore[misc]


def test_each_command_needs_only_its_own_variables() -> None:
    chat_only = {name: text for name, text in REQUIRED.items() if name.startswith("CHAT_")}
    assert load(ChatApiSettings, chat_only | {"DISCORD_TOKEN": "a b"}).bot_uid == "uid-1"
    assert load(DatabaseSettings, {"LOG_LEVEL": "LOUD"}).url.reveal().startswith("sqlite")


def test_shards_of_this_process_need_the_number_of_all_and_lie_below_it() -> None:
    assert problems_of(SHARD_IDS="0-3") == [
        "SHARD_IDS needs SHARD_COUNT; set it to the number of all shards."
    ]
    assert problems_of(SHARD_IDS="0-4", SHARD_COUNT="4") == [
        "SHARD_IDS names a shard that does not exist; with this SHARD_COUNT they go from 0 to 3."
    ]


def test_the_example_names_every_variable_with_its_default_and_a_comment() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    written = {}
    for before, line in zip(["", *lines], lines, strict=False):
        if entry := re.fullmatch(r"(# )?([A-Z_]+)=(.*)", line):
            assert re.match(r"# [A-Z]", before), f"{line} lacks a comment"
            written[entry[2]] = entry[3] if entry[1] else None
    assert written == {variable.name: variable.default for variable in variables(RunSettings)}
    assert list(written)[: len(REQUIRED)] == list(REQUIRED)


def test_the_example_itself_asks_for_the_required_variables_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {})
    with pytest.raises(SettingsInvalid) as caught:
        read(RunSettings, EXAMPLE)
    assert [problem.split()[0] for problem in caught.value.problems] == list(REQUIRED)
