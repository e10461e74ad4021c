"""The bot cannot start: raised before it serves, and told to the operator."""

from __future__ import annotations

from typing import ClassVar

from bridge_bot.core.errors.base import BridgeError


class StartError(BridgeError):
    """The bot cannot start. Its text is for the operator, on standard error."""

    exit_code: ClassVar[int] = 1


class SettingsInvalid(StartError):
    """Settings are missing or wrong; `problems` names all of them, one sentence each."""

    exit_code = 2

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class LoginRefused(StartError):
    """Discord refuses the token, or an intent that is not enabled."""

    exit_code = 3
