"""The list of messages: nothing jumps or flickers while somebody reads."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.actions.messages import create_message, edit_message
from bridge_bot.sandbox.discord.model import Upload
from tests.browser.chat_page import open_page

AT_END = """() => {
    const { scrollHeight, scrollTop, clientHeight } = document.getElementById('scroller');
    return scrollHeight - scrollTop - clientHeight < 3;
}"""


async def test_a_growing_message_keeps_its_finished_parts_and_the_end_in_sight(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        said = page.bot_says("First, with ||a secret||.\n\nSecond")
        secret = page.message("First").get_by_role("button", name="Spoiler")
        await secret.click()
        await page.tab.evaluate("window.first = document.querySelector('.body p')")
        state = page.system.world.state
        for length in range(1, 60):
            content = "First, with ||a secret||.\n\nSecond" + " line\n" * length
            edit_message(state, said.author, said, {"content": content})
        edit_message(state, said.author, said, {"content": content + "\n\nThe end"})
        await expect(page.message("The end")).to_be_visible()
        assert await page.tab.evaluate("window.first === document.querySelector('.body p')")
        await expect(page.tab.locator(".spoiler")).to_have_class("spoiler open")
        await page.tab.wait_for_function(AT_END)


async def test_who_reads_further_up_stays_there_until_they_go_back(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        for number in range(40):
            page.system.world.messages.send(
                page.system.channel, page.system.ann, f"number {number}"
            )
        await expect(page.message("number 39")).to_be_visible()
        await page.tab.wait_for_function(AT_END)
        await page.message("number 20").scroll_into_view_if_needed()
        await page.tab.evaluate("document.getElementById('scroller').scrollTop = 300")
        jump = page.tab.get_by_role("button", name="New messages")
        page.system.world.messages.send(page.system.channel, page.system.ann, "number 40")
        await expect(jump).to_be_visible()
        assert await page.tab.evaluate("document.getElementById('scroller').scrollTop") == 300
        await jump.click()
        await page.tab.wait_for_function(AT_END)
        await expect(jump).to_be_hidden()


async def test_older_messages_come_when_one_scrolls_up(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        for number in range(120):
            page.system.world.messages.send(
                page.system.channel, page.system.ann, f"number {number:03}"
            )
        await page.tab.reload()
        await expect(page.message("number 119")).to_be_visible()
        await expect(page.message("number 069")).to_have_count(0)
        await page.tab.evaluate("document.getElementById('scroller').scrollTop = 0")
        await expect(page.message("number 069")).to_have_count(1)
        assert await page.tab.evaluate("document.getElementById('scroller').scrollTop") > 300


async def test_what_is_deleted_disappears_without_a_word_of_something_new(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        said = [
            page.system.world.messages.send(page.system.channel, page.system.ann, f"number {n:02}")
            for n in range(40)
        ]
        await expect(page.message("number 39")).to_be_visible()
        await page.tab.evaluate("document.getElementById('scroller').scrollTop = 300")
        page.system.world.messages.delete(said[-1])
        page.system.world.messages.delete_many(said[30:39])
        await expect(page.message("number 39")).to_have_count(0)
        await expect(page.message("number 30")).to_have_count(0)
        await expect(page.tab.get_by_role("button", name="New messages")).to_be_hidden()
        page.system.world.messages.delete_many(said[5:30])
        await expect(page.message("number 29")).to_have_count(0)
        page.system.world.messages.send(page.system.channel, page.system.ann, "and on")
        await expect(page.message("and on")).to_be_in_viewport()
        await expect(page.tab.get_by_role("button", name="New messages")).to_be_hidden()


async def test_a_growing_message_moves_nothing_but_its_end(
    tmp_path: Path, browser_path: str
) -> None:
    """Neither the sign of the edit nor a file or an end mark comes between the pages."""
    async with open_page(tmp_path, browser_path) as page:
        state = page.system.world.state
        bot = page.system.world.bot
        first, second = (
            create_message(state, bot, page.system.channel, {"content": words})
            for words in ("The first page", "The second page")
        )
        before = await page.message("The second page").bounding_box()
        edit_message(state, bot, first, {"content": "The FIRST page"})
        await expect(page.message("The FIRST page")).to_contain_text("edited")
        assert await page.message("The second page").bounding_box() == before
        file = Upload("0", "answer.md", "text/markdown", b"# All of it")
        edit_message(state, bot, second, {"content": "The second page\n-# The end."}, [file])
        saved = page.message("The second page").get_by_role("link", name="answer.md")
        await expect(page.message("The second page").locator(".subtext")).to_have_text("The end.")
        async with page.tab.expect_download() as download:
            await saved.click()
        assert Path(await (await download.value).path()).read_bytes() == b"# All of it"


async def test_older_messages_come_after_a_snapshot_as_well(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, ann = page.system.world, page.system.ann
        for number in range(60):
            world.messages.send(page.system.channel, ann, f"number {number:02}")
        await page.tab.reload()
        await expect(page.message("number 59")).to_be_visible()
        to_top = "document.getElementById('scroller').scrollTop = 0"
        await page.tab.evaluate(to_top)
        await expect(page.message("number 00")).to_have_count(1)
        await page.tab.evaluate(to_top)  # there are none before it
        await page.say("and on")
        await expect(page.message("and on")).to_be_visible()
        world.people.add(page.system.guild, "Ben")
        await expect(page.message("number 00")).to_have_count(0)
        await page.tab.evaluate(to_top)
        await expect(page.message("number 00")).to_have_count(1)


async def test_what_is_new_is_new_to_the_member_one_acts_as(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        page.system.world.messages.send(page.system.channel, page.system.ann, "old")
        ben = page.system.world.people.add(page.system.guild, "Ben")
        you = page.tab.get_by_label("You are")
        await you.select_option(str(ben.id))
        await you.select_option(str(page.system.ann.id))
        await page.say("news")
        await expect(page.message("news")).to_be_visible()
        new = page.tab.locator(".divider.new")
        await expect(new).to_have_count(0)
        await you.select_option(str(ben.id))
        await expect(new).to_have_count(1)
        await you.select_option(str(page.system.ann.id))
        await expect(new).to_have_count(0)


async def test_the_day_of_messages_has_a_name_for_those_who_do_not_see_it(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.say("hello")
        day = page.log.get_by_role("separator")
        await expect(day).to_have_accessible_name(re.compile(r", 20\d\d$"))
