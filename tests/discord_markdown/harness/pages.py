"""The pages that the product makes of a text: the one place where the harness meets it."""

from __future__ import annotations

from bridge_bot.discord_markdown import Pages

LIMIT_CHARS = 2000


def shown_of(pages: Pages) -> list[str]:
    """Return what the pages show now."""
    return [pages[number] for number in range(len(pages))]


def pages_of(source: str, limit_chars: int = LIMIT_CHARS) -> list[str]:
    """Return what is shown of a whole text."""
    pages = Pages(limit_chars)
    pages.feed(source)
    pages.end()
    return shown_of(pages)


def states_of(source: str, limit_chars: int = LIMIT_CHARS) -> list[list[str]]:
    """Return what is shown after each character of a growing text, without repetitions."""
    pages, states = Pages(limit_chars), list[list[str]]()
    for character in source:
        pages.feed(character)
        shown = shown_of(pages)
        if not states or states[-1] != shown:
            states.append(shown)
    return states
