"""What one can do on the page besides asking: every kind of thing that a chat client has."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.actions import commands, interactions
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json
from tests.browser.screen import screen

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


async def test_the_last_own_message_is_changed_with_the_up_key(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.say("@bridge-bot first")
        await expect(at.message("first").locator(".mention")).to_have_text("@bridge-bot")
        await at.words.press("ArrowUp")
        await expect(at.words).to_have_value("@bridge-bot first")
        await at.say("@bridge-bot second")
        await expect(at.message("second")).to_contain_text("edited")
        said = at.on.world.messages.of(at.on.channel)
        assert [each.content for each in said] == [f"{at.on.mention} second"]
        await at.words.press("ArrowUp")
        await at.words.press("Escape")
        await expect(at.words).to_have_value("")
        await expect(at.tab.locator("#about")).to_be_hidden()


async def test_answering_reacting_and_deleting(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        at.on.world.messages.send(at.on.channel, at.on.ann, "a *good* question")
        question = at.message("a good question").first
        await question.hover()
        await question.get_by_role("button", name="Reply").click()
        await expect(at.tab.locator("#about")).to_contain_text("Answer Ann: a good question")
        await at.say("an answer\nin two lines")
        answer = at.message("in two lines")
        await expect(answer.get_by_role("button", name="Answers Ann")).to_be_visible()
        assert at.on.world.messages.of(at.on.channel)[1].reply_to is not None
        await question.hover()
        await question.get_by_role("button", name="React").click()
        await question.get_by_role("button", name="React with 🎉").click()
        reaction = question.get_by_role("button", name="🎉, 1")
        await expect(reaction).to_have_attribute("aria-pressed", "true")
        await reaction.click()
        await expect(reaction).to_have_count(0)
        await at.tab.mouse.move(0, 0)  # or else there are the buttons of what it points at
        await at.words.focus()
        for _ in range(3):  # past the button for files, and what the answer answers
            await at.tab.keyboard.press("Shift+Tab")
        await expect(answer).to_be_focused()
        await at.tab.keyboard.press("ArrowUp")
        await expect(question).to_be_focused()
        await at.tab.keyboard.press("Delete")
        await expect(question).to_have_count(0)


async def test_enter_sends_and_shift_enter_begins_a_line(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.words.press_sequentially("one")
        await at.words.press("Shift+Enter")
        await at.words.press_sequentially("two")
        await at.words.press("Enter")
        await expect(at.message("one\ntwo")).to_be_visible()
        assert at.on.world.messages.typing(at.on.channel)


async def test_slow_mode_is_shown_and_what_it_refuses_stays_written(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        at.on.world.channels.set_slow_mode(at.on.channel, 600)
        await expect(at.words).to_have_attribute("placeholder", re.compile("once in 600 s"))
        await at.say("one")
        await expect(at.message("one")).to_be_visible()
        await at.say("two")
        await expect(at.tab.get_by_text("due to slowmode")).to_be_visible()
        await expect(at.words).to_have_value("two")


async def test_a_question_by_command_is_shown_without_a_live_link_heading_or_mention(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.on.start()
        question = f"# see [it](https://evil.example/a), https://b.example <@{at.on.ann.id}> @here"
        at.on.world.commands.use(at.on.channel, at.on.ann, "ask", {"question": question})
        quoted = at.message("evil.example/a")
        await expect(quoted.locator("blockquote")).to_contain_text("@Ann")
        for alive in ("blockquote a", "blockquote .mention", "blockquote h1, blockquote h2"):
            await expect(quoted.locator(alive)).to_have_count(0)


async def test_files_are_attached_by_button_paste_and_drop_and_can_be_saved(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.tab.locator("#picker").set_input_files(
            {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"hello"}
        )
        transfer = "new DataTransfer()"
        give = (
            f"([kind, name]) => {{ const data = {transfer}; data.items.add(new File(['x'], name));"
            " const words = document.getElementById('words');"
            " words.dispatchEvent(kind === 'paste'"
            " ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true })"
            " : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }"
        )
        await at.tab.evaluate(give, ["paste", "pasted.bin"])
        await at.tab.evaluate(give, ["drop", "dropped.bin"])
        await expect(at.tab.locator("#enclosed li")).to_have_count(3)
        await at.tab.get_by_role("button", name="Remove pasted.bin").click()
        await at.say("with files")
        message = at.message("with files")
        await expect(message.locator(".file")).to_have_count(2)
        await expect(at.tab.locator("#enclosed li")).to_have_count(0)
        async with at.tab.expect_download() as saving:
            await message.get_by_role("link", name="notes.txt").click()
        saved = await (await saving.value).path()
        assert saved.read_bytes() == b"hello"


async def test_buttons_selects_and_forms_reach_the_bot(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        state = at.on.world.state
        at.bot_says("Choose", components=[ROW, {"type": 1, "components": [SELECT]}])
        await expect(at.tab.get_by_role("button", name="Not now")).to_be_disabled()
        await at.tab.get_by_role("button", name="Tell me").click()
        await at.on.discord.until(lambda: len(at.on.world.interactions) == 2)
        pressed = at.on.world.interactions[-1]
        interactions.respond(state, pressed.id, pressed.token, {"type": 9, "data": FORM})
        dialog = at.tab.get_by_role("dialog", name="Tell me why")
        await dialog.get_by_label("Reason").fill("because")
        await dialog.get_by_role("button", name="Send").click()
        await at.on.discord.until(lambda: len(at.on.world.interactions) == 3)
        sent = at.on.world.interactions[-1]
        assert sent.data["components"][0]["components"][0]["value"] == "because"
        update = {"content": "Thank you", "components": []}
        interactions.respond(state, sent.id, sent.token, {"type": 7, "data": update})
        await expect(dialog).to_have_count(0)
        await expect(at.message("Thank you")).to_be_visible()
        await expect(at.tab.get_by_role("button", name="Tell me")).to_have_count(0)
        at.bot_says("Size", components=[{"type": 1, "components": [SELECT]}])
        await at.tab.get_by_label("How big?").select_option("Large")
        await at.on.discord.until(lambda: len(at.on.world.interactions) == 5)
        assert at.on.world.interactions[-1].data["values"] == ["l"]
        late = at.tab.get_by_role("alert").get_by_text("did not react within three seconds")
        await expect(late).to_be_visible()


async def test_options_are_completed_by_the_bot(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        state = at.on.world.state
        option: Json = {"name": "city", "description": "Where", "type": 3, "autocomplete": True}
        form: Json = {"name": "weather", "description": "Tells the weather", "options": [option]}
        commands.register(state, form, None)
        await at.words.press_sequentially("/w")
        await at.words.press("Enter")
        await at.tab.get_by_label("city").fill("Par")
        await at.on.discord.until(
            lambda: [
                each
                for each in at.on.world.interactions
                if each.data["options"][0]["value"] == "Par"
            ]
        )
        asked = at.on.world.interactions[-1]
        choices = {"choices": [{"name": "Paris, France", "value": "paris"}]}
        interactions.respond(state, asked.id, asked.token, {"type": 8, "data": choices})
        await at.tab.get_by_role("option", name="Paris, France").click()
        await at.tab.keyboard.press("Enter")
        await at.on.discord.until(lambda: at.on.world.interactions[-1].type == 2)
        assert at.on.world.interactions[-1].data["options"][0]["value"] == "paris"


async def test_threads_are_opened_and_archived_by_hand(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.say("let us talk")
        message = at.message("let us talk")
        await message.hover()
        await message.get_by_role("button", name="Open a thread").click()
        await at.tab.get_by_label("Name").fill("Our talk")
        await at.tab.keyboard.press("Enter")
        await expect(at.tab.locator("#where h1")).to_have_text("Our talk")
        await expect(at.words).to_be_focused()
        await at.say("inside")
        await at.tab.get_by_role("button", name="Archive").click()
        await expect(at.tab.locator("#where .tag")).to_have_text("archived")
        await at.tab.locator(".crumb").click()
        await expect(at.message("let us talk").locator(".count")).to_have_text(
            "1 message, archived"
        )
        await expect(at.place("Our talk")).to_have_count(0)


async def test_one_can_be_somebody_else_and_write_directly(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.tab.get_by_role("button", name="Add a member").click()
        await at.tab.get_by_label("Name").fill("Ben")
        await at.tab.keyboard.press("Enter")
        await expect(at.tab.get_by_label("You are").locator("option:checked")).to_have_text("Ben")
        await at.place("bridge-bot").click()
        await expect(at.tab.locator("#where h1")).to_have_text("bridge-bot")
        await at.say("just us")
        await expect(at.message("just us")).to_be_visible()
        spoken = [each for each in at.on.world.state.channels.values() if each.messages]
        assert [each.type for each in spoken] == [ChannelType.DM]
        await at.tab.get_by_label("You are").select_option("Ann")
        await expect(at.message("just us")).to_have_count(0)


async def test_what_is_refused_is_said_and_not_lost(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        at.on.world.people.take_permission(at.on.channel, "send_messages", at.on.ann)
        await at.say("may I?")
        await expect(at.tab.get_by_role("alert")).to_contain_text("Missing Permissions")
        await expect(at.words).to_have_value("may I?")


async def test_a_change_that_is_refused_stays_a_change(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.say("short")
        await expect(at.message("short")).to_be_visible()
        await at.words.press("ArrowUp")
        await at.say("long " * 500)
        await expect(at.tab.get_by_role("alert")).to_contain_text("Must be 2000 or fewer")
        await expect(at.tab.locator("#about")).to_contain_text("Change your message")
        await at.say("changed")
        await expect(at.message("changed")).to_have_count(1)
        assert len(at.on.world.messages.of(at.on.channel)) == 1


async def test_a_long_message_becomes_a_file(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        await at.say("long " * 500)
        await expect(at.log.get_by_role("link", name="message.txt")).to_be_visible()


async def test_a_forum_has_posts(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        forum = at.on.world.channels.add(at.on.guild, "help", kind=ChannelType.FORUM)
        await at.open(forum)
        await at.tab.get_by_role("button", name="New post").click()
        await at.tab.get_by_label("Title").fill("How?")
        await at.tab.get_by_label("First message").fill("How does it work?")
        await at.tab.get_by_role("button", name="Post", exact=True).click()
        await expect(at.tab.locator("#where h1")).to_have_text("How?")
        await expect(at.message("How does it work?")).to_be_visible()
