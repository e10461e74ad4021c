"""Files that are sent with a message."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat_page import open_page


async def test_files_are_attached_by_button_paste_and_drop_and_can_be_saved(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.tab.locator("#file-picker").set_input_files(
            {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"hello"}
        )
        transfer = "new DataTransfer()"
        give = (
            f"([kind, name]) => {{ const data = {transfer}; data.items.add(new File(['x'], name));"
            " const words = document.getElementById('message-input');"
            " words.dispatchEvent(kind === 'paste'"
            " ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true })"
            " : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }"
        )
        await page.tab.evaluate(give, ["paste", "pasted.bin"])
        await page.tab.evaluate(give, ["drop", "dropped.bin"])
        await expect(page.tab.locator("#attachments li")).to_have_count(3)
        await page.tab.get_by_role("button", name="Remove pasted.bin").click()
        await page.say("with files")
        message = page.message("with files")
        await expect(message.locator(".file")).to_have_count(2)
        await expect(page.tab.locator("#attachments li")).to_have_count(0)
        async with page.tab.expect_download() as saving:
            await message.get_by_role("link", name="notes.txt").click()
        saved = await (await saving.value).path()
        assert saved.read_bytes() == b"hello"


async def test_a_file_that_can_no_longer_be_read_is_told_and_the_message_is_not_lost(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        notes = tmp_path / "notes.txt"
        notes.write_text("hello")
        await page.tab.locator("#file-picker").set_input_files(notes)
        notes.unlink()
        await page.say("with a file")
        await expect(page.tab.get_by_role("alert")).to_contain_text("can't be read")
        await expect(page.input).to_have_value("with a file")
        await expect(page.tab.locator("#attachments li")).to_have_count(1)
