"""👍 and 👎 while the database is slow, or fails: a form has to come within three seconds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Interaction, Message
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

UP, DOWN = "👍", "👎"


async def answered(system: Loopback) -> Message:
    """A complete answer, which is stored."""
    system.api.script(Script("Because."))
    reply = await system.reads(await system.thread(system.ask("why?")), "Because.")
    await system.database.until("SELECT 1 FROM turns WHERE state = 'done'")
    return reply


@contextmanager
def locked(system: Loopback) -> Iterator[None]:
    """Another program writes, and lets nobody else do so."""
    with closing(sqlite3.connect(make_url(system.database.url).database or "")) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


async def until_told(system: Loopback, pressed: Interaction, text_key: str) -> None:
    """Wait until the member alone is told that; the press was acknowledged in time."""
    await system.discord.until(
        lambda: any(each.content == text(text_key) for each in pressed.responses)
    )
    assert all(each.ephemeral for each in pressed.responses if each.content == text(text_key))
    assert pressed.acknowledged_at is not None
    assert pressed.acknowledged_at - pressed.at < 3.0


@pytest.mark.sqlite
async def test_what_takes_long_to_store_is_acknowledged_first(tmp_path: Path) -> None:
    async with loopback(tmp_path, is_accelerated=False) as system:
        await system.start()
        reply = await answered(system)
        with locked(system):
            down = system.world.controls.press(reply, system.ann, DOWN)
            bob = system.world.people.add(system.guild, "Bob")
            up = system.world.controls.press(reply, bob, UP)
            await system.discord.until(lambda: down.modal and up.acknowledged_at)
        await until_told(system, up, "vote-counted")
        await system.database.until("SELECT 1 FROM votes WHERE vote = 'down'")
        assert text("vote-not-kept") not in [each.content for each in down.responses]


@pytest.mark.sqlite
async def test_a_form_whose_words_take_long_to_store_is_acknowledged_first(tmp_path: Path) -> None:
    async with loopback(tmp_path, is_accelerated=False) as system:
        await system.start()
        down = system.world.controls.press(await answered(system), system.ann, DOWN)
        await system.discord.until(lambda: down.modal)
        await system.database.until("SELECT 1 FROM votes WHERE vote = 'down'")
        with locked(system):
            sent = system.world.controls.submit(down, {text("vote-comment"): "it's 5"})
            await system.discord.until(lambda: sent.acknowledged_at)
        await until_told(system, sent, "vote-explained")


@pytest.mark.sqlite
async def test_what_can_not_be_stored_is_told_below_a_form_that_is_open(tmp_path: Path) -> None:
    async with loopback(tmp_path, is_accelerated=False) as system:
        await system.start(DATABASE_URL=f"{system.database.url}?timeout=2")
        reply = await answered(system)
        with locked(system):
            down = system.world.controls.press(reply, system.ann, DOWN)
            await system.discord.until(lambda: down.modal)
            await until_told(system, down, "vote-not-kept")
        sent = system.world.controls.submit(down, {text("vote-comment"): "it's 5"})
        await until_told(system, sent, "vote-not-down")


async def test_what_is_known_to_be_lost_opens_no_form(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        reply = await answered(system)
        system.database.execute("ALTER TABLE votes RENAME TO elsewhere")
        for button in (UP, DOWN):
            pressed = system.world.controls.press(reply, system.ann, button)
            await until_told(system, pressed, "vote-not-kept")
            assert pressed.modal is None
        assert "while noting a vote on an answer" in bot.log
        system.database.execute("ALTER TABLE elsewhere RENAME TO votes")
        pressed = system.world.controls.press(reply, system.ann, UP)
        await until_told(system, pressed, "vote-counted")
