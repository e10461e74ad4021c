"""The sidebar: which member one acts as, and direct messages."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.enums import ChannelType
from tests.browser.chat_page import open_page


async def test_one_can_be_somebody_else_and_write_directly(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.tab.get_by_role("button", name="Add a member").click()
        await page.tab.get_by_label("Name").fill("Ben")
        await page.tab.keyboard.press("Enter")
        await expect(page.tab.get_by_label("You are").locator("option:checked")).to_have_text("Ben")
        await page.channel_link("bridge-bot").click()
        await expect(page.tab.locator("#channel-title h1")).to_have_text("bridge-bot")
        await page.say("just us")
        await expect(page.message("just us")).to_be_visible()
        spoken = [each for each in page.system.world.state.channels.values() if each.messages]
        assert [each.type for each in spoken] == [ChannelType.DM]
        await page.tab.get_by_label("You are").select_option("Ann")
        await expect(page.message("just us")).to_have_count(0)
