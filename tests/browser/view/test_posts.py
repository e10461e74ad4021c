"""A forum: its posts in a list, new ones, tags, and what is archived."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Locator, expect

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel
from tests.browser.chat_page import PHONE, ChatPage, open_page
from tests.browser.test_appearance import CONTRASTS


def forum_on(page: ChatPage, *, tags: tuple[str, ...] = ("Question", "Resolved")) -> Channel:
    """A forum with tags."""
    return page.system.world.channels.add_forum(page.system.guild, "questions", tags=tags)


def posts(page: ChatPage, which: str = "Recent posts") -> Locator:
    """The posts of a list, as they stand in it."""
    return page.tab.get_by_role("list", name=which).get_by_role("button")


async def test_a_new_post_has_its_title_tags_and_first_message(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        forum = forum_on(page)
        await page.open(forum)
        await expect(page.tab.get_by_text("There are no posts yet.")).to_be_visible()
        await expect(page.input).to_be_hidden()
        await page.tab.get_by_role("button", name="New post").click()
        await page.tab.get_by_label("Title").fill("How?")
        await page.tab.get_by_label("First message").fill("How does it work?")
        await page.tab.get_by_role("checkbox", name="Question").check()
        await page.tab.get_by_role("button", name="Post", exact=True).click()
        await page.shows_channel("How?")
        await expect(page.tab.locator("#channel-title .tag")).to_have_text("Question")
        await expect(page.message("How does it work?")).to_be_visible()
        await page.tab.get_by_role("button", name="Tags").click()
        await expect(page.tab.get_by_role("checkbox", name="Question")).to_be_checked()
        await page.tab.get_by_role("checkbox", name="Resolved").check()
        await page.tab.get_by_role("button", name="Save").click()
        await expect(page.tab.locator("#channel-title .tag")).to_have_text(["Question", "Resolved"])


async def test_posts_are_listed_by_their_activity_with_what_tells_them_apart(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, ann = page.system.world, page.system.ann
        forum = forum_on(page)
        ben = world.people.add(page.system.guild, "Ben")
        first = world.threads.post(forum, ann, "First", "**Why** so?", tags=["Question"])
        world.threads.post(forum, ben, "Second", "And how?")
        await page.open(forum)
        await expect(posts(page)).to_have_count(2)
        await expect(posts(page).nth(0)).to_contain_text("Second")
        world.messages.send(first, ben, "Because.")
        shown = posts(page).nth(0)
        for words in ("First", "Question", "Ann", "Why so?", "2 messages, 1 unread"):
            await expect(shown).to_contain_text(words)
        world.messages.edit(first.messages[first.id], "Why, really?")
        await expect(shown).to_contain_text("Why, really?")
        await shown.focus()
        await page.tab.keyboard.press("ArrowDown")
        await expect(posts(page).nth(1)).to_be_focused()
        await page.tab.keyboard.press("Enter")
        await page.shows_channel("Second")


async def test_an_archived_post_is_among_the_older_ones_until_somebody_writes_in_it(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        forum = forum_on(page)
        post = page.system.world.threads.post(forum, page.system.ann, "How?", "Tell me")
        await page.open(forum)
        await expect(posts(page)).to_have_count(1)
        page.system.discord.advance(24 * 3600)
        await expect(posts(page)).to_have_count(0)
        older = posts(page, "Older posts")
        await expect(older).to_contain_text("archived")
        await expect(page.channel_link("How?")).to_have_count(0)
        await older.click()
        await page.shows_channel("How?")
        await page.say("Still open")
        await expect(page.message("Still open")).to_be_visible()
        await page.open(forum)
        await expect(posts(page)).to_have_count(1)
        assert not post.archived


async def test_by_keyboard_one_comes_to_the_button_for_a_new_post(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.open(forum_on(page))
        await page.tab.get_by_role("button", name="Skip to writing").press("Enter")
        button = page.tab.get_by_role("button", name="New post")
        await expect(button).to_be_focused()
        await page.tab.keyboard.press("Enter")
        await expect(page.tab.get_by_label("Title")).to_be_focused()
        await page.tab.keyboard.press("Escape")
        await expect(button).to_be_focused()


async def test_a_forum_that_asks_for_a_tag_says_so_and_a_post_without_one_is_refused(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        forum = page.system.world.channels.add_forum(
            page.system.guild, "strict", tags=["Bug"], moderated_tags=["Done"], requires_tag=True
        )
        await page.open(forum)
        await page.tab.get_by_role("button", name="New post").click()
        await expect(page.tab.get_by_role("group", name="Tags (at least one)")).to_be_visible()
        await expect(page.tab.get_by_role("checkbox", name="Done")).to_have_count(0)
        await page.tab.get_by_label("Title").fill("How?")
        await page.tab.get_by_label("First message").fill("Tell me")
        await page.tab.get_by_role("button", name="Post", exact=True).click()
        await expect(page.tab.get_by_text("A tag is required")).to_be_visible()
        await expect(page.tab.get_by_label("Title")).to_have_value("How?")


async def test_the_posts_are_readable_in_light_and_dark_and_fit_on_a_phone(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, ann = page.system.world, page.system.ann
        forum = forum_on(page)
        old = world.threads.post(forum, ann, "word" * 25, "x" * 400, tags=["Resolved"])
        world.threads.archive(old)
        world.threads.post(forum, ann, "How?", "Why so? " * 40, tags=["Question"])
        await page.open(forum)
        await expect(posts(page)).to_have_count(1)
        assert await page.tab.evaluate(CONTRASTS) == []
        await page.tab.emulate_media(color_scheme="dark")
        assert await page.tab.evaluate(CONTRASTS) == []
        await page.tab.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
        width = "document.querySelector('#scroller').scrollWidth"
        assert await page.tab.evaluate(width) == PHONE["width"]


async def test_titles_tags_and_first_lines_are_text(tmp_path: Path, browser_path: str) -> None:
    evil = "<img src=x onerror=window.hacked=1>"
    async with open_page(tmp_path, browser_path) as page:
        forum = forum_on(page, tags=(evil,))
        page.system.world.threads.post(forum, page.system.ann, evil, evil, tags=[evil])
        await page.open(forum)
        await expect(posts(page)).to_contain_text(evil)
        await expect(page.tab.locator("#posts img")).to_have_count(0)
        await posts(page).click()
        await page.tab.get_by_role("button", name="Tags").click()
        await expect(page.tab.get_by_role("checkbox", name=evil)).to_be_checked()
        assert await page.tab.evaluate("window.hacked") is None


async def test_the_bot_answers_in_a_post_and_in_a_private_thread_where_it_is_mentioned(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        page.system.api.script(Script(text="By magic."), Script(text="I keep it to myself."))
        await page.open(forum_on(page))
        await page.tab.get_by_role("button", name="New post").click()
        await page.tab.get_by_label("Title").fill("How?")
        await page.tab.get_by_label("First message").fill("@bridge-bot How does it work?")
        await page.tab.get_by_role("button", name="Post", exact=True).click()
        await expect(page.message("By magic.")).to_be_visible(timeout=15_000)
        world, channel = page.system.world, page.system.channel
        world.people.give_permission(channel, "create_private_threads", page.system.ann)
        await page.open(channel)
        await page.tab.get_by_role("button", name="New thread").click()
        await page.tab.get_by_label("Name").fill("Between us")
        await page.tab.get_by_label("Private").check()
        await page.tab.get_by_role("button", name="Open", exact=True).click()
        await page.shows_channel("Between us")
        await page.say("@bridge-bot Can you keep a secret?")
        await expect(page.message("I keep it to myself.")).to_be_visible(timeout=15_000)
