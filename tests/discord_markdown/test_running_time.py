"""The cost of a text grows with its length and not faster, whatever it is made of."""

from __future__ import annotations

import time

import pytest

from bridge_bot.discord_markdown import CURSOR, Pages, SourceEntry

PARTS = [
    "Some **words** and [a link](https://a.example/b). ", "- item `code`\n", "x", "| a | b |\n",
    "```py\nx = 1\n", "*a **b ", "[", "<!-- ", "> ", "`", "\n", "$x ", "  - ", "```\n```\n", " ",
    "\t", "\u200b", "*", "* ", "-", "- ", "_", "|", ">", "<", "~", "\\", "![", "`` ` `` ", "<b>",
    "<br>", "<!-- x -->", "\\[ x\n\n", "[r]: https://x.example/a\n", "[r][x] ", "&amp;", "1. ",
    "![a](data:image/png;base64,AAAA) ", "\ue200", "【", "[a](", "- a\n\n", "Run: ```bash\n",
    "```npm ci\n", "```npm\n```\n",
    "- a\n  - b\n    ```\n    x\n\n    y\n    ```\n", "|| a ", "~~ a ", "_a ", "a*", "---\n",
    "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 20, "".join(f"{'  ' * n}- x\n" for n in range(8)),
]  # fmt: skip


SOURCES = [SourceEntry(n, f"https://docs.example/{'x' * n}", (f"T{n}",)) for n in range(100)]
MARKS = [
    "[1] ", "[1", "[2]", "[see [1] ", "`a[1]", "<code>[1] ", "[1]: x\n", "[1]: https://x.example\n",
    "【1†T3】", "【1†T3", "words [7]. ", "| [1] | [2] |\n", "[x][1] ", "$a[1] ", "![1]", "[1](",
    "".join(f"Some words about it [{n}]. " for n in range(1, 101)),
]  # fmt: skip


def cost_s(part: str, chars: int) -> float:
    """Processor time for a text that comes, and is looked at, in chunks."""
    text = (part * (chars // len(part) + 1))[:chars]
    sources = SOURCES if part in MARKS else ()
    pages, began = Pages(2000, cursor=CURSOR, sources=sources), time.process_time()
    for at in range(0, chars, 500):
        pages.feed(text[at : at + 500])
        len(pages)
    pages.end()
    len(pages)
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize("part", [*PARTS, *MARKS])
def test_four_times_the_text_costs_about_four_times_as_much(part: str) -> None:
    cost_s(part, 2000)
    short, long = cost_s(part, 8000), cost_s(part, 32_000)
    assert long < 8 * max(short, 0.02)
