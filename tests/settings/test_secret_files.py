"""Secrets from files and from systemd's credentials."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bridge_bot.settings import ChatSettings, MigrateSettings, RunSettings
from bridge_bot.settings.reading import read
from bridge_bot.settings.secret_files import MOST_BYTES, exposed_files
from tests.harness.settings import refused, write

WITHOUT_TOKEN = ("CHAT_API_BASE_URL=https://h", "CHAT_API_KEY=k", "CHAT_BOT_UID=b")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a secret may be written; `DISCORD_TOKEN_FILE` names it."""
    os.environ["DISCORD_TOKEN_FILE"] = str(tmp_path / "token")
    return tmp_path / "token"


def token(dotenv: Path) -> str:
    settings, warnings = read(RunSettings, dotenv)
    assert warnings == []
    return settings.discord.token.reveal()


@pytest.mark.parametrize("content", [b"abc", b"abc\n", b"abc\r\n", b"\xef\xbb\xbfabc\n\n"])
def test_a_file_gives_its_text_without_the_line_end(
    dotenv: Path, file: Path, content: bytes
) -> None:
    write(dotenv, *WITHOUT_TOKEN, required=False)
    file.write_bytes(content)
    file.chmod(0o600)
    assert token(dotenv) == "abc"


def test_all_three_secrets_can_be_in_files_and_be_named_in_the_file_of_settings(
    dotenv: Path, tmp_path: Path
) -> None:
    texts = {"DISCORD_TOKEN": "t", "CHAT_API_KEY": "k", "DATABASE_URL": "sqlite:///other.db"}
    lines = [f"{name}_FILE={tmp_path / name}" for name in texts]
    write(dotenv, *lines, "CHAT_API_BASE_URL=https://h", "CHAT_BOT_UID=b", required=False)
    for name, text in texts.items():
        (tmp_path / name).write_text(f"{text}\n")
        (tmp_path / name).chmod(0o400)
    settings, warnings = read(RunSettings, dotenv)
    assert settings.discord.token.reveal() == "t"
    assert settings.chat_api.key.reveal() == "k"
    assert settings.database.url.reveal() == "sqlite+aiosqlite:///other.db"
    assert warnings == []
    assert read(ChatSettings, dotenv)[0].chat_api.key.reveal() == "k"
    assert read(MigrateSettings, dotenv)[0].database.url.reveal().endswith("other.db")


BAD: list[tuple[Callable[[Path], object], str]] = [
    (lambda _: None, "cannot be read: No such file or directory."),
    (lambda file: file.mkdir(), "cannot be read: Is a directory."),
    (lambda file: file.write_bytes(b" \n"), "is empty."),
    (lambda file: file.write_bytes(b"a" * (MOST_BYTES + 1)), "has more than 64 KiB;"),
    (lambda file: file.write_bytes(b"hunter2\xff"), "is not UTF-8 text; save it as UTF-8."),
    (lambda file: file.write_bytes(b"hunter2\nhunter3"), "has more than one line;"),
    (lambda file: file.write_bytes(b"hunter2 hunter3"), "holds a space or a letter that no token"),
]


@pytest.mark.parametrize(("make", "said"), BAD, ids=[said for _, said in BAD])
def test_a_file_that_gives_no_secret_is_one_sentence_without_its_content(
    dotenv: Path, file: Path, make: Callable[[Path], object], said: str
) -> None:
    write(dotenv, *WITHOUT_TOKEN, required=False)
    make(file)
    [problem] = refused(dotenv)
    assert problem.startswith(f"DISCORD_TOKEN_FILE names a file that {said}")
    assert "hunter" not in problem


def test_a_secret_that_was_put_in_place_of_the_path_is_not_repeated(dotenv: Path) -> None:
    write(dotenv, *WITHOUT_TOKEN, "DISCORD_TOKEN_FILE=MTIz.abc.def", required=False)
    [problem] = refused(dotenv)
    assert "abc" not in problem


