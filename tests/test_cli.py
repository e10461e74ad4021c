"""The command line: what it offers, and how it ends where the arguments are wrong."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command as alembic_command

from bridge_bot.cli import main
from tests.harness.database import migrate, new_database
from tests.harness.forked_process import run_forked
from tests.store.earlier import older

REAL_CHAT_API = (
    "--chat-api",
    "https://api.example.com",
    "--chat-key",
    "sk-secret",
    "--chat-bot",
    "b",
)

PASSWORD = "a%40secret:of"


def run_main(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run a command in this process. Returns its exit code, standard output and standard error."""
    try:
        code: object = main(arguments)
    except SystemExit as exit_:
        code = exit_.code
    assert isinstance(code, int)
    return code, *capsys.readouterr()


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run_main(capsys, "--help")
    assert code == 0
    for command in ("run", "migrate", "pause", "resume", "sandbox"):
        assert f"\n    {command} " in out


def test_the_sandboxs_help_lists_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run_main(capsys, "sandbox", "--help")
    assert code == 0
    for option in ("--port", "--docs", "--chat-api", "--chat-key", "--chat-bot"):
        assert f"\n  {option} " in out


@pytest.mark.parametrize("library", ["asyncpg", "greenlet"])
def test_a_url_of_postgresql_without_its_extra_ends_with_2_and_says_what_to_install(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    library: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://me:secret@127.0.0.1/db")
    monkeypatch.setitem(sys.modules, library, None)  # as Python notes what can't be imported
    code, out, err = run_main(capsys, "migrate")
    assert (code, out) == (2, "")
    assert "DATABASE_URL names a PostgreSQL database" in err
    assert "bridge-bot[postgres]" in err
    assert "secret" not in err


@pytest.mark.parametrize("arguments", [(), ("dance",), ("run", "--fast")])
def test_an_unknown_command_or_option_ends_with_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, out, err = run_main(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: bridge-bot")


@pytest.mark.parametrize("command", ["export", "forget"])
@pytest.mark.parametrize("member", ["0", "-1", "1.5", "٣", str(2**63), f"{'0' * 19}1{'9' * 25}"])
def test_what_is_no_id_of_a_member_ends_with_2(
    capsys: pytest.CaptureFixture[str], command: str, member: str
) -> None:
    code, out, err = run_main(capsys, command, "--", member)
    assert (code, out) == (2, "")
    assert "it is not the id of a member" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (REAL_CHAT_API[:2], "needs --chat-key and --chat-bot too."),
        (REAL_CHAT_API[2:], "needs --chat-api too."),
        ((*REAL_CHAT_API[:4], "--chat-bot", "a/b"), "--chat-bot holds a space or one of / ? # %"),
        (
            ("--chat-api", "example", *REAL_CHAT_API[2:]),
            "--chat-api is not a web address; use one like",
        ),
        ((*REAL_CHAT_API, "--chat-key", ""), "--chat-key is not set; it is required."),
        ((*REAL_CHAT_API, "--docs", "."), "--docs is for the stand-in"),
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
    code, out, err = run_main(capsys, "sandbox", *arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert "sk-secret" not in err


def test_a_sandbox_without_documents_ends_with_1_and_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run_main(capsys, "sandbox", "--docs", str(tmp_path))
    assert (code, out) == (1, "")
    assert err == (
        f"The sandbox has ended: there is no text in Markdown files (*.md) in {tmp_path}.\n"
    )
    assert gc.isenabled()  # though it was not while the sandbox was imported


def test_run_without_settings_ends_with_2_and_names_them(tmp_path: Path) -> None:
    result = run_process(tmp_path, "run")
    assert (result.returncode, result.stdout) == (2, "")
    assert "DISCORD_TOKEN is not set" in result.stderr
    assert "Traceback" not in result.stderr


KEY = "sk-hunter2"

SETTINGS = {
    "DISCORD_TOKEN": "a.b.c",
    "CHAT_API_BASE_URL": "http://127.0.0.1:1",
    "CHAT_API_KEY": KEY,
    "CHAT_BOT_UID": "b",
    # Nobody listens there, so the bot tries again until it is told to stop.
    "DISCORD_API_BASE_URL": "http://127.0.0.1:1/api/v10",
}

BROKEN = """
import threading
import warnings

class Odd:
    def __del__(self):
        raise LookupError("in a finaliser")

def fail():
    raise LookupError("in a thread")

Odd()
warnings.warn("of a library")
thread = threading.Thread(target=fail)
thread.start()
thread.join()
raise LookupError("no such thing as sk-hunter2")
"""
"""A library that a damaged installation has in the place of the real one. It is the one that is
imported first, so that no test waits for the others.
"""


def run_process(
    folder: Path, command: str, *arguments: str, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run a command that ends by itself, with this environment, in a new process of Python's."""
    return subprocess.run(
        [sys.executable, "-m", "bridge_bot", command, *arguments],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def log_objects(stderr: str) -> list[dict[str, str]]:
    """The objects that standard error holds, one a line."""
    lines = [json.loads(line) for line in stderr.splitlines()]
    assert lines
    for line in lines:
        assert {"time", "level", "logger", "message"} <= line.keys()
    return lines


@pytest.mark.parametrize("command", ["run", "migrate"])
@pytest.mark.parametrize("in_file", [False, True])
def test_wrong_settings_are_told_as_json_where_the_log_is(
    tmp_path: Path, command: str, in_file: bool
) -> None:
    environ = {"LOG_FORMAT": "json"}
    if in_file:
        (tmp_path / ".env").write_text("LOG_FORMAT=json\nthis sets nothing\n")
        environ = {}
    result = run_forked(
        (command,), tmp_path, {"LOG_LEVEL": "LOUD", "ALLOWED_GUILD": "1", **environ}
    )
    assert (result.returncode, result.stdout) == (2, "")
    [line] = log_objects(result.stderr)
    assert line["level"] == "CRITICAL"
    assert "LOG_LEVEL is none of its words" in line["message"]
    assert "is ALLOWED_GUILDS meant?" in line["message"]
    assert "traceback" not in line


@pytest.mark.parametrize("command", ["run", "migrate"])
@pytest.mark.parametrize("url", ["sqlite:////dev/null/bot.db", "sqlite:////proc/self/mem"])
def test_a_database_that_cannot_be_used_ends_with_1_and_is_told_as_json(
    tmp_path: Path, command: str, url: str
) -> None:
    result = run_forked(
        (command,), tmp_path, SETTINGS | {"DATABASE_URL": url, "LOG_FORMAT": "json"}
    )
    assert (result.returncode, result.stdout) == (1, "")
    *_, last = log_objects(result.stderr)
    assert last["level"] == "CRITICAL"
    assert "traceback" not in last


def test_a_sentence_that_cannot_be_used_ends_with_2_and_its_file_and_key_are_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "texts" / "de").mkdir(parents=True)
    (tmp_path / "texts" / "de" / "own.ftl").write_text("language-unknown = Kenn ich nicht.\n")
    result = run_forked(("run",), tmp_path, SETTINGS | {"TEXTS_DIR": "texts"})
    assert (result.returncode, result.stdout) == (2, "")
    assert "TEXTS_DIR (texts): de/own.ftl: language-unknown: it lacks $code" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_the_json_of_the_log_is_one_whatever_the_system_writes(
    tmp_path: Path, encoding: str
) -> None:
    """Such as in a terminal of Latin-1, or of a path that is text in no encoding."""
    environ = {
        "LOG_FORMAT": "json",
        "DATABASE_URL": os.fsdecode(b"sqlite:////dev/null/b\xc3\xa4r\xff.db"),
        "PYTHONIOENCODING": encoding,
    }
    result = run_forked(("run",), tmp_path, SETTINGS | environ)
    *_, last = log_objects(result.stderr)
    assert "/dev/null/bär?.db" in last["message"]


@pytest.mark.parametrize(("command", "library"), [("run", "discord"), ("migrate", "sqlalchemy")])
@pytest.mark.parametrize("level", ["INFO", "CRITICAL"])
def test_a_fault_that_ends_the_program_is_one_json_line_with_its_traceback(
    tmp_path: Path, command: str, library: str, level: str
) -> None:
    """And those of threads and finalisers are lines too. No secret of the settings is in them."""
    (tmp_path / f"{library}.py").write_text(BROKEN)
    result = run_process(tmp_path, command, **SETTINGS, LOG_FORMAT="json", LOG_LEVEL=level)
    assert (result.returncode, result.stdout) == (1, "")
    lines = log_objects(result.stderr)
    assert lines[-1]["level"] == "CRITICAL"
    assert lines[-1]["message"] == "bridge-bot ends: LookupError"
    assert lines[-1]["traceback"].startswith("Traceback")
    assert "no such thing as" in lines[-1]["traceback"]
    assert any("of a library" in line["message"] for line in lines)
    traces = " ".join(line.get("traceback", "") for line in lines)
    assert ("in a finaliser" in traces) == ("in a thread" in traces) == (level == "INFO")
    assert command == "migrate" or KEY not in result.stderr


def test_a_fault_that_ends_the_program_is_in_the_text_of_the_log_too(tmp_path: Path) -> None:
    (tmp_path / "discord.py").write_text(BROKEN)
    result = run_process(tmp_path, "run", **SETTINGS)
    assert result.returncode == 1
    assert "CRITICAL bridge_bot: bridge-bot ends: LookupError\nTraceback" in result.stderr
    assert result.stderr.endswith("LookupError: no such thing as •••\n")


@pytest.mark.parametrize("command", ["run", "migrate"])
def test_a_file_of_secrets_that_others_can_read_is_a_warning_at_the_start(
    tmp_path: Path, command: str
) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("DATABASE_URL=sqlite:////dev/null/bot.db\n")
    for mode, warns in ((0o644, True), (0o600, False)):
        dotenv.chmod(mode)
        result = run_forked((command,), tmp_path, SETTINGS)
        assert ("WARNING bridge_bot: .env holds secrets" in result.stderr) == warns
        assert ("chmod 600 .env" in result.stderr) == warns


@pytest.mark.parametrize(
    ("output", "ends_with", "told"),
    [
        ("/dev/full", 1, "The result can't be printed: No space left on device.\n"),
        ("a closed pipe", 0, ""),
    ],
)
def test_a_result_that_nobody_can_read_is_no_traceback(
    tmp_path: Path, output: str, ends_with: int, told: str
) -> None:
    if output == "a closed pipe":  # such as by `head`
        reader, writer = os.pipe()
        os.close(reader)
    else:
        writer = os.open(output, os.O_WRONLY)
    program = (sys.executable, "-m", "bridge_bot.cli", "export", "42")
    database = new_database(tmp_path)
    result = subprocess.run(
        program,
        cwd=tmp_path,
        env={"DATABASE_URL": database.url, "PATH": os.environ["PATH"]},
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (result.returncode, result.stderr[-len(told) or None :]) == (ends_with, told)
    assert "Traceback" not in result.stderr


def lines_of(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stderr is not None
    yield from process.stderr


SIGNALLED_TWICE = """
import os
import signal

class Last:
    def __del__(self):  # when the interpreter clears what is left, the last that it does
        os.kill(os.getpid(), signal.SIGTERM)

last = Last()
os.kill(os.getpid(), signal.SIGHUP)
"""
"""A library during whose import the process is told to end, and once more while it ends."""


def test_a_second_signal_makes_no_failure_of_an_end_before_the_start(tmp_path: Path) -> None:
    (tmp_path / "discord.py").write_text(SIGNALLED_TWICE)
    result = run_process(tmp_path, "run", **SETTINGS)
    assert (result.returncode, result.stderr) == (0, "")


SIGNALLED_IN_A_FINALIZER = """
import os
import signal

class Short:
    def __del__(self):  # Python goes on after whatever is raised here
        os.kill(os.getpid(), signal.SIGTERM)

Short()
"""


def test_no_signal_is_lost_while_the_program_is_loading(tmp_path: Path) -> None:
    (tmp_path / "discord.py").write_text(SIGNALLED_IN_A_FINALIZER)
    result = run_process(tmp_path, "run", **SETTINGS)
    assert (result.returncode, result.stderr) == (0, "")


def test_under_nohup_a_closed_terminal_ends_nothing(tmp_path: Path) -> None:
    script = f'trap "" HUP; exec "{sys.executable}" -m bridge_bot run'
    with subprocess.Popen(
        ["sh", "-c", script], cwd=tmp_path, env=SETTINGS, stderr=subprocess.PIPE, text=True
    ) as process:
        lines = lines_of(process)
        assert any("is starting" in line for line in lines)
        os.kill(process.pid, signal.SIGHUP)
        assert any("Discord" in line for line in lines)
        os.kill(process.pid, signal.SIGTERM)
        rest = [*lines]
    assert process.returncode == 0
    assert "has stopped" in rest[-1]


def test_migrate_names_the_copy_of_what_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "my.db"
    older(file)
    result = run_forked(("migrate",), tmp_path, {"DATABASE_URL": "sqlite:///my.db"})
    assert (result.returncode, result.stdout) == (0, "The database is up to date.\n")
    [copy] = tmp_path.glob("my.db.0001-*")
    assert f"at version 0001, it is kept in {copy}" in result.stderr


def test_migrate_makes_the_database(tmp_path: Path) -> None:
    for _ in range(2):
        result = run_forked(("migrate",), tmp_path, {"DATABASE_URL": "sqlite:///below/my.db"})
        assert (result.returncode, result.stdout) == (0, "The database is up to date.\n")
    assert (tmp_path / "below/my.db").is_file()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--from", "sqlite:///my.db"), "--from and --to belong together."),
        (("--to", "sqlite:///my.db"), "--from and --to belong together."),
        (("--from", "my.db", "--to", "sqlite:///my.db"), "--from names a database that is not"),
        (("--from", "sqlite:///my.db", "--to", f"postgresql://a:{PASSWORD}@h"), "--to is not the"),
        (("--from", "DATABASE_URL", "--too", f"postgresql://a:{PASSWORD}@h/n"), "unrecognized"),
        ((f"postgresql://a:{PASSWORD}@h/n",), "unrecognized arguments: postgresql://•••@h/n"),
    ],
)
def test_wrong_arguments_of_a_move_end_with_2_and_no_password_is_repeated(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str
) -> None:
    code, out, err = run_main(capsys, "migrate", *arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert "secret" not in err


def test_migrate_moves_a_database_to_that_of_the_settings(tmp_path: Path) -> None:
    older(tmp_path / "old.db", "head")
    arguments = ("migrate", "--from", "sqlite:///old.db", "--to", "DATABASE_URL")
    for done in ("is moved", "was moved before; both hold the same"):
        result = run_forked(arguments, tmp_path, {"DATABASE_URL": "sqlite:///new.db"})
        assert (result.returncode, result.stderr) == (0, "")
        assert result.stdout.startswith(f"The database {done} (")
        assert "synced_commands 1," in result.stdout
    back = run_forked(
        ("migrate", "--from", "DATABASE_URL", "--to", "sqlite:///back.db"),
        tmp_path,
        {"DATABASE_URL": "sqlite:///new.db"},
    )
    assert (back.returncode, back.stdout.count("is moved")) == (0, 1)
    assert not (tmp_path / "bridge_bot.db").exists()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_move_that_fails_ends_with_1_and_no_password_is_told(tmp_path: Path, form: str) -> None:
    older(tmp_path / "old.db", "head")
    to = f"postgresql://ann:{PASSWORD}@127.0.0.1:1/name"
    arguments = ("migrate", "--from", "sqlite:///old.db", "--to", to)
    result = run_forked(arguments, tmp_path, {"LOG_FORMAT": form})
    assert (result.returncode, result.stdout) == (1, "")
    assert "the target: the database server can't be reached" in result.stderr
    assert "secret" not in result.stderr


def test_usage_prints_json_alone_and_refuses_a_wrong_number_of_days(tmp_path: Path) -> None:
    environment = {"DATABASE_URL": new_database(tmp_path).url}
    told = run_forked(("usage", "--json", "--days", "7"), tmp_path, environment)
    assert (told.returncode, told.stderr) == (0, "")
    assert json.loads(told.stdout)["in_all"]["asked"] == 0
    for days in ("0", "-1", "a", "99999"):
        wrong = run_forked(("usage", f"--days={days}"), tmp_path, environment)
        assert (wrong.returncode, wrong.stdout) == (2, "")
        assert "use a number of days from 1 to 3650" in wrong.stderr


def test_pause_and_resume_say_what_they_have_done(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    said = [
        run_forked((command,), tmp_path, {"DATABASE_URL": database.url})
        for command in ("pause", "pause", "resume", "resume")
    ]
    assert [each.returncode for each in said] == [0] * 4
    for each, words in zip(
        said, ("is paused:", "was paused already:", "is resumed:", "was not paused:"), strict=True
    ):
        assert each.stdout.startswith(f"The bot {words}")
        assert "within 10 seconds" in each.stdout
        assert each.stderr == ""
    assert database.rows("SELECT * FROM pauses") == []


def test_export_prints_json_alone_and_forget_says_what_it_removed(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    environment = {"DATABASE_URL": database.url}
    exported = run_forked(("export", "42"), tmp_path, environment)
    assert (exported.returncode, json.loads(exported.stdout)["tables"]) == (0, {})
    forgotten = run_forked(("forget", "42"), tmp_path, environment)
    assert forgotten.stdout.startswith("Removed of member 42: questions 0,")
    wrong = run_forked(("forget", "Ann"), tmp_path, environment)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "it is not the id of a member" in wrong.stderr


@pytest.mark.sqlite
@pytest.mark.parametrize("command", ["pause", "resume"])
def test_pause_of_a_database_that_is_not_there_says_so_and_makes_none(
    tmp_path: Path, command: str
) -> None:
    result = run_forked((command,), tmp_path, {"DATABASE_URL": "sqlite:///my.db"})
    assert (result.returncode, result.stdout) == (1, "")
    assert f"there is no database {tmp_path / 'my.db'}: check DATABASE_URL" in result.stderr
    assert list(tmp_path.glob("my.db*")) == []


def test_pause_of_a_database_without_tables_says_what_to_do(tmp_path: Path) -> None:
    database = new_database(tmp_path, migrated=False)
    (tmp_path / "bot.db").touch()
    result = run_forked(("pause",), tmp_path, {"DATABASE_URL": database.url})
    assert (result.returncode, result.stdout) == (1, "")
    assert "the database has no tables yet" in result.stderr


def test_pause_of_a_database_of_an_earlier_version_says_what_to_do(tmp_path: Path) -> None:
    database = new_database(tmp_path, migrated=False)
    migrate(database.url, alembic_command.upgrade, "0003")
    result = run_forked(("pause",), tmp_path, {"DATABASE_URL": database.url})
    assert (result.returncode, result.stdout) == (1, "")
    assert "the database is at revision 0003" in result.stderr
    assert "run `bridge-bot migrate`" in result.stderr
    assert database.rows("SELECT version_num FROM alembic_version") == [("0003",)]
