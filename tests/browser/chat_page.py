"""The sandbox's page in a browser, with the bot and the stand-ins behind it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Locator, ViewportSize, async_playwright, expect
from playwright.async_api import Page as Tab

from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.model import Channel, Member, Message
from bridge_bot.sandbox.web.server import WebServer
from tests.browser import chromium
from tests.harness.loopback import Loopback, loopback
from tests.harness.ports import free_port

# A shared machine may be slow; elsewhere what is waited for comes at once.
expect.set_options(timeout=10_000)

IMAGES = Path(__file__).parents[2] / "docs" / "images"
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 780}


@dataclass
class ChatPage:
    """The page, in front of which Ann sits, and `system`: the bot and the stand-ins behind it."""

    system: Loopback
    server: WebServer
    browser: Browser
    tab: Tab
    problems: list[str]

    @property
    def input(self) -> Locator:
        """The field where one writes."""
        return self.tab.locator("#message-input")

    @property
    def suggestions(self) -> Locator:
        """What is suggested there for what is written."""
        return self.tab.locator("#suggestions").get_by_role("option")

    @property
    def log(self) -> Locator:
        """The list of messages of the open channel."""
        return self.tab.get_by_role("log")

    def message(self, text: str) -> Locator:
        """The message with that text."""
        return self.log.get_by_role("article").filter(has_text=text)

    def channel_link(self, name: str) -> Locator:
        """The link to a channel, thread or direct message in the sidebar."""
        return self.tab.locator("#channel-list .channel-link").filter(has_text=name)

    async def say(self, text: str) -> None:
        """Write a message and send it."""
        await self.input.fill(text)
        await self.input.press("Enter")

    async def use(self, command: str) -> None:
        """Use the first of the commands that are suggested for the beginning of its name."""
        await self.input.click()  # waits until the form of the command before it is closed
        await self.input.press_sequentially(f"/{command}")
        # Before that, Enter would send a message.
        await expect(self.suggestions.first).to_be_visible()
        await self.input.press("Enter")

    async def open(self, channel: Channel) -> None:
        """Open a channel by its link in the sidebar."""
        await self.channel_link(channel.name).click()
        await self.shows_channel(channel.name)

    async def act_as(self, name: str) -> None:
        """Be another member, once the page shows what they see."""
        await self.tab.get_by_label("You are").select_option(name)
        await expect(self.tab.locator("#me")).to_have_text(name[0])

    async def shows_channel(self, name: str) -> None:
        """Wait until a channel is shown: what is written before that goes into another one."""
        await expect(self.tab.locator("#channel-title h1")).to_have_text(name)

    def bot_says(self, content: str, *, to: Member | None = None, **data: Any) -> Message:
        """Have the bot respond to a command, to all or only to one member; return its message."""
        state = self.system.world.state
        user = (to or self.system.ann).user
        used = interactions.start(state, InteractionType.COMMAND, user, self.system.channel, {})
        data = {"content": content, "flags": 64 if to else 0, **data}
        interactions.respond(state, used.id, used.token, {"type": 4, "data": data})
        assert used.original is not None
        return used.original


@asynccontextmanager
async def open_page(
    folder: Path, browser_path: str, *, response_within_s: float = 30.0, **options: Any
) -> AsyncIterator[ChatPage]:
    """Open the page in a browser. At the end nothing may have gone wrong in its console.

    The bot, or the test in its place, has `response_within_s` to respond to an interaction: in
    Discord 3 s, in which a busy machine may not get through the steps of a test.
    """
    async with (
        loopback(folder, is_accelerated=False) as system,
        # The same port is taken again by tests in which the server is away for a while.
        WebServer(system.discord, port=free_port()) as server,
        async_playwright() as driver,
    ):
        system.world.state.response_within_s = response_within_s
        browser = await driver.chromium.launch(
            executable_path=browser_path, args=chromium.ARGUMENTS
        )
        settings = {"viewport": DESKTOP, "color_scheme": "light", "locale": "en-US", **options}
        context = await browser.new_context(**settings)
        tab = await context.new_page()
        problems: list[str] = []
        watch(tab, problems)
        await tab.goto(server.address)
        await expect(tab.locator("#composer")).to_be_visible()
        yield ChatPage(system, server, browser, tab, problems)
        assert problems == []
        await browser.close()


def watch(tab: Tab, problems: list[str]) -> None:
    """Collect what goes wrong in a page: errors, what its policy forbids, unexpected dialogs."""
    tab.on("pageerror", lambda error: problems.append(str(error)))
    tab.on(
        "console",
        lambda line: problems.append(line.text) if line.type in {"error", "warning"} else None,
    )
    tab.on("dialog", lambda dialog: problems.append(dialog.message))


async def picture(tab: Tab, name: str, folder: Path) -> None:
    """Save a picture of the page: for the README if asked for, else in the test's folder."""
    keep = os.environ.get("BRIDGE_BOT_PICTURES") == "1"
    path = (IMAGES if keep else folder) / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    await tab.screenshot(path=path, animations="disabled", caret="hide")
    assert path.stat().st_size < 200 * 1024
