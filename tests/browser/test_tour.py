"""The tour that a newcomer takes, with the real bot."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.browser.screen import Screen, screen

LONG = "\n\n".join(f"Paragraph {n}: " + "word " * 40 for n in range(5)) + "\n\nThat is all."
WATCH_GROWING = """() => {
    window.states = new Set();
    const look = () => {
        for (const { textContent: said } of document.querySelectorAll('#log .message .body')) {
            if (said.includes('Paragraph 0')) window.states.add(said.length);
        }
    };
    new MutationObserver(look).observe(document.getElementById('log'), {
        subtree: true, childList: true, characterData: true,
    });
}"""


async def ask_by_mention(at: Screen, words: str) -> None:
    """Write "@bri", take what is offered, go on writing, send."""
    await at.words.press_sequentially("@bri")
    await expect(at.tab.get_by_role("option", name="bridge-bot")).to_be_visible()
    await at.words.press("Enter")
    await at.words.press_sequentially(words)
    await at.words.press("Enter")


async def test_the_whole_tour_can_be_taken_with_the_keyboard_and_ticks_off(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        await expect(at.tab.locator("#offline")).to_be_visible()
        await at.on.start()
        await expect(at.tab.locator("#offline")).to_be_hidden()
        await at.tab.evaluate(WATCH_GROWING)
        at.on.api.script(Script(text=LONG, chars_per_s=300))

        await ask_by_mention(at, "Why is the sky blue?")
        card = at.message("Why is the sky blue?").get_by_role("button", name="1 message")
        await expect(card).to_contain_text("Why is the sky blue?")
        await card.focus()
        await at.tab.keyboard.press("Enter")
        await expect(at.tab.locator("#where h1")).to_have_text("Why is the sky blue?")
        await expect(at.message("Paragraph 0")).to_be_visible()
        await expect(at.message("That is all.")).to_be_visible(timeout=15_000)
        assert await at.tab.evaluate("window.states.size") >= 3

        await at.say("And at night?")
        await expect(at.message("turn 2 of our conversation")).to_be_visible()

        await at.words.press_sequentially("/lan")
        await at.words.press("Enter")
        await at.tab.get_by_label("language", exact=True).fill("Fre")
        await at.tab.keyboard.press("Enter")
        await at.tab.keyboard.press("Enter")
        answer = at.message("From now on I answer in French")
        await expect(answer).to_contain_text("Ann used /language")
        await at.say("Encore?")
        await expect(at.message("turn 3 of our conversation, in language fr")).to_be_visible()

        await at.open(at.on.channel)
        await at.words.press_sequentially("/ask ")
        await at.tab.get_by_label("question", exact=True).fill("Who are you?")
        await at.tab.keyboard.press("Enter")
        asked = at.message("Ann used /ask")
        await expect(asked.locator("blockquote")).to_have_text("Who are you?")
        await expect(asked.get_by_role("button", name="Who are you?")).to_be_visible()
        await expect(at.tab.locator("#steps .done")).to_have_count(5)
        await expect(at.tab.locator("#tour-toggle")).to_have_text("All tried")


async def test_the_tours_buttons_do_what_they_say(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.on.start()
        await at.tab.get_by_role("button", name="Fill it in").click()
        await expect(at.words).to_be_focused()
        await at.tab.keyboard.press("Enter")
        await at.tab.get_by_role("button", name="Go there").click()
        await expect(at.message("turn 1")).to_be_visible()
        await at.tab.get_by_role("button", name="Begin /language").click()
        await expect(at.tab.get_by_label("language", exact=True)).to_be_focused()
        await at.tab.keyboard.press("Escape")
        await at.tab.keyboard.press("Escape")
        await expect(at.words).to_be_focused()
        await at.tab.get_by_role("button", name="Begin /ask").click()
        await expect(at.tab.locator("#where h1")).to_have_text("general")
        await expect(at.tab.get_by_label("question", exact=True)).to_be_focused()


async def test_a_refusal_is_for_the_one_who_asked_alone(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.on.start()
        ben = at.on.world.people.add(at.on.guild, "Ben")
        await at.words.press_sequentially("/language ")
        await at.tab.get_by_label("language", exact=True).fill("German")
        await at.tab.keyboard.press("Enter")
        await at.tab.get_by_role("button", name="Use").click()
        refusal = at.message("A language belongs to a conversation")
        await expect(refusal).to_contain_text("Only you can see this")
        await at.tab.get_by_label("You are").select_option(str(ben.id))
        await expect(refusal).to_have_count(0)
        await expect(at.tab.locator("#steps .done")).to_have_count(0)
