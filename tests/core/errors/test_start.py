"""Why the bot can't start: what is said on standard error, and the exit code."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import LoginRefused, SettingsInvalid, StartError


@pytest.mark.parametrize(
    ("error", "exit_code", "said"),
    [
        (StartError("no"), 1, "no"),
        (SettingsInvalid(["A is not set.", "B is wrong."]), 2, "A is not set.\nB is wrong."),
        (LoginRefused("no token"), 3, "no token"),
    ],
    ids=lambda each: type(each).__name__,
)
def test_each_has_its_exit_code_and_its_sentences(
    error: StartError, exit_code: int, said: str
) -> None:
    assert (error.exit_code, str(error)) == (exit_code, said)
