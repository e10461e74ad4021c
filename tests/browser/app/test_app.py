"""The open channel: it survives reloading, and shows who types and what it lost."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat_page import open_page


async def test_reloading_keeps_the_view_and_who_one_is(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        ben = page.system.world.people.add(page.system.guild, "Ben")
        asked = page.system.world.messages.send(page.system.channel, page.system.ann, "hello")
        thread = page.system.world.threads.start(page.system.ann, asked, "Our talk")
        page.system.world.messages.send(thread, page.system.ann, "inside")
        await page.act_as("Ben")
        await page.open(thread)
        assert "token" not in page.tab.url
        await page.tab.reload()
        await page.shows_channel("Our talk")
        await expect(page.message("inside")).to_be_visible()
        await expect(page.tab.get_by_label("You are")).to_have_value(str(ben.id))
        await page.tab.go_back()
        await page.shows_channel("general")


async def test_who_types_is_shown_and_no_longer_once_they_have_spoken(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        ben = page.system.world.people.add(page.system.guild, "Ben")
        page.system.world.messages.start_typing(ben, page.system.channel)
        await expect(page.tab.locator("#typing")).to_have_text("\u2068Ben\u2069 is typing")
        page.system.world.messages.send(page.system.channel, ben, "there")
        await expect(page.tab.locator("#typing")).to_have_text("")


async def test_a_thread_shows_that_it_lost_its_beginning_is_locked_and_at_last_gone(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        asked = page.system.world.messages.send(page.system.channel, page.system.ann, "hello")
        thread = page.system.world.threads.start(page.system.ann, asked, "Our talk")
        await page.open(thread)
        await expect(page.message("hello")).to_be_visible()
        page.system.world.messages.delete(asked)
        await expect(page.message("The first message was deleted.")).to_be_visible()
        page.system.world.threads.lock(thread)
        await expect(page.input).to_be_hidden()
        await expect(page.tab.get_by_text("This thread is locked")).to_be_visible()
        page.system.world.threads.unlock(thread)
        await expect(page.input).to_be_visible()
        await expect(page.tab.get_by_text("This thread is locked")).to_be_hidden()
        page.system.world.channels.delete(thread)
        await page.shows_channel("general")
        await expect(page.channel_link("Our talk")).to_have_count(0)


async def test_the_tour_stays_open_for_another_member_and_for_a_wide_window(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        ben = page.system.world.people.add(page.system.guild, "Ben")
        tour = page.tab.get_by_role("complementary", name="What to try")
        await expect(tour).to_be_visible()
        await page.tab.set_viewport_size({"width": 1000, "height": 800})
        await expect(tour).to_be_hidden()
        await page.tab.locator("#tour-toggle").click()
        await page.tab.get_by_label("You are").select_option(str(ben.id))
        await expect(page.tab.locator("#me")).to_have_text("B")
        await expect(tour).to_be_visible()
        await page.tab.locator("#tour-toggle").click()
        await expect(tour).to_be_hidden()
        await page.tab.set_viewport_size({"width": 1280, "height": 800})
        await page.tab.reload()
        await expect(tour).to_be_visible()


async def test_the_focus_stays_on_a_button_that_says_something_else(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        asked = page.system.world.messages.send(page.system.channel, page.system.ann, "hello")
        await page.open(page.system.world.threads.start(page.system.ann, asked, "Our talk"))
        await page.tab.get_by_role("button", name="Archive").press("Enter")
        await expect(page.tab.get_by_role("button", name="Bring back")).to_be_focused()
