"""The form of a slash command, and what comes of one."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.actions import commands, interactions
from bridge_bot.sandbox.discord.errors import Json
from tests.browser.chat_page import open_page


async def test_a_question_by_command_is_shown_without_a_live_link_heading_or_mention(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        question = (
            f"# see [it](https://evil.example/a), https://b.example <@{page.system.ann.id}> @here"
        )
        page.system.world.commands.use(
            page.system.channel, page.system.ann, "ask", {"question": question}
        )
        quoted = page.message("evil.example/a")
        await expect(quoted.locator("blockquote")).to_contain_text("@Ann")
        for alive in ("blockquote a", "blockquote .mention", "blockquote h1, blockquote h2"):
            await expect(quoted.locator(alive)).to_have_count(0)


async def test_commands_that_come_while_a_slash_stands_there_are_offered_and_gone_ones_are_not(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        state, offered = page.system.world.state, page.suggestions
        await page.input.press_sequentially("/")
        commands.register(state, {"name": "weather", "description": "Tells the weather"}, None)
        await expect(offered).to_have_text(["/weatherTells the weather"])
        await page.input.press("Escape")
        await expect(offered).to_have_count(0)
        page.system.world.people.add(page.system.guild, "Ben")  # which changes nothing of it
        await expect(page.tab.get_by_label("You are")).to_contain_text("Ben")
        await expect(page.tab.get_by_role("listbox")).to_have_count(0)
        await page.input.press_sequentially("we")
        await expect(offered).to_have_count(1)
        commands.replace_all(state, [], None)
        await expect(offered).to_have_count(0)


async def test_options_are_completed_by_the_bot(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        state = page.system.world.state
        option: Json = {"name": "city", "description": "Where", "type": 3, "autocomplete": True}
        form: Json = {"name": "weather", "description": "Tells the weather", "options": [option]}
        commands.register(state, form, None)
        await page.use("w")
        await page.tab.get_by_label("city").fill("Par")
        await page.system.discord.until(
            lambda: [
                each
                for each in page.system.world.interactions
                if each.data["options"][0]["value"] == "Par"
            ]
        )
        asked = page.system.world.interactions[-1]
        choices = {"choices": [{"name": "Paris, France", "value": "paris"}]}
        interactions.respond(state, asked.id, asked.token, {"type": 8, "data": choices})
        await page.tab.get_by_role("option", name="Paris, France").click()
        await page.tab.keyboard.press("Enter")
        await page.system.discord.until(lambda: page.system.world.interactions[-1].type == 2)
        assert page.system.world.interactions[-1].data["options"][0]["value"] == "paris"


async def test_every_type_of_option_is_filled_in(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, ann = page.system.world, page.system.ann
        role = world.people.add_role(page.system.guild, "Helpers")
        types = {"who": 6, "where": 7, "which": 8, "whom": 9, "share": 10, "on": 5, "file": 11}
        options = [
            {"name": name, "description": name, "type": kind, "required": True}
            for name, kind in types.items()
        ]
        form = {"name": "all", "description": "All", "options": options}
        commands.register(world.state, form | {"name_localizations": {"en-US": "every"}}, None)
        await page.use("ever")
        await expect(page.tab.locator("#palette")).to_contain_text("/every")
        filled = {"who": "Ann", "where": "gen", "which": "Help", "whom": "Help", "on": "True"}
        for name, typed in filled.items():
            field = page.tab.get_by_label(name, exact=True)
            await field.fill(typed)
            await field.press("Enter")
        await page.tab.get_by_label("share", exact=True).fill("0.5")
        await page.tab.get_by_label("file", exact=True).set_input_files(
            {"name": "a.txt", "mimeType": "text/plain", "buffer": b"x"}
        )
        await page.tab.get_by_role("button", name="Use").click()
        await page.system.discord.until(lambda: world.interactions)
        used = world.interactions[-1]
        sent = {each["name"]: each["value"] for each in used.data["options"]}
        assert world.state.files[int(sent.pop("file"))].data == b"x"
        assert sent == {
            "who": str(ann.id),
            "where": str(page.system.channel.id),
            "which": str(role.id),
            "whom": str(role.id),
            "share": 0.5,
            "on": True,
        }
        interactions.respond(world.state, used.id, used.token, {"type": 5})


async def test_enter_pressed_twice_uses_a_command_once(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world = page.system.world
        option: Json = {"name": "city", "description": "Where", "type": 3}
        form: Json = {"name": "weather", "description": "Tells the weather", "options": [option]}
        commands.register(world.state, form, None)
        await page.use("w")
        await page.tab.get_by_label("city").fill("Paris")
        await page.tab.keyboard.press("Enter")
        await page.tab.keyboard.press("Enter")
        await page.system.discord.until(lambda: world.interactions)
        used = world.interactions[-1]
        interactions.respond(world.state, used.id, used.token, {"type": 5})
        await expect(page.input).to_be_focused()
        await expect(page.message("Thinking")).to_be_visible()
        assert len(world.interactions) == 1


async def test_a_file_that_can_no_longer_be_read_leaves_the_form_open(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        option: Json = {"name": "file", "description": "What", "type": 11}
        form: Json = {"name": "read", "description": "Reads a file", "options": [option]}
        commands.register(page.system.world.state, form, None)
        notes = tmp_path / "notes.txt"
        notes.write_text("hello")
        await page.use("read")
        await page.tab.get_by_label("file", exact=True).set_input_files(notes)
        notes.unlink()
        use = page.tab.get_by_role("button", name="Use")
        await use.click()
        await expect(page.tab.get_by_role("alert")).to_contain_text("can't be read")
        await expect(use).to_be_enabled()
        assert page.system.world.interactions == []
