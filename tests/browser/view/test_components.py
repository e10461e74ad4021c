"""Buttons, selects and forms of the bot."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.actions import interactions, messages
from bridge_bot.sandbox.discord.errors import Json
from tests.browser.chat_page import open_page

ROW: Json = {
    "type": 1,
    "components": [
        {"type": 2, "style": 1, "label": "Tell me", "custom_id": "tell"},
        {"type": 2, "style": 4, "label": "Not now", "custom_id": "no", "disabled": True},
    ],
}


SELECT: Json = {
    "type": 3,
    "custom_id": "size",
    "placeholder": "How big?",
    "options": [{"label": "Small", "value": "s"}, {"label": "Large", "value": "l"}],
}


FORM: Json = {
    "title": "Tell me why",
    "custom_id": "why",
    "components": [
        {
            "type": 1,
            "components": [{"type": 4, "custom_id": "reason", "label": "Reason", "style": 2}],
        }
    ],
}


async def test_buttons_selects_and_forms_reach_the_bot(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path, response_within_s=8) as page:
        state = page.system.world.state
        page.bot_says("Choose", components=[ROW, {"type": 1, "components": [SELECT]}])
        await expect(page.tab.get_by_role("button", name="Not now")).to_be_disabled()
        await page.tab.get_by_role("button", name="Tell me").click()
        await page.system.discord.until(lambda: len(page.system.world.interactions) == 2)
        pressed = page.system.world.interactions[-1]
        interactions.respond(state, pressed.id, pressed.token, {"type": 9, "data": FORM})
        dialog = page.tab.get_by_role("dialog", name="Tell me why")
        await dialog.get_by_label("Reason").fill("because")
        await dialog.get_by_role("button", name="Submit").click()
        await page.system.discord.until(lambda: len(page.system.world.interactions) == 3)
        sent = page.system.world.interactions[-1]
        assert sent.data["components"][0]["components"][0]["value"] == "because"
        update = {"content": "Thank you", "components": []}
        interactions.respond(state, sent.id, sent.token, {"type": 7, "data": update})
        await expect(dialog).to_have_count(0)
        await expect(page.message("Thank you")).to_be_visible()
        await expect(page.tab.get_by_role("button", name="Tell me")).to_have_count(0)
        page.bot_says("Size", components=[{"type": 1, "components": [SELECT]}])
        await page.tab.get_by_role("combobox", name="How big?").click()
        await page.tab.get_by_role("option", name="Large").click()
        await page.system.discord.until(lambda: len(page.system.world.interactions) == 5)
        assert page.system.world.interactions[-1].data["values"] == ["l"]
        late = page.message("Size").get_by_role("alert").get_by_text("This interaction failed")
        await expect(late).to_be_visible()
        await expect(page.tab.get_by_role("combobox", name="How big?")).to_have_value("")


async def test_while_a_control_waits_for_the_bot_the_others_of_its_message_can_not_be_used(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world = page.system.world
        page.bot_says("Choose", components=[ROW, {"type": 1, "components": [SELECT]}])
        press = page.tab.get_by_role("button", name="Tell me")
        select = page.tab.get_by_role("combobox", name="How big?")
        await press.click()
        await expect(press).to_be_focused()
        await expect(select).to_be_disabled()
        await press.press("Enter")
        await select.click(force=True)
        await select.press("ArrowDown")
        await expect(page.tab.get_by_role("listbox")).to_have_count(0)
        await page.system.discord.until(lambda: len(world.interactions) == 2)
        pressed = world.interactions[-1]
        interactions.respond(world.state, pressed.id, pressed.token, {"type": 6})
        await select.click()
        await page.tab.get_by_role("option", name="Large").click()
        await page.system.discord.until(lambda: len(world.interactions) == 3)
        assert world.interactions[-1].data["values"] == ["l"]


async def test_an_edit_while_a_list_is_open_sends_nothing_that_is_half_chosen(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world = page.system.world
        several = SELECT | {"max_values": 2}
        shown = page.bot_says("Size", components=[{"type": 1, "components": [several]}])
        await page.tab.get_by_role("combobox", name="How big?").click()
        await page.tab.get_by_role("option", name="Large").click()
        edited = {"components": [{"type": 1, "components": [several | {"placeholder": "Size?"}]}]}
        messages.apply_edit(world.state, shown, edited, ())
        await expect(page.tab.get_by_role("combobox", name="Size?")).to_have_value("")
        assert len(world.interactions) == 1
