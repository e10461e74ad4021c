"""Settings: what each variable takes, what is said of a wrong one, and that `.env.example` fits."""

from __future__ import annotations

import logging
import os
import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.chat import chat_api_options
from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.settings import (
    NAMES,
    ChatApiSettings,
    DatabaseSettings,
    RunSettings,
    Secret,
    ShardSettings,
    load,
    read,
    secrets,
)
from bridge_bot.settings.loading import variables
from bridge_bot.settings.spending import who_may_spend

REQUIRED = {
    "DISCORD_TOKEN": "MTIz.abc.def",
    "CHAT_API_BASE_URL": "https://api.example.com",
    "CHAT_API_KEY": "key-1",
    "CHAT_BOT_UID": "uid-1",
}
EXAMPLE = Path(__file__).parents[1] / ".env.example"


def problems_of(**environ: str) -> list[str]:
    """What is said of the required variables with these."""
    with pytest.raises(SettingsInvalid) as caught:
        load(RunSettings, REQUIRED | environ)
    return caught.value.problems


def run_settings(**environ: str) -> RunSettings:
    return load(RunSettings, REQUIRED | environ)


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


def test_everything_missing_and_wrong_is_told_at_once() -> None:
    with pytest.raises(SettingsInvalid) as caught:
        load(RunSettings, {"LOG_LEVEL": "LOUD", "SHARD_IDS": "0", "MAX_PAGES": "many"})
    told = {problem.split()[0] for problem in caught.value.problems}
    assert told == {*REQUIRED, "LOG_LEVEL", "SHARD_IDS", "MAX_PAGES"}
    assert len(caught.value.problems) == len(told)
    assert caught.value.exit_code == 2


def test_each_command_needs_only_its_own_variables() -> None:
    chat_only = {name: text for name, text in REQUIRED.items() if name.startswith("CHAT_")}
    assert load(ChatApiSettings, chat_only | {"DISCORD_TOKEN": "a b"}).bot_uid == "uid-1"
    assert load(DatabaseSettings, {"LOG_LEVEL": "LOUD"}).url.reveal().startswith("sqlite")


def test_white_space_is_dropped_and_an_empty_value_counts_as_not_set() -> None:
    assert run_settings(CHAT_BOT_UID=" uid-2\n", MAX_PAGES="  ").answers.max_pages == 10
    assert problems_of(CHAT_API_KEY=" ") == ["CHAT_API_KEY is not set; it is required."]


@pytest.mark.parametrize(
    ("missing", "present"),
    [("CHAT_API_BASE_URL", "CHAT_API_URL"), ("DISCORD_TOKEN", "DISCORD_BOT_TOKEN")],
)
def test_a_similar_name_is_hinted_at(missing: str, present: str) -> None:
    [problem] = problems_of(**{missing: "", present: "hidden"})
    assert problem == f"{missing} is not set; it is required. {present} is set: is it meant?"


def test_no_hint_is_given_at_a_variable_that_has_its_own_meaning() -> None:
    [problem] = problems_of(CHAT_API_BASE_URL="", DISCORD_API_BASE_URL="http://h/api/v10")
    assert "is it meant" not in problem


GOOD = [
    ("DISCORD_TOKEN", "Bot abc.def", "discord.token", Secret("abc.def")),
    ("CHAT_API_BASE_URL", "http://localhost:8000/x/", "chat_api.base_url", "http://localhost:8000/x"),
    ("CHAT_API_BASE_URL", "https://[::1]:80", "chat_api.base_url", "https://[::1]:80"),
    ("CHAT_API_AUTH_SCHEME", "None", "chat_api.auth_scheme", ""),
    ("CHAT_API_AUTH_HEADER", "X-Api-Key", "chat_api.auth_header", "X-Api-Key"),
    ("CHAT_API_IDLE_TIMEOUT", "0.5", "chat_api.idle_timeout_s", 0.5),
    ("DEFAULT_LANGUAGE", "zh-hans", "chat_api.default_language", "zh-Hans"),
    ("DATABASE_URL", "sqlite:////var/x.db", "database.url", Secret("sqlite+aiosqlite:////var/x.db")),
    ("DATABASE_URL", "sqlite:///x.db?timeout=5", "database.url",
     Secret("sqlite+aiosqlite:///x.db?timeout=5")),
    ("DISCORD_API_BASE_URL", "http://h/api/v10/", "discord.api_base_url", "http://h/api/v10"),
    ("ALLOWED_GUILDS", "613425648685547541, 81384788765712384", "discord.allowed_guilds",
     frozenset({613425648685547541, 81384788765712384})),
    ("ALLOW_DMS", "Off", "discord.allow_dms", False),
    ("ALLOW_USER_INSTALL", "1", "discord.allow_user_install", True),
    ("MEMBER_QUESTIONS_PER_MINUTE", "0", "answers.member_questions_per_minute", 0),
    ("HEALTH_PORT", "8080", "health.port", 8080),
    ("LOG_LEVEL", "debug", "log.level", "DEBUG"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "field", "value"), GOOD)
