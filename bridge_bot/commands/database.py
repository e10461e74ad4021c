"""What commands do to the database beside the bot: upgrade it, move it, pause the bot by it, export
a member's data and forget it.
"""

from __future__ import annotations

import asyncio
import sys
import time

from bridge_bot.core.privacy.member_data import export_json
from bridge_bot.instrumentation import log
from bridge_bot.instrumentation.progress import Progress
from bridge_bot.settings import DatabaseSettings
from bridge_bot.store import schema
from bridge_bot.store.move import move
from bridge_bot.store.sql_store import SqlStore


def upgrade_database(settings: DatabaseSettings) -> None:
    """Bring the database to what this version needs, and verify it. Raises `StoreError`."""
    url = settings.url.reveal()
    for exposed in schema.prepare(url):
        log.warning(exposed)
    if done := schema.upgrade(url):
        log.info("the database is upgraded to version %s", schema.revisions()[-1])
        if done.copy is not None:
            log.info(
                "as it was before, at version %s, it is kept in %s; docs/backup.md tells the way"
                " back",
                done.revision,
                done.copy,
            )
    elif (revision := schema.revision_at(url)) != schema.revisions()[-1]:
        log.info(
            "a newer bridge-bot has upgraded the database, to version %s; this one can work on it",
            revision,
        )
    schema.verify(url)


def move_database(source: DatabaseSettings, target: DatabaseSettings, *, bar: bool) -> str:
    """Move all that is stored from one database to another one. Returns a sentence of what was
    done. Raises `StoreError`. With `bar`, progress is a bar if standard error is a terminal.
    """
    with Progress(sys.stderr, bar=bar) as progress:
        moved = move(source.url.reveal(), target.url.reveal(), progress)
    rows = ", ".join(f"{name} {count:,}" for name, count in moved.rows.items())
    done = "was moved before; both hold the same" if moved.before else "is moved"
    return f"The database {done} ({rows}). Run the bot with the new one as DATABASE_URL."


async def set_paused(settings: DatabaseSettings, *, is_paused: bool) -> str:
    """Pause or resume the bot, whether it runs or not. Returns a sentence of what that means.

    Raises `StoreError`, also if the database is not there or not at the newest revision.
    """
    url = settings.url.reveal()
    await asyncio.to_thread(schema.require_newest, url)
    async with SqlStore(url) as store:
        change = store.pauses.pause if is_paused else store.pauses.resume
        has_changed = await change()
    if is_paused:
        done = "The bot is paused" if has_changed else "The bot was paused already"
        return (
            f"{done}: within 10 seconds no question is sent to the chatbot any more; answers that"
            " have begun go on. `bridge-bot resume` ends the pause."
        )
    done = "The bot is resumed" if has_changed else "The bot was not paused"
    return f"{done}: questions are sent to the chatbot, within 10 seconds."


async def export_member(settings: DatabaseSettings, member_id: int) -> str:
    """All that is stored of a member, as JSON, whether the bot runs or not.

    Raises what `set_paused` raises.
    """
    url = settings.url.reveal()
    await asyncio.to_thread(schema.require_newest, url)
    async with SqlStore(url) as store:
        return export_json(member_id, await store.member_data.export(member_id), time.time())


async def forget_member(settings: DatabaseSettings, member_id: int) -> str:
    """Remove what is stored of a member, whether the bot runs or not. Returns what was removed.

    Raises what `set_paused` raises.
    """
    url = settings.url.reveal()
    await asyncio.to_thread(schema.require_newest, url)
    async with SqlStore(url) as store:
        done = await store.member_data.forget(member_id)
    removed = (
        f"Removed of member {member_id}: questions {done.questions}, sources of their answers"
        f" {done.sources}, votes {done.votes}, conversation_uids of conversations that only they"
        f" used {done.conversations}."
    )
    left = (
        f" Questions left: {done.left}, from the last ten minutes or not finished; run this again"
        " later."
    )
    stays = (
        " What they and moderators decided, the changes of settings and the counts of today stay."
        " The Chat API keeps what it was asked, and Discord the messages."
    )
    return f"{removed}{left if done.left else ''}{stays}"
