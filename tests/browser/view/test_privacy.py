"""`/privacy`, played on the page."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat_page import open_page
from tests.harness.english import text


async def test_a_member_forbids_to_be_read_and_allows_it_again(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        await page.use("privacy")
        shown = page.message("Where your questions go.")
        await shown.get_by_role("button", name=text("privacy-opt-out")).click()
        await expect(shown).to_contain_text("So I don't answer you.")
        await page.say(f"{page.system.mention} may I?")
        await expect(page.message(text("refused-opted-out"))).to_be_visible()
        await shown.get_by_role("button", name=text("privacy-opt-in")).click()
        await expect(shown).to_contain_text("You can forbid")
        assert page.system.api.requests == []
