"""The row of buttons under the last message of a reply, by how far the reply has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from bridge_bot.core.model import Button, Control
from bridge_bot.texts import Texts

Buttons = tuple[Button, ...]

ALWAYS_OFFERED = frozenset(
    {
        Control.STOP,
        Control.REGENERATE,
        Control.TRY_AGAIN,
        Control.UPVOTE,
        Control.DOWNVOTE,
    }
)
"""The controls that each reply has. The others are offered where they make sense."""

OFFERED_TO_ASKER_ALONE = frozenset({Control.STOP, Control.UPVOTE, Control.DOWNVOTE})
"""The same of a reply that only its asker sees. Its question can't be asked again, since no message
shows that."""

_GROWING = (Control.STOP,)
_COMPLETE = (
    Control.REGENERATE,
    Control.SOURCES,
    Control.UPVOTE,
    Control.DOWNVOTE,
    Control.RESOLVED,
    Control.HELP,
)
_ENDED_EARLY = (Control.TRY_AGAIN, Control.SOURCES, Control.HELP)

_EMOJI = {Control.UPVOTE: "👍", Control.DOWNVOTE: "👎"}
"""What stands on a button in place of a word."""


@dataclass(frozen=True, slots=True)
class ControlRow:
    """The buttons of a turn's reply, labelled in the language of `texts`: those `offered`."""

    turn_id: int
    texts: Texts
    offered: frozenset[Control] = ALWAYS_OFFERED

    def with_offer(self, control: Control) -> Self:
        """The row that offers this too."""
        return replace(self, offered=self.offered | {control})

    @property
    def growing(self) -> Buttons:
        """The buttons while the reply grows."""
        return self._buttons(_GROWING)

    @property
    def complete(self) -> Buttons:
        """The buttons under a complete answer."""
        return self._buttons(_COMPLETE)

    @property
    def ended_early(self) -> Buttons:
        """The buttons where the answer ended before it was complete."""
        return self._buttons(_ENDED_EARLY)

    def _buttons(self, controls: Sequence[Control]) -> Buttons:
        return tuple(self._button(each) for each in controls if each in self.offered)

    def _button(self, control: Control) -> Button:
        emoji = _EMOJI.get(control, "")
        label = "" if emoji else self.texts.get(f"control-{control}")
        return Button(control, self.turn_id, label, emoji)
