"""What is shown anew keeps the focus, or hands it to the message around."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.actions.messages import edit_message
from tests.browser.chat_page import open_page


async def test_a_message_gets_the_focus_of_a_control_that_is_gone_or_disabled(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        stop = {"type": 2, "style": 1, "label": "Stop", "custom_id": "stop"}
        again = {"type": 2, "style": 1, "label": "Try again", "custom_id": "again"}
        said = page.bot_says("Answer", components=[{"type": 1, "components": [stop]}])
        for before, after in ((stop, again), (again, {**again, "disabled": True})):
            await page.tab.get_by_role("button", name=str(before["label"])).focus()
            components = [{"type": 1, "components": [after]}]
            edit_message(page.system.world.state, said.author, said, {"components": components})
            await expect(page.message("Answer")).to_be_focused()
