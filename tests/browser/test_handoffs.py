"""People are called, and the bot answers again, as members play it on the page."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.core.guild_settings.values import SettingName
from tests.browser.chat_page import open_page
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store


async def test_helpers_are_called_by_the_button_and_one_of_them_resumes(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        people, guild = page.system.world.people, page.system.guild
        helpers = people.add_role(guild, "Helpers", mentionable=True)
        people.add(guild, "Mia", roles=[helpers])
        await set_in_store(page.system, SettingName.HELP_ROLE, helpers.id)
        await page.system.start()
        thread = await page.system.thread(page.system.ask("why?"))
        await page.open(thread)
        await page.log.get_by_role("button", name=text("control-help")).click()
        call = page.message("asks for help here")
        await expect(call).to_contain_text("@Helpers @Ann asks for help here")
        await expect(page.message("I've called @Helpers")).to_contain_text("Only you can see this")
        await page.say("Is anybody there?")
        await expect(page.message("Is anybody there?")).to_be_visible()
        await page.act_as("Mia")
        await page.open(thread)
        await page.use("resume")
        await expect(page.message(text("resume-done"))).to_be_visible()
        await page.say("Try it now.")
        await page.act_as("Ann")
        await page.open(thread)
        await page.say(f"@{page.system.world.bot.name} and now?")
        await page.system.discord.until(lambda: len(page.system.api.requests) == 2)
        assert page.system.api.requests[-1].question == "and now?"
