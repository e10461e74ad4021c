"""Reading: nothing jumps, nothing flickers, nothing is lost when the page loads again."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.actions.messages import create_message, edit_message
from bridge_bot.sandbox.discord.rest.uploads import Upload
from bridge_bot.sandbox.web.server import Page
from tests.browser.screen import screen

AT_END = """() => {
    const { scrollHeight, scrollTop, clientHeight } = document.getElementById('scroller');
    return scrollHeight - scrollTop - clientHeight < 3;
}"""


async def test_a_growing_message_keeps_its_finished_parts_and_the_end_in_sight(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        said = at.bot_says("First, with ||a secret||.\n\nSecond")
        secret = at.message("First").get_by_role("button", name="Spoiler")
        await secret.click()
        await at.tab.evaluate("window.first = document.querySelector('.body p')")
        state = at.on.world.state
        for length in range(1, 60):
            content = "First, with ||a secret||.\n\nSecond" + " line\n" * length
            edit_message(state, said.author, said, {"content": content})
        edit_message(state, said.author, said, {"content": content + "\n\nThe end"})
        await expect(at.message("The end")).to_be_visible()
        assert await at.tab.evaluate("window.first === document.querySelector('.body p')")
        await expect(at.tab.locator(".spoiler")).to_have_class("spoiler open")
        await at.tab.wait_for_function(AT_END)


async def test_who_reads_further_up_stays_there_until_they_go_back(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        for number in range(40):
            at.on.world.messages.send(at.on.channel, at.on.ann, f"number {number}")
        await expect(at.message("number 39")).to_be_visible()
        await at.tab.wait_for_function(AT_END)
        await at.message("number 20").scroll_into_view_if_needed()
        await at.tab.evaluate("document.getElementById('scroller').scrollTop = 300")
        jump = at.tab.get_by_role("button", name="New messages")
        at.on.world.messages.send(at.on.channel, at.on.ann, "number 40")
        await expect(jump).to_be_visible()
        assert await at.tab.evaluate("document.getElementById('scroller').scrollTop") == 300
        await jump.click()
        await at.tab.wait_for_function(AT_END)
        await expect(jump).to_be_hidden()


async def test_older_messages_come_when_one_scrolls_up(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        for number in range(120):
            at.on.world.messages.send(at.on.channel, at.on.ann, f"number {number:03}")
        await at.tab.reload()
        await expect(at.message("number 119")).to_be_visible()
        await expect(at.message("number 069")).to_have_count(0)
        await at.tab.evaluate("document.getElementById('scroller').scrollTop = 0")
        await expect(at.message("number 069")).to_have_count(1)
        assert await at.tab.evaluate("document.getElementById('scroller').scrollTop") > 300


async def test_reloading_keeps_the_view_and_who_one_is(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        ben = at.on.world.people.add(at.on.guild, "Ben")
        asked = at.on.world.messages.send(at.on.channel, at.on.ann, "hello")
        thread = at.on.world.threads.start(at.on.ann, asked, "Our talk")
        at.on.world.messages.send(thread, at.on.ann, "inside")
        await at.tab.get_by_label("You are").select_option(str(ben.id))
        await at.open(thread)
        assert "token" not in at.tab.url
        await at.tab.reload()
        await expect(at.tab.locator("#where h1")).to_have_text("Our talk")
        await expect(at.message("inside")).to_be_visible()
        await expect(at.tab.get_by_label("You are")).to_have_value(str(ben.id))
        await at.tab.go_back()
        await expect(at.tab.locator("#where h1")).to_have_text("general")


async def test_what_is_new_elsewhere_is_marked_until_it_is_read(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        other = at.on.world.channels.add(at.on.guild, "other")
        ben = at.on.world.people.add(at.on.guild, "Ben")
        at.on.world.messages.send(other, ben, "one")
        await expect(at.place("other")).to_have_accessible_name("other, 1 unread")
        at.on.world.messages.send(other, ben, f"<@{at.on.ann.id}> two")
        await expect(at.place("other").locator(".badge")).to_have_text("1")
        await at.open(other)
        await expect(at.place("other")).to_have_accessible_name("other")
        await expect(at.message("two")).to_have_class("message compact calls")


async def test_the_page_finds_back_by_itself_and_misses_nothing(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        port, token = at.page.address.removeprefix("http://127.0.0.1:").split("/?token=")
        await at.page.__aexit__(None, None, None)
        await expect(at.tab.locator("#state")).to_contain_text("Not connected")
        at.on.world.messages.send(at.on.channel, at.on.ann, "meanwhile")
        async with Page(at.on.discord, port=int(port), token=token):
            await expect(at.message("meanwhile")).to_be_visible(timeout=15_000)
            await expect(at.tab.locator("#state")).to_be_hidden()
        # That it could not connect stands in the browser's console, rightly.
        at.problems.clear()


async def test_a_page_of_an_earlier_sandbox_says_what_to_do(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.tab.context.clear_cookies()
        await at.tab.reload()
        await expect(at.tab.locator("#state")).to_contain_text("open the address that the sandbox")
        at.problems.clear()


async def test_who_types_is_shown_and_no_longer_once_they_have_spoken(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        ben = at.on.world.people.add(at.on.guild, "Ben")
        at.on.world.messages.start_typing(ben, at.on.channel)
        await expect(at.tab.locator("#typing")).to_have_text("Ben is typing")
        at.on.world.messages.send(at.on.channel, ben, "there")
        await expect(at.tab.locator("#typing")).to_have_text("")


async def test_what_is_deleted_disappears_without_a_word_of_something_new(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        said = [
            at.on.world.messages.send(at.on.channel, at.on.ann, f"number {n:02}") for n in range(40)
        ]
        await expect(at.message("number 39")).to_be_visible()
        await at.tab.evaluate("document.getElementById('scroller').scrollTop = 300")
        at.on.world.messages.delete(said[-1])
        at.on.world.messages.delete_many(said[30:39])
        await expect(at.message("number 39")).to_have_count(0)
        await expect(at.message("number 30")).to_have_count(0)
        await expect(at.tab.get_by_role("button", name="New messages")).to_be_hidden()
        at.on.world.messages.delete_many(said[5:30])
        await expect(at.message("number 29")).to_have_count(0)
        at.on.world.messages.send(at.on.channel, at.on.ann, "and on")
        await expect(at.message("and on")).to_be_in_viewport()
        await expect(at.tab.get_by_role("button", name="New messages")).to_be_hidden()


async def test_a_thread_shows_that_it_lost_its_beginning_is_locked_and_at_last_gone(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        asked = at.on.world.messages.send(at.on.channel, at.on.ann, "hello")
        thread = at.on.world.threads.start(at.on.ann, asked, "Our talk")
        await at.open(thread)
        await expect(at.message("hello")).to_be_visible()
        at.on.world.messages.delete(asked)
        await expect(at.message("The first message was deleted.")).to_be_visible()
        at.on.world.threads.lock(thread)
        await expect(at.words).to_be_hidden()
        await expect(at.tab.get_by_text("This thread is locked")).to_be_visible()
        at.on.world.threads.unlock(thread)
        await expect(at.words).to_be_visible()
        await expect(at.tab.get_by_text("This thread is locked")).to_be_hidden()
        at.on.world.channels.delete(thread)
        await expect(at.tab.locator("#where h1")).to_have_text("general")
        await expect(at.place("Our talk")).to_have_count(0)


async def test_a_growing_message_moves_nothing_but_its_end(
    tmp_path: Path, browser_path: str
) -> None:
    """Neither the sign of the edit nor a file or an end mark comes between the pages."""
    async with screen(tmp_path, browser_path) as at:
        state = at.on.world.state
        bot = at.on.world.bot
        first, second = (
            create_message(state, bot, at.on.channel, {"content": words})
            for words in ("The first page", "The second page")
        )
        before = await at.message("The second page").bounding_box()
        edit_message(state, bot, first, {"content": "The FIRST page"})
        await expect(at.message("The FIRST page")).to_contain_text("edited")
        assert await at.message("The second page").bounding_box() == before
        file = Upload("0", "answer.md", "text/markdown", b"# All of it")
        edit_message(state, bot, second, {"content": "The second page\n-# The end."}, [file])
        saved = at.message("The second page").get_by_role("link", name="answer.md")
        await expect(at.message("The second page").locator(".subtext")).to_have_text("The end.")
        async with at.tab.expect_download() as download:
            await saved.click()
        assert Path(await (await download.value).path()).read_bytes() == b"# All of it"
