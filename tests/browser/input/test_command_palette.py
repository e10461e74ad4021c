"""The form of a slash command, and what comes of one."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.actions import commands, interactions
from bridge_bot.sandbox.discord.errors import Json
from tests.browser.chat_page import open_page


async def test_a_question_by_command_is_shown_without_a_live_link_heading_or_mention(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        question = (
            f"# see [it](https://evil.example/a), https://b.example <@{page.system.ann.id}> @here"
        )
        page.system.world.commands.use(
            page.system.channel, page.system.ann, "ask", {"question": question}
        )
        quoted = page.message("evil.example/a")
        await expect(quoted.locator("blockquote")).to_contain_text("@Ann")
        for alive in ("blockquote a", "blockquote .mention", "blockquote h1, blockquote h2"):
            await expect(quoted.locator(alive)).to_have_count(0)


async def test_options_are_completed_by_the_bot(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        state = page.system.world.state
        option: Json = {"name": "city", "description": "Where", "type": 3, "autocomplete": True}
        form: Json = {"name": "weather", "description": "Tells the weather", "options": [option]}
        commands.register(state, form, None)
        await page.input.press_sequentially("/w")
        await page.input.press("Enter")
        await page.tab.get_by_label("city").fill("Par")
        await page.system.discord.until(
            lambda: [
                each
                for each in page.system.world.interactions
                if each.data["options"][0]["value"] == "Par"
            ]
        )
        asked = page.system.world.interactions[-1]
        choices = {"choices": [{"name": "Paris, France", "value": "paris"}]}
        interactions.respond(state, asked.id, asked.token, {"type": 8, "data": choices})
        await page.tab.get_by_role("option", name="Paris, France").click()
        await page.tab.keyboard.press("Enter")
        await page.system.discord.until(lambda: page.system.world.interactions[-1].type == 2)
        assert page.system.world.interactions[-1].data["options"][0]["value"] == "paris"
