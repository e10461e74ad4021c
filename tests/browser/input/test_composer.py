"""The field where one writes: sending, editing, and what can't be sent."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat_page import open_page


async def test_the_last_own_message_is_changed_with_the_up_key(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.say("@bridge-bot first")
        await expect(page.message("first").locator(".mention")).to_have_text("@bridge-bot")
        await page.input.press("ArrowUp")
        await expect(page.input).to_have_value("@bridge-bot first")
        await page.say("@bridge-bot second")
        await expect(page.message("second")).to_contain_text("edited")
        said = page.system.world.messages.of(page.system.channel)
        assert [each.content for each in said] == [f"{page.system.mention} second"]
        await page.input.press("ArrowUp")
        await page.input.press("Escape")
        await expect(page.input).to_have_value("")
        await expect(page.tab.locator("#compose-mode")).to_be_hidden()


async def test_enter_sends_and_shift_enter_begins_a_line(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.input.press_sequentially("one")
        await page.input.press("Shift+Enter")
        await page.input.press_sequentially("two")
        await page.input.press("Enter")
        await expect(page.message("one\ntwo")).to_be_visible()
        assert page.system.channel.typing


async def test_slow_mode_is_shown_and_what_it_refuses_stays_written(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        page.system.world.channels.set_slow_mode(page.system.channel, 600)
        await expect(page.input).to_have_attribute("placeholder", re.compile("once in 600 s"))
        await page.say("one")
        await expect(page.message("one")).to_be_visible()
        await page.say("two")
        await expect(page.tab.get_by_text("due to slowmode")).to_be_visible()
        await expect(page.input).to_have_value("two")


async def test_what_is_refused_is_said_and_not_lost(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        page.system.world.people.take_permission(
            page.system.channel, "send_messages", page.system.ann
        )
        await page.say("may I?")
        await expect(page.tab.get_by_role("alert")).to_contain_text("Missing Permissions")
        await expect(page.input).to_have_value("may I?")


async def test_a_change_that_is_refused_stays_a_change(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.say("short")
        await expect(page.message("short")).to_be_visible()
        await page.input.press("ArrowUp")
        await page.say("long " * 500)
        await expect(page.tab.get_by_role("alert")).to_contain_text("Must be 2000 or fewer")
        await expect(page.tab.locator("#compose-mode")).to_contain_text("Change your message")
        await page.say("changed")
        await expect(page.message("changed")).to_have_count(1)
        assert len(page.system.world.messages.of(page.system.channel)) == 1


async def test_a_long_message_becomes_a_file(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.say("long " * 500)
        await expect(page.log.get_by_role("link", name="message.txt")).to_be_visible()


async def test_a_change_that_is_left_does_not_become_a_new_message(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        other = page.system.world.channels.add(page.system.guild, "other")
        await page.say("hello")
        await expect(page.message("hello")).to_be_visible()
        await page.input.press("ArrowUp")
        await expect(page.input).to_have_value("hello")
        await page.open(other)
        await page.open(page.system.channel)
        await expect(page.input).to_have_value("")


async def test_each_member_has_drafts_of_their_own(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        ben = page.system.world.people.add(page.system.guild, "Ben")
        you = page.tab.get_by_label("You are")
        asked = page.system.world.messages.send(page.system.channel, ben, "a question")
        await page.message(asked.content).hover()
        await page.message(asked.content).get_by_role("button", name="Reply").click()
        await page.input.fill("of Ann")
        await page.tab.locator("#file-picker").set_input_files(
            {"name": "of Ann.txt", "mimeType": "text/plain", "buffer": b"x"}
        )
        await you.select_option(str(ben.id))
        await expect(page.input).to_have_value("")
        await expect(page.tab.locator("#compose-mode")).to_be_hidden()
        await expect(page.tab.locator("#attachments")).to_be_hidden()
        await page.input.fill("of Ben")
        await you.select_option(str(page.system.ann.id))
        await expect(page.input).to_have_value("of Ann")


async def test_a_change_that_is_refused_leaves_the_files_of_a_message_as_they_are(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.say("short")
        await expect(page.message("short")).to_be_visible()
        await page.tab.locator("#file-picker").set_input_files(
            {"name": "a.txt", "mimeType": "text/plain", "buffer": b"x"}
        )
        await page.input.press("ArrowUp")
        await page.say("long " * 500)
        await expect(page.tab.get_by_role("alert")).to_contain_text("Must be 2000 or fewer")
        await expect(page.tab.locator("#attachments li")).to_have_count(1)


async def test_what_is_refused_after_one_has_left_is_a_draft_where_it_was_written(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, ann = page.system.world, page.system.ann
        other = world.channels.add(page.system.guild, "other")
        world.people.take_permission(page.system.channel, "send_messages", ann)
        for number in range(40):
            world.messages.send(other, ann, f"number {number}")
        await page.open(other)
        await expect(page.message("number 39")).to_be_visible()
        await page.open(page.system.channel)
        await page.input.fill("may I?")
        send_and_leave = """other => {
            document.getElementById("composer").requestSubmit();
            other.click();
            document.getElementById("scroller").scrollTop = 300;
        }"""
        await page.channel_link("other").evaluate(send_and_leave)
        await expect(page.tab.get_by_role("alert")).to_contain_text("Missing Permissions")
        assert await page.tab.evaluate("document.getElementById('scroller').scrollTop") == 300
        await expect(page.input).to_have_value("")
        await page.open(page.system.channel)
        await expect(page.input).to_have_value("may I?")


async def test_the_up_key_changes_no_forward(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, channel = page.system.world, page.system.channel
        said = world.messages.send(channel, page.system.ann, "my own")
        asked = world.messages.send(channel, world.people.add(page.system.guild, "Ben"), "not mine")
        world.messages.forward(asked, page.system.ann, channel)
        await expect(page.log.get_by_text("Forwarded")).to_be_visible()
        await page.input.press("ArrowUp")
        await expect(page.input).to_have_value(said.content)
