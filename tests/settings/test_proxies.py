"""The proxies of the environment: where they count, and in which case of their letters."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from yarl import URL

from bridge_bot.settings import (
    ChatSettings,
    MigrateSettings,
    RunSettings,
    load,
    secrets,
)
from bridge_bot.settings.reading import read
from tests.harness.settings import REQUIRED, problems_of, refused, write

DISCORD = URL("https://discord.com")


def proxy(settings: RunSettings) -> str:
    found = settings.proxies.chosen("DISCORD_PROXY", settings.discord.proxy).proxy_for(DISCORD)
    return str(found)


@pytest.mark.parametrize(
    ("in_file", "in_environment", "expected"),
    [
        ([], {}, "None"),
        ([], {"HTTPS_PROXY": "http://up:1"}, "http://up:1 (HTTPS_PROXY)"),
        ([], {"https_proxy": "http://low:1"}, "http://low:1 (HTTPS_PROXY)"),
        (
            [],
            {"HTTPS_PROXY": "http://up:1", "https_proxy": "http://low:1"},
            "http://low:1 (HTTPS_PROXY)",
        ),
        ([], {"HTTPS_PROXY": "http://up:1", "https_proxy": " "}, "http://up:1 (HTTPS_PROXY)"),
        (["https_proxy=http://file:1"], {}, "http://file:1 (HTTPS_PROXY)"),
        (
            ["https_proxy=http://file:1"],
            {"HTTPS_PROXY": "http://up:1"},
            "http://up:1 (HTTPS_PROXY)",
        ),
        (["HTTPS_PROXY=http://file:1", "no_proxy=discord.com"], {}, "None"),
        (["DISCORD_PROXY=none"], {"HTTPS_PROXY": "http://up:1"}, "None"),
        (
            ["DISCORD_PROXY=http://own:1"],
            {"HTTPS_PROXY": "http://up:1", "NO_PROXY": "*"},
            "http://own:1 (DISCORD_PROXY)",
        ),
    ],
)
def test_the_environment_wins_over_the_file_and_lower_case_over_upper(
    dotenv: Path, in_file: list[str], in_environment: dict[str, str], expected: str
) -> None:
    write(dotenv, *in_file)
    os.environ |= in_environment
    settings, warnings = read(RunSettings, dotenv)
    assert proxy(settings) == expected
    assert warnings == []


def test_an_environment_that_can_not_be_used_stops_only_what_would_use_it(dotenv: Path) -> None:
    write(dotenv, "CHAT_API_PROXY=none")
    os.environ["HTTPS_PROXY"] = "socks5://me:hunter2@s"
    [problem] = refused(dotenv)
    assert problem.startswith("HTTPS_PROXY is not the address of an http or https proxy;")
    assert "hunter2" not in problem
    read(ChatSettings, dotenv)
    read(MigrateSettings, dotenv)
    os.environ["DISCORD_PROXY"] = "http://own:1"
    read(RunSettings, dotenv)


def test_the_password_of_a_proxy_is_a_secret() -> None:
    addresses = {
        "DISCORD_PROXY": "http://me:password-1@h",
        "CHAT_API_PROXY": "http://me:p%40ssword-2@h",
        "HTTPS_PROXY": "http://me:password-3@h",
        "HTTP_PROXY": "me:password-4@h",
    }
    settings = load(RunSettings, REQUIRED | addresses)
    hidden = set(secrets(settings))
    assert hidden >= {*addresses.values(), "password-1", "p@ssword-2", "password-3"}
    assert not any(f"password-{number}" in repr(settings) for number in range(1, 5))


def test_a_proxy_without_a_scheme_has_its_password_hidden_too() -> None:
    settings = load(RunSettings, REQUIRED | {"DISCORD_PROXY": "me:password-4@h"})
    assert "password-4" in set(secrets(settings))


@pytest.mark.parametrize("text", ["none", "http://proxy.example:3128", "proxy"])
def test_an_address_without_a_password_may_be_told(text: str) -> None:
    settings = load(RunSettings, REQUIRED | {"DISCORD_PROXY": text, "HTTPS_PROXY": text})
    assert set(secrets(settings)) == set(secrets(load(RunSettings, REQUIRED)))


def test_none_is_a_word_of_the_bots_own_settings() -> None:
    [problem] = problems_of(DISCORD_PROXY="nothing at all")
    assert problem.endswith("; or use none.")
