"""The sidebar: which member one acts as, threads that one sees, and direct messages."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel
from tests.browser.chat_page import ChatPage, open_page


async def test_one_can_be_somebody_else_and_write_directly(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.tab.get_by_role("button", name="Add a member").click()
        await page.tab.get_by_label("Name").fill("Ben")
        await page.tab.keyboard.press("Enter")
        await expect(page.tab.get_by_label("You are").locator("option:checked")).to_have_text("Ben")
        await page.channel_link("bridge-bot").click()
        await page.shows_channel("bridge-bot")
        await page.say("just us")
        await expect(page.message("just us")).to_be_visible()
        spoken = [each for each in page.system.world.state.channels.values() if each.messages]
        assert [each.type for each in spoken] == [ChannelType.DM]
        await page.act_as("Ann")
        await expect(page.message("just us")).to_have_count(0)


async def test_a_private_thread_is_seen_by_those_in_it_and_by_moderators(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, guild, ann = page.system.world, page.system.guild, page.system.ann
        people = {name: world.people.add(guild, name) for name in ("Ben", "Chloé", "Mia")}
        world.people.give_permission(page.system.channel, "create_private_threads", ann)
        world.people.give_permission(page.system.channel, "manage_threads", people["Mia"])
        await page.tab.get_by_role("button", name="New thread").click()
        await page.tab.get_by_label("Name").fill("Between us")
        await page.tab.get_by_label("Private").check()
        await page.tab.get_by_role("button", name="Open", exact=True).click()
        await page.shows_channel("Between us")
        await page.say("@Ben, look")
        await expect(page.message("@Ben, look")).to_be_visible()
        link = page.tab.get_by_role("button", name="Between us, private thread")
        for name, seen in (("Chloé", 0), ("Mia", 1), ("Ben", 1)):
            await page.act_as(name)
            await expect(link).to_have_count(seen)
        world.threads.remove_member(thread_called(page, "Between us"), people["Ben"])
        await expect(link).to_have_count(0)


async def test_archived_threads_are_behind_a_button_and_come_back_by_writing(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world = page.system.world
        thread = world.threads.start(page.system.ann, page.system.channel, "Old talk")
        world.threads.archive(thread)
        toggle = page.tab.get_by_role("button", name="1 archived in general")
        await expect(toggle).to_have_attribute("aria-expanded", "false")
        await expect(page.channel_link("Old talk")).to_have_count(0)
        await toggle.focus()
        await page.tab.keyboard.press("Enter")
        await page.tab.keyboard.press("ArrowDown")
        link = page.tab.get_by_role("button", name="Old talk, thread, archived")
        await expect(link).to_be_focused()
        await page.tab.keyboard.press("Enter")
        await page.say("Once more")
        await expect(page.message("Once more")).to_be_visible()
        await expect(toggle).to_have_count(0)
        await expect(page.channel_link("Old talk")).to_be_visible()


async def test_in_a_locked_thread_moderators_alone_can_write(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world = page.system.world
        mia = world.people.add(page.system.guild, "Mia")
        world.people.give_permission(page.system.channel, "manage_threads", mia)
        thread = world.threads.start(page.system.ann, page.system.channel, "Talk")
        world.threads.lock(thread)
        await page.open(thread)
        await expect(page.input).to_be_hidden()
        await page.act_as("Mia")
        await page.say("Enough")
        await expect(page.message("Enough")).to_be_visible()


def thread_called(page: ChatPage, name: str) -> Channel:
    """The thread of that name."""
    return next(each for each in page.system.guild.threads.values() if each.name == name)
