"""What Discord reads in the pages of a Markdown text is what the text means."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bridge_bot.discord_markdown import Pages
from tests.discord_markdown.harness.meaning.stated_meaning import differences, never_seen
from tests.discord_markdown.harness.pages import LIMIT_CHARS, pages_of, shown_of
from tests.discord_markdown.harness.reader.content import seen
from tests.discord_markdown.harness.reader.rules import READINGS

SOURCES = json.loads(Path(__file__).with_name("sources.json").read_text("utf-8"))


@pytest.mark.parametrize("case", SOURCES, ids=[case["id"] for case in SOURCES])
def test_the_pages_of_a_source_say_what_it_means(case: dict[str, Any]) -> None:
    pages = pages_of(case["source"])
    found = {index: differences(pages, case["means"], by) for index, by in enumerate(READINGS)}
    assert not any(found.values()), (found, pages)
    growing = Pages(LIMIT_CHARS)
    for end, character in enumerate(case["source"], 1):
        growing.feed(character)
        content = seen(shown_of(growing))
        flashed = never_seen(content, case["means"].get("never_growing", []))
        assert not flashed, (case["source"][:end], flashed)