def test_a_variable_and_its_file_are_one_too_many_and_told_with_all_else(
    dotenv: Path, file: Path
) -> None:
    write(dotenv, "MAX_PAGES=many")
    file.write_text("abc")
    assert [problem.split(";")[0] for problem in refused(dotenv)] == [
        "DISCORD_TOKEN_FILE and DISCORD_TOKEN are both set",
        "MAX_PAGES is not a whole number from 1 to 100.",
    ]


def test_a_command_does_not_look_at_files_that_it_does_not_need(dotenv: Path, file: Path) -> None:
    write(dotenv, *WITHOUT_TOKEN, required=False)
    assert not file.exists()
    read(ChatSettings, dotenv)
    read(MigrateSettings, dotenv)


def test_a_credential_of_systemds_is_read_where_nothing_else_is_set(
    dotenv: Path, tmp_path: Path
) -> None:
    write(dotenv, *WITHOUT_TOKEN, required=False)
    os.environ["CREDENTIALS_DIRECTORY"] = str(tmp_path)
    assert refused(dotenv) == ["DISCORD_TOKEN is not set; it is required."]
    for name, text in (("discord_token", "t"), ("database_url", "sqlite:///c.db")):
        (tmp_path / name).write_text(f"{text}\n")
        (tmp_path / name).chmod(0o444)  # whatever they are: nobody but systemd made them
    assert token(dotenv) == "t"
    assert read(MigrateSettings, dotenv)[0].database.url.reveal() == "sqlite+aiosqlite:///c.db"
    os.environ["DISCORD_TOKEN"] = "from-the-variable"
    assert token(dotenv) == "from-the-variable"
    del os.environ["DISCORD_TOKEN"]
    (tmp_path / "discord_token").write_text("a b")
    [problem] = refused(dotenv)
    assert problem.startswith("The credential discord_token holds a space")


def test_credentials_that_cannot_be_reached_are_a_sentence_with_the_others(
    dotenv: Path, tmp_path: Path
) -> None:
    write(dotenv, *WITHOUT_TOKEN, "MAX_PAGES=many", required=False)
    os.environ["CREDENTIALS_DIRECTORY"] = str(tmp_path / ("x" * 256))
    problems = refused(dotenv)
    assert "The credential discord_token cannot be read: File name too long." in problems
    assert "MAX_PAGES is not a whole number from 1 to 100." in problems


def test_only_systemd_says_where_credentials_are(dotenv: Path, tmp_path: Path) -> None:
    (tmp_path / "discord_token").write_text("t")
    write(dotenv, *WITHOUT_TOKEN, f"CREDENTIALS_DIRECTORY={tmp_path}", required=False)
    assert refused(dotenv) == ["DISCORD_TOKEN is not set; it is required."]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602])
def test_a_file_that_others_may_read_or_change_is_a_warning(
    dotenv: Path, file: Path, mode: int
) -> None:
    write(dotenv, *WITHOUT_TOKEN, required=False)
    file.write_text("abc")
    file.chmod(mode)
    _, [warning] = read(RunSettings, dotenv)
    assert warning.startswith(f"{file} holds secrets, and others on this machine may read")
    assert warning.endswith(f"chmod 600 {file}")


def test_a_file_that_is_mounted_read_only_is_as_its_mounter_wants_it(tmp_path: Path) -> None:
    """As the secrets of Docker and Kubernetes, which everybody in the container may read."""
    file = tmp_path / "token"
    file.write_text("abc")
    file.chmod(0o444)
    variables = {"X_FILE": str(file)}
    assert len(list(exposed_files(["X_FILE"], variables))) == 1
    program = (
        "from bridge_bot.settings.secret_files import exposed_files;"
        f"print(list(exposed_files(['X_FILE'], {variables})))"
    )
    mounting = f"mount --bind {file} {file} && mount -o remount,bind,ro {file}"
    shell = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c")
    if subprocess.run([*shell, mounting], check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    shown = subprocess.run(
        [*shell, f'{mounting} && exec {sys.executable} -c "$1"', "sh", program],
        check=True,
        capture_output=True,
        text=True,
    )
    assert shown.stdout == "[]\n"
