"""The connection: it is made again by itself, or says what to do."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.web.server import WebServer
from tests.browser.chat_page import open_page


async def test_the_page_finds_back_by_itself_and_misses_nothing(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        port, token = page.server.address.removeprefix("http://127.0.0.1:").split("/?token=")
        await page.server.__aexit__(None, None, None)
        await expect(page.tab.locator("#connection-state")).to_contain_text("Not connected")
        page.system.world.messages.send(page.system.channel, page.system.ann, "meanwhile")
        async with WebServer(page.system.discord, port=int(port), token=token):
            await expect(page.message("meanwhile")).to_be_visible(timeout=15_000)
            await expect(page.tab.locator("#connection-state")).to_be_hidden()
        # That it could not connect stands in the browser's console, rightly.
        page.problems.clear()


async def test_a_page_of_an_earlier_sandbox_says_what_to_do(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.tab.context.clear_cookies()
        await page.tab.reload()
        state = page.tab.locator("#connection-state")
        await expect(state).to_contain_text("open the address that the sandbox")
        page.problems.clear()
