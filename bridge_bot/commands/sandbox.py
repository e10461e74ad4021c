"""`bridge-bot sandbox`: the bot against a Discord on this machine."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bridge_bot.commands.command import importing
from bridge_bot.core.errors import SettingsInvalid, StartError
from bridge_bot.settings import ChatApiSettings, load


def add_to(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    """Add it to the commands of a parser."""
    parser = add_parser("sandbox", help="try it here, without any account")
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
    parser.set_defaults(command=partial(_run, parser))


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 5 or int(text) > 65_535:
        raise argparse.ArgumentTypeError("it is not a port; use a number from 0 to 65535")
    return int(text)


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    chat_api = _chat_api(parser, options)
    if options.docs is not None and not options.docs.is_dir():
        parser.error(f"--docs: there is no folder {options.docs}.")
    # Imported here, so that no other command pays for the stand-ins, in time or in memory.
    with importing():
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
