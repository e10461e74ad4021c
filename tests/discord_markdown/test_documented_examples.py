"""The examples of the package's page are what the package does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.discord_markdown.harness.pages import pages_of

PAGE = (Path(__file__).parents[2] / "docs" / "discord-markdown.md").read_text("utf-8")
EXAMPLES = re.findall(
    r"^````markdown\n(.*?)\n````\n\n````discord\n(.*?)\n````$", PAGE, re.MULTILINE | re.DOTALL
)


@pytest.mark.parametrize(("source", "message"), EXAMPLES)
def test_a_text_becomes_the_message_below_it(source: str, message: str) -> None:
    assert pages_of(source) == [message]


def test_the_code_that_shows_how_to_use_it_runs() -> None:
    every = re.findall(r"^```python\n(.*?)\n```$", PAGE, re.MULTILINE | re.DOTALL)
    assert len(every) == 2
    for code in every:
        exec(code, {})  # the page's own example
    assert len(EXAMPLES) >= 7
