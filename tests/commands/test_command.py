"""What is told of an error that ends a command. The log itself is tested by `tests/test_cli.py`."""

from __future__ import annotations

import pytest

from bridge_bot.commands.command import exit_code, print_errors, sentences
from bridge_bot.core.errors import BridgeError, LoginRefused, SettingsInvalid, StoreError


@pytest.mark.parametrize(
    ("error", "code"),
    [(StoreError("no"), 1), (SettingsInvalid(["A is wrong."]), 2), (LoginRefused("no"), 3)],
)
def test_the_exit_code_tells_kinds_of_errors_apart(error: BridgeError, code: int) -> None:
    assert exit_code(error) == code


def test_all_wrong_settings_are_told_and_where_to_set_them() -> None:
    first, *problems, last = sentences(SettingsInvalid(["A is wrong.", "B is not set."]))
    assert "need attention" in first
    assert problems == ["  A is wrong.", "  B is not set."]
    assert ".env" in last
    assert sentences(StoreError("the disk is full")) == ["the disk is full"]


def test_errors_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    print_errors("one", "two")
    assert capsys.readouterr() == ("", "one\ntwo\n")
