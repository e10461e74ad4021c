"""Selects of the bot: by mouse and by keyboard, one or several, searched."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Locator, expect

from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.errors import Json
from tests.browser.chat_page import ChatPage, open_page

OPTIONS = [
    {"label": each.title(), "value": each[0], "description": f"{each} enough"}
    for each in ("small", "medium", "large")
]


def row(**fields: object) -> Json:
    return {"type": 1, "components": [{"type": 3, "custom_id": "s", **fields}]}


def shown(page: ChatPage, *rows: Json) -> Locator:
    """Have the bot show selects; return the first."""
    page.bot_says("Choose", components=list(rows))
    return page.message("Choose").get_by_role("combobox").first


async def chosen(page: ChatPage, count: int = 2) -> list[str]:
    """The values of the last choice, which the bot acknowledges."""
    world = page.system.world
    await page.system.discord.until(lambda: len(world.interactions) == count)
    used = world.interactions[-1]
    interactions.respond(world.state, used.id, used.token, {"type": 6})
    return list(used.data["values"])


async def test_one_is_chosen_with_the_keyboard_and_the_focus_stays(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        select = shown(page, row(options=OPTIONS, placeholder="Size"))
        await expect(select).to_have_accessible_name("Size")
        await select.focus()
        await select.press("ArrowDown")
        await expect(select).to_have_attribute("aria-expanded", "true")
        await select.press("l")
        await expect(page.tab.get_by_role("option", name="Large")).to_have_class("active")
        await select.press("Escape")
        await expect(page.tab.get_by_role("listbox")).to_have_count(0)
        await select.press("Enter")
        await select.press("End")
        await select.press("Enter")
        assert await chosen(page) == ["l"]
        await expect(select).to_have_value("Large")
        await expect(select).to_be_focused()


async def test_several_are_sent_together_when_the_list_closes(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        select = shown(page, row(options=OPTIONS, max_values=2, min_values=2))
        await select.click()
        options = page.tab.get_by_role("listbox").get_by_role("option")
        await options.nth(0).click()
        await select.press("Escape")
        await expect(select).to_have_value("")
        await select.click()
        await options.nth(0).click()
        await options.nth(2).click()
        await expect(options.nth(2)).to_have_attribute("aria-selected", "true")
        await expect(options.nth(1)).to_be_disabled()
        await options.nth(1).click(force=True)
        assert len(page.system.world.interactions) == 1
        await page.input.click()
        assert await chosen(page) == ["s", "l"]


async def test_people_roles_and_channels_are_searched(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, guild = page.system.world, page.system.guild
        role = world.people.add_role(guild, "Helpers")
        world.channels.add(guild, "secret")
        lists: list[Json] = [
            {"type": 5, "custom_id": "who", "placeholder": "Who?"},
            {"type": 6, "custom_id": "role", "placeholder": "Role?", "min_values": 0},
            {"type": 7, "custom_id": "whom", "placeholder": "Whom?", "max_values": 5},
            {"type": 8, "custom_id": "where", "placeholder": "Where?", "channel_types": [0]},
        ]
        shown(page, *({"type": 1, "components": [each]} for each in lists))
        expected = {
            "Who?": ("an", [str(page.system.ann.id)]),
            "Role?": ("HELP", [str(role.id)]),
            "Whom?": ("helpers", [str(role.id)]),
            "Where?": ("gen", [str(page.system.channel.id)]),
        }
        for count, (name, (typed, values)) in enumerate(expected.items()):
            select = page.tab.get_by_role("combobox", name=name)
            await select.click()
            await page.tab.keyboard.type("nobody is called so")
            await expect(page.tab.get_by_role("listbox").get_by_role("option")).to_have_text(
                ["Nothing is called so"]
            )
            await select.fill(typed)
            await expect(page.tab.get_by_role("listbox").get_by_role("option")).to_have_count(1)
            await select.press("Enter")
            await select.press("Escape")
            assert await chosen(page, count + 2) == values


async def test_what_is_chosen_at_first_is_shown_and_a_disabled_one_stays_shut(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        first = OPTIONS[0] | {"default": True}
        select = shown(page, row(options=[first, *OPTIONS[1:]]))
        await expect(select).to_have_value("Small")
        off = {"type": 5, "custom_id": "o", "disabled": True, "placeholder": "Off"}
        page.bot_says("Off", components=[{"type": 1, "components": [off]}])
        await expect(page.tab.get_by_role("combobox", name="Off")).to_be_disabled()


async def test_a_click_chooses_and_a_right_click_does_not(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        select = shown(page, row(options=OPTIONS))
        await select.click()
        options = page.tab.get_by_role("listbox").get_by_role("option")
        await options.nth(1).click(button="right")
        await expect(select).to_have_attribute("aria-expanded", "true")
        await options.nth(2).click()
        assert await chosen(page) == ["l"]


async def test_what_is_typed_into_a_closed_list_is_searched_from_the_first_letter(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        page.system.world.people.add(page.system.guild, "Ben")
        select = shown(page, {"type": 1, "components": [{"type": 5, "custom_id": "who"}]})
        await select.focus()
        await page.tab.keyboard.type("be")
        await expect(select).to_have_value("be")
        await expect(page.tab.get_by_role("listbox").get_by_role("option")).to_have_text(["BBen"])
