"""Random texts that cite sources, with a lot of Markdown around the citations."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from bridge_bot.discord_markdown import SourceEntry
from tests.discord_markdown.harness.random_markdown import FRAGMENTS
from tests.discord_markdown.harness.reader.content import seen

SOURCES = [
    SourceEntry("a", "https://a.example/x", ("Guide", "guide.md")),
    SourceEntry("b", "https://b.example/y_(z)_*", ("FAQ",)),
    SourceEntry("a", "https://a.example/x"),
    SourceEntry("c", None, ("Book",)),
    None,
    SourceEntry("d", "https://d.example/" + "long/" * 20),
]
"""The first and the third are one source; the fifth entry is none."""

MARKS = [
    "[1]", "[2]", "[3]", "[4]", "[5]", "[6]", "[7]", "【4:0†guide.md】", "【4†FAQ】", "【4:1†x】",
    "[1]: https://own.example/\n", "\n[2]: Book, page 2\n", "[x][1] ", "[1](https://l.example) ",
    "[a [2] b](https://l.example) ", "<code>[1]</code>", "[1]:", "`a[1]`", "$a[2] = b$ ",
    "[see [1]]", "(", "[", "| a [2] | b [1] |\n", "wow![1]",
]  # fmt: skip

# A fence behind text may turn out to be inline code around what comes, also around a mark. Code of
# invisible characters alone is no code any more once it has ended without its closing delimiter.
_USUAL = [each for each in FRAGMENTS if not re.match(r"\s+- ```|\u200b", each)]
_PARTS = st.lists(st.sampled_from([*_USUAL, *MARKS, *MARKS]), max_size=40)


def _named(parts: list[str]) -> str:
    """The parts, with a word of its own before each mark: `w3w[1]`."""
    return "".join(
        f"w{number}w{part}" if part[0] in "[【" else part for number, part in enumerate(parts)
    )


CITED = _PARTS.map("".join)
NAMED_MARKS = _PARTS.map(_named)


def numbers_shown(pages: list[str]) -> dict[str, str]:
    """The number that Discord shows behind each word of `NAMED_MARKS`, outside of code."""
    return dict(re.findall(r"w(\d+)w\[(\d+)\]", seen(pages).prose))
