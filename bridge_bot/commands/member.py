"""`bridge-bot export` and `forget`: what is stored of a member is printed or removed."""

from __future__ import annotations

import argparse
import asyncio
import re
from collections.abc import Callable
from functools import partial

from bridge_bot.commands.command import print_result, with_log
from bridge_bot.settings import MigrateSettings


def add_to(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    """Add both to the commands of a parser."""
    for name, purpose in (
        ("export", "print what is stored of a member, as JSON"),
        ("forget", "remove what is stored of a member"),
    ):
        parser = add_parser(name, help=purpose)
        parser.description = f"{purpose.capitalize()}. The bot may run meanwhile."
        parser.add_argument("member_id", metavar="MEMBER_ID", type=_member_id)
        parser.set_defaults(command=partial(_run, name=name))


def _member_id(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,19}", text) or not 0 < int(text) < 2**63:
        raise argparse.ArgumentTypeError("it is not the id of a member, such as 80351110224678912")
    return int(text)


def _run(options: argparse.Namespace, *, name: str) -> int:
    def run(settings: MigrateSettings) -> None:
        # Imported here, because that takes long.
        from bridge_bot.commands import database  # noqa: PLC0415

        work = database.export_member if name == "export" else database.forget_member
        print_result(asyncio.run(work(settings.database, options.member_id)))

    return with_log(MigrateSettings, run)
