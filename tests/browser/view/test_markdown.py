"""The page reads messages as Discord does: as the tests' own reader, on the same messages."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from tests.browser.chat_page import open_page
from tests.discord_markdown.harness.random_markdown import FRAGMENTS
from tests.discord_markdown.harness.reader.discord_reader import read

DATA = Path(__file__).parents[2] / "discord_markdown" / "cases.json"
# What stands at the beginning of lines, and lines of spaces.
MORE = ["1. ", "- ", "  ", "   ", "\n  \n", "> ", ">>> ", "# ", "-# ", "```", "\\", "\n"]
READ_ALL = """async (messages) => {
    const { parse } = await import('/view/markdown.js');
    // The page keeps a mention's name and style, to show them.
    const plain = (_, { name, style, ...node }) => node;
    const known = (key, value) => (value?.t === 'mention' ? plain(key, value) : value);
    return messages.map((message) => JSON.parse(JSON.stringify(parse(message), known)));
}"""


def random_messages(count: int) -> list[str]:
    """Messages with a lot of marks, always the same."""
    chosen = random.Random(13)
    fragments = [*FRAGMENTS, *MORE, *MORE]
    return ["".join(chosen.choices(fragments, k=chosen.randint(1, 30))) for _ in range(count)]


async def test_the_page_reads_every_message_of_the_data_as_it_says(
    tmp_path: Path, browser_path: str
) -> None:
    cases: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))
    async with open_page(tmp_path, browser_path) as page:
        found = await page.tab.evaluate(READ_ALL, [case["message"] for case in cases])
    wrong = [case["id"] for case, reads in zip(cases, found, strict=True) if reads != case["reads"]]
    assert not wrong


async def test_the_page_shows_citations_and_the_line_of_sources_as_links(
    tmp_path: Path, browser_path: str
) -> None:
    message = (
        "So [[1]](<https://a.example/x_(y)>)[2], see [1].\n"
        "-# Sources: [[1] `a_b_`](<https://a.example/x_(y)>) · \\[2\\] Guide · +3"
    )
    async with open_page(tmp_path, browser_path) as page:
        (found,) = await page.tab.evaluate(READ_ALL, [message])
    assert found == read(message)
    *text, subtext = found
    links = [node for node in (*text, *subtext["c"]) if node["t"] == "link"]
    assert [node["href"] for node in links] == ["https://a.example/x_(y)"] * 2
    assert links[1]["c"] == [{"t": "text", "v": "[1] "}, {"t": "code", "v": "a_b_"}]


async def test_the_page_and_the_tests_read_any_message_alike(
    tmp_path: Path, browser_path: str
) -> None:
    messages = random_messages(2000)
    async with open_page(tmp_path, browser_path) as page:
        found = await page.tab.evaluate(READ_ALL, messages)
    for message, reads in zip(messages, found, strict=True):
        assert reads == read(message), message
