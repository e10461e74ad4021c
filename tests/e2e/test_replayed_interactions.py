"""An interaction that comes twice, as after a resumed connection, does nothing twice."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.sandbox.discord.model import Interaction, Message
from bridge_bot.sandbox.discord.payloads import interaction_objects
from tests.e2e.malformed_events import GatewaySession
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import loopback


@pytest.mark.sqlite  # what Discord sends, the database does not matter
async def test_what_comes_again_asks_counts_and_calls_nothing_again(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        helpers = system.world.people.add_role(system.guild, "helpers", mentionable=True)
        await set_in_store(system, SettingName.HELP_ROLE, helpers.id)
        bot = await system.start()
        gateway = GatewaySession(system, bot)

        def offers(message: Message, label: str) -> bool:
            return label in system.world.controls.of(message)

        async def replay(used: Interaction) -> None:
            await system.discord.until(lambda: used.acknowledged)
            event = interaction_objects.interaction_event(used, system.world.state)
            await gateway.send("INTERACTION_CREATE", event)
            await gateway.still_works("a replay")

        asked = system.world.commands.use(
            system.channel, system.ann, "ask", {"question": "by command?"}
        )
        await system.discord.until(lambda: "You asked: by command?" in system.world.transcript())
        await replay(asked)
        (thread,) = system.world.threads.of(system.channel)
        answer = await system.reads(thread, "You asked: by command?")
        for label, done in (
            ("👍", "SELECT 1 FROM votes"),
            (text("control-help"), "SELECT 1 FROM handoffs"),
            (text("control-regenerate"), "SELECT 1 FROM turns WHERE attempt = 2"),
        ):
            await system.discord.until(partial(offers, answer, label))
            pressed = system.world.controls.press(answer, system.ann, label)
            await system.database.until(done)
            await replay(pressed)
        await system.discord.until(lambda: len(system.api.requests) == 2)
        last = system.ask("afterwards?")
        await system.reads(await system.thread(last), "You asked: afterwards?")
        assert [each.body["q"] for each in system.api.requests] == [
            "by command?",
            "by command?",
            "afterwards?",
        ]
        assert system.database.rows("SELECT count(*) FROM votes") == [(1,)]
        calls = [each for each in system.replies(thread) if f"<@&{helpers.id}>" in each.content]
        assert len([each for each in calls if not each.ephemeral]) == 1
