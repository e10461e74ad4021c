"""The name of a thread that is opened on a question. Pure."""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from wcwidth import grapheme_boundary_before

THREAD_NAME_CHARS = 100
"""The longest name of a thread (Discord's documentation)."""

# Markdown of Discord's own, and what CommonMark knows and Discord does not.
_SPOILER = re.compile(r"\|\|(.+?)\|\|", re.DOTALL)
_SUBTEXT = re.compile(r"^(\s*)-# ", re.MULTILINE)
_MARKDOWN = (
    MarkdownIt("commonmark")
    .enable("strikethrough")
    .disable(["entity", "html_block", "html_inline", "reference"])
)


def thread_name(text: str) -> str:
    """A thread's name from a question: one line, without Markdown, cut at a word.

    It has 1 to 100 characters, as Discord demands.
    """
    name = " ".join(_plain(text).split())
    if len(name) > THREAD_NAME_CHARS:
        cut = name.rfind(" ", THREAD_NAME_CHARS // 2, THREAD_NAME_CHARS)
        if cut < 0:
            last = THREAD_NAME_CHARS - 1
            cut = grapheme_boundary_before(name, last + 1) or last
        name = name[:cut].rstrip(" ,;:-") + "…"
    return name if any(unicodedata.category(char)[0] in "LNPS" for char in name) else "…"


def _plain(markdown: str) -> str:
    pieces: list[str] = []
    markdown = _SUBTEXT.sub(r"\1", _SPOILER.sub(r"\1", markdown))
    for block in _MARKDOWN.parse(markdown):
        if block.type in ("fence", "code_block"):
            pieces.append(block.content)
        for inline in block.children or ():
            if inline.type in ("softbreak", "hardbreak"):
                pieces.append(" ")
            elif inline.type == "image" or inline.content:
                pieces.append(inline.content)
        pieces.append(" ")
    return "".join(pieces)
