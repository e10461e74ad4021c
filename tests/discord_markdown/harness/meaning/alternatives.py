"""Places in a text where more than one thing is right, since the product shows it otherwise on
purpose. A private-use character stands for each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.discord_markdown.harness.reader.content import Content

_FIRST_CHARACTER = 0xF0000
ALTERNATIVES = re.compile("[\U000f0000-\U000ffffd]")


@dataclass(frozen=True)
class Alternatives:
    """One of several texts, or some words in this order with anything between them."""

    forms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    """What of it has to be in code."""


@dataclass
class Expected:
    """The content, what may be seen at its places, and which links may be there as well."""

    content: Content = field(default_factory=Content)
    alternatives: dict[str, Alternatives] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    """What stands in the source where the free character stands."""
    links_may: list[str] = field(default_factory=list)
    definitions: str = ""

    def add_alternatives(self, alternatives: Alternatives, raw: str = "") -> str:
        """Return the character that stands for the alternatives."""
        character = chr(_FIRST_CHARACTER + len(self.alternatives))
        self.alternatives[character], self.raw[character] = alternatives, raw
        return character

    def written(self, text: str) -> str:
        """The text as it stands in the source, its places included."""
        return ALTERNATIVES.sub(lambda found: self.raw.get(found[0], ""), text)
