"""The tour that a newcomer takes, with the real bot."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.browser.chat_page import ChatPage, open_page

LONG = "\n\n".join(f"Paragraph {n}: " + "word " * 40 for n in range(5)) + "\n\nThat is all."
WATCH_GROWING = """() => {
    const states = new Set();
    const look = () => {
        for (const { textContent: said } of document.querySelectorAll('#log .message .body')) {
            if (said.includes('Paragraph 0')) states.add(said.length);
        }
        document.body.dataset.states = states.size;
    };
    new MutationObserver(look).observe(document.getElementById('log'), {
        subtree: true, childList: true, characterData: true,
    });
}"""
AT_LEAST_3 = re.compile(r"[3-9]|\d\d+")


async def ask_by_mention(page: ChatPage, words: str) -> None:
    """Write "@bri", take what is offered, go on writing, send."""
    await page.input.press_sequentially("@bri")
    await expect(page.tab.get_by_role("option", name="bridge-bot")).to_be_visible()
    await page.input.press("Enter")
    await page.input.press_sequentially(words)
    await page.input.press("Enter")


async def test_the_whole_tour_can_be_taken_with_the_keyboard_and_ticks_off(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await expect(page.tab.locator("#offline")).to_be_visible()
        await page.system.start()
        await expect(page.tab.locator("#offline")).to_be_hidden()
        await page.tab.evaluate(WATCH_GROWING)
        page.system.api.script(Script(text=LONG, chars_per_s=150))

        await ask_by_mention(page, "Why is the sky blue?")
        card = page.message("Why is the sky blue?").get_by_role("button", name="1 message")
        await expect(card).to_contain_text("Why is the sky blue?")
        await card.focus()
        await page.tab.keyboard.press("Enter")
        await page.shows_channel("Why is the sky blue?")
        await expect(page.message("Paragraph 0")).to_be_visible()
        await expect(page.tab.locator("body")).to_have_attribute("data-states", AT_LEAST_3)
        await expect(page.message("That is all.")).to_be_visible(timeout=15_000)

        await page.say("And at night?")
        await expect(page.message("turn 2 of our conversation")).to_be_visible()

        await page.use("lan")
        await page.tab.get_by_label("language", exact=True).fill("Fre")
        await page.tab.keyboard.press("Enter")
        await page.tab.keyboard.press("Enter")
        answer = page.message("Français")
        await expect(answer).to_contain_text("Ann used /language")
        await page.say("Encore?")
        await expect(page.message("turn 3 of our conversation, in language fr")).to_be_visible()

        await page.open(page.system.channel)
        await page.use("ask")
        await page.tab.get_by_label("question", exact=True).fill("Who are you?")
        await page.tab.keyboard.press("Enter")
        asked = page.message("Ann used /ask")
        await expect(asked.locator("blockquote")).to_have_text("Who are you?")
        await expect(asked.get_by_role("button", name="Who are you?")).to_be_visible()
        await expect(page.tab.locator("#tour-steps .done")).to_have_count(5)
        await expect(page.tab.locator("#tour-toggle")).to_have_text("All tried")


async def test_the_tours_buttons_do_what_they_say(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        await page.tab.get_by_role("button", name="Fill it in").click()
        await expect(page.input).to_be_focused()
        await page.tab.keyboard.press("Enter")
        await page.tab.get_by_role("button", name="Go there").click()
        await expect(page.message("turn 1")).to_be_visible()
        await page.tab.get_by_role("button", name="Begin /language").click()
        await expect(page.tab.get_by_label("language", exact=True)).to_be_focused()
        await page.tab.keyboard.press("Escape")
        await page.tab.keyboard.press("Escape")
        await expect(page.input).to_be_focused()
        await page.tab.get_by_role("button", name="Begin /ask").click()
        await page.shows_channel("general")
        await expect(page.tab.get_by_label("question", exact=True)).to_be_focused()


async def test_a_refusal_is_for_the_one_who_asked_alone(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        page.system.world.people.add(page.system.guild, "Ben")
        await page.use("language")
        await page.tab.get_by_label("scope", exact=True).fill("This conv")
        await page.tab.keyboard.press("Enter")
        await page.tab.get_by_label("language", exact=True).fill("German")
        await page.tab.keyboard.press("Enter")
        await page.tab.get_by_role("button", name="Use").click()
        refusal = page.message("There is no conversation of its own here")
        await expect(refusal).to_contain_text("Only you can see this")
        await page.act_as("Ben")
        await expect(refusal).to_have_count(0)
        await expect(page.tab.locator("#tour-steps .done")).to_have_count(0)
