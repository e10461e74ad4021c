"""The bot where it is no member: a member adds it to their apps on the page, and uses it there."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Locator, expect

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.browser.chat_page import PHONE, ChatPage, open_page
from tests.harness.english import text

LONG = "\n\n".join(f"Paragraph {number}. " + "word " * 180 for number in range(30))
SLOW = Script("One two three four. " * 200, chars_per_s=100, chunk_chars=10)
DOCS = [{"title": "Leaflet", "url": "https://a.example", "text": "Words."}]
ADD, REMOVE = "Add app", "Remove app"


def private(page: ChatPage, words: str) -> Locator:
    """The message with these words, which says that only its reader sees it."""
    return page.message(words).filter(has_text="Only you can see this")


async def use(page: ChatPage, name: str, question: str = "") -> None:
    """Use a slash command, with a question if it takes one."""
    await page.input.fill("")
    await page.use(name)
    if question:
        await page.tab.get_by_label("question", exact=True).fill(question)
        await page.tab.get_by_role("button", name="Use").click()


async def test_a_member_adds_the_bot_to_their_apps_and_asks_where_it_is_no_member(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        system, world = page.system, page.system.world
        guild = world.add_guild("Book club", with_bot=False)
        world.people.add(guild, system.ann.user)
        ben = world.people.add(guild, "Ben")
        reading = world.channels.add(guild, "reading")
        group = world.channels.add_group("Weekend", [system.ann, ben])
        world.messages.send(reading, ben, "Error 42 in the log")
        world.messages.send(group, ben, "When do we meet?")
        await system.start(ALLOW_USER_INSTALL="true")
        await page.tab.reload()
        await page.open(reading)
        await page.input.press_sequentially("/")
        await expect(page.suggestions).to_have_count(0)
        await page.tab.get_by_role("button", name=ADD).click()
        await expect(page.tab.get_by_role("button", name=REMOVE)).to_be_visible()

        system.api.script(SLOW, Script(LONG), Script("So [1].", related_docs=DOCS))
        await use(page, "ask", "why?")
        answer = private(page, "One two three")
        await answer.get_by_role("button", name=text("control-stop")).click()
        await expect(answer).to_contain_text(text("ending-stopped"))
        await use(page, "help")
        await expect(private(page, text("help-elsewhere").partition(". ")[2])).to_be_visible()
        await use(page, "ask", "and at length?")
        await expect(private(page, "answer.md")).to_be_visible(timeout=20_000)

        await page.message("Error 42").first.click(button="right")
        await page.tab.get_by_role("menuitem", name=text("about-name")).click()
        await page.tab.get_by_role("button", name="Submit").click()
        await private(page, "So ").get_by_role("button", name=text("control-sources")).click()
        await expect(private(page, "“Words.”")).to_be_visible()
        assert system.api.requests[-1].question.endswith("\n> Error 42 in the log")

        await expect(page.tab.locator("[data-step=elsewhere]")).to_have_class("done")
        await page.open(group)
        await use(page, "ask", "Saturday?")
        await expect(private(page, "turn 1 of our conversation")).to_be_visible()
        await page.tab.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
        title = page.tab.locator("#channel-title h1 span")
        assert await title.evaluate("node => node.scrollWidth <= node.clientWidth")
        # For whoever looks into a failure.
        await page.tab.screenshot(path=tmp_path / "phone.png", animations="disabled")
        for place in (reading, group):
            said = [each for each in world.messages.of(place) if each.author is world.bot]
            assert said
            assert all(each.only_for == system.ann.id for each in said)
        await page.input.press_sequentially("/")
        await expect(page.suggestions.first).to_be_visible()
        world.people.remove_app(system.ann.user)
        await expect(page.tab.get_by_role("button", name=ADD)).to_be_visible()
        await expect(page.suggestions).to_have_count(0)
