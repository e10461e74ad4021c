"""The buttons under an answer, as a member presses them on the page, with the real bot."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from tests.browser.chat_page import open_page
from tests.harness.english import notice_text, text
from tests.harness.guild_settings import set_in_store


async def test_an_answer_is_stopped_and_asked_for_again(tmp_path: Path, browser_path: str) -> None:
    slow = Script("One two three four. " * 200, chars_per_s=100, chunk_chars=10)
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        page.system.api.script(slow, Script("In short."), Script("Otherwise."))
        thread = await page.system.thread(page.system.ask("why?"))
        await page.open(thread)
        answer = page.message("One two three")
        await answer.get_by_role("button", name=text("control-stop")).click()
        await expect(answer).to_contain_text(notice_text("ending-stopped").strip("⚠️ "))
        await answer.get_by_role("button", name=text("control-try-again")).click()
        again = page.message("In short.")
        await again.get_by_role("button", name=text("control-regenerate")).click()
        other = page.message("Otherwise.")
        await expect(other.get_by_role("button", name=text("control-regenerate"))).to_be_visible()
        assert page.system.replies(thread)[0].content == "Otherwise."
        await expect(page.message(text("control-asking-again")).first).to_contain_text(
            "Only you can see this"
        )
        assert len(page.system.api.requests) == 3


async def test_the_sources_of_an_answer_are_looked_through(
    tmp_path: Path, browser_path: str
) -> None:
    docs = [
        {"title": f"Leaflet {each}", "url": f"https://{each}.example", "text": f"Words {each}."}
        for each in range(12)
    ]
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        page.system.api.script(Script("So [3].", related_docs=docs))
        thread = await page.system.thread(page.system.ask("why?"))
        await page.open(thread)
        answer = page.message("So ")
        await answer.get_by_role("button", name=text("control-sources")).click()
        sources = page.message("Only you can see this")
        await expect(sources.get_by_role("link", name="[1] Leaflet 2")).to_have_attribute(
            "href", "https://2.example"
        )
        await expect(sources.locator("blockquote").first).to_have_text("“Words 2.”")
        back = sources.get_by_role("button", name=text("sources-back"))
        await expect(back).to_be_disabled()
        await sources.get_by_role("button", name=text("sources-next")).click()
        await expect(sources).to_contain_text(text("sources-page", page=2, pages=2))
        await expect(sources).to_contain_text("Leaflet 11")
        await expect(back).to_be_enabled()


async def test_an_answer_is_voted_down_with_a_reason_and_seen_by_the_moderators(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        system = page.system
        feedback = system.world.channels.add(system.guild, "feedback")
        await set_in_store(system, SettingName.FEEDBACK_CHANNEL, feedback.id)
        await system.start()
        system.api.script(Script("Because."))
        thread = await system.thread(system.ask("why?"))
        await page.open(thread)
        answer = page.message("Because.")
        await answer.get_by_role("button", name="👎").click()
        dialog = page.tab.get_by_role("dialog", name=text("vote-form"))
        await expect(dialog).to_contain_text(text("vote-form-about"))
        await dialog.get_by_role("checkbox", name=text("vote-reason-wrong")).check()
        await dialog.get_by_label(text("vote-comment")).fill("it's 5")
        await dialog.get_by_role("button", name="Submit").click()
        await expect(page.message(text("vote-explained"))).to_contain_text("Only you can see this")
        await expect(dialog).to_have_count(0)
        await answer.get_by_role("button", name="👍").click()
        await expect(page.message(text("vote-changed"))).to_be_visible()
        assert system.database.rows("SELECT vote, comment FROM votes") == [("up", None)]
        await page.open(feedback)
        link = page.message("👎").get_by_role("link")
        reply = system.replies(thread)[0]
        await expect(link).to_contain_text(f"{system.guild.id}/{thread.id}/{reply.id}")
