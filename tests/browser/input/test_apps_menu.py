"""The bot's commands on messages and members: by the mouse and by the keyboard."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.actions import commands, interactions
from tests.browser.chat_page import ChatPage, open_page


def registered(page: ChatPage) -> None:
    """A command on messages, one on members, and one for those who moderate."""
    state = page.system.world.state
    commands.replace_all(
        state,
        [
            {"name": "Ask about this", "type": 3},
            {"name": "Who is it", "type": 2},
            {"name": "Remove", "type": 3, "default_member_permissions": str(1 << 13)},
        ],
        None,
    )


async def test_a_command_is_used_on_a_message_and_answered_privately(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        registered(page)
        world = page.system.world
        ben = world.people.add(page.system.guild, "Ben")
        said = world.messages.send(page.system.channel, ben, "why is it blue?")
        await page.message("why is it blue?").click(button="right")
        items = page.tab.get_by_role("menu", name="Apps").get_by_role("menuitem")
        await expect(items).to_have_text(["Ask about this", "Who is it · Ben"])
        await items.first.click()
        await page.system.discord.until(lambda: world.interactions)
        used = world.interactions[-1]
        assert (used.data["target_id"], used.data["type"]) == (str(said.id), 3)
        data = {"content": "Since it scatters.", "flags": 64}
        interactions.respond(world.state, used.id, used.token, {"type": 4, "data": data})
        answer = page.message("Since it scatters.")
        await expect(answer).to_contain_text("Ann used Ask about this")
        await expect(answer).to_contain_text("Only you can see this")
        await answer.get_by_role("button", name="Dismiss message").click()
        await expect(answer).to_have_count(0)
        await expect(page.input).to_be_focused()


async def test_the_menu_is_reached_and_left_with_the_keyboard(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        registered(page)
        await page.say("hello")
        await page.message("hello").hover()
        apps = page.tab.get_by_role("button", name="Apps")
        await apps.focus()
        await apps.press("Enter")
        first = page.tab.get_by_role("menuitem", name="Ask about this")
        await expect(first).to_be_focused()
        await first.press("ArrowUp")
        await expect(page.tab.get_by_role("menuitem", name="Who is it")).to_be_focused()
        await page.tab.keyboard.press("Escape")
        await expect(page.tab.get_by_role("menu")).to_have_count(0)
        await expect(page.message("hello")).to_be_focused()


async def test_at_a_name_are_the_commands_on_members(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        registered(page)
        await page.say("hello")
        await page.message("hello").locator(".head strong").click(button="right")
        await page.tab.get_by_role("menuitem").click()
        await page.system.discord.until(lambda: page.system.world.interactions)
        used = page.system.world.interactions[-1]
        assert (used.data["target_id"], used.data["type"]) == (str(page.system.ann.id), 2)
        interactions.respond(page.system.world.state, used.id, used.token, {"type": 5})
        await expect(page.message("Thinking")).to_be_visible()


async def test_commands_for_moderators_are_offered_to_them_alone(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        registered(page)
        page.system.world.people.give_permission(
            page.system.channel, "manage_messages", page.system.ann
        )
        await page.say("hello")
        await page.message("hello").click(button="right")
        await expect(page.tab.get_by_role("menuitem", name="Remove")).to_be_visible()
