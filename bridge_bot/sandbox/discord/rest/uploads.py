"""Files on their way into a message."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that comes with a message; `key` is the number by which the body refers to it."""

    key: str
    filename: str
    content_type: str
    data: bytes
