"""The root of all errors, and those that stand alone below it."""

from __future__ import annotations


class BridgeError(Exception):
    """The root of the tree."""

    text_key: str = "error-unexpected"

    def text_args(self) -> dict[str, str | int]:
        """What the text of `text_key` needs to be filled in."""
        return {}


class StoreError(BridgeError):
    """The database did not do what was asked of it."""

    text_key = "error-store"


class TurnGivenUp(BridgeError):
    """A turn that an earlier process left behind is not taken up again; `text_key` says why."""

    text_key = "given-up-crashing"

    def __init__(self, text_key: str) -> None:
        super().__init__(f"not taken up again: {text_key}")
        self.text_key = text_key


class TurnAbandoned(BridgeError):
    """A turn is over although its reader was not told why: Discord has refused that for weeks."""


class TurnInterrupted(BridgeError):
    """The bot stops while it answers; the turn is kept for the next start."""

    text_key = "ending-interrupted"


class UnexpectedFault(BridgeError):
    """A fault of this program ended a turn. What it was, with its traceback, is observed apart."""
