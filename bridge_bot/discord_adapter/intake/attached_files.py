"""The text files that belong to a question: they are read, and become a part of it.

Discord's clients make a file `message.txt` of what a member pastes beyond 2,000 characters, so many
a question *is* such a file.
"""

from __future__ import annotations

import asyncio
import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import discord

from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import Attachment, Question
from bridge_bot.core.replies.notices import as_plain_text
from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads, FileNotDownloaded
from bridge_bot.texts import Texts

MOST_FILE_BYTES = 256 * 1024
MOST_CHARS = 20_000
"""How much of all files of one question is read, in characters."""

PASTED = "message.txt"

_MOST_NAME_CHARS = 60
_TEXT_TYPES = re.compile(
    r"text/(?!rtf)|application/(?:json|xml|yaml|toml|sql|javascript|x-[\w.-]*(?:sh|yaml|httpd-php))"
    r"|[\w./-]+\+(?:json|xml)",
    re.IGNORECASE,
)
_TEXT_NAMES = re.compile(
    r"(?:\.(?:txt|text|md|markdown|mdx|rst|adoc|log|csv|tsv|json[5l]?|ya?ml|toml|ini|cfg|conf|env"
    r"|properties|xml|html?|css|scss|less|svg|sql|graphql|proto|diff|patch|tex|srt|vtt"
    r"|py[iw]?|ipynb|js|mjs|cjs|jsx|ts|tsx|vue|svelte|java|kts?|scala|groovy|gradle|c|h|cc|cpp|cxx"
    r"|hpp|hh|cs|fs|vb|go|rs|rb|php|pl|pm|lua|r|jl|swift|m|mm|dart|ex|exs|erl|hs|ml|clj|lisp|el"
    r"|nim|zig|sol|asm|s|v|vhd|tf|hcl|nix|cmake|mk|sh|bash|zsh|fish|ps1|psm1|bat|cmd|awk|sed"
    r"|vim|lock|gitignore|editorconfig|dockerfile|service|tcl|f90|pas|ahk|mcmeta|mcfunction))$"
    r"|^(?:makefile|dockerfile|jenkinsfile|procfile|rakefile|gemfile|license|readme|changelog)$",
    re.IGNORECASE,
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before that of UTF-16, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")  # what no text has, but ESC in a log


class ReadFiles(NamedTuple):
    """What was read of a question's files: their names with their texts, and the names of others,
    by the key of the text that says why they were not read.
    """

    texts: list[tuple[str, str]]
    unread: dict[str, list[str]]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class AttachedFiles:
    """Reads the files of questions."""

    downloads: FileDownloads
    observe: Observe

    async def add_to(self, question: Question, attachments: Sequence[Attachment]) -> Question:
        """The question with the texts of its files in it, and with a note of what could not be
        read. Its text stays empty if there is nothing to ask.
        """
        if not attachments:
            return question
        files = await self.read(attachments)
        text = with_files(question.text, files.texts)
        return replace(question, text=text, note=note_of(files, Texts.of(question.locale)))

    async def read(
        self, attachments: Sequence[Attachment], *, most_chars: int = MOST_CHARS
    ) -> ReadFiles:
        """The texts of the files that are text, all downloaded at once, so long together."""
        files = ReadFiles([], {})
        readable: list[Attachment] = []
        for each in attachments:
            if not is_text_file(each):
                files.unread.setdefault("files-no-text", []).append(each.name)
            elif (each.size_bytes or 0) > MOST_FILE_BYTES:
                files.unread.setdefault("files-too-large", []).append(each.name)
            else:
                readable.append(each)
        left, is_cut = most_chars, False
        contents = await asyncio.gather(*(self._download(each) for each in readable))
        for file, content in zip(readable, contents, strict=True):
            text = None if content is None else decoded(content)
            if text is None:
                why = "files-not-downloaded" if content is None else "files-no-text"
                files.unread.setdefault(why, []).append(file.name)
                continue
            is_cut |= len(text) > left
            if left:
                files.texts.append((file.name, text[:left]))
            left -= min(len(text), left)
        return files._replace(is_cut=is_cut)

    async def own_text(self, file: Attachment) -> str | None:
        """The text of a file that the bot itself has attached, character by character; None if it
        can't be had.
        """
        content = await self._download(file)
        return None if content is None else content.decode(errors="replace")

    async def _download(self, file: Attachment) -> bytes | None:
        try:
            return await self.downloads.download(file.url, MOST_FILE_BYTES)
        except FileNotDownloaded as error:
            self.observe(OperationFailed(Operation.DOWNLOAD_FILE, error))
            return None


def with_files(text: str, files: Sequence[tuple[str, str]]) -> str:
    """A question's text, and below it each file by name, such as `notes.md:` and its text as code.

    A text that was pasted is the question itself where there is no other.
    """
    if not text and len(files) == 1 and files[0][0] == PASTED:
        return files[0][1].strip()
    blocks = [_block(name, content) for name, content in files if content.strip()]
    return "\n\n".join(filter(None, (text, *blocks)))


def note_of(files: ReadFiles, texts: Texts) -> str:
    """What the asker is told of files that were not read, or not to the end; a line for each."""
    lines = [texts.get(key, names=_listed(names, texts)) for key, names in files.unread.items()]
    if files.is_cut:
        lines.append(texts.get("files-cut", most=MOST_CHARS))
    return "\n".join(lines)


def decoded(content: bytes) -> str | None:
    """The text of a file: UTF-8, or what its byte order mark says; None if it is no text."""
    marks = (each for each in _BOMS if content.startswith(each[0]))
    bom, encoding = next(marks, (b"", "utf-8"))
    try:
        text = content[len(bom) :].decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS.search(text) else text.replace("\r\n", "\n").replace("\r", "\n")


def attachment_of(file: discord.Attachment) -> Attachment:
    """A file, with its size and type as Discord tells them."""
    return Attachment(file.filename, file.url, file.size, file.content_type)


def is_text_file(file: Attachment) -> bool:
    """Whether a file is text, by its name or its type."""
    return bool(_TEXT_NAMES.search(file.name) or _TEXT_TYPES.match(file.content_type or ""))


def _block(name: str, content: str) -> str:
    """A file as fenced code, whose fence is longer than any in it."""
    longest = max((len(each) for each in re.findall(r"`{3,}", content)), default=2)
    fence = "`" * (longest + 1)
    return f"{name}:\n{fence}\n{content.strip(chr(10))}\n{fence}"


def _listed(names: Sequence[str], texts: Texts) -> str:
    plain = (as_plain_text(each, _MOST_NAME_CHARS).replace("\n", " ") for each in names)
    return texts.get("list-separator").join(plain)
