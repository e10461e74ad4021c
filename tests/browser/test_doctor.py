"""`/doctor`, as somebody who manages a server plays it on the page; and the picture of it."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from tests.browser.chat_page import open_page, picture
from tests.harness.guild_settings import set_in_store


async def test_who_manages_a_server_sees_what_is_wrong_there(
    tmp_path: Path, browser_path: str
) -> None:
    """A channel where private answers can't be, one where long answers end early, and a refusal."""
    async with open_page(tmp_path, browser_path) as page:
        world, system = page.system.world, page.system
        people = world.people
        people.give_role(system.ann, people.add_role(system.guild, "Moderators", ["manage_guild"]))
        support = world.channels.add(system.guild, "support")
        await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD, support)
        people.take_permission(support, "create_private_threads")
        people.take_permission(system.channel, "attach_files")
        await system.start(GUILD_QUESTIONS_PER_DAY="1")
        await page.say(f"{system.mention} Are you there?")
        await page.say(f"{system.mention} And now?")
        await expect(page.message("has used up its questions").first).to_be_visible()

        await page.use("doctor")
        found = page.message("What I found on this server")
        await expect(found).to_contain_text("I answer nothing in")
        await expect(found.get_by_role("button", name="support")).to_be_visible()
        for code in ("E305", "W310", "W325", "N326"):
            await expect(found).to_contain_text(f"bridge-bot.{code}")
        await expect(found).to_contain_text("Give my role “Attach Files” there.")
        await picture(page.tab, "doctor", tmp_path)
