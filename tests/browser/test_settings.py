"""`/settings`, as somebody who manages a server plays it on the page; and the picture of it."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat_page import ChatPage, open_page, picture
from tests.harness.english import text


async def open_settings(page: ChatPage) -> None:
    """Have Ann manage the server, and use the command."""
    people, system = page.system.world.people, page.system
    people.give_role(system.ann, people.add_role(system.guild, "Moderators", ["manage_guild"]))
    await system.start(MEMBER_QUESTIONS_PER_DAY="20")
    await page.use("settings")
    await expect(page.message("My settings: the whole server")).to_be_visible()


async def choose(page: ChatPage, select: str, option: str) -> None:
    """Choose an option from a select of the panel."""
    await page.tab.get_by_role("combobox", name=select, exact=True).click()
    await page.tab.get_by_role("option", name=option).click()


async def press(page: ChatPage, label: str) -> None:
    """Press a button of the panel."""
    await page.tab.get_by_role("button", name=label, exact=True).click()


async def test_settings_are_looked_at_and_changed_on_the_page(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await open_settings(page)
        panel = page.message("My settings")
        await choose(page, text("settings-choose-channel"), "general")
        await choose(page, text("settings-choose-page"), text("settings-page-questions"))
        served = text("settings-name-served")
        await choose(page, served, "Every message")
        await expect(panel).to_contain_text("Every message costs.")
        await press(page, text("settings-cancel"))
        await choose(page, served, "Every message")
        await press(page, text("settings-take-messages"))
        await expect(panel).to_contain_text(text("settings-saved"))
        await expect(panel).to_contain_text("every message · set for this channel")
        await picture(page.tab, "settings", tmp_path)
        await press(page, text("settings-back-to-server"))
        await choose(page, text("settings-choose-page"), text("settings-page-askers"))
        await choose(page, text("settings-choose-roles"), "Moderators")
        await page.tab.keyboard.press("Escape")
        await expect(panel).to_contain_text("@Moderators · set for the server")
        await choose(page, text("settings-choose-page"), text("settings-page-extras"))
        await choose(page, text("settings-choose-feedback-channel"), "general")
        await page.tab.keyboard.press("Escape")
        await expect(panel).to_contain_text("Channel for feedback: general · set for the server")
        await choose(page, text("settings-choose-page"), text("settings-page-changes"))
        await expect(panel).to_contain_text("Who may ask: as usual → @Moderators")


async def test_limits_are_filled_in_in_a_form_and_a_server_is_paused(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await open_settings(page)
        panel = page.message("My settings")
        await choose(page, text("settings-choose-page"), text("settings-page-limits"))
        await press(page, text("settings-change-limits"))
        form = page.tab.get_by_role("dialog", name=text("settings-limits-form"))
        await form.get_by_label(text("settings-name-questions-per-day")).fill("lots")
        await form.get_by_role("button", name="Submit").click()
        await expect(panel).to_contain_text("whole number")
        await press(page, text("settings-change-limits"))
        await form.get_by_label(text("settings-name-questions-per-day")).fill("200")
        await form.get_by_role("button", name="Submit").click()
        await expect(panel).to_contain_text("200 · set for the server")
        await choose(page, text("settings-choose-page"), text("settings-page-overview"))
        await press(page, text("settings-pause"))
        await expect(panel).to_contain_text(text("settings-value-paused"))
        await page.say(f"{page.system.mention} Are you there?")
        await expect(page.message("someone who manages this server has paused me")).to_be_visible()


async def test_what_is_set_on_the_page_takes_effect_there(
    tmp_path: Path, browser_path: str
) -> None:
    """A question without a mention is answered in a private thread, and a new post in itself."""
    async with open_page(tmp_path, browser_path) as page:
        world, system = page.system.world, page.system
        forum = world.channels.add_forum(system.guild, "questions", tags=())
        await open_settings(page)
        panel = page.message("My settings")
        await choose(page, text("settings-choose-channel"), "general")
        await choose(page, text("settings-choose-page"), text("settings-page-questions"))
        await choose(page, text("settings-name-served"), "Every message")
        await press(page, text("settings-take-messages"))
        await choose(page, text("settings-name-answer-place"), "In a private thread")
        await expect(panel).to_contain_text("in a private thread · set for this channel")
        await choose(page, text("settings-choose-channel"), "questions")
        await choose(page, text("settings-name-served"), "Every forum post")
        await press(page, text("settings-take-posts"))
        await expect(panel).to_contain_text("every forum post · set for this channel")

        await page.say("How do private threads work?")
        await page.channel_link("How do private threads work?").click()
        await expect(page.message("I answer you here").first).to_be_visible()
        await expect(page.message("You asked: How do private threads work?")).to_be_visible()
        await page.open(forum)
        await page.tab.get_by_role("button", name="New post").click()
        await page.tab.get_by_label("Title").fill("Webhooks")
        await page.tab.get_by_label("First message").fill("How do they retry?")
        await page.tab.get_by_role("button", name="Post", exact=True).click()
        await expect(page.message("You asked: Webhooks")).to_contain_text("How do they retry?")
