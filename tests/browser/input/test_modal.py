"""Modals of the bot: every kind of field, what is missing, and where the focus goes."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.actions.messages import edit_message
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Interaction
from tests.browser.chat_page import ChatPage, open_page
from tests.browser.test_appearance import CONTRASTS

BUTTON: Json = {"type": 2, "style": 1, "label": "Tell me", "custom_id": "tell"}
OPTIONS = [{"label": each, "value": each.lower()} for each in ("Wrong", "Old", "Rude")]


def label(text: str, component: Json, **fields: object) -> Json:
    return {"type": 18, "label": text, "component": component, **fields}


def field(kind: int, name: str, **fields: object) -> Json:
    return {"type": kind, "custom_id": name, **fields}


def respond(page: ChatPage, used: Interaction, kind: int, data: Json | None = None) -> None:
    interactions.respond(page.system.world.state, used.id, used.token, {"type": kind, "data": data})


async def opened(page: ChatPage, *components: Json) -> None:
    """Have the bot show a button, and answer its press with a modal."""
    page.bot_says("Good?", components=[{"type": 1, "components": [BUTTON]}])
    await page.tab.get_by_role("button", name="Tell me").click()
    modal = {"custom_id": "m", "title": "Feedback", "components": list(components)}
    respond(page, await used(page, 2), 9, modal)
    await expect(page.tab.get_by_role("dialog", name="Feedback")).to_be_visible()


async def used(page: ChatPage, count: int) -> Interaction:
    world = page.system.world
    await page.system.discord.until(lambda: len(world.interactions) == count)
    return world.interactions[-1]


async def test_what_is_filled_in_reaches_the_bot_and_the_focus_returns(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await opened(
            page,
            {"type": 10, "content": "What was **wrong**?"},
            label("More", field(4, "more", style=2, placeholder="…"), description="In a few words"),
            label("Reason", field(21, "reason", options=OPTIONS)),
            label("Who", field(5, "who", required=False)),
            label("Answer me", field(23, "answer")),
        )
        dialog = page.tab.get_by_role("dialog")
        await expect(dialog.get_by_label("More")).to_be_focused()
        await dialog.get_by_label("More").fill("it is old")
        await dialog.get_by_role("radio", name="Old").check()
        await dialog.get_by_role("combobox", name="Who").fill("An")
        await page.tab.get_by_role("listbox").get_by_role("option", name="Ann").click()
        await dialog.get_by_role("checkbox", name="Answer me").check()
        assert await page.tab.evaluate(CONTRASTS) == []
        await page.tab.emulate_media(color_scheme="dark")
        assert await page.tab.evaluate(CONTRASTS) == []
        await dialog.get_by_role("button", name="Submit").click()
        sent = await used(page, 3)
        fields = [each.get("component", each) for each in sent.data["components"][1:]]
        assert [each.get("value", each.get("values")) for each in fields] == [
            "it is old",
            "old",
            [str(page.system.ann.id)],
            True,
        ]
        assert str(page.system.ann.id) in sent.data["resolved"]["users"]
        respond(page, sent, 6)
        await expect(dialog).to_have_count(0)
        await expect(page.tab.get_by_role("button", name="Tell me")).to_be_focused()


async def test_groups_and_files_reach_the_bot(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        group = field(22, "days", options=OPTIONS, max_values=2)
        await opened(page, label("Which", group), label("Log", field(19, "log", max_values=2)))
        dialog = page.tab.get_by_role("dialog")
        for name in ("Wrong", "Rude"):
            await dialog.get_by_role("checkbox", name=name).check()
        await dialog.get_by_label("Log").set_input_files(
            {"name": "a.log", "mimeType": "text/plain", "buffer": b"lines"}
        )
        await dialog.get_by_role("button", name="Submit").click()
        sent = await used(page, 3)
        days, log = (each["component"]["values"] for each in sent.data["components"])
        assert days == ["wrong", "rude"]
        assert page.system.world.state.files[int(log[0])].data == b"lines"
        respond(page, sent, 6)


async def test_what_is_missing_is_told_and_nothing_is_sent(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        words = field(4, "words", style=1, min_length=3)
        await opened(page, label("Words", words), label("Who", field(5, "who")))
        dialog = page.tab.get_by_role("dialog")
        submit = dialog.get_by_role("button", name="Submit")
        await submit.click()
        await expect(dialog.get_by_role("alert")).to_have_text(["This is needed."] * 2)
        await expect(dialog.get_by_label("Words")).to_be_focused()
        await dialog.get_by_label("Words").fill("ab")
        await submit.click()
        await expect(dialog.get_by_role("alert").first).to_have_text(
            "At least 3 characters are needed."
        )
        assert len(page.system.world.interactions) == 2
        await page.tab.keyboard.press("Escape")
        await expect(dialog).to_have_count(0)


async def test_a_bot_that_does_not_answer_leaves_the_modal_open(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path, response_within_s=5) as page:
        await opened(page, label("Words", field(4, "words", style=1)))
        dialog = page.tab.get_by_role("dialog")
        await dialog.get_by_label("Words").fill("abc")
        await dialog.get_by_role("button", name="Submit").click()
        await expect(dialog.get_by_text("Something went wrong. Try again.")).to_be_visible()
        await expect(dialog.get_by_label("Words")).to_have_value("abc")


async def test_a_refusal_is_told_in_the_modal(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await opened(page, label("Log", field(19, "log", max_values=2)))
        dialog = page.tab.get_by_role("dialog")
        await dialog.get_by_label("Log").set_input_files(
            {"name": "a.log", "mimeType": "text/plain", "buffer": b"x" * (9 * 1024 * 1024)}
        )
        await dialog.get_by_role("button", name="Submit").click()
        await expect(dialog.get_by_text("may have 8 MiB together")).to_be_visible()


async def test_a_file_that_can_no_longer_be_read_is_told(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await opened(page, label("Log", field(19, "log", max_values=2)))
        log = tmp_path / "a.log"
        log.write_text("lines")
        dialog = page.tab.get_by_role("dialog")
        await dialog.get_by_label("Log").set_input_files(log)
        log.unlink()
        await dialog.get_by_role("button", name="Submit").click()
        await expect(dialog.get_by_role("alert").last).to_contain_text("can't be read")


async def test_descriptions_and_what_is_needed_are_told_to_those_who_do_not_see_them(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        fields = (field(5, "who"), field(21, "reason", options=OPTIONS))
        about = "Only if you know"
        await opened(page, *(label(each["custom_id"], each, description=about) for each in fields))
        dialog = page.tab.get_by_role("dialog")
        for made in (dialog.get_by_role("combobox"), dialog.get_by_role("radiogroup")):
            await expect(made).to_have_accessible_description(about)
            await expect(made).to_have_attribute("aria-required", "true")


async def test_the_focus_returns_to_a_control_that_was_changed_meanwhile(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await opened(page, label("Words", field(4, "words", style=1)))
        message = page.system.world.messages.of(page.system.channel)[-1]
        changed = {"components": [{"type": 1, "components": [{**BUTTON, "style": 2}]}]}
        edit_message(page.system.world.state, message.author, message, changed)
        button = page.tab.locator("[data-key=tell]")
        await expect(button).to_have_class("control plain")
        await page.tab.keyboard.press("Escape")
        await expect(button).to_be_focused()
