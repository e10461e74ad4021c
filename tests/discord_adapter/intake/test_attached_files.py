"""Text files become a part of the question; of others its asker is told."""

from __future__ import annotations

import codecs
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import BaseTestServer, TestServer

from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.model import Attachment, ChannelDestination, ConversationKey, Member, Question
from bridge_bot.discord_adapter.intake.attached_files import (
    MOST_CHARS,
    MOST_FILE_BYTES,
    AttachedFiles,
    decoded,
    is_text_file,
    note_of,
    with_files,
)
from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads
from tests.harness.english import ENGLISH, text

CONTENTS = {
    "notes.md": b"# Notes",
    "message.txt": b"All that was pasted.",
    "long.log": b"x" * (MOST_CHARS - 3),
    "fake.txt": b"\x89PNG\x00",
}


async def answer(request: web.Request) -> web.Response:
    content = CONTENTS.get(request.match_info["name"])
    return web.Response(status=404) if content is None else web.Response(body=content)


def question(asked: str) -> Question:
    return Question(11, ConversationKey("7"), asked, Member(3), ChannelDestination(7))


class Files:
    """`AttachedFiles` on a server that has `CONTENTS`, and what it observed."""

    def __init__(self, server: BaseTestServer, downloads: FileDownloads) -> None:
        self._server = server
        self.events: list[Event] = []
        self.attached = AttachedFiles(downloads, self.events.append)

    def file(self, name: str, size_bytes: int | None = 10, kind: str | None = None) -> Attachment:
        return Attachment(name, str(self._server.make_url(f"/{name}")), size_bytes, kind)


@pytest.fixture(name="files")
async def _files() -> AsyncIterator[Files]:
    app = web.Application()
    app.router.add_get("/{name}", answer)
    async with (
        TestServer(app) as server,
        FileDownloads(api_base_url=str(server.make_url("/")), user_agent="agent") as downloads,
    ):
        yield Files(server, downloads)


@pytest.mark.parametrize(
    ("asked", "names", "whole"),
    [
        ("why?", (), "why?"),
        ("why?", ("notes.md",), "why?\n\nnotes.md:\n```\n# Notes\n```"),
        ("", ("message.txt",), "All that was pasted."),
        ("see:", ("message.txt",), "see:\n\nmessage.txt:\n```\nAll that was pasted.\n```"),
        ("", ("notes.md",), "notes.md:\n```\n# Notes\n```"),
    ],
)
async def test_text_files_stand_below_the_question_by_name(
    files: Files, asked: str, names: tuple[str, ...], whole: str
) -> None:
    """A pasted text is the question itself."""
    completed = await files.attached.add_to(question(asked), [files.file(name) for name in names])
    assert (completed.text, completed.note) == (whole, "")


@pytest.mark.parametrize(
    ("name", "size_bytes", "note"),
    [
        ("photo.png", 10, text("files-no-text", names=r"photo\.png")),
        ("fake.txt", 10, text("files-no-text", names=r"fake\.txt")),
        ("Wave", None, text("files-no-text", names="Wave")),
        ("big.log", MOST_FILE_BYTES + 1, text("files-too-large", names=r"big\.log")),
        ("gone.txt", 10, text("files-not-downloaded", names=r"gone\.txt")),
        ("*@everyone*\n.png", 10, text("files-no-text", names=r"\*\@everyone\* .png")),
    ],
)
async def test_of_a_file_that_was_not_read_its_asker_is_told(
    files: Files, name: str, size_bytes: int | None, note: str
) -> None:
    completed = await files.attached.add_to(question("why?"), [files.file(name, size_bytes)])
    assert (completed.text, completed.note) == ("why?", note)


async def test_a_failed_download_is_observed_without_its_address(files: Files) -> None:
    await files.attached.read([files.file("gone.txt")])
    (failed,) = files.events
    assert isinstance(failed, OperationFailed)
    assert failed.operation is Operation.DOWNLOAD_FILE
    assert "gone.txt" not in str(failed.error)


async def test_no_more_than_the_first_characters_of_all_files_are_read(files: Files) -> None:
    read = await files.attached.read([files.file(name) for name in ("long.log", "notes.md")])
    assert [len(content) for _, content in read.texts] == [MOST_CHARS - 3, 3]
    assert note_of(read, ENGLISH) == text("files-cut", most=MOST_CHARS)


@pytest.mark.parametrize(
    ("name", "kind", "is_text"),
    [
        ("message.txt", "text/plain; charset=utf-8", True),
        ("main.py", None, True),
        ("Makefile", None, True),
        ("unknown.xyz", "text/plain", True),
        ("data", "application/json", True),
        ("feed", "application/atom+xml", True),
        ("photo.png", "image/png", False),
        ("voice-message.ogg", "audio/ogg", False),
        ("manual.pdf", "application/pdf", False),
        ("letter", "text/rtf", False),
        ("archive.tar.gz", "application/gzip", False),
    ],
)
def test_a_file_is_text_by_its_name_or_its_type(name: str, kind: str | None, is_text: bool) -> None:
    assert is_text_file(Attachment(name, "", 1, kind)) is is_text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("grün\r\nrot\r".encode(), "grün\nrot\n"),
        (codecs.BOM_UTF8 + "é".encode(), "é"),
        (codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), "é"),
        (codecs.BOM_UTF16_BE + "é".encode("utf-16-be"), "é"),
        (codecs.BOM_UTF32_LE + "é".encode("utf-32-le"), "é"),
        (b"", ""),
        (b"\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m"),
        ("grün".encode("latin-1"), None),
        (b"PK\x03\x04", None),
        (codecs.BOM_UTF16_LE + b"a", None),
    ],
)
def test_text_is_utf_8_or_what_its_byte_order_mark_says(
    content: bytes, expected: str | None
) -> None:
    assert decoded(content) == expected


def test_code_fences_in_a_file_do_not_end_it() -> None:
    assert with_files("", [("a.md", "```\ncode\n```\n")]) == "a.md:\n````\n```\ncode\n```\n````"


def test_an_empty_file_is_left_out() -> None:
    assert with_files("why?", [("a.md", " \n")]) == "why?"
