"""The command line: the commands of `bridge-bot`, and their arguments.

Exit codes: 0 done, 1 failed, 2 bad settings or arguments, 3 refused by Discord.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from bridge_bot import member_commands, usage_command
from bridge_bot.command_log import DOTENV, exit_code, print_errors, sentences, with_log
from bridge_bot.core.errors import BridgeError, SettingsInvalid, StartError
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.settings import (
    ChatApiSettings,
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
    member_commands.add_to(commands.add_parser)
    usage_command.add_to(commands.add_parser)
    _add_sandbox(commands.add_parser("sandbox", help="try it here, without any account"))
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


def _add_sandbox(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Runs the bot against a Discord on this machine, with a page in the browser to talk to it."
        " Its settings are its own: neither .env nor the environment is read, but for the proxies"
        " by which a real Chat API is reached."
    )
    parser.add_argument(
        "--port", type=_port, default=8642, help="of the page; 0: any (default: %(default)s)"
    )
    parser.add_argument(
        "--docs", type=Path, metavar="DIR", help="answer from these Markdown files, not the bot's"
    )
    real = parser.add_argument_group("a real Chat API", "all three, instead of the stand-in")
    real.add_argument("--chat-api", metavar="URL", help="such as https://api.example.com")
    real.add_argument("--chat-key", metavar="KEY", help="the key of your subscription")
    real.add_argument("--chat-bot", metavar="UID", help="the chatbot that answers")
    parser.set_defaults(command=partial(_sandbox, parser))


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 5 or int(text) > 65_535:
        raise argparse.ArgumentTypeError("it is not a port; use a number from 0 to 65535")
    return int(text)


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
        with _importing():
            from bridge_bot import app  # noqa: PLC0415

        asyncio.run(app.run(settings, stop_signals))

    return with_log(RunSettings, run_bot)


@contextmanager
def _importing() -> Iterator[None]:
    """Keep the garbage collector away from what is imported, which stays until the end.

    To go through it again and again would take a fifth of the time of a start, and later hold the
    event loop up.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _exit_at_once(*_: object) -> NoReturn:
    for each in _STOP_SIGNALS:
        signal.signal(each, signal.SIG_IGN)  # one more must not make a failure of it
    sys.exit(0)


def _migrate(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    if (options.source is None) != (options.target is None):
        parser.error("--from and --to belong together.")
    if options.source is not None:
        source = _database(parser, "--from", options.source)
        return _move(source, _database(parser, "--to", options.target))

    def upgrade(settings: MigrateSettings) -> None:
        with _importing():
            from bridge_bot import database_commands  # noqa: PLC0415

        database_commands.upgrade_database(settings.database)
        print("The database is up to date.")  # noqa: T201

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
        with _importing():
            from bridge_bot import database_commands  # noqa: PLC0415

        databases = (source or settings.database, target or settings.database)
        bar = settings.log.format == "text"
        print(database_commands.move_database(*databases, bar=bar))  # noqa: T201

    given = [each for each in (source, target) if each is not None]
    return with_log(MigrateSettings, move, [text for each in given for text in secrets(each)])


def _set_paused(_options: argparse.Namespace, *, is_paused: bool) -> int:
    def set_paused(settings: MigrateSettings) -> None:
        with _importing():
            from bridge_bot import database_commands  # noqa: PLC0415

        print(asyncio.run(database_commands.set_paused(settings.database, is_paused=is_paused)))  # noqa: T201

    return with_log(MigrateSettings, set_paused)


def _check(options: argparse.Namespace) -> int:
    # Imported here, because that takes long, and few other commands need it.
    from bridge_bot.check.command import check  # noqa: PLC0415

    return check(DOTENV, ask=options.ask, fix=options.fix, json=options.json)


def _chat(options: argparse.Namespace) -> int:
    settings, warnings = read(ChatSettings, DOTENV)
    print_errors(*warnings)
    with _importing():
        from bridge_bot.chat import chat  # noqa: PLC0415

    return chat(settings, language=options.language, conversation=options.conversation)


def _sandbox(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    chat_api = _chat_api(parser, options)
    if options.docs is not None and not options.docs.is_dir():
        parser.error(f"--docs: there is no folder {options.docs}.")
    # Imported here, so that no other command pays for the stand-ins, in time or in memory.
    with _importing():
        from bridge_bot.sandbox import CannotServe  # noqa: PLC0415
        from bridge_bot.sandbox.serve import ChatApiAccess, serve  # noqa: PLC0415

    try:
        asyncio.run(
            serve(
                ("bridge_bot", "run"),
                port=options.port,
                docs=options.docs,
                chat_api=None
                if chat_api is None
                else ChatApiAccess(chat_api.base_url, chat_api.key.reveal(), chat_api.bot_uid),
            )
        )
    except CannotServe as error:
        raise StartError(f"The sandbox has ended: {error}.") from error
    return 0


def _chat_api(
    parser: argparse.ArgumentParser, options: argparse.Namespace
) -> ChatApiSettings | None:
    """The real Chat API that the options name, None if they name none. What is wrong or missing
    among them ends the program with a sentence.
    """
    given = {
        "--chat-api": ("CHAT_API_BASE_URL", options.chat_api),
        "--chat-key": ("CHAT_API_KEY", options.chat_key),
        "--chat-bot": ("CHAT_BOT_UID", options.chat_bot),
    }
    missing = [option for option, (_, text) in given.items() if text is None]
    if len(missing) == len(given):
        return None
    if missing:
        parser.error(f"a real Chat API needs {' and '.join(missing)} too.")
    if options.docs is not None:
        parser.error("--docs is for the stand-in; leave it out where a real Chat API answers.")
    try:
        return load(ChatApiSettings, dict(given.values()))
    except SettingsInvalid as error:
        sentences = " ".join(error.problems)
        for option, (name, _) in given.items():
            sentences = sentences.replace(name, option)
        parser.error(sentences)


if __name__ == "__main__":
    sys.exit(main())
