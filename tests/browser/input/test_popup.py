"""What is suggested at a field: only a click picks it, and the field keeps the focus."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat_page import open_page


async def test_a_click_picks_and_a_right_click_does_not(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.input.press_sequentially("@A")
        await page.suggestions.filter(has_text="Ann").click(button="right")
        await expect(page.input).to_have_value("@A")
        await page.suggestions.filter(has_text="Ann").click()
        await expect(page.input).to_have_value("@Ann ")
        await expect(page.input).to_be_focused()
