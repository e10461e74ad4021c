"""Where more than one thing may be seen: the product shows it otherwise on purpose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.discord_markdown.content import Content

_FIRST_PLACE = 0xF0000
PLACE = re.compile("[\U000f0000-\U000ffffd]")


@dataclass(frozen=True)
class Free:
    """One of several texts, or some words in this order with anything between them."""

    forms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    """What of it has to be in code."""


@dataclass
class Meant:
    """The content, what may be seen at its places, and which links may be there as well."""

    content: Content = field(default_factory=Content)
    free: dict[str, Free] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    """What stands in the source where the free character stands."""
    links_may: list[str] = field(default_factory=list)
    definitions: str = ""

    def place(self, free: Free, raw: str = "") -> str:
        """The character that stands for it."""
        character = chr(_FIRST_PLACE + len(self.free))
        self.free[character], self.raw[character] = free, raw
        return character

    def written(self, text: str) -> str:
        """The text as it stands in the source, its places included."""
        return PLACE.sub(lambda found: self.raw.get(found[0], ""), text)
