"""A press goes to whom it belongs, by its `custom_id` alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.faults import StubbedResponse
from bridge_bot.sandbox.discord.model import Interaction
from tests.discord_adapter.intake.settings_panel.opened_panel import moderator, open_panel
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

CALLBACK = r"/interactions/\d+/.+/callback"
REFUSAL = StubbedResponse(400, {"code": 50035, "message": "Invalid Form Body"})


def pressed(system: Loopback, data: Json) -> Interaction:
    """A press on something of an own message of the bot's."""
    message = system.world.messages.send(system.channel, system.ann, "something")
    return interactions.start(
        system.world.state,
        InteractionType.COMPONENT,
        system.ann.user,
        system.channel,
        {"component_type": 2, "id": 1} | data,
        message=message,
    )


async def acknowledged(system: Loopback, used: Interaction) -> None:
    """Wait until the bot has acknowledged it."""
    await system.discord.until(lambda: used.acknowledged)


async def test_what_belongs_to_nobody_is_left_alone(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        for custom_id in ("", "nobodys", "nobodys:settings:1", ":settings"):
            with subtests.test(custom_id=custom_id):
                used = pressed(system, {"custom_id": custom_id})
                await acknowledged(system, pressed(system, {"custom_id": "settings:known"}))
                assert not used.acknowledged


async def test_a_handler_that_fails_is_observed_and_the_member_told(tmp_path: Path) -> None:
    async with loopback(tmp_path, skips_events=True) as system:
        bot = await system.start()
        panel = await open_panel(system, moderator(system))
        system.discord.faults.inject("POST", CALLBACK, REFUSAL)
        select = text("settings-choose-page")
        used = system.world.controls.choose(panel.message, panel.person, select, ["limits"])
        shown = await system.discord.message_shown(used)
        assert (shown.content, shown.ephemeral) == (text("error-unexpected"), True)
        assert "while handling a press on a control (settings)" in bot.log
