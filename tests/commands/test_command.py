"""What is told of an error that ends a command. The log itself is tested by `tests/test_cli.py`."""

from __future__ import annotations

import io
from contextlib import redirect_stdout

import pytest

from bridge_bot.commands.command import exit_code, print_errors, print_result, sentences
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


@pytest.mark.parametrize(
    ("encoding", "printed"),
    [
        ("utf-8", '{"name": "é 日本 🎈"}'),
        ("latin-1", '{"name": "é \\u65e5\\u672c \\ud83c\\udf88"}'),
        ("ascii", '{"name": "\\u00e9 \\u65e5\\u672c \\ud83c\\udf88"}'),
    ],
)
def test_a_result_is_the_same_json_in_every_locale(encoding: str, printed: str) -> None:
    output = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    with redirect_stdout(output):
        print_result('{"name": "é 日本 🎈"}')
    output.seek(0)
    assert output.buffer.read() == f"{printed}\n".encode(encoding)


def test_errors_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    print_errors("one", "two")
    assert capsys.readouterr() == ("", "one\ntwo\n")
