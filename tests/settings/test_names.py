"""Names that were meant to be a setting's stop the start, and no others."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.settings import ChatApiSettings, MigrateSettings, RunSettings
from bridge_bot.settings.names import nearest
from bridge_bot.settings.reading import NAMES, read
from tests.harness.settings import refused, write

MEANT = [
    ("ALLOWED_GUILD", "ALLOWED_GUILDS"),
    ("ALLOW_DM", "ALLOW_DMS"),
    ("MEMBER_QUESTION_PER_MINUTE", "MEMBER_QUESTIONS_PER_MINUTE"),
    ("ALOWED_GUILDS", "ALLOWED_GUILDS"),
    ("ALLOWED_GUIDLS", "ALLOWED_GUILDS"),
    ("ALLOEWD_GUIDLS", "ALLOWED_GUILDS"),
    ("ALLOWED-GUILDS", "ALLOWED_GUILDS"),
    ("ALLOWEDGUILDS", "ALLOWED_GUILDS"),
    ("ALLOWED_GUILDS:", "ALLOWED_GUILDS"),
    ("ALLOWED_GUILDS+", "ALLOWED_GUILDS"),
    (";ALLOWED_GUILDS", "ALLOWED_GUILDS"),
    ("\u200bALLOWED_GUILDS", "ALLOWED_GUILDS"),
    ("allowed_guilds", "ALLOWED_GUILDS"),
    ("Allow_Dm", "ALLOW_DMS"),
    ("SHARD_ID", "SHARD_IDS"),
    ("DATABASE_URI", "DATABASE_URL"),
    ("CONVERSATION_QUEUES", "CONVERSATION_QUEUE"),
    ("CHAT_BOT_ID", "CHAT_BOT_UID"),
    ("ALLOWED_GUIDxLS", "ALLOWED_GUILDS"),
    ("HASELTH_PORT", "HEALTH_PORT"),
]


@pytest.mark.parametrize(("name", "meant"), MEANT)
def test_a_slip_in_a_name_stops_the_start_wherever_it_is_made(
    dotenv: Path, name: str, meant: str
) -> None:
    write(dotenv, f"{name}=1")
    [problem] = refused(dotenv)
    assert re.fullmatch(
        rf"{re.escape(str(dotenv))}, line 5: {re.escape(name)} is .+; is {meant} meant\?", problem
    )
    write(dotenv)
    os.environ[name] = "1"
    [problem] = refused(dotenv)
    assert re.fullmatch(
        rf"In the environment: {re.escape(name)} is .+; is {meant} meant\?", problem
    )


WITH_A_PREFIX = {
    "CHAT_API_URL": "; is CHAT_API_BASE_URL meant?",
    "DISCORD_BOT_TOKEN": "; is DISCORD_TOKEN meant?",
    "ALLOWED_SERVERS": "; is ALLOWED_GUILDS meant?",
    "allowed_servers": "; is ALLOWED_GUILDS meant?",
    "ALLOWLIST": "; ",
    "MEMBER_LIMIT": "; ",
    "GUILD_IDS": "; ",
    "HEALTH_CHECK_PORT": "; is HEALTH_PORT meant?",
    "SHARD_TOTAL": "; ",
}


@pytest.mark.parametrize("name", WITH_A_PREFIX)
def test_a_name_with_one_of_our_prefixes_stops_the_start_in_the_file_and_not_in_the_environment(
    dotenv: Path, name: str
) -> None:
    write(dotenv)
    os.environ[name] = "1"
    assert read(RunSettings, dotenv)[1] == []
    os.environ.clear()
    write(dotenv, f"{name}=1")
    [problem] = refused(dotenv)
    assert f"line 5: {name} is no setting of bridge-bot{WITH_A_PREFIX[name]}" in problem


USUAL = """
PATH HOME USER LOGNAME SHELL PWD OLDPWD SHLVL TERM COLORTERM TERM_PROGRAM LANG LANGUAGE LC_ALL
LC_CTYPE LC_MESSAGES TZ TMPDIR TMP TEMP EDITOR VISUAL PAGER MAIL MAILTO HOSTNAME HOST HOSTTYPE
MACHTYPE OSTYPE DISPLAY WAYLAND_DISPLAY XAUTHORITY XDG_RUNTIME_DIR XDG_SESSION_ID XDG_DATA_HOME
XDG_CONFIG_HOME XDG_CACHE_HOME DBUS_SESSION_BUS_ADDRESS SSH_CLIENT SSH_CONNECTION SSH_TTY
SSH_AUTH_SOCK GPG_AGENT_INFO SUDO_USER SUDO_UID SUDO_GID SUDO_COMMAND PYTHONPATH PYTHONHOME
PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE PYTHONHASHSEED PYTHON_VERSION PYTHON_SHA256 GPG_KEY
VIRTUAL_ENV PIP_CACHE_DIR PIP_INDEX_URL HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy
https_proxy no_proxy all_proxy FTP_PROXY ftp_proxy RSYNC_PROXY WS_PROXY
SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE CURL_CA_BUNDLE
NOTIFY_SOCKET WATCHDOG_USEC WATCHDOG_PID INVOCATION_ID JOURNAL_STREAM SYSTEMD_EXEC_PID MAINPID
LISTEN_FDS LISTEN_PID MEMORY_PRESSURE_WATCH STATE_DIRECTORY CACHE_DIRECTORY LOGS_DIRECTORY
RUNTIME_DIRECTORY CONFIGURATION_DIRECTORY CREDENTIALS_DIRECTORY KUBERNETES_PORT
KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT KUBERNETES_PORT_443_TCP_ADDR POD_NAME POD_IP
NODE_NAME NAMESPACE DOCKER_HOST DOCKER_CONFIG COMPOSE_PROJECT_NAME COMPOSE_FILE CI GITHUB_ACTIONS
GITLAB_CI BUILD_NUMBER PORT WEB_CONCURRENCY DYNO DEBUG ENV NODE_ENV APP_ENV LOG_DIR LOG_FILE
LOG_PATH DATABASE_HOST DATABASE_NAME DATABASE_USER DATABASE_PASSWORD PGHOST PGPORT PGUSER
POSTGRES_PASSWORD POSTGRES_DB REDIS_URL SENTRY_DSN AWS_REGION AWS_ACCESS_KEY_ID TEST_DIR MAX_SIZE
MAX_WORKERS PS1 PS2 IFS _ LS_COLORS LESS LESSOPEN MANPATH HISTFILE HISTSIZE INFOPATH
"""


def service(name: str) -> list[str]:
    """What Kubernetes and Docker's links set in every container for a service of that name."""
    port = f"{name}_PORT_80_TCP"
    endings = ("PORT", "SERVICE_HOST", "SERVICE_PORT", "SERVICE_PORT_HTTP", "NAME", "ENV_X")
    return [f"{name}_{ending}" for ending in endings] + [
        *(port, f"{port}_ADDR", f"{port}_PORT", f"{port}_PROTO")
    ]


