"""Interactions that wait for the bot: what becomes of them when one acts as somebody else."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat_page import open_page


async def test_what_a_member_began_does_not_fail_for_another(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        ben = page.system.world.people.add(page.system.guild, "Ben")
        button = {"type": 2, "style": 1, "label": "Wait", "custom_id": "wait"}
        page.bot_says("Press", components=[{"type": 1, "components": [button]}])
        pressed = page.tab.get_by_role("button", name="Wait")
        await pressed.click()
        await expect(pressed).to_have_attribute("aria-busy", "true")
        await page.tab.get_by_label("You are").select_option(str(ben.id))
        await expect(pressed).not_to_have_attribute("aria-busy", "true")
        await expect(page.tab.get_by_text("This interaction failed")).to_have_count(0, timeout=1)
