"""What is unread in other channels."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat_page import open_page


async def test_what_is_new_elsewhere_is_marked_until_it_is_read(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        other = page.system.world.channels.add(page.system.guild, "other")
        ben = page.system.world.people.add(page.system.guild, "Ben")
        page.system.world.messages.send(other, ben, "one")
        await expect(page.channel_link("other")).to_have_accessible_name("other, 1 unread")
        page.system.world.messages.send(other, ben, f"<@{page.system.ann.id}> two")
        await expect(page.channel_link("other").locator(".badge")).to_have_text("1")
        await page.open(other)
        await expect(page.channel_link("other")).to_have_accessible_name("other")
        await expect(page.message("two")).to_have_class("message compact mentions-you")