def test_what_an_environment_usually_holds_stops_nothing(dotenv: Path) -> None:
    write(dotenv)
    names = USUAL.split()
    ours = ("CHAT_API", "CHAT_BOT", "CHAT", "DISCORD", "DISCORD_API", "DATABASE", "GUILD", "HEALTH")
    for name in (*ours, "ALLOW", "MEMBER", "SHARD", "LOG", "MAX", "DISCORD_BOT", "BRIDGE_BOT"):
        names += service(name)
    assert len(names) > 200
    os.environ.update(dict.fromkeys(names, "tcp://10.0.0.7:80"))
    # These the bot reads, and what they hold there is an address of a proxy.
    usual = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
    os.environ.update(dict.fromkeys(usual, "http://10.0.0.7:3128"))
    assert read(RunSettings, dotenv)[1] == []


def test_a_slip_of_the_folder_of_texts_is_found_in_the_file(dotenv: Path) -> None:
    write(dotenv, "TEXT_DIR=texts")
    (said,) = refused(dotenv)
    assert said.endswith("TEXT_DIR is no setting of bridge-bot; is TEXTS_DIR meant?")


@pytest.mark.parametrize("group", [RunSettings, MigrateSettings, ChatApiSettings])
def test_each_command_knows_all_names_and_stops_at_a_slip_in_any(
    dotenv: Path, group: type[object]
) -> None:
    write(dotenv, *(f"# {name}" for name in NAMES), "LOG_FORMAT=json", "ALLOW_DMS=false")
    assert read(group, dotenv)[1] == []
    write(dotenv, "ALLOWED_GUILD=1", "LOG_FORMATS=json")
    assert len(refused(dotenv, group)) == 2


def test_slips_are_told_with_everything_else(dotenv: Path) -> None:
    write(dotenv, "DISCORD_TOKN=t", "MAX_PAGES=many", required=False)
    told = " ".join(refused(dotenv))
    for each in ("DISCORD_TOKN is", "CHAT_API_KEY is not set", "MAX_PAGES is not a whole number"):
        assert each in told


def edited(name: str) -> set[str]:
    """What one edit makes of a name, in an alphabet of three characters."""
    cuts = [(name[:at], name[at:]) for at in range(len(name) + 1)]
    return {
        *(left + other + right for left, right in cuts for other in "AB_"),
        *(left + other + right[1:] for left, right in cuts if right for other in "AB_"),
        *(left + right[1:] for left, right in cuts if right),
        *(left + right[1::-1] + right[2:] for left, right in cuts if len(right) > 1),
    }


def edits(left: str, right: str) -> int:
    """How many edits make one text of the other; 3 for all that are more."""
    once = edited(left)
    if left == right:
        return 0
    if right in once:
        return 1
    return 2 if not once.isdisjoint(edited(right)) else 3


@given(st.text("AB_", max_size=6), st.lists(st.text("AB_", max_size=6), min_size=1, max_size=3))
def test_a_name_is_meant_if_it_is_within_two_edits_and_the_nearest(
    name: str, ours: list[str]
) -> None:
    least = min(edits(name, each) for each in ours)
    found = nearest(name, ours)
    if least > 2:
        assert found is None
    else:
        assert found is not None
        assert edits(name, found) == least


def test_thousands_of_names_in_the_environment_cost_little_time(dotenv: Path) -> None:
    """As with a hundred services in a Kubernetes namespace."""
    write(dotenv)
    for number in range(300):
        os.environ.update(dict.fromkeys(service(f"SERVICE_{number}"), "1"))
    began = time.process_time()
    read(RunSettings, dotenv)
    assert time.process_time() - began < 3
