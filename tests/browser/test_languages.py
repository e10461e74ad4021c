"""The tour with members of five languages: what the bot says, its direction, the room for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Locator, expect

from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.discord_adapter.intake.commands.language import language_text
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Member
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.texts import Texts
from bridge_bot.texts.isolates import RIGHT_TO_LEFT
from bridge_bot.texts.locales import DISCORD_LOCALES
from tests.browser.chat_page import DESKTOP, PHONE, ChatPage, open_page, picture
from tests.harness.guild_settings import set_in_store

# By the code of the Chat API: who asks, what, and an answer.
ASKED = {
    "en": (
        "Zoe",
        "How do I undo my last commit?",
        "Use `git reset --soft HEAD~1`: your changes *stay* in the index. It was added in Git 1.5.",
    ),
    "de": (
        "Jürgen",
        "Wie mache ich meinen letzten Commit rückgängig?",
        "Mit `git reset --soft HEAD~1`: Deine Änderungen *bleiben* im Index. Seit Git 1.5.",
    ),
    "jp": (
        "さくら",
        "直前のコミットを取り消すには？",
        "`git reset --soft HEAD~1` を使います。変更はインデックスに*残ります*。Git 1.5 以降です。",
    ),
    "ar": (
        "ليلى",
        "كيف أتراجع عن آخر commit في Git؟",
        "`git reset --soft HEAD~1` يكفي: تبقى تغييراتك *محفوظة* في index. متاح منذ Git 1.5.",
    ),
    "hi": (
        "आशा",
        "मैं अपना पिछला commit कैसे वापस लूँ?",
        "`git reset --soft HEAD~1` चलाएँ: आपके बदलाव index में *बने रहते हैं*। Git 1.5 से उपलब्ध।",
    ),
}
# What has more text than room for it; code may be scrolled.
TOO_LONG = """() => [...document.querySelectorAll(
    '.main, .body > :not(figure), .control, .select-menu > input, .detail, dialog, dialog *'
)].filter((node) => node.checkVisibility() && node.clientWidth)
    .filter((node) => node.scrollWidth > node.clientWidth)
    .map((node) => [node.className, node.placeholder ?? node.textContent])"""


async def fits(page: ChatPage) -> None:
    """All that the bot says has room, on a phone too."""
    assert await page.tab.evaluate(TOO_LONG) == []
    await page.tab.set_viewport_size(PHONE)
    assert await page.tab.evaluate(TOO_LONG) == []
    await page.tab.set_viewport_size(DESKTOP)


async def directions(nodes: Locator) -> set[str]:
    """In which directions these are read, as the browser sees it, once they are there."""
    await expect(nodes.first).to_be_visible()
    return set(await nodes.evaluate_all("all => all.map(each => getComputedStyle(each).direction)"))


@pytest.mark.parametrize("code", ASKED)
async def test_the_tour_is_taken_in_the_members_language(
    tmp_path: Path, browser_path: str, code: str
) -> None:
    """The names and descriptions of commands can't be in Arabic: Discord has no client in it."""
    _, question, answer = ASKED[code]
    locale = LANGUAGES[code].catalogue
    text = Texts.of(locale).get
    of_command = Texts.of(locale if locale in DISCORD_LOCALES else "en").get
    direction = {"rtl" if locale in RIGHT_TO_LEFT else "ltr"}
    async with open_page(tmp_path, browser_path) as page:
        system, people = page.system, page.system.world.people
        people.give_role(system.ann, people.add_role(system.guild, "Moderators", ["manage_guild"]))
        await system.start()
        slow = Script("… " * 400, chars_per_s=50)
        docs = [{"title": "Git", "url": "https://git.example", "text": "Undo."}]
        system.api.script(slow, Script(f"{answer} [1]", related_docs=docs))
        system.ann.user.locale = LANGUAGES[code].locale or locale
        await page.tab.reload()
        await expect(page.tab.locator("#locale")).to_have_value(system.ann.user.locale)

        await page.input.press_sequentially("/")
        offered = page.tab.get_by_role("option").filter(has_text="/ask")
        await expect(offered.locator(".detail")).to_have_text(of_command("ask-description"))
        await fits(page)
        await page.input.press_sequentially("language ")
        chosen = (LANGUAGES[code].native_name, of_command("language-scope-me"))
        for option, words in zip(("language", "scope"), chosen, strict=True):
            await page.tab.locator(f"#option-{option}").fill(words)
            await page.tab.keyboard.press("Enter")
        await page.tab.get_by_role("button", name="Use").click()
        language = language_text(code, Texts.of(locale))
        chosen_text = text("language-chosen-me", code=code, language=language)
        await expect(page.message(chosen_text)).to_be_visible()

        await page.say(f"@bridge-bot {question}")
        await page.tab.locator(".thread-card").click()
        await page.tab.get_by_role("button", name=text("control-stop")).click()
        reply = page.message(text("ending-stopped"))
        await reply.get_by_role("button", name=text("control-try-again")).click()
        reply = page.message("git reset")
        await expect(reply.locator(".control")).to_have_text(
            [text("control-regenerate"), text("control-sources"), "👍", "👎"]
        )
        assert [each.language for each in system.api.requests] == [code, code]
        assert await directions(reply.locator(".body > *, .controls")) == direction
        assert await directions(reply.locator("code")) == {"ltr"}
        await reply.get_by_role("button", name="👎").click()
        dialog = page.tab.get_by_role("dialog", name=text("vote-form"))
        assert await directions(dialog.locator("h2, .field, textarea")) == direction
        await fits(page)
        await page.tab.keyboard.press("Escape")

        await page.open(system.channel)
        await page.use("help")
        told = page.message(text("help-intro"))
        assert await directions(told.locator(".body > *")) == direction
        await page.use("settings")
        panel = page.message(text("settings-only-you").removeprefix("-# "))
        await expect(panel.get_by_role("combobox").first).to_be_visible()
        assert await directions(panel.locator(".controls, .select-menu > input")) == direction
        await fits(page)
        if direction == {"rtl"}:
            await picture(page.tab, "settings-arabic", tmp_path)


async def test_members_of_five_languages_ask_in_one_channel_and_make_the_picture(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path, viewport={"width": 1280, "height": 1030}) as page:
        system = page.system
        await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.CHANNEL, system.channel)
        await system.start()
        for code, (name, question, answer) in ASKED.items():
            asker = system.world.people.add(system.guild, name)
            async with SqlStore(system.database.url) as store:
                await store.preferences.set_language(asker.user.id, code)
            system.api.script(Script(answer))
            await ask(page, system.channel, asker, question)
            texts = Texts.of(LANGUAGES[code].catalogue)
            reply = page.message("git reset").last
            again = reply.get_by_role("button", name=texts.get("control-regenerate"))
            await expect(again).to_be_visible()
        await page.tab.get_by_role("button", name="Close").click()
        await picture(page.tab, "languages", tmp_path)


async def ask(page: ChatPage, channel: Channel, asker: Member, question: str) -> None:
    """Have a member mention the bot with a question."""
    page.system.world.messages.send(channel, asker, f"{page.system.mention} {question}")
