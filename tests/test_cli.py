"""The command line: what it offers, and how it ends where the arguments are wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bridge_bot.cli import main

REAL = ("--chat-api", "https://api.example.com", "--chat-key", "sk-secret", "--chat-bot", "b")


def ends(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code, and what was said on the two outputs."""
    try:
        code: object = main(arguments)
    except SystemExit as end:
        code = end.code
    assert isinstance(code, int)
    return code, *capsys.readouterr()


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ends(capsys, "--help")
    assert code == 0
    for command in ("run", "migrate", "sandbox"):
        assert f"\n    {command} " in out


def test_the_sandboxs_help_lists_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ends(capsys, "sandbox", "--help")
    assert code == 0
    for option in ("--port", "--docs", "--chat-api", "--chat-key", "--chat-bot"):
        assert f"\n  {option} " in out


@pytest.mark.parametrize("arguments", [(), ("dance",), ("run", "--fast")])
def test_an_unknown_command_or_option_ends_with_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, out, said = ends(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said.startswith("usage: bridge-bot")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (REAL[:2], "needs --chat-key and --chat-bot too."),
        (REAL[2:], "needs --chat-api too."),
        ((*REAL[:4], "--chat-bot", "a/b"), "--chat-bot holds a space or one of / ? # %"),
        (("--chat-api", "example", *REAL[2:]), "--chat-api is not a web address; use one like"),
        ((*REAL, "--chat-key", ""), "--chat-key is not set; it is required."),
        ((*REAL, "--docs", "."), "--docs is for the stand-in"),
        (("--docs", "/no/such/folder"), "--docs: there is no folder /no/such/folder."),
        (("--port", "http"), "--port: it is not a port; use a number from 0 to 65535"),
        (("--port", "65536"), "--port: it is not a port"),
        (("--port", "-1"), "argument --port"),
    ],
)
def test_wrong_options_of_the_sandbox_end_with_2_and_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str
) -> None:
    """And nothing on standard output, where the address would be; nor the key anywhere."""
    code, out, said = ends(capsys, "sandbox", *arguments)
    assert (code, out) == (2, "")
    assert sentence in said
    assert "sk-secret" not in said


def test_a_sandbox_without_documents_ends_with_1_and_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, said = ends(capsys, "sandbox", "--docs", str(tmp_path))
    assert (code, out) == (1, "")
    assert said == (
        f"The sandbox has ended: there is no text in Markdown files (*.md) in {tmp_path}.\n"
    )


def test_run_without_settings_ends_with_2_and_names_them(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bridge_bot", "run"],
        cwd=tmp_path,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "DISCORD_TOKEN is not set" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_migrate_makes_the_database(tmp_path: Path) -> None:
    for _ in range(2):
        ended = subprocess.run(
            [sys.executable, "-m", "bridge_bot", "migrate"],
            cwd=tmp_path,
            env={"DATABASE_URL": "sqlite:///below/my.db"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (ended.returncode, ended.stdout) == (0, "The database is up to date.\n")
    assert (tmp_path / "below/my.db").is_file()
