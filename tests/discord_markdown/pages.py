"""The pages that the product makes of a text: the one place where these tests meet it."""

from __future__ import annotations

from bridge_bot.discord_markdown import Pages

LIMIT_CHARS = 2000


def shown(pages: Pages) -> list[str]:
    """What they show now."""
    return [pages[number] for number in range(len(pages))]


def pages_of(source: str, limit_chars: int = LIMIT_CHARS) -> list[str]:
    """What is shown of a whole text."""
    pages = Pages(limit_chars)
    pages.feed(source)
    pages.end()
    return shown(pages)
