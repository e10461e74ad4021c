"""Reads settings from the environment and `.env`, and tells all problems at once.

A variable whose name is nearly that of a setting stops each command, also one that does not read
that setting.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.settings import LogSettings, RunSettings
from bridge_bot.settings.dotenv import Dotenv, read_dotenv
from bridge_bot.settings.loading import load, variables
from bridge_bot.settings.names import CUSTOMARY, misnamed
from bridge_bot.settings.proxies import in_capitals
from bridge_bot.settings.secret_files import CREDENTIALS_DIRECTORY, exposed_files

_SERVICE_ADDRESS = re.compile(r"(?:tcp|udp|sctp)://")

T = TypeVar("T")

NAMES = tuple(each.name for each in variables(RunSettings))
"""The names of all settings, whichever command reads them."""

_READ = frozenset(NAMES) | {name.lower() for name in CUSTOMARY}


def read(group: type[T], dotenv_path: Path) -> tuple[T, list[str]]:
    """A group of settings from the environment and `.env`, and the warnings about them.

    A value in the environment wins over one in `.env`, unless it is empty. Raises
    `SettingsInvalid`, which names everything that is missing, wrong or misnamed.
    """
    dotenv, environment = read_dotenv(dotenv_path, NAMES), _environment()
    values = _values(dotenv, environment)
    wrong = dict(misnamed(dotenv.lines, environment, NAMES))
    problems = dotenv.problems + [
        f"{_where(name, dotenv, dotenv_path)}: {name} {what}" for name, what in wrong.items()
    ]
    try:
        settings = load(group, values)
    except SettingsInvalid as invalid:
        raise SettingsInvalid(problems + invalid.problems) from None
    if problems:
        raise SettingsInvalid(problems)
    dotenv.warnings.extend(exposed_files((each.name for each in variables(group)), values))
    unknown = [str(line) for name, line in dotenv.lines.items() if name not in _READ]
    if unknown:
        dotenv.warnings.append(
            f"{dotenv_path} sets what is no setting of bridge-bot, and has no effect: line"
            f" {', '.join(unknown)}"
        )
    return settings, dotenv.warnings


def read_part(group: type[T], dotenv_path: Path) -> T | None:
    """A group of settings if it can be read by itself, whatever is wrong with others; else None."""
    try:
        return load(group, _values(read_dotenv(dotenv_path, NAMES), _environment()))
    except SettingsInvalid:
        return None


def _values(dotenv: Dotenv, environment: Mapping[str, str]) -> dict[str, str]:
    """The text of each variable, of the environment where both have it."""
    in_file = {name: text for name, text in dotenv.values.items() if name != CREDENTIALS_DIRECTORY}
    return in_capitals(in_file) | in_capitals(environment)  # systemd sets that one, and nobody else


def log_format(dotenv_path: Path) -> str:
    """The form of the log, where the settings as a whole could not be read; `text` in doubt."""
    try:
        in_file = read_dotenv(dotenv_path, NAMES).values
    except SettingsInvalid:
        in_file = {}
    asked_for = (in_file | _environment()).get("LOG_FORMAT", "")
    try:
        return load(LogSettings, {"LOG_FORMAT": asked_for}).format
    except SettingsInvalid:
        return "text"


def _environment() -> dict[str, str]:
    """The environment, without empty values and without the `NAME_PORT` that Kubernetes and
    Docker's links set for each service, such as `HEALTH_PORT` for one that is called health.
    """
    return {
        name: text
        for name, text in os.environ.items()
        if text.strip() and not (name.endswith("_PORT") and _SERVICE_ADDRESS.match(text))
    }


def _where(name: str, dotenv: Dotenv, path: Path) -> str:
    return f"{path}, line {dotenv.lines[name]}" if name in dotenv.lines else "In the environment"
