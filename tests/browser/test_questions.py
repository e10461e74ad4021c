"""Questions that are edited, deleted or about a forward: played on the page, with the real bot."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.browser.chat_page import ChatPage, open_page
from tests.harness.english import notice_text, text

SLOW = Script("One two three four. " * 200, chars_per_s=100, chunk_chars=10)


def asked(page: ChatPage) -> list[str]:
    return [request.question for request in page.system.api.requests]


async def test_a_question_is_edited_and_at_last_deleted_while_it_is_answered(
    tmp_path: Path, browser_path: str
) -> None:
    """The answer begins anew in the same message, and is given up then."""
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        direct = page.system.world.channels.open_dm(page.system.ann)
        page.system.api.script(SLOW, Script("Otherwise. " * 400, chars_per_s=100, chunk_chars=10))
        await page.channel_link("bridge-bot").click()
        await page.shows_channel("bridge-bot")
        await page.say("why?")
        await expect(page.message("One two three")).to_be_visible()
        await page.input.press("ArrowUp")
        await page.say("why not?")
        await expect(page.message("Otherwise.")).to_be_visible()
        await expect(page.message("One two three")).to_have_count(0)
        assert asked(page) == ["why?", "why not?"]
        question = page.message("why not?")
        await question.hover()
        await question.get_by_role("button", name="Delete").click()
        ending = notice_text("ending-question-deleted").strip("⚠️ ")
        await expect(page.message("Otherwise.")).to_contain_text(ending)
        assert len(page.system.replies(direct)) == 1


async def test_a_forward_and_a_file_are_asked_about_and_a_conversation_begins_anew(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        page.system.api.script(Script("Because."), Script("Anew."))
        await page.channel_link("bridge-bot").click()
        await page.shows_channel("bridge-bot")
        await page.open(page.system.channel)
        await page.say("Use three shards.")
        message = page.message("Use three shards.")
        await message.hover()
        await message.get_by_role("button", name="Forward").click()
        await page.tab.get_by_label("Where to").select_option("@bridge-bot")
        await page.tab.get_by_role("dialog").get_by_role("button", name="Forward").click()
        await page.shows_channel("bridge-bot")
        await page.say("why, if you think of it?")
        await expect(page.message("Because.")).to_be_visible()
        assert asked(page) == ["> Use three shards.\n\nwhy, if you think of it?"]
        await page.use("new")
        await expect(page.message(text("new-begun"))).to_be_visible()
        await page.tab.locator("#file-picker").set_input_files(
            {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"it broke"}
        )
        await page.say("what is this?")
        await expect(page.message("Anew.")).to_be_visible()
        first, second = page.system.api.requests
        assert "it broke" in second.question
        assert second.conversation_uid != first.conversation_uid
        assert second.turn == 1
