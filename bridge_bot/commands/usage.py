"""`bridge-bot usage`: how much the bot is used, for the operator."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable

from bridge_bot.commands.command import print_result, with_log
from bridge_bot.settings import MigrateSettings

_MOST_DAYS = 3_650


def add_to(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    """Add it to the commands of a parser."""
    parser = add_parser("usage", help="tell how much the bot is used")
    parser.description = (
        "Tells how much the bot is used, by server, day, channel and chatbot. It only reads; the"
        " bot may run meanwhile."
    )
    parser.add_argument(
        "--days", type=_days, default=30, metavar="N", help="of how many (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="as JSON, and nothing cut off")
    parser.set_defaults(command=_run)


def _days(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < 5
    if not is_number or not 1 <= int(text) <= _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"use a number of days from 1 to {_MOST_DAYS}")
    return int(text)


def _run(options: argparse.Namespace) -> int:
    def run(settings: MigrateSettings) -> None:
        # Imported here, because that takes long.
        from bridge_bot.commands import usage_report  # noqa: PLC0415

        report = usage_report.read(settings.database, options.days, as_json=options.json)
        print_result(asyncio.run(report))

    return with_log(MigrateSettings, run)
