"""Dialogs: a new post of a forum."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.enums import ChannelType
from tests.browser.chat_page import open_page


async def test_a_forum_has_posts(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        forum = page.system.world.channels.add(page.system.guild, "help", kind=ChannelType.FORUM)
        await page.open(forum)
        await page.tab.get_by_role("button", name="New post").click()
        await page.tab.get_by_label("Title").fill("How?")
        await page.tab.get_by_label("First message").fill("How does it work?")
        await page.tab.get_by_role("button", name="Post", exact=True).click()
        await page.shows_channel("How?")
        await expect(page.message("How does it work?")).to_be_visible()


async def test_a_refusal_is_told_in_the_dialog(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        forum = page.system.world.channels.add_forum(
            page.system.guild, "questions", tags=("Question",), requires_tag=True
        )
        await page.open(forum)
        await page.tab.get_by_role("button", name="New post").click()
        dialog = page.tab.get_by_role("dialog")
        await dialog.get_by_label("Title").fill("How?")
        await dialog.get_by_label("First message").fill("How does it work?")
        await dialog.get_by_role("button", name="Post").click()
        await expect(dialog.get_by_role("alert")).to_contain_text("tag")
        await dialog.get_by_role("checkbox", name="Question").check()
        await dialog.get_by_role("button", name="Post").click()
        await page.shows_channel("How?")


async def test_what_is_sent_twice_is_done_once(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.tab.get_by_role("button", name="Add a member").click()
        await page.tab.get_by_label("Name").fill("Ben")
        twice = "form => { form.requestSubmit(); form.requestSubmit(); }"
        await page.tab.locator("dialog form").evaluate(twice)
        await expect(page.tab.get_by_label("You are").locator("option:checked")).to_have_text("Ben")
        members = page.system.guild.members.values()
        assert [each.name for each in members].count("Ben") == 1
