"""What each variable takes, and what is said of a wrong value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.chat import chat_api_options
from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.settings import (
    ChatSettings,
    RunSettings,
    Secret,
    ShardSettings,
    load,
)
from bridge_bot.settings.reading import NAMES
from tests.harness.settings import REQUIRED, problems_of, run_settings

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
    ("DATABASE_URL", "postgresql+asyncpg://me:pa%40ss@h:5433/db", "database.url",
     Secret("postgresql+asyncpg://me:pa%40ss@h:5433/db")),
    ("DATABASE_URL", "postgres://me@h/db?sslmode=require", "database.url",
     Secret("postgresql+asyncpg://me@h/db?ssl=require")),
    ("DATABASE_URL", "postgresql:///db?host=a:5432&host=b:5432", "database.url",
     Secret("postgresql+asyncpg:///db?host=a%3A5432&host=b%3A5432")),
    ("DATABASE_URL", "postgresql:///db?host=/run/postgresql", "database.url",
     Secret("postgresql+asyncpg:///db?host=%2Frun%2Fpostgresql")),
    ("DISCORD_API_BASE_URL", "http://h/api/v10/", "discord.api_base_url", "http://h/api/v10"),
    ("ALLOWED_GUILDS", "613425648685547541, 81384788765712384", "discord.allowed_guilds",
     frozenset({613425648685547541, 81384788765712384})),
    ("ALLOW_DMS", "Off", "discord.allow_dms", False),
    ("ALLOW_USER_INSTALL", "1", "discord.allow_user_install", True),
    ("MEMBER_QUESTIONS_PER_MINUTE", "0", "answers.member_questions_per_minute", 0),
    ("HEALTH_PORT", "8080", "health.port", 8080),
    ("PRIVACY_URL", "https://a.example/p?l=en#discord", "privacy.url",
     "https://a.example/p?l=en#discord"),
    ("PRIVACY_URL", "", "privacy.url", None),
    ("FIRST_ANSWER_NOTICE", "off", "privacy.first_answer_notice", False),
    ("TEXTS_DIR", "/", "texts.folder", Path("/")),
    ("TEXTS_DIR", "", "texts.folder", None),
    ("LOG_LEVEL", "debug", "log.level", "DEBUG"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "field", "value"), GOOD)
def test_a_good_value_is_read(name: str, text: str, field: str, value: object) -> None:
    group, _, attribute = field.partition(".")
    assert getattr(getattr(run_settings(**{name: text}), group), attribute) == value


BAD = [
    ("TEXTS_DIR", "/no/such/folder"),
    ("TEXTS_DIR", "/\0"),
    ("TEXTS_DIR", __file__),
    ("TEXTS_DIR", "/" + "x" * 256),
    ("PRIVACY_URL", "javascript:alert(1)"),
    ("PRIVACY_URL", "https://a.example/> <@1>"),
    ("PRIVACY_URL", "https://a.example/>"),
    ("PRIVACY_URL", "https://me:secret@a.example"),
    ("DISCORD_TOKEN", "abc def"),
    ("DISCORD_TOKEN", "abç"),
    ("CHAT_API_BASE_URL", "api.example.com"),
    ("CHAT_API_BASE_URL", "ftp://api.example.com"),
    ("CHAT_API_BASE_URL", "https://"),
    ("CHAT_API_BASE_URL", "https://h:99999"),
    ("CHAT_API_BASE_URL", "https://[::1"),
    ("CHAT_API_BASE_URL", "https://me:pass@h"),
    ("CHAT_API_BASE_URL", "https://h/?a=1"),
    ("CHAT_API_BASE_URL", "https://h#x"),
    ("CHAT_API_BASE_URL", "https://h/\n x"),
    ("CHAT_API_BASE_URL", "https://h\\x"),
    ("CHAT_API_BASE_URL", "https://xn--"),
    ("CHAT_API_BASE_URL", "https://api..example.com"),
    ("CHAT_API_BASE_URL", f"https://{'a' * 64}.example.com"),
    ("CHAT_API_BASE_URL", "https://[::1]x"),
    ("CHAT_API_KEY", "a\nb"),
    ("CHAT_API_KEY", "a\r\nX-Evil: 1"),
    ("CHAT_API_KEY", "a\u200b"),
    ("CHAT_API_KEY", "a\ud800"),
    ("CHAT_API_KEY", "ключ"),
    ("CHAT_API_AUTH_SCHEME", "Bea\trer"),
    ("CHAT_API_AUTH_HEADER", "X Key"),
    ("CHAT_API_AUTH_HEADER", "X-Key:"),
    ("CHAT_API_AUTH_HEADER", "X-Evil:\r\n x"),
    ("CHAT_API_AUTH_HEADER", "Content-Length"),
    ("CHAT_API_AUTH_HEADER", "host"),
    ("CHAT_BOT_UID", "a/b"),
    ("CHAT_BOT_UID", "a b"),
    ("CHAT_BOT_UID", "\u200bab"),
    ("CHAT_BOT_UID", "\udcff"),
    ("DEFAULT_LANGUAGE", "ja"),
    ("DATABASE_URL", "mysql://me:pass@h/db"),
    ("DATABASE_URL", "postgresql+psycopg://me:pass@h/db"),
    ("DATABASE_URL", "postgresql+asyncpg://me:pass@h"),
    ("DATABASE_URL", "postgresql+asyncpg://me:pass@h:port/db"),
    ("DATABASE_URL", "postgresql+asyncpg:///db"),
    ("DATABASE_URL", "postgresql+asyncpg://me:pa@ss@h/db?sslmode=maybe"),
    ("DATABASE_URL", "postgresql+asyncpg://me:pass@h/db?unknown=1"),
    ("DATABASE_URL", "bridge_bot.db"),
    ("DATABASE_URL", "sqlite+aiosqlite://"),
    ("DATABASE_URL", "sqlite:///bot.db?timeout=long"),
    ("DATABASE_URL", "sqlite:///bot.db?unknown=1"),
    ("DATABASE_URL", "sqlite+aiosqlite:///:memory:"),
    ("DISCORD_API_BASE_URL", "http://127.0.0.1:8080/api"),
    ("DISCORD_PROXY", "proxy:port"),
    ("DISCORD_PROXY", "socks5://proxy:1080"),
    ("CHAT_API_PROXY", "http://me:pa#ss@proxy:3128"),
    ("CHAT_API_PROXY", "http://proxy:3128/path"),
    ("CHAT_API_PROXY", "http://proxy:0"),
    ("DISCORD_REQUESTS_PER_SECOND", "0"),
    ("DISCORD_REQUESTS_PER_SECOND", "5.5"),
    ("MESSAGE_CONTENT", "maybe"),
    ("ALLOWED_GUILDS", "my server"),
    ("ALLOWED_GUILDS", "12345"),
    ("ALLOWED_GUILDS", ","),
    ("ALLOWED_GUILDS", ", ,"),
    ("ALLOWED_GUILDS", '""'),
    ("ALLOWED_GUILDS", "9999999999999999999"),
    ("CHAT_API_MAX_IN_FLIGHT", "0"),
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
    assert re.fullmatch(rf"{name} (is|has|holds|lacks|names|can't) .+\.", problem)


def test_no_value_is_ever_repeated_since_it_may_be_a_secret_in_the_wrong_place() -> None:
    """`hunter2 ☃` is wrong for every variable. Those that are for every program are looked at where
    all others are right, and `NO_PROXY` may say what it likes.
    """
    files = {name for name in NAMES if name.endswith("_FILE")}
    customary = {"HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"}
    for names, required in (
        (set(NAMES) - files - customary, {}),
        (files, {"CHAT_API_BASE_URL": "https://h", "CHAT_BOT_UID": "uid-1"}),
        ({"HTTPS_PROXY"}, REQUIRED),
        ({"HTTP_PROXY"}, REQUIRED),
    ):
        with pytest.raises(SettingsInvalid) as caught:
            load(RunSettings, required | dict.fromkeys(names, "hunter2 ☃"))
        assert {problem.split()[0] for problem in caught.value.problems} == names
        assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("ids", "read"), [("0,1,2", (0, 1, 2)), ("0-3", (0, 1, 2, 3)), ("7, 0-1,1", (0, 1, 7))]
)
def test_shards_are_numbers_and_ranges(ids: str, read: tuple[int, ...]) -> None:
    assert run_settings(SHARD_IDS=ids, SHARD_COUNT="8").discord.shards == ShardSettings(8, read)


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
        settings = load(ChatSettings, REQUIRED | {name: data.draw(texts)})
    except SettingsInvalid:
        return
    options = chat_api_options(settings)
    url = options.url_of("")
    assert (url.host or "").encode("idna")
    assert url.port
    assert url == url.with_query(None).with_fragment(None).with_user(None)
    for header, value in options.headers.items():
        assert re.fullmatch(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+", header)  # RFC 9110, 5.6.2
        assert value.isascii()
        assert value.isprintable()