def test_a_good_value_is_read(name: str, text: str, field: str, value: object) -> None:
    group, _, attribute = field.partition(".")
    assert getattr(getattr(run_settings(**{name: text}), group), attribute) == value


BAD = [
    ("DISCORD_TOKEN", "abc def"),
    ("DISCORD_TOKEN", "abç"),
    ("CHAT_API_BASE_URL", "api.example.com"),
    ("CHAT_API_BASE_URL", "ftp://api.example.com"),
    ("CHAT_API_BASE_URL", "https://"),
    ("CHAT_API_BASE_URL", "https://h:99999"),
    ("CHAT_API_BASE_URL", "https://[::1"),
    ("CHAT_API_BASE_URL", "https://me:pass@h"),
    ("CHAT_API_BASE_URL", "https://h/?a=1"),
    ("CHAT_API_BASE_URL", "https://h\\x"),
    ("CHAT_API_BASE_URL", "https://xn--"),
    ("CHAT_API_BASE_URL", "https://api..example.com"),
    ("CHAT_API_BASE_URL", f"https://{'a' * 64}.example.com"),
    ("CHAT_API_BASE_URL", "https://[::1]x"),
    ("CHAT_API_KEY", "a\nb"),
    ("CHAT_API_KEY", "ключ"),
    ("CHAT_API_AUTH_SCHEME", "Bea\trer"),
    ("CHAT_API_AUTH_HEADER", "X Key"),
    ("CHAT_API_AUTH_HEADER", "X-Key:"),
    ("CHAT_API_AUTH_HEADER", "Content-Length"),
    ("CHAT_API_AUTH_HEADER", "host"),
    ("CHAT_BOT_UID", "a/b"),
    ("CHAT_BOT_UID", "a b"),
    ("CHAT_BOT_UID", "\u200bab"),
    ("CHAT_BOT_UID", "\udcff"),
    ("DEFAULT_LANGUAGE", "ja"),
    ("DATABASE_URL", "postgresql+asyncpg://me:pass@h/db"),
    ("DATABASE_URL", "bridge_bot.db"),
    ("DATABASE_URL", "sqlite+aiosqlite://"),
    ("DATABASE_URL", "sqlite:///bot.db?timeout=long"),
    ("DATABASE_URL", "sqlite:///bot.db?unknown=1"),
    ("DATABASE_URL", "sqlite+aiosqlite:///:memory:"),
    ("DISCORD_API_BASE_URL", "http://127.0.0.1:8080/api"),
    ("DISCORD_REQUESTS_PER_SECOND", "0"),
    ("DISCORD_REQUESTS_PER_SECOND", "5.5"),
    ("MESSAGE_CONTENT", "maybe"),
    ("ALLOWED_GUILDS", "my server"),
    ("ALLOWED_GUILDS", "12345"),
    ("ALLOWED_GUILDS", ","),
    ("ALLOWED_GUILDS", ", ,"),
    ("ALLOWED_GUILDS", '""'),
    ("ALLOWED_GUILDS", "9999999999999999999"),
    ("CHAT_API_IDLE_TIMEOUT", "0"),
    ("CHAT_API_IDLE_TIMEOUT", "nan"),
    ("CHAT_API_IDLE_TIMEOUT", "1e9"),
    ("HEALTH_PORT", "65536"),
    ("HEALTH_PORT", "٣"),
    ("HEALTH_HOST", "a b"),
    ("LOG_LEVEL", "LOUD"),
    ("LOG_FORMAT", "xml"),
    ("RETENTION_DAYS", "0"),
    ("SHARD_COUNT", "0"),
    ("SHARD_IDS", "0-99999999999"),
    ("SHARD_IDS", "3-1"),
    ("SHARD_IDS", "0,,1"),
]


@pytest.mark.parametrize(("name", "text"), BAD)
def test_a_bad_value_gets_one_sentence_that_begins_with_its_variable(name: str, text: str) -> None:
    [problem] = problems_of(**{name: text})
    assert re.fullmatch(rf"{name} (is|has|holds|lacks|names) .+\.", problem)


