"""The required settings, loaded together with others, and the problems that loading reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.settings import RunSettings, load
from bridge_bot.settings.reading import read

REQUIRED = {
    "DISCORD_TOKEN": "MTIz.abc.def",
    "CHAT_API_BASE_URL": "https://api.example.com",
    "CHAT_API_KEY": "key-1",
    "CHAT_BOT_UID": "uid-1",
}


def problems_of(**environ: str) -> list[str]:
    """The problems that are reported of the required variables and these."""
    with pytest.raises(SettingsInvalid) as caught:
        load(RunSettings, REQUIRED | environ)
    return caught.value.problems


def run_settings(**environ: str) -> RunSettings:
    """The settings that the required variables and these make."""
    return load(RunSettings, REQUIRED | environ)


def write(dotenv: Path, *lines: str, required: bool = True) -> None:
    """Write a file that its owner alone can read; the required variables are its first lines."""
    first = [f"{name}={text}" for name, text in REQUIRED.items()] if required else []
    dotenv.write_text("\n".join([*first, *lines, ""]), encoding="utf-8")
    dotenv.chmod(0o600)


def refused(dotenv: Path, group: type[object] = RunSettings) -> list[str]:
    """The problems that are reported of a file and the environment, which stop the start."""
    with pytest.raises(SettingsInvalid) as caught:
        read(group, dotenv)
    assert caught.value.exit_code == 2
    return caught.value.problems
