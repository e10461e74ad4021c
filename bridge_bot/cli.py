"""The command line: the commands of `bridge-bot`, and their arguments.

Exit codes: 0 done, 1 failed, 2 bad settings or arguments, 3 refused by Discord.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from typing import NoReturn

from bridge_bot.commands import member, sandbox, usage
from bridge_bot.commands.command import (
    DOTENV,
    exit_code,
    importing,
    print_errors,
    print_result,
    sentences,
    with_log,
)
from bridge_bot.core.errors import BridgeError, SettingsInvalid
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.settings import (
    ChatSettings,
    DatabaseSettings,
    MigrateSettings,
    RunSettings,
    load,
    secrets,
)
from bridge_bot.settings.reading import read

_STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns the exit code; what is wrong is told on standard error."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except BridgeError as error:
        print_errors(*sentences(error))
        return exit_code(error)
    except KeyboardInterrupt:
        return 130


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """End with a sentence, which may repeat arguments, but no password in them."""
        super().error(re.sub(r"//(?!user:password@)\S*@", "//•••@", message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="bridge-bot", description="Puts a hosted streaming chatbot into Discord.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('bridge-bot')}")
    commands = parser.add_subparsers(title="commands", required=True)
    commands.add_parser("run", help="be the bot").set_defaults(command=_run)
    _add_migrate(commands.add_parser("migrate", help="upgrade the database, or move it"))
    _add_chat(commands.add_parser("chat", help="talk to the chatbot in the terminal"))
    pause = "send nothing to the chatbot until resume, while run goes on"
    for name, purpose in (("pause", pause), ("resume", "end a pause")):
        set_paused = partial(_set_paused, is_paused=name == "pause")
        commands.add_parser(name, help=purpose).set_defaults(command=set_paused)
    _add_check(commands.add_parser("check", help="find what is wrong, also before the first start"))
    member.add_to(commands.add_parser)
    usage.add_to(commands.add_parser)
    sandbox.add_to(commands.add_parser)
    return parser


def _add_chat(parser: argparse.ArgumentParser) -> None:
    parser.description = "Talk to the chatbot in the terminal, or in a pipe: a question a line."
    languages = f"the language to answer in: {', '.join(LANGUAGES)}"
    parser.add_argument("--language", metavar="CODE", choices=LANGUAGES, help=languages)
    parser.add_argument("--conversation", metavar="UID", help="the conversation to go on with")
    parser.set_defaults(command=_chat)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Finds what is wrong with the settings, the database, the bot's application at Discord, its"
        " permissions on its servers and the connection to the Chat API, and tells how to mend it."
        " It changes nothing, and may be used before the first start or while the bot runs. The"
        " exit code is 1 if there are errors."
    )
    parser.add_argument(
        "--ask", action="store_true", help="ask the Chat API one question, which is paid"
    )
    fix = "switch the message content intent on, and set what “Add App” asks for"
    parser.add_argument("--fix", action="store_true", help=fix)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(command=_check)


def _add_migrate(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Upgrades the database (run does it too). With --from and --to: moves all that is stored"
        " from one database to another, new one, of SQLite or PostgreSQL, while no bot runs on"
        " either. Others on this machine can see the arguments of a program: the word DATABASE_URL"
        " stands for the URL of the settings, so that no password is needed here."
    )
    parser.add_argument(
        "--from", dest="source", metavar="URL", help="move what is here; nothing in it is changed"
    )
    parser.add_argument("--to", dest="target", metavar="URL", help="into this one, made if missing")
    parser.set_defaults(command=partial(_migrate, parser))


def _run(_options: argparse.Namespace) -> int:
    stop_signals = list(_STOP_SIGNALS)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:  # as it is under nohup
        stop_signals.remove(signal.SIGHUP)
    # Importing the bot takes a while. Until it has its own handlers, a signal ends the program at
    # once, with exit code 0, since nothing has begun.
    for each in stop_signals:
        signal.signal(each, _exit_at_once)

    def run_bot(settings: RunSettings) -> None:
        # Imported here, because that takes long, and no other command needs it.
        with importing():
            from bridge_bot import app  # noqa: PLC0415

        asyncio.run(app.run(settings, stop_signals))

    return with_log(RunSettings, run_bot)


def _exit_at_once(*_: object) -> NoReturn:
    # A `SystemExit` would be lost where Python only prints what is raised, such as in a finalizer
    # or in a callback of its import system. There is nothing to clean up yet.
    os._exit(0)


def _migrate(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    if (options.source is None) != (options.target is None):
        parser.error("--from and --to belong together.")
    if options.source is not None:
        source = _database(parser, "--from", options.source)
        return _move(source, _database(parser, "--to", options.target))

    def upgrade(settings: MigrateSettings) -> None:
        with importing():
            from bridge_bot.commands import database  # noqa: PLC0415

        database.upgrade_database(settings.database)
        print_result("The database is up to date.")

    return with_log(MigrateSettings, upgrade)


def _database(parser: argparse.ArgumentParser, option: str, text: str) -> DatabaseSettings | None:
    """The database that an option names, None for that of the settings."""
    if text == "DATABASE_URL":
        return None
    try:
        return load(DatabaseSettings, {"DATABASE_URL": text})
    except SettingsInvalid as error:
        parser.error(" ".join(error.problems).replace("DATABASE_URL", option))


def _move(source: DatabaseSettings | None, target: DatabaseSettings | None) -> int:
    """Move one database to another; None stands for that of the settings."""

    def move(settings: MigrateSettings) -> None:
        with importing():
            from bridge_bot.commands import database  # noqa: PLC0415

        databases = (source or settings.database, target or settings.database)
        bar = settings.log.format == "text"
        print_result(database.move_database(*databases, bar=bar))

    given = [each for each in (source, target) if each is not None]
    return with_log(MigrateSettings, move, [text for each in given for text in secrets(each)])


def _set_paused(_options: argparse.Namespace, *, is_paused: bool) -> int:
    def run(settings: MigrateSettings) -> None:
        with importing():
            from bridge_bot.commands import database  # noqa: PLC0415

        print_result(asyncio.run(database.set_paused(settings.database, is_paused=is_paused)))

    return with_log(MigrateSettings, run)


def _check(options: argparse.Namespace) -> int:
    # Imported here, because that takes long, and few other commands need it.
    from bridge_bot.check.command import check  # noqa: PLC0415

    return check(DOTENV, ask=options.ask, fix=options.fix, json=options.json)


def _chat(options: argparse.Namespace) -> int:
    settings, warnings = read(ChatSettings, DOTENV)
    print_errors(*warnings)
    with importing():
        from bridge_bot.chat import chat  # noqa: PLC0415

    return chat(settings, language=options.language, conversation=options.conversation)


if __name__ == "__main__":
    sys.exit(main())
