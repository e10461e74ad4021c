"""*Ask about this* and `/help`, as a member plays them on the page, with the real bot."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.texts import Texts
from tests.browser.chat_page import open_page
from tests.harness.english import text


async def test_a_message_is_asked_about_and_help_is_read(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        world = page.system.world
        ben = world.people.add(page.system.guild, "Ben")
        world.messages.send(page.system.channel, ben, "Error 42 in the log")
        await page.message("Error 42").click(button="right")
        apps = page.tab.get_by_role("menu", name="Apps")
        await apps.get_by_role("menuitem", name=text("about-name")).click()
        field = page.tab.get_by_label(text("about-question"))
        await expect(field).to_have_value(text("about-default"))
        await field.fill("What is error 42?")
        await page.tab.get_by_role("button", name="Submit").click()
        await expect(page.tab.get_by_role("dialog")).to_have_count(0)
        asked = page.message("What is error 42?").first
        await expect(asked).to_contain_text("About")
        await page.system.discord.until(lambda: page.system.api.requests)
        assert "> Error 42 in the log" in page.system.api.requests[0].question
        await page.use("help")
        told = page.message(text("help-intro"))
        await expect(told).to_contain_text("Only you can see this")


async def test_a_member_exports_and_forgets_what_is_stored_of_them(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        asked = page.system.ask("Why?")
        await page.system.reads(await page.system.thread(asked), "Why?")
        await page.system.database.until("SELECT 1 FROM turns WHERE state = 'done'")
        page.system.database.execute("UPDATE turns SET updated_at = updated_at - 601")
        await page.use("export")
        exported = page.message(text("export-done"))
        await expect(exported).to_contain_text("export.json")
        await expect(exported).to_contain_text("Only you can see this")
        await page.use("forget")
        await page.tab.get_by_role("button", name=text("forget-confirm")).click()
        await expect(page.message("Questions: 1.")).to_contain_text("Only you can see this")
        await expect(page.tab.get_by_role("button", name=text("forget-confirm"))).to_have_count(0)
        assert page.system.database.rows("SELECT 1 FROM turns") == []


async def test_languages_are_chosen_by_scope_and_a_member_has_a_language_of_discord(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        field = page.tab.get_by_label

        async def language(code: str, scope: str) -> None:
            await page.use("language")
            for option, words in (("language", code), ("scope", scope)):
                await field(option, exact=True).fill(words)
                await page.tab.keyboard.press("Enter")
            await page.tab.get_by_role("button", name="Use").click()

        await language("German", "Me, every")
        told = page.message("From now on I answer you in German")
        await expect(told).to_contain_text("Only you can see this")
        await language("French", "This server")
        await expect(page.message(text("settings-not-allowed"))).to_be_visible()
        thread = await page.system.thread(page.system.ask("Why?"))
        await page.system.reads(thread, "in language `de`")

        await field("Language of your Discord").select_option("uk")
        await page.system.discord.until(lambda: page.system.ann.user.locale == "uk")
        await expect(field("Language of your Discord")).to_have_value("uk")
        await page.input.press_sequentially("/help")
        await expect(page.suggestions).to_contain_text(Texts.of("uk").get("help-description"))
        await page.input.press("Enter")
        await page.system.database.until("SELECT 1 FROM member_preferences WHERE locale = 'uk'")
