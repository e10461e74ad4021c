"""A source of an answer: a document that the chatbot consulted."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document. Each text is on one line, bounded, and empty where not known.

    `address` is a web address (http or https) without white space. `file` is the name or path of a
    file, `page` what the API calls the place in it. `score` says how well it fits the question, in
    the API's own measure.
    """

    title: str = ""
    address: str = ""
    file: str = ""
    page: str = ""
    score: float | None = None
    excerpt: str = ""

    @property
    def identity(self) -> Hashable:
        """What makes two entries one source: the address or, without one, file and title, or else
        the excerpt.
        """
        if self.address or not (self.file or self.title):
            return self.address or (self.excerpt,)
        return self.file, self.title

    @property
    def name(self) -> str:
        """What a reader may call it, never empty."""
        file = self.file.replace("\\", "/").rstrip("/").rpartition("/")[2]
        address = self.address.partition("://")[2].rstrip("/")
        return self.title or file or address or self.excerpt or self.page or "?"


class NumberedSource(NamedTuple):
    """A source of an answer, with the number that the answer cites it by; 0: it does not."""

    number: int
    source: Source
