"""Stop and Regenerate, as a member presses them on the page, with the real bot."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.browser.chat_page import open_page
from tests.harness.english import notice_text, text


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
