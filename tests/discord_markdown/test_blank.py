"""Text that shows nothing."""

from __future__ import annotations

from tests.discord_markdown.harness.pages import pages_of


def test_white_space_alone_is_no_page() -> None:
    assert pages_of(" \n\n \t") == []
    assert pages_of("\u200b\n\u200d") == []
