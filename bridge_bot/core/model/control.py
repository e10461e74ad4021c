"""The controls under a reply: buttons, each for one turn."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Control(enum.StrEnum):
    """What a press asks for."""

    STOP = "stop"
    REGENERATE = "regenerate"
    TRY_AGAIN = "try-again"
    SOURCES = "sources"
    UPVOTE = "upvote"
    DOWNVOTE = "downvote"
    RESOLVED = "resolved"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Button:
    """A control for the turn of that id, as it is shown: by a label, an emoji, or both."""

    control: Control
    turn_id: int
    label: str
    emoji: str = ""
