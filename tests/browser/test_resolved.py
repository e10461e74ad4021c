"""*Resolved*, and a long question, as a member plays them on the page, with the real bot."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.browser.chat_page import open_page
from tests.browser.test_settings import choose, open_settings
from tests.harness.english import text


async def test_a_post_is_resolved_tagged_and_closed_and_opens_again(
    tmp_path: Path, browser_path: str
) -> None:
    """As it is set on the page: at once."""
    async with open_page(tmp_path, browser_path) as page:
        world, system = page.system.world, page.system
        forum = world.channels.add_forum(system.guild, "questions", tags=("Question", "Resolved"))
        world.people.give_permission(forum, "manage_threads")
        await open_settings(page)
        await choose(page, text("settings-choose-channel"), "questions")
        await choose(page, text("settings-choose-page"), text("settings-page-questions"))
        await choose(page, text("settings-name-archive-resolved"), "On")
        await expect(page.message("My settings")).to_contain_text(
            f"{text('settings-name-archive-resolved')}: on · set for this channel"
        )
        system.api.script(Script("By magic."), Script("Since then."))
        post = world.threads.post(forum, system.ann, "How?", f"{system.mention} How?")
        await page.channel_link("How?").click()
        answer = page.message("By magic.")
        await answer.get_by_role("button", name=text("control-resolved"), exact=True).click()
        told = page.message("This is marked as resolved now, with the tag “Resolved”.")
        await expect(told).to_contain_text("Only you can see this")
        await expect(page.tab.locator("#channel-title .tag")).to_have_text(["Resolved", "archived"])
        assert post.archived
        await page.say(f"{system.mention} and since when?")
        await expect(page.message("Since then.")).to_be_visible()
        assert not post.archived


async def test_a_long_question_is_shown_with_all_of_it_in_a_file_and_asked_again(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        system = page.system
        await system.start()
        system.api.script(Script("By magic."), Script("Otherwise."))
        question = "word `and` > more " * 150 + "end"
        await page.use("ask")
        await page.tab.get_by_label("question", exact=True).fill(question)
        await page.tab.keyboard.press("Enter")
        asked = page.message("Ann used /ask")
        async with page.tab.expect_download() as saved:
            await asked.get_by_role("link", name="question.txt").click()
        assert Path(await (await saved.value).path()).read_text("utf-8") == question
        await page.channel_link("word").click()
        answer = page.message("By magic.")
        await answer.get_by_role("button", name=text("control-regenerate")).click()
        await expect(page.message("Otherwise.")).to_be_visible()
        first, again = system.api.requests
        assert first.question == again.question == question
