"""The row of buttons under the last message of a reply, by how far the reply has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from bridge_bot.core.model import Button, Control
from bridge_bot.texts import Texts

Buttons = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class ControlRow:
    """The buttons while the reply grows, under a complete answer, and where it ended before that.
    Without any, there is no row.
    """

    growing: Buttons = ()
    complete: Buttons = ()
    ended_early: Buttons = ()

    @classmethod
    def of(cls, turn_id: int, texts: Texts) -> Self:
        """The row of a turn's reply, labelled in this language."""
        stop = Button(Control.STOP, turn_id, texts.get("control-stop"))
        regenerate = Button(Control.REGENERATE, turn_id, texts.get("control-regenerate"))
        try_again = Button(Control.TRY_AGAIN, turn_id, texts.get("control-try-again"))
        return cls((stop,), (regenerate,), (try_again,))
