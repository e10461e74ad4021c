"""The buttons at a message: reply, react, delete, open a thread."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat_page import open_page


async def test_answering_reacting_and_deleting(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        page.system.world.messages.send(page.system.channel, page.system.ann, "a *good* question")
        question = page.message("a good question").first
        await question.hover()
        await question.get_by_role("button", name="Reply").click()
        await expect(page.tab.locator("#compose-mode")).to_contain_text(
            "Answer Ann: a good question"
        )
        await page.say("an answer\nin two lines")
        answer = page.message("in two lines")
        await expect(answer.get_by_role("button", name="Answers Ann")).to_be_visible()
        assert page.system.world.messages.of(page.system.channel)[1].reply_to is not None
        await question.hover()
        await question.get_by_role("button", name="React").click()
        await question.get_by_role("button", name="React with 🎉").click()
        reaction = question.get_by_role("button", name="🎉, 1")
        await expect(reaction).to_have_attribute("aria-pressed", "true")
        await reaction.click()
        await expect(reaction).to_have_count(0)
        await page.tab.mouse.move(0, 0)  # or else there are the buttons of what it points at
        await page.input.focus()
        for _ in range(3):  # past the button for files, and what the answer answers
            await page.tab.keyboard.press("Shift+Tab")
        await expect(answer).to_be_focused()
        await page.tab.keyboard.press("ArrowUp")
        await expect(question).to_be_focused()
        await page.tab.keyboard.press("Delete")
        await expect(question).to_have_count(0)


async def test_threads_are_opened_and_archived_by_hand(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.say("let us talk")
        message = page.message("let us talk")
        await message.hover()
        await message.get_by_role("button", name="Open a thread").click()
        await page.tab.get_by_label("Name").fill("Our talk")
        await page.tab.keyboard.press("Enter")
        await page.shows_channel("Our talk")
        await expect(page.input).to_be_focused()
        await page.say("inside")
        await page.tab.get_by_role("button", name="Archive").click()
        await expect(page.tab.locator("#channel-title .tag")).to_have_text("archived")
        await page.tab.locator(".crumb").click()
        await expect(page.message("let us talk").locator(".count")).to_have_text(
            "1 message, archived"
        )
        await expect(page.channel_link("Our talk")).to_have_count(0)


async def test_forwarding_a_message_shows_it_where_it_went(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        other = page.system.world.channels.add(page.system.guild, "other")
        await page.say("Use *three* shards.")
        message = page.message("Use three shards.")
        await message.hover()
        await message.get_by_role("button", name="Forward").click()
        await page.tab.get_by_label("Where to").select_option("other")
        await page.tab.get_by_role("dialog").get_by_role("button", name="Forward").click()
        await page.shows_channel("other")
        forward = page.message("Use three shards.")
        await expect(forward).to_contain_text("Forwarded")
        await expect(forward.locator("blockquote")).to_have_text("Use three shards.")
        await forward.hover()
        await expect(forward.get_by_role("button", name="Edit")).to_have_count(0)
        await forward.get_by_role("button", name="Delete").click()
        await expect(forward).to_have_count(0)
        assert page.system.world.messages.of(other)[0].deleted


async def test_keys_act_on_the_focused_message_wherever_the_pointer_is(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, channel, ann = page.system.world, page.system.channel, page.system.ann
        first, second = (world.messages.send(channel, ann, text) for text in ("one", "two"))
        page.bot_says("for you", to=ann)
        await page.message("one").focus()
        await page.message("two").hover()
        await page.tab.keyboard.press("Delete")
        await expect(page.message("one")).to_have_count(0)
        await page.message("two").hover()
        await page.message("for you").focus()
        await page.tab.keyboard.press("Delete")  # it has no buttons
        await page.say("three")
        await expect(page.message("three")).to_be_visible()
        assert first.deleted
        assert not second.deleted


async def test_the_pointer_leaves_the_buttons_to_who_uses_them_by_keyboard(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        for text in ("one", "two"):
            page.system.world.messages.send(page.system.channel, page.system.ann, text)
        await page.message("one").focus()
        await page.tab.keyboard.press("Tab")
        react = page.message("one").get_by_role("button", name="React")
        await expect(react).to_be_focused()
        await page.message("two").hover()
        await expect(react).to_be_focused()


async def test_after_deleting_one_writes_on(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        page.system.world.messages.send(page.system.channel, page.system.ann, "one")
        await page.message("one").focus()
        await page.tab.keyboard.press("Delete")
        await expect(page.input).to_be_focused()