def test_no_value_is_ever_repeated_since_it_may_be_a_secret_in_the_wrong_place() -> None:
    """`hunter2 ☃` is wrong for every variable."""
    with pytest.raises(SettingsInvalid) as caught:
        load(RunSettings, dict.fromkeys(NAMES, "hunter2 ☃"))
    assert {problem.split()[0] for problem in caught.value.problems} == set(NAMES)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("ids", "read"), [("0,1,2", (0, 1, 2)), ("0-3", (0, 1, 2, 3)), ("7, 0-1,1", (0, 1, 7))]
)
def test_shards_are_numbers_and_ranges(ids: str, read: tuple[int, ...]) -> None:
    assert run_settings(SHARD_IDS=ids, SHARD_COUNT="8").discord.shards == ShardSettings(8, read)


def test_shards_of_this_process_need_the_number_of_all_and_lie_below_it() -> None:
    assert problems_of(SHARD_IDS="0-3") == [
        "SHARD_IDS needs SHARD_COUNT; set it to the number of all shards."
    ]
    assert problems_of(SHARD_IDS="0-4", SHARD_COUNT="4") == [
        "SHARD_IDS names a shard that does not exist; with this SHARD_COUNT they go from 0 to 3."
    ]


def test_a_secret_shows_only_dots() -> None:
    settings = run_settings()
    assert f"{settings.chat_api.key} {settings.chat_api.key!r}" == "••• •••"
    assert not any(text in repr(settings) for text in ("MTIz.abc.def", "key-1", "sqlite"))


@given(st.sampled_from(NAMES), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_in_any_variable_is_read_or_refused_with_one_sentence(
    name: str, text: str
) -> None:
    problems = []
    try:
        load(RunSettings, REQUIRED | {name: text})
    except SettingsInvalid as refusal:
        problems = refusal.problems
    assert [problem.split()[0] for problem in problems] in ([], [name])
    assert "\n" not in "".join(problems)


HOSTS = st.text(st.sampled_from("a.-:/[]%@1\\_~xn*|^"), max_size=8)


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("CHAT_API_BASE_URL", HOSTS.map("http://a{}".format) | HOSTS.map("http://{}".format)),
        ("CHAT_BOT_UID", st.text(min_size=1, max_size=3)),
        ("CHAT_API_KEY", st.text(min_size=1, max_size=3)),
        ("CHAT_API_AUTH_HEADER", st.text(min_size=1, max_size=3)),
        ("CHAT_API_AUTH_SCHEME", st.text(min_size=1, max_size=3)),
    ],
)
@given(data=st.data())
def test_whatever_is_accepted_can_be_used(
    name: str, texts: st.SearchStrategy[str], data: st.DataObject
) -> None:
    """What the settings let through never fails later, where it would be a stack trace."""
    try:
        settings = load(ChatApiSettings, REQUIRED | {name: data.draw(texts)})
    except SettingsInvalid:
        return
    assert chat_api_options(settings).url.host


def test_the_secrets_of_the_settings_are_all_that_must_not_be_shown() -> None:
    assert set(secrets(run_settings())) == {
        REQUIRED["DISCORD_TOKEN"], REQUIRED["CHAT_API_KEY"], "sqlite+aiosqlite:///bridge_bot.db"
    }  # fmt: skip


ALL = "everybody on every server that the bot is on, as ALLOWED_GUILDS is empty"
ONE = "members of these servers alone: 81384788765712384"
TOO, NOT = "; in direct messages too; ", "; but not in direct messages; "
WHO: list[tuple[dict[str, str], int, str]] = [
    ({}, logging.WARNING, f"{ALL}{TOO}at most 10 questions a minute each; in all at most 100 "),
    ({"ALLOW_DMS": "no"}, logging.WARNING, f"{ALL}{NOT}at most 10"),
    ({"MEMBER_QUESTIONS_PER_MINUTE": "0"}, logging.WARNING, f"{ALL}{TOO}any number of questions"),
    ({"ALLOWED_GUILDS": "81384788765712384"}, logging.INFO, f"{ONE}{TOO}at most 10"),
    (
        {"ALLOWED_GUILDS": "613425648685547541,81384788765712384", "ALLOW_DMS": "no"},
        logging.INFO,
        f"{ONE}, 613425648685547541{NOT}",
    ),
]


@pytest.mark.parametrize(("environ", "level", "words"), WHO)
def test_one_line_says_who_may_spend(environ: dict[str, str], level: int, words: str) -> None:
    said = who_may_spend(run_settings(**environ))
    assert said[0] == level
    assert said[1].startswith(f"who may spend: {words}")
    assert "\n" not in said[1]


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
