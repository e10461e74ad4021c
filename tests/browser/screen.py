"""A browser on the page, with the stage of the end-to-end tests behind it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Locator, async_playwright, expect
from playwright.async_api import Page as Tab

from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.model import Channel, Member, Message
from bridge_bot.sandbox.web.server import Page
from tests.browser import chromium
from tests.e2e.stage import Stage, stage

# A shared machine may be slow; what is waited for comes at once where it is not.
expect.set_options(timeout=10_000)

IMAGES = Path(__file__).parents[2] / "docs" / "images"
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 780}


@dataclass
class Screen:
    """Ann sits in front of it."""

    on: Stage
    page: Page
    browser: Browser
    tab: Tab
    problems: list[str]

    @property
    def words(self) -> Locator:
        """Where one writes."""
        return self.tab.locator("#words")

    @property
    def log(self) -> Locator:
        """The messages of the open channel."""
        return self.tab.get_by_role("log")

    def message(self, words: str) -> Locator:
        """The message that says so."""
        return self.log.get_by_role("article").filter(has_text=words)

    def place(self, name: str) -> Locator:
        """A channel, thread or direct message in the sidebar."""
        return self.tab.locator("#places .place").filter(has_text=name)

    async def say(self, words: str) -> None:
        """Write and send."""
        await self.words.fill(words)
        await self.words.press("Enter")

    async def open(self, channel: Channel) -> None:
        """Open a channel by its place in the sidebar."""
        await self.place(channel.name).click()
        await expect(self.tab.locator("#where h1")).to_have_text(channel.name)

    def bot_says(self, content: str, *, to: Member | None = None, **data: Any) -> Message:
        """The bot, acted by the test, answers a command; `to`: for that member alone."""
        state = self.on.world.state
        user = (to or self.on.ann).user
        used = interactions.start(state, InteractionType.COMMAND, user, self.on.channel, {})
        data = {"content": content, "flags": 64 if to else 0, **data}
        interactions.respond(state, used.id, used.token, {"type": 4, "data": data})
        assert used.original is not None
        return used.original


@asynccontextmanager
async def screen(folder: Path, browser_path: str, **options: Any) -> AsyncIterator[Screen]:
    """The page in a browser; at the end nothing was wrong in its console."""
    async with stage(folder) as on, Page(on.discord, port=0) as page, async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=browser_path, args=chromium.ARGUMENTS
        )
        settings = {"viewport": DESKTOP, "color_scheme": "light", "locale": "en-US", **options}
        context = await browser.new_context(**settings)
        tab = await context.new_page()
        problems: list[str] = []
        watch(tab, problems)
        await tab.goto(page.address)
        await expect(tab.locator("#composer")).to_be_visible()
        yield Screen(on, page, browser, tab, problems)
        assert problems == []
        await browser.close()


def watch(tab: Tab, problems: list[str]) -> None:
    """Note what goes wrong in a page: errors, what its policy forbids, dialogs out of nowhere."""
    tab.on("pageerror", lambda error: problems.append(str(error)))
    tab.on(
        "console",
        lambda line: problems.append(line.text) if line.type in {"error", "warning"} else None,
    )
    tab.on("dialog", lambda dialog: problems.append(dialog.message))


async def picture(tab: Tab, name: str, folder: Path) -> None:
    """A picture of the page: for the README if asked for, else beside the test."""
    keep = os.environ.get("BRIDGE_BOT_PICTURES") == "1"
    path = (IMAGES if keep else folder) / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    await tab.screenshot(path=path, animations="disabled", caret="hide")
    assert path.stat().st_size < 200 * 1024
